// The living serotonin synapse: its stationary start, its plugs, its curves (docs/models.md).
#include "check.h"
#include "model/synapse_field.h"
#include "model/synapse_serotonin.h"
#include "sanitized.h"

static const double TICK_S = 1.0 / SYNAPSE_TICKS_PER_S;

static synapse_serotonin *make(uint64_t seed, double occupancy)
{
    synapse_serotonin_def def = {.seed = seed, .occupancy = occupancy};
    synapse_serotonin *s = synapse_serotonin_create(&def);
    assert_non_null(s);
    return s;
}

static void assert_conserved(const synapse_serotonin *s)
{
    diffusion_counts c = synapse_serotonin_counts(s);
    assert_int_equal(c.free + c.bound + c.taken_up, c.released);
    assert_int_equal(c.over_rim + c.dismissed, 0);
}

// Released at the wall, the mean life is exactly H / kappa: the area under the share that is left.
static void the_mean_field_has_the_life_of_the_wall(void **state)
{
    (void)state;
    static const double occupancy[] = {0.0, 0.5, 0.8, 0.9};
    for (int i = 0; i < 4; i++) {
        double kappa = 0.02 * (1.0 - occupancy[i]), life = 0.0, dt = 0.02;
        synapse_field f = synapse_field_slab(0.5, kappa, 0.3);
        check_near(synapse_field_total(&f), 1.0, 1e-12);
        for (int step = 0; synapse_field_total(&f) > 1e-4; step++) {
            double before = synapse_field_total(&f);
            synapse_field_step(&f, dt, step < 20);
            life += 0.5 * dt * (before + synapse_field_total(&f));
        }
        check_relative(life, 0.5 / kappa, 0.002);
    }
    synapse_field closed = synapse_field_slab(0.5, 0.0, 0.3);
    for (int step = 0; step < 1000; step++)
        synapse_field_step(&closed, 0.02, step < 20);
    check_near(synapse_field_total(&closed), 1.0, 1e-9);
    check_near(synapse_field_within(&closed, 0.2), 0.4, 1e-3);
    check_near(synapse_field_sample(&closed, 0.25), 0.125, 1e-3);
}

static void it_starts_with_littles_count(void **state)
{
    (void)state;
    static const struct {
        double occupancy, count;
    } golden[] = {{0.0, 156.0}, {0.5, 312.0}, {0.8, 781.0}};
    enum { SEEDS = SANITIZED ? 40 : 200 };
    for (size_t g = 0; g < sizeof golden / sizeof *golden; g++) {
        double free = 0.0, height = 0.0, bound = 0.0, mean_bound = 0.0;
        for (uint64_t seed = 0; seed < SEEDS; seed++) {
            synapse_serotonin *s = make(seed, golden[g].occupancy);
            diffusion_molecules m = synapse_serotonin_molecules(s);
            free += (double)m.count / SEEDS;
            for (int i = 0; i < m.count; i++)
                height += (double)m.z[i] / m.count / SEEDS;
            bound += synapse_serotonin_state_of(s).bound;
            mean_bound += synapse_serotonin_state_of(s).now.bound * SYNAPSE_5HT_RECEPTORS;
            assert_conserved(s);
            synapse_serotonin_destroy(s);
        }
        check_near(bound, mean_bound, 4.0 * sqrt(0.25 * SEEDS * SYNAPSE_5HT_RECEPTORS));
        check_relative(free, golden[g].count, SANITIZED ? 0.1 : 0.05);
        check_near(height, 0.25, 0.01);
    }
}

static void it_stays_at_littles_count(void **state)
{
    (void)state;
    static const struct {
        double occupancy, count;
    } golden[] = {{0.0, 156.0}, {0.8, 781.0}};
    for (size_t g = 0; g < sizeof golden / sizeof *golden; g++) {
        synapse_serotonin *s = make(3, golden[g].occupancy);
        // Flips move the plugged share about: what counts is the mean of 1 / (1 - share) as it was.
        double free = 0.0, life = 0.0, bound = 0.0, mean_bound = 0.0;
        const int ticks = (SANITIZED ? 100 : 400) * SYNAPSE_TICKS_PER_S;
        for (int i = 0; i < ticks; i++) {
            synapse_serotonin_advance(s, TICK_S);
            synapse_serotonin_state now = synapse_serotonin_state_of(s);
            free += (double)synapse_serotonin_counts(s).free / ticks;
            life += 1.0 / (1.0 - 0.01 * now.plugged) / ticks;
            bound += (double)now.bound / SYNAPSE_5HT_RECEPTORS / ticks;
            mean_bound += now.now.bound / ticks;
        }
        check_relative(free, 156.25 * life, 0.1);
        check_relative(life * (1.0 - golden[g].occupancy), 1.0, SANITIZED ? 0.25 : 0.1);
        check_near(bound, mean_bound, 0.04);
        assert_conserved(s);
        synapse_serotonin_destroy(s);
    }
}

static void receptors_follow_mass_action(void **state)
{
    (void)state;
    // Slow enough at 90 % occupancy that c / (c + Kd) holds nearly at each moment.
    synapse_serotonin *s = make(9, 0.9);
    for (int i = 0; i < SYNAPSE_HISTORY; i++) {
        synapse_serotonin_sample past = synapse_serotonin_past(s, i);
        check_near(past.now.bound, past.now.serotonin_uM / (past.now.serotonin_uM + SYNAPSE_5HT_KD_UM), 0.02);
        check_near(past.before.bound, 0.55, 0.15);
    }
    synapse_serotonin_destroy(s);
}

static int plugged_of(const synapse_serotonin *s)
{
    int plugged = 0;
    for (int i = 0; i < SYNAPSE_SERTS; i++)
        plugged += synapse_serotonin_sert(s, i).plugged;
    assert_int_equal(plugged, synapse_serotonin_state_of(s).plugged);
    return plugged;
}

static void as_many_transporters_are_plugged_as_asked(void **state)
{
    (void)state;
    for (int percent = 0; percent <= 95; percent += 5) {
        synapse_serotonin *s = make(100, 0.01 * percent);
        assert_int_equal(plugged_of(s), percent);
        synapse_serotonin_destroy(s);
    }
    synapse_serotonin *s = make(1, 7.0);
    assert_int_equal(plugged_of(s), 95);
    synapse_serotonin_destroy(s);
}

static void plugs_follow_a_new_occupancy_at_once(void **state)
{
    (void)state;
    synapse_serotonin *s = make(4, 0.0);
    synapse_serotonin_advance(s, 5.0);
    assert_int_equal(plugged_of(s), 0);
    synapse_serotonin_def def = {.occupancy = 0.8};
    synapse_serotonin_set(s, &def);
    check_near((double)plugged_of(s), 80.0, 16.0); // four standard deviations
    double mean = 0.0;
    for (int i = 0; i < 100; i++) {
        synapse_serotonin_advance(s, 1.0);
        mean += plugged_of(s) / 100.0;
    }
    check_near(mean, 80.0, 4.0);
    int before = plugged_of(s);
    def.occupancy = 0.0;
    synapse_serotonin_set(s, &def);
    assert_true(before > 0);
    assert_int_equal(plugged_of(s), 0);
    synapse_serotonin_destroy(s);
}

static void a_plugged_transporter_takes_up_nothing(void **state)
{
    (void)state;
    synapse_serotonin *s = make(6, 0.8);
    int uptakes = 0;
    for (int i = 0; i < 20 * SYNAPSE_TICKS_PER_S; i++) {
        bool plugged[SYNAPSE_SERTS];
        for (int k = 0; k < SYNAPSE_SERTS; k++)
            plugged[k] = synapse_serotonin_sert(s, k).plugged;
        synapse_serotonin_advance(s, TICK_S);
        for (int k = 0; k < SYNAPSE_SERTS; k++) {
            bool turned = synapse_serotonin_sert(s, k).since_uptake_s < TICK_S;
            assert_false(turned && plugged[k]);
            uptakes += turned;
        }
    }
    assert_true(uptakes > 100);
    synapse_serotonin_destroy(s);
}

static void a_pulse_comes_every_48_ms(void **state)
{
    (void)state;
    synapse_serotonin *s = make(8, 0.3);
    double to_release = synapse_serotonin_state_of(s).to_release_s;
    synapse_serotonin_advance(s, to_release - 0.01);
    assert_int_equal(synapse_serotonin_state_of(s).releases, 0);
    int64_t released = synapse_serotonin_counts(s).released;
    synapse_serotonin_advance(s, 0.01);
    assert_int_equal(synapse_serotonin_state_of(s).releases, 1);
    assert_int_equal(synapse_serotonin_counts(s).released, released + SYNAPSE_PULSE);
    double ms = synapse_serotonin_state_of(s).model_ms;
    synapse_serotonin_advance(s, 2.0);
    synapse_serotonin_state now = synapse_serotonin_state_of(s);
    assert_int_equal(now.releases, 2);
    check_near(now.model_ms - ms, 48.0, 1e-9);
    check_near(now.since_release_s, 0.0, 1e-9);
    // On demand: at once, at the site announced, and the next one 48 ms later.
    synapse_serotonin_advance(s, 1.0);
    int site = synapse_serotonin_state_of(s).next_site, free = synapse_serotonin_counts(s).free;
    assert_int_equal(synapse_serotonin_release(s), SYNAPSE_PULSE);
    float x, y;
    synapse_serotonin_site(site, &x, &y);
    diffusion_molecules m = synapse_serotonin_molecules(s);
    assert_true(m.x[free] == x && m.y[free] == y && m.z[free] == 0.0f);
    assert_int_equal(synapse_serotonin_state_of(s).last_site, site);
    check_near(synapse_serotonin_state_of(s).to_release_s, 2.0, 1e-9);
    assert_conserved(s);
    synapse_serotonin_destroy(s);
}

static void serotonin_lingers_over_plugged_transporters(void **state)
{
    (void)state;
    synapse_serotonin *s = make(5, 0.8);
    double now = 0.0, before = 0.0;
    int releases = 0;
    for (int i = 0; i < SYNAPSE_HISTORY; i++) {
        synapse_serotonin_sample past = synapse_serotonin_past(s, i);
        now += past.now.serotonin_uM / SYNAPSE_HISTORY;
        before += past.before.serotonin_uM / SYNAPSE_HISTORY;
        assert_true(past.now.bound > past.before.bound);
        releases += past.release;
    }
    assert_int_equal(releases, SYNAPSE_HISTORY / 120);
    check_relative(before, 156.25 / 2.0 / 602.214, 0.02);
    check_relative(now, 5.0 * before, 0.02);
    synapse_serotonin_destroy(s);
}

static void the_same_seed_gives_the_same_synapse_however_time_is_cut(void **state)
{
    (void)state;
    synapse_serotonin *a = make(7, 0.5), *b = make(7, 0.5), *c = make(8, 0.5);
    synapse_serotonin_advance(a, 3.0);
    for (int i = 0; i < 180; i++)
        synapse_serotonin_advance(b, TICK_S);
    assert_true(synapse_serotonin_hash(a) == synapse_serotonin_hash(b));
    assert_true(synapse_serotonin_hash(a) != synapse_serotonin_hash(c));
    synapse_serotonin_destroy(a);
    synapse_serotonin_destroy(b);
    synapse_serotonin_destroy(c);
}

// Integers that every compiler, vector width and optimisation must reproduce; they change only with the
// model.
static void ten_seconds_have_the_golden_counts(void **state)
{
    (void)state;
    synapse_serotonin *s = make(7, 0.8);
    synapse_serotonin_advance(s, 10.0);
    diffusion_counts c = synapse_serotonin_counts(s);
    assert_int_equal(c.released, 2240);
    assert_int_equal(c.taken_up, 1507);
    assert_int_equal(c.bindings, 251);
    assert_int_equal(c.unbindings, 254);
    synapse_serotonin_destroy(s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_mean_field_has_the_life_of_the_wall),
        cmocka_unit_test(it_starts_with_littles_count),
        cmocka_unit_test(it_stays_at_littles_count),
        cmocka_unit_test(receptors_follow_mass_action),
        cmocka_unit_test(as_many_transporters_are_plugged_as_asked),
        cmocka_unit_test(plugs_follow_a_new_occupancy_at_once),
        cmocka_unit_test(a_plugged_transporter_takes_up_nothing),
        cmocka_unit_test(a_pulse_comes_every_48_ms),
        cmocka_unit_test(serotonin_lingers_over_plugged_transporters),
        cmocka_unit_test(ten_seconds_have_the_golden_counts),
        cmocka_unit_test(the_same_seed_gives_the_same_synapse_however_time_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
