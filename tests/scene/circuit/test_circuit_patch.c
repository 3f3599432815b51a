// The drawn cells: they must say nothing that the model does not do.
#include "check.h"

#include "scene/circuit/circuit_activity.h"
#include "scene/circuit/circuit_patch_create.h"
#include "scene/circuit/circuit_scene.h"

#include <string.h>

static const uint32_t seeds[] = {7, 1, 2, 99, 123456789u};
enum { SEEDS = sizeof seeds / sizeof seeds[0] };

typedef struct grown {
    circuit *model;
    circuit_patch *patch;
} grown;

static grown grow(uint32_t seed)
{
    circuit_def d = circuit_def_default();
    d.seed = seed;
    grown g = {.model = circuit_create(d)};
    assert_non_null(g.model);
    g.patch = circuit_patch_create(g.model);
    assert_non_null(g.patch);
    return g;
}

static void clear(grown *g)
{
    circuit_patch_destroy(g->patch);
    circuit_destroy(g->model);
}

static bool model_connects(const circuit *c, int from, int to)
{
    int count = 0;
    const uint16_t *targets = circuit_cell_targets(c, from, &count);
    for (int i = 0; i < count; i++)
        if (targets[i] == to)
            return true;
    return false;
}

static void drawn_axons_are_connections_of_the_model(void **state)
{
    (void)state;
    for (int n = 0; n < SEEDS; n++) {
        grown g = grow(seeds[n]);
        for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
            const circuit_patch_cell *cell = &g.patch->cells[i];
            assert_in_range(cell->output_count, 3, CIRCUIT_PATCH_OUTPUTS);
            for (int k = 0; k < cell->output_count; k++)
                assert_true(
                    model_connects(g.model, cell->model_cell, g.patch->cells[cell->outputs[k]].model_cell));
        }
        clear(&g);
    }
}

static void drawn_cells_are_different_cells_of_their_kind(void **state)
{
    (void)state;
    for (int n = 0; n < SEEDS; n++) {
        grown g = grow(seeds[n]);
        for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
            const circuit_patch_cell *cell = &g.patch->cells[i];
            assert_int_equal(cell->pyramidal, i < CIRCUIT_PATCH_PYRAMIDAL);
            assert_int_equal(cell->pyramidal, circuit_cell_population(cell->model_cell) == CIRCUIT_PYRAMIDAL);
            for (int k = 0; k < i; k++)
                assert_int_not_equal(cell->model_cell, g.patch->cells[k].model_cell);
        }
        clear(&g);
    }
}

// Every terminal that stands for a drawn connection lies at its target: on the soma or on one of its
// dendrites.
static void terminals_touch_their_targets(void **state)
{
    (void)state;
    grown g = grow(7);
    int checked = 0;
    for (size_t i = 0; i < g.patch->terminal_count; i++) {
        const circuit_patch_terminal *t = &g.patch->terminals[i];
        if (t->target == t->cell)
            continue; // on its way to cells that are not drawn
        const circuit_patch_cell *to = &g.patch->cells[t->target];
        float nearest =
            hypotf(hypotf(t->at[0] - to->centre[0], t->at[1] - to->centre[1]), t->at[2] - to->centre[2]) -
            2.2f * to->size;
        for (size_t n = 0; n < g.patch->neurite_count; n++) {
            const circuit_patch_neurite *run = &g.patch->neurites[n];
            for (uint32_t k = 0; run->cell == t->target && run->part != CIRCUIT_PART_AXON && k < run->count;
                 k++) {
                const circuit_patch_point *p = &g.patch->points[run->first + k];
                nearest = fminf(
                    nearest, hypotf(hypotf(t->at[0] - p->at[0], t->at[1] - p->at[1]), t->at[2] - p->at[2]) -
                                 p->radius);
            }
        }
        assert_true(nearest < 5.0f);
        checked++;
    }
    assert_true(checked >= 3 * CIRCUIT_PATCH_CELLS);
    clear(&g);
}

static void pulses_arrive_before_their_spikes_are_forgotten(void **state)
{
    (void)state;
    for (int n = 0; n < SEEDS; n++) {
        grown g = grow(seeds[n]);
        for (size_t i = 0; i < g.patch->terminal_count; i++)
            assert_true(g.patch->terminals[i].path / CIRCUIT_PULSE_UM_A_MS < CIRCUIT_ACTIVITY_MS - 30.0);
        clear(&g);
    }
}

static void everything_lies_within_the_patch(void **state)
{
    (void)state;
    for (int n = 0; n < SEEDS; n++) {
        grown g = grow(seeds[n]);
        for (size_t i = 0; i < g.patch->point_count; i++) {
            const float *at = g.patch->points[i].at;
            assert_true(fabsf(at[0]) < CIRCUIT_PATCH_HALF_DEPTH_UM + 60.0f);
            assert_true(fabsf(at[1]) < CIRCUIT_PATCH_HALF_WIDTH_UM + 40.0f);
            assert_true(fabsf(at[2]) < CIRCUIT_PATCH_HALF_HEIGHT_UM + 30.0f);
            assert_true(g.patch->points[i].radius > 0.0f);
        }
        clear(&g);
    }
}

static void a_seed_always_grows_the_same_patch(void **state)
{
    (void)state;
    grown a = grow(5), b = grow(5), other = grow(6);
    assert_int_equal(a.patch->point_count, b.patch->point_count);
    assert_memory_equal(a.patch->points, b.patch->points, a.patch->point_count * sizeof *a.patch->points);
    assert_memory_equal(a.patch->cells, b.patch->cells, sizeof a.patch->cells);
    assert_memory_not_equal(a.patch->cells, other.patch->cells, sizeof a.patch->cells);
    clear(&a);
    clear(&b);
    clear(&other);
}

// The share of places that are plugged is the share of receptors that are blocked, whatever it is.
static void plugged_places_are_the_blocked_share(void **state)
{
    (void)state;
    grown g = grow(7);
    for (int pyramidal = 0; pyramidal < 2; pyramidal++)
        for (double share = 0.0; share <= 1.0; share += 0.09) {
            int all = 0, plugged = 0;
            for (size_t i = 0; i < g.patch->site_count; i++) {
                if (g.patch->cells[g.patch->sites[i].cell].pyramidal != (pyramidal == 1))
                    continue;
                all++;
                plugged += (double)g.patch->sites[i].order < share;
            }
            assert_true(all >= 100);
            check_near((double)plugged / all, share, 0.51 / all + 1e-6);
        }
    clear(&g);
}

static void block_reaches_the_chosen_population_only(void **state)
{
    (void)state;
    circuit_drive d = {.block_interneuron = 0.4, .block_pyramidal = 0.1, .inhibition = true};
    static const double want[4][CIRCUIT_POPULATIONS] = {
        [CIRCUIT_BLOCK_BOTH] = {0.1, 0.4},
        [CIRCUIT_BLOCK_INTERNEURON] = {0.0, 0.4},
        [CIRCUIT_BLOCK_PYRAMIDAL] = {0.1, 0.0},
        [CIRCUIT_BLOCK_NONE] = {0.0, 0.0},
    };
    for (int b = 0; b < 4; b++) {
        d.block = (circuit_block)b;
        for (int p = 0; p < CIRCUIT_POPULATIONS; p++)
            check_near(circuit_blocked_share(&d, (circuit_population)p), want[b][p], 0.0);
    }
}

// What is bright is what fired: ages count from the model's own spikes.
static void pulses_are_the_spikes_of_the_model(void **state)
{
    (void)state;
    grown g = grow(7);
    circuit_run(g.model, 400);
    circuit_activity a = circuit_activity_of(g.model, g.patch);
    int fired = 0;
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        double last = circuit_cell_last_spike_ms(g.model, g.patch->cells[i].model_cell);
        double age = circuit_time_ms(g.model) - last;
        if (age >= CIRCUIT_ACTIVITY_MS) {
            assert_true(a.ages_ms[i][0] > 1e5f);
            check_near((double)a.glow[i], 0.0, 0.0);
            continue;
        }
        check_near((double)a.ages_ms[i][0], age, 1e-6);
        assert_true(a.glow[i] >= 0.0f && a.glow[i] <= 1.0f);
        fired++;
    }
    assert_true(fired > 5);
    clear(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drawn_axons_are_connections_of_the_model),
        cmocka_unit_test(drawn_cells_are_different_cells_of_their_kind),
        cmocka_unit_test(terminals_touch_their_targets),
        cmocka_unit_test(pulses_arrive_before_their_spikes_are_forgotten),
        cmocka_unit_test(everything_lies_within_the_patch),
        cmocka_unit_test(a_seed_always_grows_the_same_patch),
        cmocka_unit_test(plugged_places_are_the_blocked_share),
        cmocka_unit_test(block_reaches_the_chosen_population_only),
        cmocka_unit_test(pulses_are_the_spikes_of_the_model),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
