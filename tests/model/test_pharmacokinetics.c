// Ketamine in plasma: closed form against an independent integration, mass, area, golden values (E.1).
#include "../check.h"
#include "model/drivers.h"
#include "model/pharmacokinetics.h"

#include <float.h>

static double ng_per_ml(double dose_mg_per_kg, double t_min)
{
    pharmacokinetics pk = pharmacokinetics_make(dose_mg_per_kg);
    return 1000.0 * pharmacokinetics_mg_per_l(&pk, t_min);
}

static void concentration_has_the_golden_values(void **state)
{
    (void)state;
    static const double golden[][2] = {{10, 62.03},  {20, 109.48}, {40, 177.31}, {60, 115.42}, {80, 84.73},
                                       {120, 58.83}, {160, 47.67}, {230, 35.92}, {480, 13.91}};
    for (size_t i = 0; i < sizeof golden / sizeof *golden; i++)
        check_near(ng_per_ml(0.5, golden[i][0]), golden[i][1], 0.005);
}

static void peak_is_linear_in_the_dose(void **state)
{
    (void)state;
    static const double golden[][2] = {{0.1, 35.46}, {0.25, 88.66}, {0.5, 177.31}, {1.0, 354.63}};
    for (size_t i = 0; i < sizeof golden / sizeof *golden; i++)
        check_near(ng_per_ml(golden[i][0], 40.0), golden[i][1], 0.006); // 88.656 printed as 88.66
    for (double t = 1.0; t < 3000.0; t *= 1.3)
        check_relative(ng_per_ml(0.7, t), ng_per_ml(0.3, t) + ng_per_ml(0.4, t), 1e-14);
}

static void exponents_and_shares_are_those_of_the_sheet(void **state)
{
    (void)state;
    pharmacokinetics pk = pharmacokinetics_make(0.5);
    check_near(PHARMACOKINETICS_V1_L, 122.654, 1e-9);
    check_near(pk.alpha_per_min, 0.0394110, 5e-8);
    check_near(pk.beta_per_min, 0.00378905, 5e-9);
    check_near(pk.p_per_l, 0.00588463, 5e-9);
    check_near(pk.q_per_l, 0.00226838, 5e-9);
    check_relative(pk.p_per_l + pk.q_per_l, 1.0 / PHARMACOKINETICS_V1_L, 1e-14);
    check_near(log(2.0) / pk.alpha_per_min, 17.59, 0.005);
    check_near(log(2.0) / pk.beta_per_min, 182.9, 0.05);
}

// Kamp et al. 2020, Anesthesiology 133:1192, per 70 kg: clearance 79 L/h (69-90), volume 252 L (200-304).
static void clearance_and_volume_lie_in_the_range_of_the_meta_analysis(void **state)
{
    (void)state;
    double clearance_l_per_h = 60.0 * PHARMACOKINETICS_K10_PER_MIN * PHARMACOKINETICS_V1_L;
    double steady_l =
        PHARMACOKINETICS_V1_L * (1.0 + PHARMACOKINETICS_K12_PER_MIN / PHARMACOKINETICS_K21_PER_MIN);
    check_near(clearance_l_per_h, 80.2, 0.05);
    check_near(steady_l, 289.0, 0.5);
    check_between(clearance_l_per_h, 69.0, 90.0);
    check_between(steady_l, 200.0, 304.0);
}

static void flow(const double a[3], double rate, double out[3])
{
    const double k10 = PHARMACOKINETICS_K10_PER_MIN, k12 = PHARMACOKINETICS_K12_PER_MIN,
                 k21 = PHARMACOKINETICS_K21_PER_MIN;
    out[0] = rate - (k10 + k12) * a[0] + k21 * a[1];
    out[1] = k12 * a[0] - k21 * a[1];
    out[2] = k10 * a[0];
}

// One classical Runge-Kutta step of {central, peripheral, eliminated}, the infusion rate held constant.
static void runge_kutta_step(double a[3], double rate, double dt)
{
    double k[4][3], b[3];
    static const double reach[4] = {0.0, 0.5, 0.5, 1.0};
    for (int stage = 0; stage < 4; stage++) {
        for (int i = 0; i < 3; i++)
            b[i] = a[i] + (stage ? reach[stage] * dt * k[stage - 1][i] : 0.0);
        flow(b, rate, k[stage]);
    }
    for (int i = 0; i < 3; i++)
        a[i] += dt / 6.0 * (k[0][i] + 2.0 * k[1][i] + 2.0 * k[2][i] + k[3][i]);
}

static void closed_form_agrees_with_runge_kutta(void **state)
{
    (void)state;
    enum { PER_MIN = 50, END_MIN = 1440 };
    pharmacokinetics pk = pharmacokinetics_make(0.5);
    double a[3] = {0.0, 0.0, 0.0};
    for (int step = 0; step < END_MIN * PER_MIN; step++) {
        runge_kutta_step(a, step < 40 * PER_MIN ? pk.rate_mg_per_min : 0.0, 1.0 / PER_MIN);
        double t = (double)(step + 1) / PER_MIN;
        pharmacokinetics_amounts closed = pharmacokinetics_amounts_at(&pk, t);
        check_relative(a[0] / PHARMACOKINETICS_V1_L, pharmacokinetics_mg_per_l(&pk, t), 1e-6);
        check_relative(a[1], closed.peripheral, 1e-6);
        check_relative(a[2], closed.eliminated, 1e-6);
    }
}

static void infused_mass_is_conserved(void **state)
{
    (void)state;
    pharmacokinetics pk = pharmacokinetics_make(0.5);
    for (double t = 0.01; t < 1e5; t *= 1.1) {
        pharmacokinetics_amounts a = pharmacokinetics_amounts_at(&pk, t);
        check_relative(a.central + a.peripheral + a.eliminated, a.infused, 1e-9);
        check_relative(a.infused, 35.0 * fmin(t, 40.0) / 40.0, 1e-12);
        assert_true(a.central >= 0.0 && a.peripheral >= 0.0 && a.eliminated >= 0.0);
    }
    pharmacokinetics_amounts end = pharmacokinetics_amounts_at(&pk, 1e5);
    check_relative(end.eliminated, 35.0, 1e-9);
}

static void area_under_the_curve_is_dose_over_clearance(void **state)
{
    (void)state;
    pharmacokinetics pk = pharmacokinetics_make(0.5);
    double clearance = PHARMACOKINETICS_K10_PER_MIN * PHARMACOKINETICS_V1_L;
    check_relative(pharmacokinetics_area(&pk), 35.0 / clearance, 1e-9);
    check_near(pharmacokinetics_area(&pk), 26.179, 0.0005);
    // Simpson over 0..40 and 40..6000 min apart, because of the kink at the end of the infusion.
    double sum = 0.0;
    static const double ends[3] = {0.0, 40.0, 6000.0};
    for (int part = 0; part < 2; part++) {
        enum { INTERVALS = 60000 };
        double h = (ends[part + 1] - ends[part]) / INTERVALS;
        for (int i = 0; i <= INTERVALS; i++) {
            double weight = i == 0 || i == INTERVALS ? 1.0 : i % 2 ? 4.0 : 2.0;
            sum += weight * h / 3.0 * pharmacokinetics_mg_per_l(&pk, ends[part] + h * (double)i);
        }
    }
    check_relative(sum, pharmacokinetics_area(&pk), 1e-6);
}

static void highest_concentration_is_exactly_at_the_end_of_the_infusion(void **state)
{
    (void)state;
    double peak = ng_per_ml(0.5, 40.0);
    for (double away = 1e-6; away < 40.0; away *= 1.5) {
        assert_true(ng_per_ml(0.5, 40.0 - away) < peak);
        assert_true(ng_per_ml(0.5, 40.0 + away) < peak);
    }
    check_near(ng_per_ml(0.5, 40.0 - 1e-9), peak, 1e-6);
    check_near(ng_per_ml(0.5, 40.0 + 1e-9), peak, 1e-6);
}

static void no_dose_gives_no_concentration_and_neither_does_the_time_before(void **state)
{
    (void)state;
    for (double t = 0.1; t < 1e5; t *= 2.0)
        assert_true(ng_per_ml(0.0, t) == 0.0);
    assert_true(ng_per_ml(0.5, 0.0) == 0.0);
    assert_true(ng_per_ml(0.5, -5.0) == 0.0);
    assert_true(ng_per_ml(0.5, (double)NAN) == 0.0);
}

static void drivers_have_the_golden_values_at_40_min(void **state)
{
    (void)state;
    double mg_per_l = ng_per_ml(0.5, 40.0) / 1000.0, c_uM = pharmacokinetics_uM(mg_per_l);
    check_near(mg_per_l, 0.1773, 5e-5);
    check_near(c_uM, 0.7459, 5e-5);
    check_near(drivers_block_interneuron(c_uM), 0.3873, 5e-5);
    check_near(drivers_block_pyramidal(c_uM), 0.1254, 5e-5);
    check_near(drivers_glutamate_gain(c_uM), 1.740, 5e-4);
}

static void drivers_rest_without_drug_and_rise_with_it(void **state)
{
    (void)state;
    assert_true(drivers_block_interneuron(0.0) == 0.0);
    assert_true(drivers_block_pyramidal(0.0) == 0.0);
    assert_true(drivers_glutamate_gain(0.0) == 1.0);
    assert_true(drivers_dissociation(0.0) == 0.0);
    for (double c = 0.01; c < DRIVERS_GAIN_VALID_UM; c += 0.01) {
        assert_true(drivers_block_interneuron(c + 0.01) > drivers_block_interneuron(c));
        assert_true(drivers_block_interneuron(c) > drivers_block_pyramidal(c));
        assert_true(drivers_glutamate_gain(c + 0.01) > drivers_glutamate_gain(c));
    }
    check_near(drivers_block_interneuron(DRIVERS_HALF_BLOCK_INTERNEURON_UM), 0.5, 1e-15);
    check_near(drivers_block_pyramidal(DRIVERS_HALF_BLOCK_PYRAMIDAL_UM), 0.5, 1e-15);
    check_near(drivers_saturation(1.2), 0.5, 1e-15);
}

// The dose slider ends at 1 mg/kg so that the gain curve is never used outside its fit.
static void highest_dose_stays_where_the_gain_is_valid(void **state)
{
    (void)state;
    double c_uM = pharmacokinetics_uM(ng_per_ml(1.0, 40.0) / 1000.0);
    check_near(c_uM, 1.49, 0.005);
    assert_true(c_uM < DRIVERS_GAIN_VALID_UM);
}

static void dissociation_peaks_at_the_end_of_the_infusion_and_is_gone_in_two_hours(void **state)
{
    (void)state;
    check_near(drivers_dissociation(ng_per_ml(0.5, 40.0)), 0.58, 0.005);
    check_near(drivers_dissociation(ng_per_ml(0.5, 120.0)), 0.13, 0.005);
    check_near(drivers_dissociation(150.0), 0.5, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(concentration_has_the_golden_values),
        cmocka_unit_test(peak_is_linear_in_the_dose),
        cmocka_unit_test(exponents_and_shares_are_those_of_the_sheet),
        cmocka_unit_test(clearance_and_volume_lie_in_the_range_of_the_meta_analysis),
        cmocka_unit_test(closed_form_agrees_with_runge_kutta),
        cmocka_unit_test(infused_mass_is_conserved),
        cmocka_unit_test(area_under_the_curve_is_dose_over_clearance),
        cmocka_unit_test(highest_concentration_is_exactly_at_the_end_of_the_infusion),
        cmocka_unit_test(no_dose_gives_no_concentration_and_neither_does_the_time_before),
        cmocka_unit_test(drivers_have_the_golden_values_at_40_min),
        cmocka_unit_test(drivers_rest_without_drug_and_rise_with_it),
        cmocka_unit_test(highest_dose_stays_where_the_gain_is_valid),
        cmocka_unit_test(dissociation_peaks_at_the_end_of_the_infusion_and_is_gone_in_two_hours),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
