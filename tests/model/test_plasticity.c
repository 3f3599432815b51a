// From burst to spine density: golden values of the prototype, the table against plain Euler steps, and the
// controls of docs/models.md.
#include "../check.h"
#include "base/fnv.h"
#include "model/drivers.h"
#include "model/pharmacokinetics.h"
#include "model/plasticity.h"
#include "model/plasticity_ode.h"
#include "model/ssri.h"

#include <stdbool.h>
#include <string.h>

static const double H = 60.0; // min

static plasticity *make(double dose, double target, bool stressed, bool rapamycin)
{
    plasticity *p = plasticity_create((plasticity_inputs){{dose, target}, stressed, rapamycin});
    assert_non_null(p);
    return p;
}

enum { B, M, P, RHO, CURVES };

typedef struct peaks {
    double value[CURVES], at_h[CURVES];
} peaks;

static void see(peaks *k, const double y[CURVES], double t_h)
{
    for (int i = 0; i < CURVES; i++)
        if (y[i] > k->value[i]) {
            k->value[i] = y[i];
            k->at_h[i] = t_h;
        }
}

static peaks peaks_of(const plasticity *p, side s)
{
    peaks k = {{0.0}, {0.0}};
    for (int n = 1; n <= 33600; n++) {
        plasticity_levels v = plasticity_at(p, s, 0.04 * n * H);
        see(&k, (const double[]){v.bdnf, v.mtor, v.proteins, v.density}, 0.04 * n);
    }
    for (int n = 1; n <= 4000; n++) { // finer where b and m peak
        plasticity_levels v = plasticity_at(p, s, 0.001 * n * H);
        see(&k, (const double[]){v.bdnf, v.mtor, v.proteins, v.density}, 0.001 * n);
    }
    return k;
}

// Explicit Euler, C from the closed form at the step's start: with 100 steps an hour the prototype's own
// scheme.
typedef struct euler {
    pharmacokinetics pk;
    double target, s, r;
    double y[CURVES];
    int step, per_h;
} euler;

static euler euler_make(plasticity_inputs in, int per_h)
{
    double s = in.stressed ? 0.85 : 1.0;
    return (euler){.pk = pharmacokinetics_make(in.treatment.ketamine_mg_per_kg),
                   .per_h = per_h,
                   .target = in.treatment.ssri_target,
                   .s = s,
                   .r = in.rapamycin ? 1.0 : 0.0,
                   .y = {0.0, 0.0, 0.0, s}};
}

static void euler_step(euler *e, side s)
{
    double dt = 1.0 / e->per_h, t_h = e->step++ * dt, g = 0.0, p_s = 0.0;
    if (s == SIDE_KETAMINE)
        g = drivers_glutamate_gain(pharmacokinetics_uM(pharmacokinetics_mg_per_l(&e->pk, t_h * H))) - 1.0;
    else
        p_s = 0.04 * ssri_occupancy(e->target, t_h) / 0.8 * (1.0 - exp(-t_h / 336.0));
    double b = e->y[B], m = e->y[M], p = e->y[P], rho = e->y[RHO];
    e->y[B] += dt * (g - b);
    e->y[M] += dt * ((1.0 - e->r) * b * b / (b * b + 0.25) - m);
    e->y[P] += dt * (0.35 * m + (p_s - p) / 48.0);
    e->y[RHO] += dt * 0.09 / 24.0 * (e->s + 2.4 * p - rho);
}

// docs/models.md, 0.5 mg/kg, a prototype: peaks and times, then the density; tolerance 0.5 %.
static const double PEAK[CURVES] = {0.374, 0.269, 0.366, 1.126}, PEAK_H[CURVES] = {1.39, 2.51, 9.2, 104.0};
static const double DENSITY_H[] = {24, 48, 104, 168, 336, 672};
static const double DENSITY[] = {1.060, 1.100, 1.126, 1.114, 1.064, 1.018};

static void check_peaks(const peaks *k)
{
    for (int i = 0; i < CURVES; i++) {
        check_relative(k->value[i], PEAK[i], 0.005);
        check_relative(k->at_h[i], PEAK_H[i], 0.02); // flat tops: the time is less sharp than the height
    }
}

static void golden_values_of_half_a_mg_per_kg(void **state)
{
    (void)state;
    plasticity *p = make(0.5, 0.8, false, false);
    peaks k = peaks_of(p, SIDE_KETAMINE);
    check_peaks(&k);
    for (int i = 0; i < 6; i++)
        check_relative(plasticity_density(p, SIDE_KETAMINE, DENSITY_H[i] * H), DENSITY[i], 0.005);
    plasticity_destroy(p);
}

static void the_prototype_s_own_steps_give_its_golden_values(void **state)
{
    (void)state;
    euler e = euler_make(plasticity_inputs_default(), 100);
    peaks k = {{0.0}, {0.0}};
    int next = 0;
    while (e.step < 67200) {
        euler_step(&e, SIDE_KETAMINE);
        see(&k, e.y, 0.01 * e.step);
        if (e.step == (int)(100.0 * DENSITY_H[next]))
            check_near(e.y[RHO], DENSITY[next++], 0.0006); // as printed
    }
    check_peaks(&k);
    for (int i = 0; i < CURVES; i++)
        check_near(k.value[i], PEAK[i], 0.0006);
    assert_int_equal(next, 6);
}

static void density_peaks_at_other_doses(void **state)
{
    (void)state;
    static const double dose[] = {0.25, 1.0}, golden[] = {1.037, 1.306};
    for (int i = 0; i < 2; i++) {
        plasticity *p = make(dose[i], 0.8, false, false);
        peaks k = peaks_of(p, SIDE_KETAMINE);
        check_relative(k.value[RHO], golden[i], 0.005);
        check_between(k.at_h[RHO], 48.0, 168.0);
        plasticity_destroy(p);
    }
}

// Explicit Euler errs in the first order: with ten times the steps it must come ten times closer.
static void table_is_euler(plasticity_inputs in, int per_h, int hours, double tolerance)
{
    plasticity *p =
        make(in.treatment.ketamine_mg_per_kg, in.treatment.ssri_target, in.stressed, in.rapamycin);
    for (int s = 0; s < SIDE_COUNT; s++) {
        euler e = euler_make(in, per_h);
        while (e.step < hours * per_h) {
            euler_step(&e, (side)s);
            if (e.step % 37 && e.step > 1000)
                continue;
            double t_min = e.step * H / per_h;
            plasticity_levels v = plasticity_at(p, (side)s, t_min);
            check_near(v.bdnf, e.y[B], 5.0 * tolerance);
            check_near(v.mtor, e.y[M], 5.0 * tolerance);
            check_near(v.proteins, e.y[P], 2.0 * tolerance);
            check_near(v.density, e.y[RHO], 0.5 * tolerance);
            check_near(v.formation, e.s + 2.4 * v.proteins, 1e-12);
            assert_true(v.formation == plasticity_formation(p, (side)s, t_min));
            assert_true(v.density == plasticity_density(p, (side)s, t_min));
        }
    }
    plasticity_destroy(p);
}

static void table_is_the_limit_of_ever_finer_euler_steps(void **state)
{
    (void)state;
    static const plasticity_inputs cases[] = {
        {{0.5, 0.8}, false, false}, {{1.0, 0.9}, true, false}, {{0.5, 0.8}, false, true}};
    for (int i = 0; i < 3; i++) {
        table_is_euler(cases[i], 100, 1344, 1e-3);
        table_is_euler(cases[i], 1000, 48, 1e-4);
    }
}

static void rapamycin_stops_it_all(void **state)
{
    (void)state;
    plasticity *p = make(1.0, 0.8, false, true);
    for (double t_min = 1.0; t_min < 1e5; t_min *= 1.1) {
        plasticity_levels v = plasticity_at(p, SIDE_KETAMINE, t_min);
        assert_true(v.mtor == 0.0 && v.proteins == 0.0 && v.formation == 1.0);
        check_near(v.density, 1.0, 1e-12);
    }
    assert_true(plasticity_at(p, SIDE_KETAMINE, 60.0).bdnf > 0.1); // upstream of mTORC1
    plasticity_destroy(p);
}

static void without_drug_nothing_moves(void **state)
{
    (void)state;
    for (int stressed = 0; stressed <= 1; stressed++) {
        plasticity *p = make(0.0, 0.0, stressed, false);
        assert_true(plasticity_set_point(p) == (stressed ? 0.85 : 1.0));
        for (int s = 0; s < SIDE_COUNT; s++)
            for (double t_min = 0.01; t_min < 1e5; t_min *= 1.2) {
                plasticity_levels v = plasticity_at(p, (side)s, t_min);
                assert_true(v.bdnf == 0.0 && v.mtor == 0.0 && v.proteins == 0.0);
                check_near(v.density, plasticity_set_point(p), 1e-12);
            }
        plasticity_destroy(p);
    }
}

static void before_the_dose_all_is_at_rest_and_after_eight_weeks_time_stands_still(void **state)
{
    (void)state;
    plasticity *p = make(0.7, 0.6, true, false);
    const double before[] = {0.0, -5.0, -(double)INFINITY, (double)NAN};
    for (int i = 0; i < 4; i++)
        for (int s = 0; s < SIDE_COUNT; s++) {
            plasticity_levels v = plasticity_at(p, (side)s, before[i]);
            assert_true(v.bdnf == 0.0 && v.mtor == 0.0 && v.proteins == 0.0 && v.density == 0.85);
            assert_true(plasticity_extra_spread(p, (side)s, before[i], 200) == 0.0);
        }
    plasticity_levels end = plasticity_at(p, SIDE_SSRI, COURSE_END_MIN);
    plasticity_levels later = plasticity_at(p, SIDE_SSRI, 1e300);
    assert_memory_equal(&end, &later, sizeof end);
    plasticity_destroy(p);
}

static void peaks_come_in_the_order_of_the_cascade(void **state)
{
    (void)state;
    for (int i = 1; i <= 10; i++) {
        plasticity *p = make(0.1 * i, 0.8, i % 2 == 0, false);
        peaks k = peaks_of(p, SIDE_KETAMINE);
        assert_true(k.at_h[B] < k.at_h[M] && k.at_h[M] < k.at_h[P] && k.at_h[P] < k.at_h[RHO]);
        check_between(k.at_h[RHO], 48.0, 168.0);
        plasticity_destroy(p);
    }
}

static void extra_density_fades_within_four_weeks(void **state)
{
    (void)state;
    plasticity *p = make(0.5, 0.8, false, false);
    assert_true(plasticity_density(p, SIDE_KETAMINE, 28.0 * 24.0 * H) < 1.03);
    plasticity_destroy(p);
}

static void more_drug_more_density_at_all_times(void **state)
{
    (void)state;
    for (int i = 1; i <= 10; i++) {
        plasticity *less = make(0.1 * (i - 1), 0.08 * (i - 1), false, false);
        plasticity *more = make(0.1 * i, 0.08 * i, false, false);
        for (double t_h = 1.0; t_h < 1344.0; t_h *= 1.3)
            for (int s = 0; s < SIDE_COUNT; s++)
                assert_true(plasticity_density(more, (side)s, t_h * H) >
                            plasticity_density(less, (side)s, t_h * H));
        plasticity_destroy(less);
        plasticity_destroy(more);
    }
}

// "About +10 % over weeks"; the limit is 2.4 * 0.04 = 9.6 %.
static void under_an_ssri_density_rises_slowly_over_weeks(void **state)
{
    (void)state;
    plasticity *p = make(0.5, 0.8, false, false);
    assert_true(plasticity_density(p, SIDE_SSRI, 24.0 * H) < 1.001);
    check_between(plasticity_density(p, SIDE_SSRI, COURSE_END_MIN), 1.08, 1.096);
    double before = 0.0;
    for (double t_h = 1.0; t_h < 1344.0; t_h *= 1.1) {
        double now = plasticity_density(p, SIDE_SSRI, t_h * H);
        assert_true(now > before);
        assert_true(plasticity_at(p, SIDE_SSRI, t_h * H).bdnf == 0.0);
        before = now;
    }
    plasticity_destroy(p);
}

// Four weeks on the left has caught up.
static void the_sides_cross_between_two_and_four_weeks(void **state)
{
    (void)state;
    plasticity *p = make(0.5, 0.8, false, false);
    double two_weeks = 336.0 * H, four_weeks = 672.0 * H;
    assert_true(plasticity_density(p, SIDE_KETAMINE, two_weeks) >
                plasticity_density(p, SIDE_SSRI, two_weeks));
    assert_true(plasticity_density(p, SIDE_KETAMINE, four_weeks) <
                plasticity_density(p, SIDE_SSRI, four_weeks));
    plasticity_destroy(p);
}

// No drug, rho(0) = 1.1: e-fold in 1 / eps = 267 h, for any step.
static void density_relaxes_with_the_rate_of_loss(void **state)
{
    (void)state;
    static const double steps_h[] = {0.01, 1.0, 24.0};
    plasticity_drive none = {.rise = 0.0, .mtor_free = 1.0, .proteins_ssri = 0.0, .set_point = 1.0};
    for (int i = 0; i < 3; i++) {
        plasticity_lags lags = plasticity_lags_make(steps_h[i]);
        plasticity_state y = {.density = 1.1};
        double t_h = 0.0;
        for (; t_h < 266.0; t_h += steps_h[i])
            y = plasticity_step(y, &lags, &none, &none);
        check_relative(y.density - 1.0, 0.1 * exp(-t_h * 0.09 / 24.0), 1e-9);
        assert_true(y.bdnf == 0.0 && y.mtor == 0.0 && y.proteins == 0.0);
    }
    check_near(1.0 / PLASTICITY_LOSS_PER_H, 266.7, 0.1);
}

static void everything_is_continuous(void **state)
{
    (void)state;
    plasticity *p = make(1.0, 0.9, false, false);
    for (double t_min = 1e-6; t_min < COURSE_END_MIN; t_min *= 1.003)
        for (int s = 0; s < SIDE_COUNT; s++) {
            plasticity_levels a = plasticity_at(p, (side)s, t_min * (1.0 - 1e-12));
            plasticity_levels b = plasticity_at(p, (side)s, t_min * (1.0 + 1e-12));
            check_near(a.bdnf, b.bdnf, 1e-9);
            check_near(a.mtor, b.mtor, 1e-9);
            check_near(a.proteins, b.proteins, 1e-9);
            check_near(a.density, b.density, 1e-9);
        }
    plasticity_destroy(p);
}

static void inputs_are_clamped_as_the_treatment_s(void **state)
{
    (void)state;
    plasticity *p = make(3.0, (double)NAN, true, true);
    plasticity_inputs in = plasticity_inputs_of(p);
    assert_true(in.treatment.ketamine_mg_per_kg == 1.0 && in.treatment.ssri_target == 0.0);
    assert_true(in.stressed && in.rapamycin);
    plasticity_destroy(p);
}

static uint64_t fingerprint(const plasticity *p)
{
    uint64_t hash = FNV1A64_START;
    double t_min = 0.001;
    for (int i = 0; i < 400; i++, t_min *= 1.046875)
        for (int s = 0; s < SIDE_COUNT; s++) {
            plasticity_levels v = plasticity_at(p, (side)s, t_min);
            hash = fnv1a64(hash, &v, sizeof v);
        }
    return hash;
}

static void a_new_table_and_one_filled_again_are_the_same(void **state)
{
    (void)state;
    plasticity *fresh = make(0.5, 0.8, false, false), *reused = make(0.9, 0.3, true, true);
    assert_true(fingerprint(fresh) != fingerprint(reused));
    plasticity_tabulate(reused, plasticity_inputs_default());
    assert_true(fingerprint(fresh) == fingerprint(reused));
    plasticity_destroy(fresh);
    plasticity_destroy(reused);
}

// Written down from one run (little-endian, IEEE 754).
static void curves_have_the_same_bits_on_every_machine(void **state)
{
    (void)state;
    plasticity *p = make(0.5, 0.8, false, false);
    assert_true(fingerprint(p) == 0x832CB2A6EA47EC95u);
    plasticity_destroy(p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_values_of_half_a_mg_per_kg),
        cmocka_unit_test(the_prototype_s_own_steps_give_its_golden_values),
        cmocka_unit_test(density_peaks_at_other_doses),
        cmocka_unit_test(table_is_the_limit_of_ever_finer_euler_steps),
        cmocka_unit_test(rapamycin_stops_it_all),
        cmocka_unit_test(without_drug_nothing_moves),
        cmocka_unit_test(before_the_dose_all_is_at_rest_and_after_eight_weeks_time_stands_still),
        cmocka_unit_test(peaks_come_in_the_order_of_the_cascade),
        cmocka_unit_test(extra_density_fades_within_four_weeks),
        cmocka_unit_test(more_drug_more_density_at_all_times),
        cmocka_unit_test(under_an_ssri_density_rises_slowly_over_weeks),
        cmocka_unit_test(the_sides_cross_between_two_and_four_weeks),
        cmocka_unit_test(density_relaxes_with_the_rate_of_loss),
        cmocka_unit_test(everything_is_continuous),
        cmocka_unit_test(inputs_are_clamped_as_the_treatment_s),
        cmocka_unit_test(a_new_table_and_one_filled_again_are_the_same),
        cmocka_unit_test(curves_have_the_same_bits_on_every_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
