// SSRI occupancy and autoreceptors, and how fast both treatments begin to work: golden values and shapes of
// docs/models.md, read from the tabulated treatment and from a plain Euler integration (dt 0.01 h).
#include "../check.h"
#include "model/drivers.h"
#include "model/lag.h"
#include "model/onset.h"
#include "model/pharmacokinetics.h"
#include "model/ssri.h"
#include "model/treatment.h"

static const double HOUR = 60.0, DAY = 1440.0; // min

static int set_up(void **state)
{
    *state = treatment_create(treatment_inputs_default());
    return *state ? 0 : -1;
}

static int tear_down(void **state)
{
    treatment_destroy(*state);
    return 0;
}

// Printed to two or three decimals: half a unit of the last one, and 0.5 % for the prototype's Euler steps.
static void ssri_has_the_golden_values(void **state)
{
    static const struct {
        double day, occupancy, serotonin, firing, desensitisation;
    } golden[] = {{1, .602, 1.53, .66, .04},  {3, .752, 1.93, .57, .18},  {7, .794, 2.25, .57, .41},
                  {14, .800, 2.59, .65, .66}, {28, .800, 3.03, .75, .84}, {56, .800, 3.25, .81, .90}};
    for (size_t i = 0; i < sizeof golden / sizeof *golden; i++) {
        treatment_levels v = treatment_at(*state, golden[i].day * DAY);
        check_near(v.ssri_occupancy, golden[i].occupancy, 0.0005 + 0.005 * golden[i].occupancy);
        check_near(v.serotonin, golden[i].serotonin, 0.005 + 0.005 * golden[i].serotonin);
        check_near(v.raphe_firing, golden[i].firing, 0.005 + 0.005 * golden[i].firing);
        check_near(v.autoreceptor_desensitisation, golden[i].desensitisation,
                   0.005 + 0.005 * golden[i].desensitisation);
    }
}

static void occupancy_reaches_the_therapeutic_level_in_two_weeks(void **state)
{
    double day_1 = treatment_at(*state, 1.0 * DAY).ssri_occupancy;
    double day_14 = treatment_at(*state, 14.0 * DAY).ssri_occupancy;
    assert_true(day_1 < day_14);
    check_near(day_14, 0.80, 0.005);
    for (double target = 0.0; target <= 0.9; target += 0.1)
        check_near(ssri_occupancy(target, 1e5), target, 1e-12);
    assert_true(ssri_occupancy(0.8, 0.0) == 0.0);
}

static void serotonin_and_desensitisation_only_rise(void **state)
{
    treatment_levels before = treatment_at(*state, 0.0);
    for (double t = 0.01; t <= 56.0 * DAY; t *= 1.01) {
        treatment_levels now = treatment_at(*state, t);
        assert_true(now.serotonin >= before.serotonin);
        assert_true(now.autoreceptor_desensitisation >= before.autoreceptor_desensitisation);
        before = now;
    }
}

static void raphe_firing_dips_in_the_first_week_and_recovers_by_the_fourth(void **state)
{
    double least = 1.0, least_day = 0.0;
    for (double day = 0.1; day <= 56.0; day += 0.1) {
        double firing = treatment_at(*state, day * DAY).raphe_firing;
        if (firing < least) {
            least = firing;
            least_day = day;
        }
    }
    assert_true(least < 0.6);
    check_between(least_day, 3.0, 7.0);
    assert_true(treatment_at(*state, 28.0 * DAY).raphe_firing > 0.72);
}

// S = f S0 and f = 1 / (1 + (1 - Dz)(S - 1)) must both hold at the solved S.
static void serotonin_and_firing_solve_their_two_equations(void **state)
{
    (void)state;
    for (double occ = 0.0; occ <= 0.9; occ += 0.05)
        for (double dz = 0.0; dz <= 1.0; dz += 0.125) {
            double s = ssri_serotonin(occ, dz), f = ssri_firing(s, dz);
            check_relative(s, f * 8.1 / ((1.0 - occ) * 7.6 + 0.5), 1e-13);
            assert_true(s >= 1.0 - 1e-15);
        }
    check_relative(ssri_serotonin(0.8, 1.0), 8.1 / (0.2 * 7.6 + 0.5), 1e-14); // nothing holds it back
    check_near(ssri_serotonin(0.0, 0.0), 1.0, 1e-15);
}

// Taylor et al. 2006: about one third of the six-week effect is there after the first week.
static void ssri_effect_has_a_third_of_week_six_after_week_one(void **state)
{
    double week_1 = treatment_at(*state, 7.0 * DAY).effect[SIDE_SSRI];
    double week_6 = treatment_at(*state, 42.0 * DAY).effect[SIDE_SSRI];
    check_relative(week_1 / week_6, 0.336, 0.005); // exactly 0.3365
    check_near(onset_ssri(0.8, 20.0 * 24.0), 1.0 - exp(-1.0), 1e-14);
    assert_true(onset_ssri(0.0, 1000.0) == 0.0);
}

static void ketamine_effect_has_the_golden_values(void **state)
{
    static const struct {
        double hour, effect, rounding;
    } golden[] = {{1, 0.07, 0.005},      {2, 0.234, 0.0005},  {4, 0.507, 0.0005},   {12, 0.865, 0.0005},
                  {16.4, 0.882, 0.0005}, {24, 0.863, 0.0005}, {168, 0.421, 0.0005}, {336, 0.182, 0.0005}};
    for (size_t i = 0; i < sizeof golden / sizeof *golden; i++)
        check_near(treatment_at(*state, golden[i].hour * HOUR).effect[SIDE_KETAMINE], golden[i].effect,
                   golden[i].rounding + 0.005 * golden[i].effect);
    double day = treatment_at(*state, 24.0 * HOUR).effect[SIDE_KETAMINE];
    double week = treatment_at(*state, 168.0 * HOUR).effect[SIDE_KETAMINE];
    check_near(week / day, 0.49, 0.005); // Zarate et al. 2006: 35 % of 71 %
}

static void ketamine_effect_peaks_at_16_4_hours(void **state)
{
    double best = 0.0, best_hour = 0.0;
    for (double hour = 1.0; hour < 100.0; hour += 0.02) {
        double effect = treatment_at(*state, hour * HOUR).effect[SIDE_KETAMINE];
        if (effect > best) {
            best = effect;
            best_hour = hour;
        }
    }
    check_near(best_hour, 16.4, 0.15);
    check_near(best, 0.882, 0.0005 + 0.005 * 0.882);
}

// First time, in hours, at which the effect of a side reaches a level; found by halving on a rising curve.
static double hour_of(const treatment *t, side s, double level, double latest_hour)
{
    double low = 0.0, high = latest_hour;
    for (int i = 0; i < 60; i++) {
        double middle = 0.5 * (low + high);
        if (treatment_at(t, middle * HOUR).effect[s] < level)
            low = middle;
        else
            high = middle;
    }
    return high;
}

static void ketamine_works_in_hours_and_the_ssri_in_weeks(void **state)
{
    double ketamine_peak = treatment_at(*state, 16.4 * HOUR).effect[SIDE_KETAMINE];
    double ketamine_h = hour_of(*state, SIDE_KETAMINE, 0.5 * ketamine_peak, 16.0);
    double ssri_h = hour_of(*state, SIDE_SSRI, 0.5, 56.0 * 24.0);
    check_between(ketamine_h, 1.0, 12.0);
    check_near(ketamine_h, 3.45, 0.02);
    check_between(ssri_h / 24.0, 7.0, 28.0);
    check_near(ssri_h / 24.0, 13.9, 0.05);
    assert_true(ssri_h > 20.0 * ketamine_h);
    assert_true(treatment_at(*state, 672.0 * HOUR).effect[SIDE_KETAMINE] < 0.1);
}

typedef struct euler {
    double x, y, desensitisation;
} euler;

// Explicit Euler over dt 0.01 h with C and occupancy from their closed forms at the step's start.
static void euler_step(euler *e, const pharmacokinetics *pk, double target, double hour, double dt)
{
    double h = drivers_saturation(pharmacokinetics_uM(pharmacokinetics_mg_per_l(pk, hour * HOUR)));
    double goal = ssri_desensitisation_goal(ssri_occupancy(target, hour));
    double dx = 3.0 * h * (1.0 - e->x) - e->x / 200.0, dy = (e->x - e->y) / 3.0;
    e->desensitisation += dt * (goal - e->desensitisation) / 240.0;
    e->x += dt * dx;
    e->y += dt * dy;
}

static void tabulated_curves_agree_with_euler_steps_of_36_s(void **state)
{
    (void)state;
    const treatment_inputs cases[] = {{0.5, 0.8}, {1.0, 0.9}, {0.1, 0.5}};
    for (size_t c = 0; c < sizeof cases / sizeof *cases; c++) {
        treatment *t = treatment_create(cases[c]);
        assert_non_null(t);
        pharmacokinetics pk = pharmacokinetics_make(cases[c].ketamine_mg_per_kg);
        euler e = {0.0, 0.0, 0.0};
        for (int step = 0; step < 134400; step++) {
            euler_step(&e, &pk, cases[c].ssri_target, 0.01 * (double)step, 0.01);
            treatment_levels v = treatment_at(t, 0.01 * (double)(step + 1) * HOUR);
            check_near(v.effect[SIDE_KETAMINE], e.y, 0.005);
            check_near(v.autoreceptor_desensitisation, e.desensitisation, 0.005);
            if (step > 1000)
                check_relative(v.effect[SIDE_KETAMINE], e.y, 0.005);
        }
        treatment_destroy(t);
    }
}

// Euler is first order; with steps of 1.8 s and the input at their middle it is close enough to show that the
// table is better than the comparison above can tell.
static void ketamine_effect_is_the_limit_of_ever_finer_steps(void **state)
{
    pharmacokinetics pk = pharmacokinetics_make(0.5);
    double x = 0.0, y = 0.0;
    const double dt_h = 0.0005;
    for (int step = 0; step < 48000; step++) {
        double middle_min = ((double)step + 0.5) * dt_h * HOUR;
        double h = drivers_saturation(pharmacokinetics_uM(pharmacokinetics_mg_per_l(&pk, middle_min)));
        double dx = dt_h * (3.0 * h * (1.0 - x) - x / 200.0);
        y += dt_h * (x + 0.5 * dx - y) / 3.0;
        x += dx;
        double tabulated = treatment_at(*state, (double)(step + 1) * dt_h * HOUR).effect[SIDE_KETAMINE];
        check_near(tabulated, y, 1e-4);
    }
}

static void more_ketamine_gives_more_effect_at_every_moment(void **state)
{
    (void)state;
    treatment *less = treatment_create((treatment_inputs){0.0, 0.8}),
              *more = treatment_create((treatment_inputs){0.0, 0.8});
    assert_non_null(less);
    assert_non_null(more);
    for (double dose = 0.1; dose <= 1.0; dose += 0.1) {
        treatment_tabulate(more, (treatment_inputs){dose, 0.8});
        for (double t = 1.0; t < 56.0 * DAY; t *= 1.2)
            assert_true(treatment_at(more, t).effect[SIDE_KETAMINE] >
                        treatment_at(less, t).effect[SIDE_KETAMINE]);
        treatment_tabulate(less, (treatment_inputs){dose, 0.8});
    }
    treatment_destroy(less);
    treatment_destroy(more);
}

// y' = rate (a + b t - y) has the exact solution below; the weights must give it for tiny and huge steps.
static void lag_is_exact_for_straight_line_input(void **state)
{
    (void)state;
    for (double z = 1e-9; z < 1e6; z *= 3.0) {
        const double v0 = 0.7, v1 = 1.9, y0 = 0.2;
        lag l = lag_make(z, 1.0);
        double slope = v1 - v0, decay = exp(-z);
        double exact = v1 - slope / z + (y0 - v0 + slope / z) * decay;
        check_near(l.keep * y0 + l.from * v0 + l.to * v1, exact, 1e-14 + 4e-16 / z); // slope / z cancels
        check_near(l.keep, decay, 2e-16);
        check_near(l.keep + l.from + l.to, 1.0, 1e-15);
        assert_true(l.keep >= 0.0 && l.from >= 0.0 && l.to >= 0.0);
        if (z < 1e-3) // both ends of the input count alike in a short step
            check_relative(l.from, l.to, z);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ssri_has_the_golden_values),
        cmocka_unit_test(occupancy_reaches_the_therapeutic_level_in_two_weeks),
        cmocka_unit_test(serotonin_and_desensitisation_only_rise),
        cmocka_unit_test(raphe_firing_dips_in_the_first_week_and_recovers_by_the_fourth),
        cmocka_unit_test(serotonin_and_firing_solve_their_two_equations),
        cmocka_unit_test(ssri_effect_has_a_third_of_week_six_after_week_one),
        cmocka_unit_test(ketamine_effect_has_the_golden_values),
        cmocka_unit_test(ketamine_effect_peaks_at_16_4_hours),
        cmocka_unit_test(ketamine_works_in_hours_and_the_ssri_in_weeks),
        cmocka_unit_test(tabulated_curves_agree_with_euler_steps_of_36_s),
        cmocka_unit_test(ketamine_effect_is_the_limit_of_ever_finer_steps),
        cmocka_unit_test(more_ketamine_gives_more_effect_at_every_moment),
        cmocka_unit_test(lag_is_exact_for_straight_line_input),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
