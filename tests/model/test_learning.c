// The toy of learning: trials to 90 %, each side against its own run before the dose.
#include "../check.h"
#include "model/learning.h"

static const double H = 60.0; // min

static void at_rest_it_takes_22_trials(void **state)
{
    (void)state;
    check_near(learning_rate(1.0, 0.0), 0.1, 1e-15);
    check_near(learning_trials_to_90(0.1), 21.9, 0.05); // docs/models.md
    check_relative(learning_trials_to_90(0.1), log(0.1) / log(0.9), 1e-14);
}

static void the_curve_is_the_rule_repeated(void **state)
{
    (void)state;
    static const double etas[] = {0.0, 0.05, 0.1, 0.31};
    for (int i = 0; i < 4; i++) {
        double w = 0.0;
        for (int trial = 0; trial <= 60; trial++) {
            check_near(learning_strength(etas[i], trial), w, 1e-12);
            if (etas[i] > 0.0)
                assert_int_equal(w >= 0.9, trial >= learning_trials_to_90(etas[i]));
            w += etas[i] * (1.0 - w);
        }
    }
}

static void more_spines_fewer_trials(void **state)
{
    (void)state;
    double before = 1e9;
    for (double formation = 0.5; formation < 3.2; formation += 0.1) {
        double n = learning_trials_to_90(learning_rate(formation, 0.0));
        assert_true(n < before);
        before = n;
    }
}

static void dissociation_slows_learning_to_half_at_most(void **state)
{
    (void)state;
    check_near(learning_rate(1.0, 0.58), 0.071, 1e-12);
    check_near(learning_rate(1.2, 1.0), 0.06, 1e-12);
    assert_true(learning_rate(100.0, 0.0) == 1.0);
}

static learning at(plasticity_inputs in, side s, double t_min)
{
    plasticity *p = plasticity_create(in);
    treatment *t = treatment_create(in.treatment);
    assert_true(p && t);
    learning l = learning_at(p, t, s, t_min);
    plasticity_destroy(p);
    treatment_destroy(t);
    return l;
}

// While ketamine acts tasks are harder; days later, in this toy, easier; an SSRI gets there in weeks.
static void each_side_is_measured_against_itself_before_the_dose(void **state)
{
    (void)state;
    plasticity_inputs in = plasticity_inputs_default();
    learning before = at(in, SIDE_KETAMINE, 0.0);
    assert_true(before.eta == before.eta_before && before.trials_to_90 == before.trials_to_90_before);
    learning acute = at(in, SIDE_KETAMINE, 40.0), days = at(in, SIDE_KETAMINE, 96.0 * H);
    assert_true(acute.trials_to_90 > 1.2 * acute.trials_to_90_before);
    assert_true(days.trials_to_90 < 0.97 * days.trials_to_90_before);
    learning left = at(in, SIDE_SSRI, 40.0), weeks = at(in, SIDE_SSRI, 28.0 * 24.0 * H);
    check_relative(left.trials_to_90, left.trials_to_90_before, 1e-3);
    assert_true(weeks.trials_to_90 < 0.95 * weeks.trials_to_90_before);
}

static void stress_slows_learning_before_the_dose_too(void **state)
{
    (void)state;
    plasticity_inputs in = plasticity_inputs_default();
    in.stressed = true;
    learning l = at(in, SIDE_SSRI, 0.0);
    check_near(l.eta_before, 0.085, 1e-12);
    check_near(l.eta, 0.085, 1e-12);
}

static void with_rapamycin_only_the_impairment_is_left(void **state)
{
    (void)state;
    plasticity_inputs in = plasticity_inputs_default();
    in.rapamycin = true;
    learning days = at(in, SIDE_KETAMINE, 96.0 * H), acute = at(in, SIDE_KETAMINE, 40.0);
    check_relative(days.trials_to_90, days.trials_to_90_before, 1e-6);
    assert_true(acute.trials_to_90 > 1.2 * acute.trials_to_90_before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_rest_it_takes_22_trials),
        cmocka_unit_test(the_curve_is_the_rule_repeated),
        cmocka_unit_test(more_spines_fewer_trials),
        cmocka_unit_test(dissociation_slows_learning_to_half_at_most),
        cmocka_unit_test(each_side_is_measured_against_itself_before_the_dose),
        cmocka_unit_test(stress_slows_learning_before_the_dose_too),
        cmocka_unit_test(with_rapamycin_only_the_impairment_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
