// Molecules that bind to single receptors (docs/models.md) against mass action.
#include "base/random.h"
#include "check.h"
#include "model/diffusion.h"
#include "model/synapse_membrane.h"
#include "sanitized.h"

enum { SIDE = 14, PATCHES = SIDE * SIDE, MOLECULES = 287 };

static const double SIZE = 0.3, HEIGHT = 0.02, D = 0.33, DT = 0.001;

static diffusion *make_box(double alpha_per_mM_ms, double beta_per_ms)
{
    diffusion_patch patch[PATCHES];
    for (int i = 0; i < PATCHES; i++)
        patch[i] = (diffusion_patch){.x = (float)(SIZE * (i % SIDE + 0.5) / SIDE),
                                     .y = (float)(SIZE * (i / SIDE + 0.5) / SIDE),
                                     .radius = 0.005f,
                                     .k_on_um3_per_ms = alpha_per_mM_ms / SYNAPSE_PER_MM_UM3,
                                     .k_off_per_ms = beta_per_ms};
    diffusion_def def = diffusion_def_default();
    def.seed = 17;
    def.capacity = MOLECULES;
    def.d_um2_per_ms = D;
    def.dt_ms = DT;
    def.size_um[0] = def.size_um[1] = SIZE;
    def.size_um[2] = HEIGHT;
    def.patch_count = PATCHES;
    def.patches = patch;
    diffusion *d = diffusion_create(&def);
    assert_non_null(d);
    random_state r = random_make(2, 2);
    for (int i = 0; i < MOLECULES; i++) {
        float x = (float)(SIZE * random_uniform(&r)), y = (float)(SIZE * random_uniform(&r));
        diffusion_release(d, 1, x, y, (float)(HEIGHT * random_uniform(&r)));
    }
    return d;
}

// Sums over steps of what mass action expects, beside what happened.
typedef struct record {
    double occupancy, free_per_um3; // means
    double forward, backward;       // expected events
    int64_t bindings, unbindings;   // found
} record;

static record observe(diffusion *d, double alpha_per_mM_ms, double beta_per_ms, int64_t steps)
{
    const double volume = SIZE * SIZE * HEIGHT, on = alpha_per_mM_ms / SYNAPSE_PER_MM_UM3;
    record r = {0};
    diffusion_counts start = diffusion_counts_of(d);
    double bound_steps = 0.0, pairs = 0.0;
    for (int64_t i = 0; i < steps; i++) {
        diffusion_counts before = diffusion_counts_of(d);
        diffusion_step(d);
        bound_steps += before.bound;
        pairs += (double)before.free * (PATCHES - before.bound);
        assert_int_equal(before.free + before.bound, MOLECULES);
    }
    diffusion_counts end = diffusion_counts_of(d);
    r.occupancy = bound_steps / ((double)steps * PATCHES);
    r.free_per_um3 = (MOLECULES - bound_steps / (double)steps) / volume;
    r.forward = on / volume * pairs * DT;
    r.backward = (1.0 - exp(-beta_per_ms * DT)) * bound_steps;
    r.bindings = end.bindings - start.bindings;
    r.unbindings = end.unbindings - start.unbindings;
    return r;
}

static void check_events(const record *r)
{
    check_near((double)r->bindings, r->forward, 3.0 * sqrt(r->forward));
    check_near((double)r->unbindings, r->backward, 3.0 * sqrt(r->backward));
}

static void ampa_receptors_in_a_closed_box_reach_mass_action(void **state)
{
    (void)state;
    const double alpha = SYNAPSE_AMPA_ALPHA_PER_MM_MS, beta = SYNAPSE_AMPA_BETA_PER_MS;
    diffusion *d = make_box(alpha, beta);
    for (int i = 0; i < 40000; i++)
        diffusion_step(d);
    record r = observe(d, alpha, beta, SANITIZED ? 200000 : 1500000);
    double on = alpha / SYNAPSE_PER_MM_UM3;
    check_relative(r.occupancy, on * r.free_per_um3 / (on * r.free_per_um3 + beta), 0.03);
    check_events(&r);
    diffusion_destroy(d);
}

// Their occupancy would need seconds of model time, so only the events are compared.
static void nmda_receptors_in_a_closed_box_bind_and_let_go_as_often_as_they_should(void **state)
{
    (void)state;
    const double alpha = SYNAPSE_NMDA_ALPHA_PER_MM_MS, beta = SYNAPSE_NMDA_BETA_PER_MS;
    diffusion *d = make_box(alpha, beta);
    record r = observe(d, alpha, beta, SANITIZED ? 150000 : 1000000);
    assert_true(r.forward > 100.0);
    check_events(&r);
    diffusion_destroy(d);
}

// A wide slab: the flux onto discs at known concentration, for steps far longer and far shorter than the gap.
// A test of the ends of steps alone would lose 31 % where the step is longer than the gap.
static void every_crossing_is_a_chance_to_bind(void **state)
{
    (void)state;
    static const double heights[] = {0.01, 0.02, 0.1};
    for (int h = 0; h < 3; h++) {
        diffusion_patch patch[25];
        for (int i = 0; i < 25; i++)
            patch[i] = (diffusion_patch){0.02f + 0.04f * (float)(i % 5), 0.02f + 0.04f * (float)(i / 5),
                                         0.01f, 1e-5, 50.0};
        diffusion_def def = diffusion_def_default();
        def.capacity = 2000;
        def.size_um[0] = def.size_um[1] = 0.2;
        def.size_um[2] = heights[h];
        def.patch_count = 25;
        def.patches = patch;
        diffusion *d = diffusion_create(&def);
        assert_non_null(d);
        random_state r = random_make(4, 4);
        for (int i = 0; i < 2000; i++) {
            float x = (float)(0.2 * random_uniform(&r)), y = (float)(0.2 * random_uniform(&r));
            diffusion_release(d, 1, x, y, (float)(heights[h] * random_uniform(&r)));
        }
        double pairs = 0.0, volume = 0.04 * heights[h];
        for (int i = 0; i < (SANITIZED ? 4000 : 40000); i++) {
            diffusion_counts c = diffusion_counts_of(d);
            pairs += (double)c.free * (25 - c.bound);
            diffusion_step(d);
        }
        double expected = 1e-5 / volume * pairs * def.dt_ms, found = (double)diffusion_counts_of(d).bindings;
        check_near(found, expected, 3.0 * sqrt(expected) + 0.01 * expected);
        diffusion_destroy(d);
    }
}

// Receptors of two kinds and sizes side by side each get their own rate.
static void each_patch_has_its_own_rates(void **state)
{
    (void)state;
    static const diffusion_patch patch[] = {{0.05f, 0.05f, 0.02f, 1e-4, 100.0},
                                            {0.15f, 0.15f, 0.01f, 2e-5, 10.0}};
    diffusion_def def = diffusion_def_default();
    def.capacity = 400;
    def.size_um[0] = def.size_um[1] = 0.2;
    def.size_um[2] = 0.02;
    def.patch_count = 2;
    def.patches = patch;
    diffusion *d = diffusion_create(&def);
    assert_non_null(d);
    diffusion_release(d, 400, 0.1f, 0.1f, 0.01f);
    enum { STEPS = SANITIZED ? 60000 : 400000 };
    double bound[2] = {0.0, 0.0}, free = 0.0;
    for (int i = 0; i < STEPS; i++) {
        diffusion_step(d);
        for (int k = 0; k < 2; k++)
            bound[k] += diffusion_patch_bound(d, k);
        free += diffusion_counts_of(d).free;
    }
    for (int k = 0; k < 2; k++) {
        double forward = patch[k].k_on_um3_per_ms * free / STEPS / (0.2 * 0.2 * 0.02);
        check_relative(bound[k] / STEPS, forward / (forward + patch[k].k_off_per_ms),
                       SANITIZED ? 0.08 : 0.03);
    }
    diffusion_destroy(d);
}

static void a_bound_molecule_keeps_its_number_and_leaves_at_its_disc(void **state)
{
    (void)state;
    diffusion_patch patch = {0.1f, 0.1f, 0.02f, 3e-4, 20.0};
    diffusion_def def = diffusion_def_default();
    def.capacity = 10;
    def.dt_ms = 1e-6; // a step of 0.8 nm
    def.size_um[0] = def.size_um[1] = 0.2;
    def.size_um[2] = 0.02;
    def.patch_count = 1;
    def.patches = &patch;
    diffusion *d = diffusion_create(&def);
    assert_non_null(d);
    diffusion_release(d, 3, 0.01f, 0.01f, 0.0f);
    assert_true(diffusion_bind(d, 0));
    assert_false(diffusion_bind(d, 0));
    assert_int_equal(diffusion_patch_molecule(d, 0), 3);
    assert_int_equal(diffusion_counts_of(d).bound, 1);
    while (diffusion_patch_bound(d, 0))
        diffusion_step(d);
    diffusion_molecules m = diffusion_free(d);
    assert_int_equal(m.count, 4);
    assert_int_equal(m.id[3], 3);
    check_near((double)m.x[3], 0.1, 1e-6);
    check_near((double)m.y[3], 0.1, 1e-6);
    check_near((double)m.z[3], 0.02, 1e-6);
    diffusion_destroy(d);
}

static void skipped_time_lets_receptors_go_as_time_does(void **state)
{
    (void)state;
    diffusion *d = make_box(1.1, 0.19);
    diffusion_dismiss_free(d);
    int left = 0;
    for (int round = 0; round < 40; round++) {
        for (int i = 0; i < PATCHES; i++)
            assert_true(diffusion_bind(d, i));
        diffusion_skip(d, 5263); // 1 / 0.19 per ms
        left += diffusion_counts_of(d).bound;
        diffusion_skip(d, 1000000);
        assert_int_equal(diffusion_counts_of(d).bound, 0);
    }
    double n = 40.0 * PATCHES, want = n * exp(-1.0);
    check_near((double)left, want, 3.0 * sqrt(want * (1.0 - want / n)));
    diffusion_counts c = diffusion_counts_of(d);
    assert_int_equal(c.dismissed, c.released);
    diffusion_destroy(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ampa_receptors_in_a_closed_box_reach_mass_action),
        cmocka_unit_test(nmda_receptors_in_a_closed_box_bind_and_let_go_as_often_as_they_should),
        cmocka_unit_test(every_crossing_is_a_chance_to_bind),
        cmocka_unit_test(each_patch_has_its_own_rates),
        cmocka_unit_test(a_bound_molecule_keeps_its_number_and_leaves_at_its_disc),
        cmocka_unit_test(skipped_time_lets_receptors_go_as_time_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
