// The living glutamate synapse: its cycle, its stationary start, its switches (docs/models.md).
#include "check.h"
#include "model/drivers.h"
#include "model/synapse_glutamate.h"
#include "sanitized.h"

static const double PEAK_UM = 0.7459; // 40 min of 0.5 mg/kg
static const double TICK_S = 1.0 / SYNAPSE_TICKS_PER_S;

static synapse_glutamate *make(const synapse_glutamate_def *def)
{
    synapse_glutamate *s = synapse_glutamate_create(def);
    assert_non_null(s);
    return s;
}

static synapse_glutamate_def true_def(void)
{
    synapse_glutamate_def def = synapse_glutamate_def_default();
    def.scale = SYNAPSE_TRUE;
    return def;
}

static void assert_conserved(const synapse_glutamate *s)
{
    diffusion_counts c = synapse_glutamate_counts(s);
    assert_int_equal(c.free + c.bound + c.over_rim + c.dismissed, c.released);
    assert_int_equal(c.taken_up, 0);
}

static void the_same_seed_gives_the_same_synapse_however_time_is_cut(void **state)
{
    (void)state;
    synapse_glutamate_def def = synapse_glutamate_def_default();
    def.ketamine_uM = PEAK_UM;
    synapse_glutamate *a = make(&def), *b = make(&def);
    assert_true(synapse_glutamate_hash(a) == synapse_glutamate_hash(b));
    synapse_glutamate_advance(a, 3.0);
    for (int i = 0; i < 180; i++)
        synapse_glutamate_advance(b, TICK_S);
    assert_true(synapse_glutamate_hash(a) == synapse_glutamate_hash(b));
    for (int i = 0; i < 1000; i++)
        synapse_glutamate_advance(a, 0.001);
    synapse_glutamate_advance(b, 1.0);
    assert_true(synapse_glutamate_hash(a) == synapse_glutamate_hash(b));
    check_near(synapse_glutamate_state_of(a).display_s, 4.0, 1e-9);
    synapse_glutamate_destroy(b);
    def.seed++;
    b = make(&def);
    assert_true(synapse_glutamate_hash(a) != synapse_glutamate_hash(b));
    synapse_glutamate_destroy(a);
    synapse_glutamate_destroy(b);
}

// Integers that every compiler, vector width and optimisation must reproduce; they change only with the
// model.
static void ten_seconds_have_the_golden_counts(void **state)
{
    (void)state;
    synapse_glutamate_def def = synapse_glutamate_def_default();
    def.ketamine_uM = PEAK_UM;
    def.target = SYNAPSE_PYRAMIDAL;
    synapse_glutamate *s = make(&def);
    synapse_glutamate_advance(s, 10.0);
    diffusion_counts c = synapse_glutamate_counts(s);
    assert_int_equal(c.released, 23843);
    assert_int_equal(c.over_rim, 20790);
    assert_int_equal(c.bindings, 50);
    assert_int_equal(c.unbindings, 54);
    synapse_glutamate_destroy(s);
}

static void molecules_are_conserved_through_releases_and_fast_forwards(void **state)
{
    (void)state;
    synapse_glutamate_def def = synapse_glutamate_def_default();
    synapse_glutamate *s = make(&def);
    assert_conserved(s);
    for (int i = 0; i < 12 * SYNAPSE_TICKS_PER_S; i++) {
        synapse_glutamate_advance(s, TICK_S);
        assert_conserved(s);
        if (synapse_glutamate_state_of(s).fast_forward)
            assert_int_equal(synapse_glutamate_counts(s).free, 0);
    }
    assert_in_range(synapse_glutamate_state_of(s).releases, 4, 5);
    synapse_glutamate_destroy(s);
}

// Ticks between two releases, once the first has come.
static int cycle_ticks(synapse_glutamate *s)
{
    int64_t first = synapse_glutamate_state_of(s).releases + 1;
    int ticks = 0;
    while (synapse_glutamate_state_of(s).releases < first + 1) {
        synapse_glutamate_advance(s, TICK_S);
        ticks += synapse_glutamate_state_of(s).releases >= first;
    }
    return ticks - 1;
}

static void waits_are_2_5_over_G_seconds_on_display_and_400_over_G_ms_in_the_model(void **state)
{
    (void)state;
    synapse_glutamate_def def = true_def();
    static const double uM[] = {0.0, 0.7459, 1.49};
    for (int i = 0; i < 3; i++) {
        for (int target = SYNAPSE_INTERNEURON; target <= SYNAPSE_PYRAMIDAL; target++) {
            def.ketamine_uM = uM[i];
            def.target = (synapse_target)target;
            synapse_glutamate *s = make(&def);
            double gain = target == SYNAPSE_PYRAMIDAL ? drivers_glutamate_gain(uM[i]) : 1.0;
            check_near(synapse_glutamate_state_of(s).gain, gain, 1e-12);
            check_near((double)cycle_ticks(s), 150.0 / gain, 0.51);
            double ms = synapse_glutamate_state_of(s).model_ms;
            cycle_ticks(s); // the rest of this cycle and a whole one, less one tick each
            ms = synapse_glutamate_state_of(s).model_ms - ms;
            check_relative(ms, 2.0 * 400.0 / gain, 0.01);
            synapse_glutamate_destroy(s);
        }
    }
}

static void the_clock_may_run_while_the_synapse_lives(void **state)
{
    (void)state;
    synapse_glutamate_def def = true_def();
    def.target = SYNAPSE_PYRAMIDAL;
    synapse_glutamate *s = make(&def);
    assert_int_equal(cycle_ticks(s), 150);
    def.ketamine_uM = PEAK_UM;
    synapse_glutamate_set(s, &def);
    check_near(synapse_glutamate_state_of(s).block, 0.1254, 1e-4);
    cycle_ticks(s);
    assert_int_equal(cycle_ticks(s), 86); // 150 / 1.740
    synapse_glutamate_destroy(s);
}

static void ketamine_plugs_the_share_of_its_target_and_scale(void **state)
{
    (void)state;
    static const struct {
        synapse_target target;
        synapse_scale scale;
        double block;
    } golden[] = {
        {SYNAPSE_INTERNEURON, SYNAPSE_TRUE, 0.3873},
        {SYNAPSE_PYRAMIDAL, SYNAPSE_TRUE, 0.1254},
        {SYNAPSE_INTERNEURON, SYNAPSE_SEEN, 0.5987}, // C / (C + 0.5)
        {SYNAPSE_PYRAMIDAL, SYNAPSE_SEEN, 0.2529},   // C / (C + 0.5 * 5.2 / 1.18)
    };
    enum { SEEDS = SANITIZED ? 40 : 200 };
    for (size_t g = 0; g < sizeof golden / sizeof *golden; g++) {
        synapse_glutamate_def def = {
            .ketamine_uM = PEAK_UM, .target = golden[g].target, .scale = golden[g].scale, .magnesium = true};
        double plugged = 0.0, all = (double)SEEDS * SYNAPSE_NMDA, b = golden[g].block;
        for (def.seed = 0; def.seed < SEEDS; def.seed++) {
            synapse_glutamate *s = make(&def);
            synapse_glutamate_state now = synapse_glutamate_state_of(s);
            check_near(now.block, b, 1e-4);
            plugged += now.plugged;
            int found = 0;
            for (int i = 0; i < SYNAPSE_RECEPTORS; i++) {
                synapse_receptor r = synapse_glutamate_receptor(s, i);
                assert_true((r.kind == SYNAPSE_KIND_NMDA) == (i >= SYNAPSE_AMPA));
                assert_false(r.ketamine && (r.magnesium || r.kind == SYNAPSE_KIND_AMPA));
                found += r.ketamine;
            }
            assert_int_equal(found, now.plugged);
            synapse_glutamate_destroy(s);
        }
        check_near(plugged / all, b, 4.0 * sqrt(b * (1.0 - b) / all));
    }
}

// Interneuron, true scale: the rate stays at rest, so ketamine changes what is in the pores and nothing else.
static void the_open_receptors_do_not_know_about_the_pores(void **state)
{
    (void)state;
    synapse_glutamate_def def = true_def();
    synapse_glutamate *without = make(&def);
    def.ketamine_uM = 1e9;
    synapse_glutamate *with = make(&def);
    assert_int_equal(synapse_glutamate_state_of(with).plugged, SYNAPSE_NMDA);
    double highest_with = -70.0, highest_without = -70.0;
    for (int i = 0; i < 8 * SYNAPSE_TICKS_PER_S; i++) {
        synapse_glutamate_advance(without, TICK_S);
        synapse_glutamate_advance(with, TICK_S);
        synapse_glutamate_state a = synapse_glutamate_state_of(without), b = synapse_glutamate_state_of(with);
        if (synapse_glutamate_state_of(with).releases == 0)
            continue; // the means before the first release hold the voltage's own history
        assert_true(a.now.ampa == b.now.ampa && a.now.nmda == b.now.nmda);
        assert_true(a.now.glutamate_mM == b.now.glutamate_mM);
        assert_true(a.ampa_open == b.ampa_open && a.nmda_open == b.nmda_open);
        highest_without = fmax(highest_without, a.now.voltage_mV);
        highest_with = fmax(highest_with, b.now.voltage_mV);
    }
    assert_true(highest_without > -64.5);
    assert_true(highest_with < highest_without - 0.02);
    synapse_glutamate_destroy(without);
    synapse_glutamate_destroy(with);
}

static const double CONCENTRATION_OF_ONE =
    1.6605e-6 / (3.14159265 * 0.15 * 0.15 * 0.02); // over the density, mM

static int count_near(const synapse_glutamate *s)
{
    diffusion_molecules m = synapse_glutamate_molecules(s);
    int near = 0;
    for (int i = 0; i < m.count; i++)
        near += m.x[i] * m.x[i] + m.y[i] * m.y[i] < 0.15f * 0.15f;
    return near;
}

// Over seeds, the synapse at its start, and later on, is what the mean course says.
static void it_starts_in_its_stationary_state(void **state)
{
    (void)state;
    enum { SEEDS = SANITIZED ? 60 : 400, LATER = 60 };
    synapse_glutamate_def def = synapse_glutamate_def_default();
    double near = 0, mean_near = 0, free[2] = {0, 0}, ampa[2] = {0, 0}, nmda[2] = {0, 0}, mean_ampa = 0,
           mean_nmda = 0, mean_mM = 0;
    double mM[2] = {0, 0};
    for (def.seed = 0; def.seed < SEEDS; def.seed++) {
        synapse_glutamate *s = make(&def);
        near += count_near(s);
        mean_near += synapse_glutamate_past(s, 0).now.glutamate_mM / CONCENTRATION_OF_ONE;
        for (int when = 0; when < 2; when++) {
            synapse_glutamate_state now = synapse_glutamate_state_of(s);
            free[when] += (double)synapse_glutamate_counts(s).free / SEEDS;
            ampa[when] += (double)now.ampa_open / SYNAPSE_AMPA / SEEDS;
            nmda[when] += (double)now.nmda_open / SYNAPSE_NMDA / SEEDS;
            mM[when] += now.now.glutamate_mM / SEEDS;
            if (when == 0)
                for (int i = 0; i < LATER; i++)
                    synapse_glutamate_advance(s, TICK_S);
        }
        assert_conserved(s);
        synapse_glutamate_destroy(s);
    }
    synapse_glutamate *s = make(&def); // any: its history is the mean course
    for (int i = 0; i < 150; i++) {
        synapse_glutamate_sample past = synapse_glutamate_past(s, i);
        mean_ampa += past.now.ampa / 150;
        mean_nmda += past.now.nmda / 150;
        mean_mM += past.now.glutamate_mM / 150;
    }
    synapse_glutamate_destroy(s);
    for (int when = 0; when < 2; when++) {
        check_near(ampa[when], mean_ampa, 4.0 * 0.1 / sqrt(SEEDS));
        check_near(nmda[when], mean_nmda, 4.0 * 0.15 / sqrt(SEEDS));
        check_near(mM[when], mean_mM, 4.0 * 0.35 / sqrt(SEEDS));
    }
    check_near(near, mean_near, 4.0 * sqrt(mean_near)); // given the phases, the counts are nearly Poisson
    check_near(free[0], free[1], 4.0 * 500.0 * sqrt(2.0 / SEEDS));
}

static void history_before_the_start_is_the_mean_course(void **state)
{
    (void)state;
    synapse_glutamate_def def = true_def();
    synapse_glutamate *s = make(&def);
    int releases = 0;
    double highest = 0.0, peak_mV = -70.0;
    for (int i = 0; i < SYNAPSE_HISTORY; i++) {
        synapse_glutamate_sample past = synapse_glutamate_past(s, i);
        releases += past.release;
        highest = fmax(highest, past.now.ampa);
        peak_mV = fmax(peak_mV, past.now.voltage_mV);
        // Without ketamine this is the course before the dose.
        check_near(past.now.ampa, past.before.ampa, 1e-9);
        check_near(past.now.nmda, past.before.nmda, 1e-9);
        check_near(past.now.voltage_mV, past.before.voltage_mV, 1e-9);
    }
    assert_int_equal(releases, SYNAPSE_HISTORY / 150);
    check_relative(highest, 0.185, 0.05); // the golden values of one release
    check_near(peak_mV, -63.3, 0.4);
    // A tick later the newest entry is the living synapse, and the one before is where it started.
    synapse_glutamate_sample last = synapse_glutamate_past(s, 0);
    synapse_glutamate_advance(s, TICK_S);
    synapse_glutamate_sample now = synapse_glutamate_past(s, 0), back = synapse_glutamate_past(s, 1);
    assert_true(back.now.voltage_mV == last.now.voltage_mV);
    assert_true(now.now.voltage_mV == synapse_glutamate_state_of(s).now.voltage_mV);
    synapse_glutamate_destroy(s);
}

static void the_line_before_the_dose_keeps_its_height_when_ketamine_works(void **state)
{
    (void)state;
    synapse_glutamate_def def = true_def();
    def.target = SYNAPSE_PYRAMIDAL;
    def.ketamine_uM = PEAK_UM;
    synapse_glutamate *s = make(&def);
    double now = -70.0, before = -70.0, ampa = 0.0;
    for (int i = 0; i < SYNAPSE_HISTORY; i++) {
        synapse_glutamate_sample past = synapse_glutamate_past(s, i);
        now = fmax(now, past.now.voltage_mV);
        before = fmax(before, past.before.voltage_mV);
        ampa = fmax(ampa, past.before.ampa);
    }
    check_near(before, -63.3, 0.4);
    check_relative(ampa, 0.185, 0.05);
    check_near(now, before, 1.0); // one release opens the same AMPA receptors; there are more releases
    synapse_glutamate_destroy(s);
}

static void release_on_demand_adds_a_vesicle_at_once(void **state)
{
    (void)state;
    synapse_glutamate_def def = synapse_glutamate_def_default();
    synapse_glutamate *s = make(&def);
    int free = synapse_glutamate_counts(s).free;
    assert_int_equal(synapse_glutamate_release(s), SYNAPSE_VESICLE);
    assert_int_equal(synapse_glutamate_counts(s).free, free + SYNAPSE_VESICLE);
    assert_true(synapse_glutamate_state_of(s).since_release_s == 0.0);
    check_near(synapse_glutamate_state_of(s).now.glutamate_mM, 3000.0 * CONCENTRATION_OF_ONE, 0.3);
    diffusion_molecules m = synapse_glutamate_molecules(s);
    assert_true(m.x[free] == 0.0f && m.y[free] == 0.0f && m.z[free] == 0.0f);
    synapse_glutamate_advance(s, 0.3);
    assert_true(synapse_glutamate_counts(s).free < free + SYNAPSE_VESICLE);
    assert_true(synapse_glutamate_state_of(s).now.ampa > 0.15);
    for (int i = 0; i < 10; i++)
        synapse_glutamate_release(s);
    assert_true(synapse_glutamate_counts(s).free <= 4 * SYNAPSE_VESICLE + SYNAPSE_RECEPTORS);
    assert_int_equal(synapse_glutamate_release(s), 0);
    synapse_glutamate_advance(s, 1.0);
    assert_conserved(s);
    synapse_glutamate_destroy(s);
}

static void release_on_demand_ends_the_fast_forward(void **state)
{
    (void)state;
    synapse_glutamate_def def = synapse_glutamate_def_default();
    synapse_glutamate *s = make(&def);
    while (!synapse_glutamate_state_of(s).fast_forward)
        synapse_glutamate_advance(s, TICK_S);
    synapse_glutamate_release(s);
    assert_false(synapse_glutamate_state_of(s).fast_forward);
    double ms = synapse_glutamate_state_of(s).model_ms;
    synapse_glutamate_advance(s, TICK_S);
    check_near(synapse_glutamate_state_of(s).model_ms - ms, 0.02, 1e-9);
    synapse_glutamate_destroy(s);
}

static void plugged_pores_lower_the_mean_course(void **state)
{
    (void)state;
    synapse_glutamate_def def = synapse_glutamate_def_default();
    def.ketamine_uM = PEAK_UM;
    synapse_glutamate *s = make(&def);
    double now = -70.0, before = -70.0;
    for (int i = 0; i < 150; i++) {
        synapse_glutamate_sample past = synapse_glutamate_past(s, i);
        now = fmax(now, past.now.voltage_mV);
        before = fmax(before, past.before.voltage_mV);
    }
    assert_true(now < before - 1.0);
    synapse_glutamate_destroy(s);
}

static void depolarising_drives_magnesium_out_for_50_ms(void **state)
{
    (void)state;
    synapse_glutamate_def def = synapse_glutamate_def_default();
    synapse_glutamate *s = make(&def);
    synapse_glutamate_depolarise(s);
    double held = 0.0;
    int ticks = 0;
    while (synapse_glutamate_state_of(s).depolarised_ms > 0.0) {
        synapse_glutamate_state now = synapse_glutamate_state_of(s);
        check_near(now.now.voltage_mV, SYNAPSE_DEPOLARISED_MV, 1e-12);
        check_near(now.magnesium_free, 0.7812, 1e-4);
        assert_false(now.fast_forward && ticks > 0);
        synapse_glutamate_advance(s, TICK_S);
        held += ticks > 60 ? now.magnesium_held : 0.0;
        ticks++;
    }
    assert_int_equal(ticks, 2500);
    check_relative(held / (ticks - 61), SYNAPSE_NMDA * (1.0 - 0.7812), 0.15);
    synapse_glutamate_advance(s, 10.0);
    synapse_glutamate_state now = synapse_glutamate_state_of(s);
    assert_true(now.now.voltage_mV < -55.0);
    assert_true(now.magnesium_held >= 10);
    assert_conserved(s);
    synapse_glutamate_destroy(s);
}

static void without_magnesium_the_pores_are_free(void **state)
{
    (void)state;
    synapse_glutamate_def def = synapse_glutamate_def_default();
    def.magnesium = false;
    synapse_glutamate *s = make(&def);
    assert_int_equal(synapse_glutamate_state_of(s).magnesium_held, 0);
    synapse_glutamate_advance(s, 2.0);
    assert_int_equal(synapse_glutamate_state_of(s).magnesium_held, 0);
    def.magnesium = true;
    synapse_glutamate_set(s, &def);
    synapse_glutamate_advance(s, 2.0);
    assert_true(synapse_glutamate_state_of(s).magnesium_held > 8);
    synapse_glutamate_destroy(s);
}

static void seen_shows_more_open_nmda_receptors_than_true(void **state)
{
    (void)state;
    synapse_glutamate_def def = true_def();
    synapse_glutamate *truth = make(&def);
    def.scale = SYNAPSE_SEEN;
    synapse_glutamate *seen = make(&def);
    double open_true = 0.0, open_seen = 0.0;
    for (int i = 0; i < 1800; i++) {
        synapse_glutamate_advance(truth, TICK_S);
        synapse_glutamate_advance(seen, TICK_S);
        open_true = fmax(open_true, synapse_glutamate_state_of(truth).now.nmda);
        open_seen = fmax(open_seen, synapse_glutamate_state_of(seen).now.nmda);
    }
    check_near(open_true * SYNAPSE_NMDA, 0.2, 0.06);
    assert_true(open_seen * SYNAPSE_NMDA > 3.0);
    assert_true(synapse_glutamate_state_of(truth).nmda_factor == 1.0);
    assert_true(synapse_glutamate_state_of(seen).nmda_factor == SYNAPSE_NMDA_SEEN_FACTOR);
    synapse_glutamate_destroy(truth);
    synapse_glutamate_destroy(seen);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_gives_the_same_synapse_however_time_is_cut),
        cmocka_unit_test(ten_seconds_have_the_golden_counts),
        cmocka_unit_test(molecules_are_conserved_through_releases_and_fast_forwards),
        cmocka_unit_test(waits_are_2_5_over_G_seconds_on_display_and_400_over_G_ms_in_the_model),
        cmocka_unit_test(the_clock_may_run_while_the_synapse_lives),
        cmocka_unit_test(ketamine_plugs_the_share_of_its_target_and_scale),
        cmocka_unit_test(the_open_receptors_do_not_know_about_the_pores),
        cmocka_unit_test(it_starts_in_its_stationary_state),
        cmocka_unit_test(history_before_the_start_is_the_mean_course),
        cmocka_unit_test(the_line_before_the_dose_keeps_its_height_when_ketamine_works),
        cmocka_unit_test(release_on_demand_adds_a_vesicle_at_once),
        cmocka_unit_test(release_on_demand_ends_the_fast_forward),
        cmocka_unit_test(plugged_pores_lower_the_mean_course),
        cmocka_unit_test(depolarising_drives_magnesium_out_for_50_ms),
        cmocka_unit_test(without_magnesium_the_pores_are_free),
        cmocka_unit_test(seen_shows_more_open_nmda_receptors_than_true),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
