// The circuit as a scene uses it: warm-up, raster, traces, targets, drive; and that its spikes are the same
// everywhere (tests.cmake builds this program with other compiler flags too).
#include "../check.h"
#include "base/fnv.h"
#include "model/circuit.h"

#include <stdbool.h>
#include <string.h>

static circuit_def burst(uint32_t seed) // the levels of 40 min after 0.5 mg/kg
{
    circuit_def d = {.seed = seed, .drive = circuit_drive_default()};
    d.drive.block_interneuron = 0.3873;
    d.drive.block_pyramidal = 0.1254;
    return d;
}

static circuit *make(circuit_def def)
{
    circuit *c = circuit_create(def);
    assert_non_null(c);
    return c;
}

// Steps and cells of all spikes kept, whatever the byte order.
static uint64_t raster_hash(const circuit *c)
{
    uint64_t hash = FNV1A64_START;
    for (uint64_t n = circuit_spike_begin(c); n < circuit_spike_end(c); n++) {
        circuit_spike s = circuit_spike_at(c, n);
        uint32_t t = (uint32_t)s.step;
        unsigned char bytes[] = {(unsigned char)t,         (unsigned char)(t >> 8),
                                 (unsigned char)(t >> 16), (unsigned char)(t >> 24),
                                 (unsigned char)s.cell,    (unsigned char)(s.cell >> 8)};
        hash = fnv1a64(hash, bytes, sizeof bytes);
    }
    return hash;
}

// Written down from one run; any compiler, optimisation level and machine with IEEE 754 doubles agrees, with
// FMA instructions or without.
static void spikes_are_the_same_on_every_machine(void **state)
{
    (void)state;
    circuit *c = make(circuit_def_default());
    circuit_run(c, 1000 * CIRCUIT_STEPS_PER_MS);
    assert_int_equal(circuit_spike_end(c), 3680);
    assert_true(raster_hash(c) == 0x4200C3E71FC94C32u);
    circuit_restart(c, burst(7));
    circuit_run(c, 1000 * CIRCUIT_STEPS_PER_MS);
    assert_int_equal(circuit_spike_end(c), 4138);
    assert_true(raster_hash(c) == 0xB0EB7AE51685C168u);
    circuit_destroy(c);
}

static void the_same_seed_gives_the_same_spikes_and_another_seed_others(void **state)
{
    (void)state;
    circuit *a = make(burst(3)), *b = make(burst(4));
    circuit_run(b, 77);
    circuit_restart(b, burst(3)); // what was before leaves no trace
    assert_true(circuit_fingerprint(a) == circuit_fingerprint(b));
    circuit_run(a, 500);
    for (int i = 0; i < 500; i++) // in one go or step by step
        circuit_run(b, 1);
    assert_true(circuit_fingerprint(a) == circuit_fingerprint(b));
    assert_true(raster_hash(a) == raster_hash(b));
    circuit_restart(b, burst(4));
    circuit_run(b, 500);
    assert_true(raster_hash(a) != raster_hash(b));
    circuit_destroy(a);
    circuit_destroy(b);
}

static void a_warm_up_in_pieces_is_the_warm_up(void **state)
{
    (void)state;
    circuit *a = make(burst(5)), *b = make(circuit_def_default());
    circuit_begin(b, burst(5));
    int pieces = 1;
    while (!circuit_warm_up(b, 170))
        pieces++;
    assert_int_equal(pieces, 6);
    assert_true(circuit_warm_up(b, 170)); // does nothing once warm
    assert_int_equal(circuit_steps(b), 0);
    assert_true(circuit_fingerprint(a) == circuit_fingerprint(b));
    circuit_destroy(a);
    circuit_destroy(b);
}

static void a_clone_and_a_copy_live_on_alike_and_apart(void **state)
{
    (void)state;
    circuit *c = circuit_create(circuit_def_default());
    circuit_run(c, 50);
    circuit *clone = circuit_clone(c), *copy = circuit_create((circuit_def){9, circuit_drive_default()});
    circuit_copy(copy, c);
    uint64_t then = circuit_fingerprint(c);
    circuit_run(clone, 400);
    assert_true(circuit_fingerprint(c) == then);
    circuit_run(c, 400);
    circuit_run(copy, 400);
    assert_true(circuit_fingerprint(clone) == circuit_fingerprint(c));
    assert_true(circuit_fingerprint(copy) == circuit_fingerprint(c));
    circuit_destroy(c);
    circuit_destroy(clone);
    circuit_destroy(copy);
}

static void time_goes_in_steps_of_half_a_millisecond(void **state)
{
    (void)state;
    circuit *c = make(circuit_def_default());
    assert_true(circuit_time_ms(c) == 0.0);
    circuit_run(c, 5);
    assert_int_equal(circuit_steps(c), 5);
    assert_true(circuit_time_ms(c) == 2.5);
    uint64_t before = circuit_fingerprint(c);
    circuit_run(c, 0);
    circuit_run(c, -3);
    assert_true(circuit_fingerprint(c) == before);
    circuit_run(c, 1);
    assert_true(circuit_fingerprint(c) != before);
    circuit_destroy(c);
}

// No cell reaches itself; 400 * 399 pairs at 0.15, standard deviation 143.
static void wiring_is_random_sparse_and_without_loops(void **state)
{
    (void)state;
    circuit *c = make(circuit_def_default());
    int links = 0;
    for (int cell = 0; cell < CIRCUIT_CELLS; cell++) {
        int count = 0;
        const uint16_t *t = circuit_cell_targets(c, cell, &count);
        assert_in_range(count, 25, 100);
        for (int i = 0; i < count; i++) {
            assert_true(t[i] < CIRCUIT_CELLS && t[i] != cell);
            assert_true(i == 0 || t[i] > t[i - 1]);
        }
        links += count;
    }
    check_near(links, 23940.0, 4.0 * 143.0);
    assert_int_equal(circuit_cell_population(0), CIRCUIT_PYRAMIDAL);
    assert_int_equal(circuit_cell_population(319), CIRCUIT_PYRAMIDAL);
    assert_int_equal(circuit_cell_population(320), CIRCUIT_INTERNEURON);
    assert_int_equal(circuit_cell_population(399), CIRCUIT_INTERNEURON);
    circuit_destroy(c);
}

static void drug_changes_neither_wiring_nor_background(void **state)
{
    (void)state;
    circuit *a = make(circuit_def_default()), *b = make(burst(7));
    for (int cell = 0; cell < CIRCUIT_CELLS; cell++) {
        int na = 0, nb = 0;
        const uint16_t *ta = circuit_cell_targets(a, cell, &na), *tb = circuit_cell_targets(b, cell, &nb);
        assert_int_equal(na, nb);
        assert_memory_equal(ta, tb, (size_t)na * sizeof *ta);
    }
    circuit_drive none = burst(7).drive;
    none.block = CIRCUIT_BLOCK_NONE;
    circuit_restart(b, (circuit_def){7, none});
    assert_true(circuit_fingerprint(a) == circuit_fingerprint(b));
    circuit_destroy(a);
    circuit_destroy(b);
}

// A spike shows at 30 mV, is in the raster once, is the cell's last, and reaches exactly the cell's targets.
static void a_spike_can_be_followed(void **state)
{
    (void)state;
    circuit *c = make(burst(7));
    int seen[CIRCUIT_POPULATIONS] = {0, 0};
    for (int step = 1; step <= 400; step++) {
        uint64_t begin = circuit_spike_end(c);
        circuit_conductances before[CIRCUIT_CELLS];
        for (int i = 0; i < CIRCUIT_CELLS; i++)
            before[i] = circuit_cell_conductances(c, i);
        circuit_run(c, 1);
        int hits[CIRCUIT_CELLS] = {0}, at_top = 0;
        assert_true(circuit_spike_after(c, circuit_steps(c) - 1) == begin);
        for (uint64_t n = begin; n < circuit_spike_end(c); n++) {
            circuit_spike s = circuit_spike_at(c, n);
            assert_int_equal(s.step, step);
            assert_true(circuit_cell_mv(c, s.cell) == 30.0);
            assert_true(circuit_cell_last_spike_ms(c, s.cell) == circuit_time_ms(c));
            circuit_population p = circuit_cell_population(s.cell);
            seen[p]++;
            int count = 0;
            const uint16_t *t = circuit_cell_targets(c, s.cell, &count);
            for (int i = 0; p == CIRCUIT_INTERNEURON && i < count; i++)
                hits[t[i]]++;
        }
        for (int i = 0; i < CIRCUIT_CELLS; i++) {
            at_top += circuit_cell_mv(c, i) == 30.0;
            double added = circuit_cell_conductances(c, i).gaba - before[i].gaba * exp(-0.5 / 8.0);
            check_near(added, hits[i] * (i < CIRCUIT_PYRAMIDAL_CELLS ? 0.29 : 0.02), 1e-12);
        }
        assert_int_equal(at_top, circuit_spike_end(c) - begin);
    }
    assert_true(seen[CIRCUIT_PYRAMIDAL] > 0 && seen[CIRCUIT_INTERNEURON] > 0);
    assert_int_equal(circuit_spike_count(c, CIRCUIT_PYRAMIDAL), seen[CIRCUIT_PYRAMIDAL]);
    assert_int_equal(circuit_spike_count(c, CIRCUIT_INTERNEURON), seen[CIRCUIT_INTERNEURON]);
    circuit_destroy(c);
}

// At time 0 the raster and the traces already hold the warm-up, so no picture is empty; later the newest
// spikes stay.
static void raster_and_traces_hold_the_last_second(void **state)
{
    (void)state;
    circuit *c = make(burst(7));
    uint64_t first = circuit_spike_after(c, -500 * CIRCUIT_STEPS_PER_MS);
    assert_true(circuit_spike_end(c) - first > 500);
    assert_true(circuit_spike_after(c, 0) == circuit_spike_end(c));
    assert_true(circuit_spike_after(c, -5000) == 0);
    circuit_sample at_0 = circuit_now(c), kept = circuit_sample_at(c, 0);
    assert_memory_equal(&at_0, &kept, sizeof kept);
    circuit_run(c, 700 * CIRCUIT_STEPS_PER_MS);
    circuit_sample now = circuit_now(c);
    kept = circuit_sample_at(c, 700);
    assert_memory_equal(&now, &kept, sizeof kept);
    kept = circuit_sample_at(c, 9999); // later than now: now
    assert_memory_equal(&now, &kept, sizeof kept);
    kept = circuit_sample_at(c, 0);
    assert_memory_equal(&at_0, &kept, sizeof kept);

    circuit_drive loud = circuit_drive_default();
    loud.inhibition = false;
    circuit_restart(c, (circuit_def){7, loud});
    circuit_run(c, 1500 * CIRCUIT_STEPS_PER_MS);
    uint64_t begin = circuit_spike_begin(c), end = circuit_spike_end(c);
    assert_int_equal(end - begin, CIRCUIT_RASTER_SPIKES);
    assert_true(circuit_spike_at(c, begin).step <
                circuit_steps(c) - CIRCUIT_HISTORY_MS * CIRCUIT_STEPS_PER_MS);
    for (uint64_t n = begin + 1; n < end; n++)
        assert_true(circuit_spike_at(c, n).step >= circuit_spike_at(c, n - 1).step);
    circuit_sample oldest = circuit_sample_at(c, 1500 - CIRCUIT_HISTORY_MS + 1),
                   older = circuit_sample_at(c, 3);
    assert_memory_equal(&oldest, &older, sizeof older);
    circuit_destroy(c);
}

// The smoothed traces are first-order lags of the counted spikes.
static void traces_follow_the_spikes(void **state)
{
    (void)state;
    circuit *c = make(burst(11));
    circuit_sample want = circuit_now(c);
    for (int step = 0; step < 600; step++) {
        uint64_t before[CIRCUIT_POPULATIONS] = {circuit_spike_count(c, CIRCUIT_PYRAMIDAL),
                                                circuit_spike_count(c, CIRCUIT_INTERNEURON)};
        circuit_run(c, 1);
        for (int p = 0; p < CIRCUIT_POPULATIONS; p++) {
            double cells = p == CIRCUIT_PYRAMIDAL ? 320.0 : 80.0;
            double hz = (double)(circuit_spike_count(c, (circuit_population)p) - before[p]) * 2000.0 / cells;
            want.rate_hz[p] += (hz - want.rate_hz[p]) * (1.0 - exp(-0.5 / 100.0));
            if (p == CIRCUIT_PYRAMIDAL)
                want.glutamate += (hz / 2.55 - want.glutamate) * (1.0 - exp(-0.5 / 200.0));
            check_near(circuit_now(c).rate_hz[p], want.rate_hz[p], 1e-9);
        }
        check_near(circuit_now(c).glutamate, want.glutamate, 1e-9);
    }
    circuit_destroy(c);
}

static void a_block_by_hand_takes_the_brake_off(void **state)
{
    (void)state;
    circuit *c = make(circuit_def_default()), *still = make(circuit_def_default());
    circuit_drive d = circuit_drive_default();
    d.block_interneuron = 1.0;
    d.block = CIRCUIT_BLOCK_INTERNEURON;
    circuit_set_drive(c, d);
    circuit_run(c, 1000);
    circuit_run(still, 1000);
    assert_true(circuit_now(c).rate_hz[CIRCUIT_INTERNEURON] <
                0.5 * circuit_now(still).rate_hz[CIRCUIT_INTERNEURON]);
    assert_true(circuit_now(c).glutamate > 1.5 * circuit_now(still).glutamate);
    circuit_destroy(c);
    circuit_destroy(still);
}

static void levels_out_of_range_are_brought_in(void **state)
{
    (void)state;
    circuit *c = make(circuit_def_default());
    circuit_drive d = circuit_drive_default();
    d.block_interneuron = (double)NAN;
    d.block_pyramidal = 1.5;
    circuit_set_drive(c, d);
    circuit_drive kept = circuit_def_of(c).drive;
    assert_true(kept.block_interneuron == 0.0 && kept.block_pyramidal == 1.0);
    d.block_interneuron = -0.5;
    circuit_restart(c, (circuit_def){9, d});
    kept = circuit_def_of(c).drive;
    assert_true(kept.block_interneuron == 0.0 && kept.block_pyramidal == 1.0 && kept.inhibition);
    assert_int_equal(circuit_def_of(c).seed, 9);
    circuit_destroy(c);
}

static void each_population_is_blocked_by_its_own_level_alone(void **state)
{
    (void)state;
    circuit_def with = burst(2), same = burst(2);
    with.drive.block = CIRCUIT_BLOCK_INTERNEURON;
    same.drive.block_pyramidal = 0.0;
    circuit *a = make(with), *b = make(same);
    assert_true(circuit_fingerprint(a) == circuit_fingerprint(b));
    with.drive.block = CIRCUIT_BLOCK_PYRAMIDAL;
    same = burst(2);
    same.drive.block_interneuron = 0.0;
    circuit_restart(a, with);
    circuit_restart(b, same);
    assert_true(circuit_fingerprint(a) == circuit_fingerprint(b));
    circuit_destroy(a);
    circuit_destroy(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spikes_are_the_same_on_every_machine),
        cmocka_unit_test(the_same_seed_gives_the_same_spikes_and_another_seed_others),
        cmocka_unit_test(a_warm_up_in_pieces_is_the_warm_up),
        cmocka_unit_test(a_clone_and_a_copy_live_on_alike_and_apart),
        cmocka_unit_test(time_goes_in_steps_of_half_a_millisecond),
        cmocka_unit_test(wiring_is_random_sparse_and_without_loops),
        cmocka_unit_test(drug_changes_neither_wiring_nor_background),
        cmocka_unit_test(a_spike_can_be_followed),
        cmocka_unit_test(raster_and_traces_hold_the_last_second),
        cmocka_unit_test(traces_follow_the_spikes),
        cmocka_unit_test(a_block_by_hand_takes_the_brake_off),
        cmocka_unit_test(levels_out_of_range_are_brought_in),
        cmocka_unit_test(each_population_is_blocked_by_its_own_level_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
