// The tabulated treatment: accuracy of the table against plain steps, continuity, ranges, clamping, and that
// the same inputs always give the same bits.
#include "../check.h"
#include "base/fnv.h"
#include "graph_reference.h"
#include "model/drivers.h"
#include "model/engagement.h"
#include "model/pharmacokinetics.h"
#include "model/ssri.h"
#include "model/treatment.h"

#include <stdbool.h>
#include <string.h>

static const double DAY = 1440.0; // min

static treatment *make(double dose_mg_per_kg, double target)
{
    treatment *t = treatment_create((treatment_inputs){dose_mg_per_kg, target});
    assert_non_null(t);
    return t;
}

// The input u of one side at a time, from the closed forms.
static double input_at(side s, treatment_inputs in, const pharmacokinetics *pk, double t_min)
{
    if (s == SIDE_SSRI)
        return ssri_occupancy(in.ssri_target, t_min / 60.0) / 0.80;
    double c_uM = pharmacokinetics_uM(pharmacokinetics_mg_per_l(pk, t_min));
    return (drivers_glutamate_gain(c_uM) - 1.0) / 0.740;
}

static void table_agrees_with_euler_steps_of_3_s(treatment_inputs in, side s)
{
    static const int moments_min[] = {1, 3, 5, 10, 20, 40, 60, 120, 1440};
    static graph_reference g;
    graph_reference_make(&g);
    treatment *t = make(in.ketamine_mg_per_kg, in.ssri_target);
    pharmacokinetics pk = pharmacokinetics_make(in.ketamine_mg_per_kg);
    double euler[ATLAS_NODES] = {0.0}, x[ATLAS_NODES];
    int step = 0;
    for (size_t m = 0; m < sizeof moments_min / sizeof *moments_min; m++) {
        for (; step < 20 * moments_min[m]; step++)
            graph_reference_step(&g, s, ENGAGEMENT_KAPPA, input_at(s, in, &pk, (double)step / 20.0),
                                 1.0 / 60.0, euler);
        treatment_engagement(t, s, moments_min[m], x);
        for (int i = 0; i < ATLAS_NODES; i++)
            check_near(x[i], euler[i], 0.005);
    }
    treatment_destroy(t);
}

static void engagement_agrees_with_euler_steps_of_3_s(void **state)
{
    (void)state;
    table_agrees_with_euler_steps_of_3_s((treatment_inputs){0.5, 0.8}, SIDE_KETAMINE);
    table_agrees_with_euler_steps_of_3_s((treatment_inputs){0.5, 0.8}, SIDE_SSRI);
    table_agrees_with_euler_steps_of_3_s((treatment_inputs){1.0, 0.9}, SIDE_KETAMINE);
}

// Euler is only first order: against its own step 30 times finer the table must be 50 times closer.
static void engagement_is_the_limit_of_ever_finer_steps(void **state)
{
    (void)state;
    static graph_reference g;
    graph_reference_make(&g);
    treatment_inputs in = treatment_inputs_default();
    treatment *t = make(in.ketamine_mg_per_kg, in.ssri_target);
    pharmacokinetics pk = pharmacokinetics_make(in.ketamine_mg_per_kg);
    double euler[ATLAS_NODES] = {0.0}, x[ATLAS_NODES];
    enum { PER_MIN = 600 };
    for (int step = 0; step < 60 * PER_MIN; step++) {
        graph_reference_step(&g, SIDE_KETAMINE, ENGAGEMENT_KAPPA,
                             input_at(SIDE_KETAMINE, in, &pk, ((double)step + 0.5) / PER_MIN),
                             1.0 / (3.0 * PER_MIN), euler);
        if ((step + 1) % (5 * PER_MIN) == 0) {
            treatment_engagement(t, SIDE_KETAMINE, (double)(step + 1) / PER_MIN, x);
            for (int i = 0; i < ATLAS_NODES; i++)
                check_near(x[i], euler[i], 1e-4);
        }
    }
    treatment_destroy(t);
}

static void before_the_dose_everything_is_at_rest(void **state)
{
    (void)state;
    treatment *t = make(0.5, 0.8);
    const double before[] = {0.0, -1e-300, -5.0, -(double)INFINITY, (double)NAN};
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        treatment_levels v = treatment_at(t, before[i]);
        assert_true(v.ketamine_ng_per_ml == 0.0 && v.ketamine_uM == 0.0 && v.ketamine_relative == 0.0);
        assert_true(v.block_interneuron == 0.0 && v.block_pyramidal == 0.0 && v.dissociation == 0.0);
        assert_true(v.glutamate_gain == 1.0 && v.serotonin == 1.0 && v.raphe_firing == 1.0);
        assert_true(v.ssri_occupancy == 0.0 && v.autoreceptor_desensitisation == 0.0);
        for (int s = 0; s < SIDE_COUNT; s++) {
            assert_true(v.effect[s] == 0.0);
            assert_int_equal(treatment_engaged_count(t, (side)s, before[i]), 0);
            for (int n = 0; n < ATLAS_NODES; n++)
                assert_true(treatment_engagement_node(t, (side)s, before[i], n) == 0.0);
        }
    }
    treatment_destroy(t);
}

static void after_eight_weeks_time_stands_still(void **state)
{
    (void)state;
    treatment *t = make(0.5, 0.8);
    treatment_levels end = treatment_at(t, COURSE_END_MIN), later = treatment_at(t, (double)INFINITY);
    assert_memory_equal(&end, &later, sizeof end);
    assert_true(treatment_engagement_node(t, SIDE_SSRI, 1e300, 0) ==
                treatment_engagement_node(t, SIDE_SSRI, COURSE_END_MIN, 0));
    treatment_destroy(t);
}

enum { LEVELS = sizeof(treatment_levels) / sizeof(double) };

static void check_no_jump(const treatment *t, double t_min)
{
    double early = t_min * (1.0 - 1e-12), late = t_min * (1.0 + 1e-12);
    treatment_levels a = treatment_at(t, early), b = treatment_at(t, late);
    const double *pa = (const double *)(const void *)&a, *pb = (const double *)(const void *)&b;
    for (int i = 0; i < LEVELS; i++)
        check_near(pb[i], pa[i], 1e-8);
    double xa[ATLAS_NODES], xb[ATLAS_NODES];
    for (int s = 0; s < SIDE_COUNT; s++) {
        treatment_engagement(t, (side)s, early, xa);
        treatment_engagement(t, (side)s, late, xb);
        for (int i = 0; i < ATLAS_NODES; i++)
            check_near(xb[i], xa[i], 1e-8);
    }
}

static void everything_is_continuous(void **state)
{
    (void)state;
    treatment *t = make(1.0, 0.9);
    check_no_jump(t, 1e-12);
    check_no_jump(t, 0.25);
    check_no_jump(t, 40.0);
    check_no_jump(t, COURSE_END_MIN);
    for (double start = 0.25; start < COURSE_END_MIN; start *= 2.0)
        for (int n = 0; n < 128; n++) // the joints of the table
            check_no_jump(t, start * (1.0 + (double)n / 128.0));
    for (double t_min = 1e-6; t_min < COURSE_END_MIN; t_min *= 1.007)
        check_no_jump(t, t_min);
    treatment_destroy(t);
}

static void check_ranges(const treatment_levels *v)
{
    const double shares[] = {v->ketamine_relative,
                             v->block_interneuron,
                             v->block_pyramidal,
                             v->dissociation,
                             v->ssri_occupancy,
                             v->raphe_firing,
                             v->autoreceptor_desensitisation,
                             v->effect[SIDE_SSRI],
                             v->effect[SIDE_KETAMINE]};
    for (size_t i = 0; i < sizeof shares / sizeof *shares; i++)
        check_between(shares[i], 0.0, 1.0);
    check_between(v->serotonin, 1.0 - 1e-15, 20.0);
    check_between(v->glutamate_gain, 1.0, 3.05);
    check_between(v->ketamine_uM, 0.0, DRIVERS_GAIN_VALID_UM);
}

static void every_level_stays_in_its_range_for_all_inputs(void **state)
{
    (void)state;
    treatment *t = make(0.0, 0.0);
    for (int dose = 0; dose <= 4; dose++)
        for (int target = 0; target <= 4; target++) {
            treatment_tabulate(t, (treatment_inputs){0.25 * dose, 0.225 * target});
            for (double t_min = 0.01; t_min < 1e5; t_min *= 1.05) {
                treatment_levels v = treatment_at(t, t_min);
                check_ranges(&v);
                double x[ATLAS_NODES];
                for (int s = 0; s < SIDE_COUNT; s++) {
                    treatment_engagement(t, (side)s, t_min, x);
                    for (int i = 0; i < ATLAS_NODES; i++)
                        check_between(x[i], 0.0, s == SIDE_SSRI ? 1.125 : 1.566);
                }
            }
        }
    treatment_destroy(t);
}

static void no_drug_leaves_both_brains_as_they_were(void **state)
{
    (void)state;
    treatment *t = make(0.0, 0.0);
    treatment_levels before = treatment_at(t, 0.0);
    for (double t_min = 0.1; t_min < 1e5; t_min *= 2.0) {
        treatment_levels v = treatment_at(t, t_min);
        assert_memory_equal(&v, &before, sizeof v);
        assert_int_equal(treatment_engaged_count(t, SIDE_SSRI, t_min), 0);
        assert_true(treatment_engagement_node(t, SIDE_KETAMINE, t_min, 5) == 0.0);
    }
    treatment_destroy(t);
}

// At 1 mg/kg the input at 40 min is 1.565 and the steady maximum 1.51: past the end of the colour scale.
static void highest_dose_saturates_the_colour_scale(void **state)
{
    (void)state;
    treatment *t = make(1.0, 0.8);
    double u = engagement_input_ketamine(treatment_at(t, 40.0).glutamate_gain);
    check_near(u, 1.565, 0.0005);
    static graph_reference g;
    graph_reference_make(&g);
    double x[ATLAS_NODES];
    graph_reference_steady(&g, SIDE_KETAMINE, ENGAGEMENT_KAPPA, u, x);
    check_near(x[atlas_node_of(ATLAS_PGA, ATLAS_LEFT)], 1.51, 0.005);
    check_between(treatment_engagement_node(t, SIDE_KETAMINE, 40.0, atlas_node_of(ATLAS_PGA, ATLAS_LEFT)),
                  1.4, 1.51);
    treatment_destroy(t);
}

// The opening picture: a few deep centres against nearly everything.
static void opening_picture_shows_11_nodes_against_36(void **state)
{
    (void)state;
    treatment *t = make(0.5, 0.8);
    assert_int_equal(treatment_engaged_count(t, SIDE_SSRI, 28.0 * DAY), 11);
    assert_int_equal(treatment_engaged_count(t, SIDE_KETAMINE, 40.0), 36);
    for (int i = 0; i < ATLAS_NODES; i++)
        if (treatment_engagement_node(t, SIDE_SSRI, 28.0 * DAY, i) > ENGAGEMENT_THRESHOLD)
            assert_true(atlas_region_get(atlas_node_get(i)->region)->deep);
    treatment_destroy(t);
}

static void engagement_is_the_same_left_and_right_and_by_node(void **state)
{
    (void)state;
    treatment *t = make(0.7, 0.6);
    double x[ATLAS_NODES];
    for (double t_min = 0.1; t_min < 1e5; t_min *= 1.7)
        for (int s = 0; s < SIDE_COUNT; s++) {
            treatment_engagement(t, (side)s, t_min, x);
            for (int i = 0; i < ATLAS_NODES; i++) {
                assert_true(x[i] == x[atlas_mirror(i)]);
                assert_true(x[i] == treatment_engagement_node(t, (side)s, t_min, i));
            }
        }
    treatment_destroy(t);
}

static void inputs_are_clamped_with_the_reason(void **state)
{
    (void)state;
    static const struct {
        treatment_inputs given, kept;
        unsigned reason;
    } cases[] = {
        {{0.5, 0.8}, {0.5, 0.8}, TREATMENT_CLAMP_NONE},
        {{0.0, 0.0}, {0.0, 0.0}, TREATMENT_CLAMP_NONE},
        {{1.0, 0.9}, {1.0, 0.9}, TREATMENT_CLAMP_NONE},
        {{1.001, 0.8}, {1.0, 0.8}, TREATMENT_CLAMP_KETAMINE},
        {{-0.1, 0.8}, {0.0, 0.8}, TREATMENT_CLAMP_KETAMINE},
        {{0.5, 0.95}, {0.5, 0.9}, TREATMENT_CLAMP_SSRI},
        {{0.5, -1.0}, {0.5, 0.0}, TREATMENT_CLAMP_SSRI},
        {{(double)NAN, 0.8}, {0.0, 0.8}, TREATMENT_CLAMP_KETAMINE},
        {{(double)INFINITY, (double)NAN}, {1.0, 0.0}, TREATMENT_CLAMP_KETAMINE | TREATMENT_CLAMP_SSRI},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        treatment_inputs in = cases[i].given;
        assert_int_equal(treatment_inputs_clamp(&in), cases[i].reason);
        assert_true(in.ketamine_mg_per_kg == cases[i].kept.ketamine_mg_per_kg);
        assert_true(in.ssri_target == cases[i].kept.ssri_target);
        treatment *t = treatment_create(cases[i].given);
        treatment_inputs used = treatment_inputs_of(t);
        assert_true(used.ketamine_mg_per_kg == cases[i].kept.ketamine_mg_per_kg);
        assert_true(used.ssri_target == cases[i].kept.ssri_target);
        treatment_destroy(t);
    }
}

// All levels and nodes at 400 moments, as one number over their bits.
static uint64_t fingerprint(const treatment *t)
{
    uint64_t hash = FNV1A64_START;
    double t_min = 0.001, x[ATLAS_NODES];
    for (int i = 0; i < 400; i++, t_min *= 1.046875) {
        treatment_levels v = treatment_at(t, t_min);
        hash = fnv1a64(hash, &v, sizeof v);
        for (int s = 0; s < SIDE_COUNT; s++) {
            treatment_engagement(t, (side)s, t_min, x);
            hash = fnv1a64(hash, x, sizeof x);
        }
    }
    return hash;
}

static void a_new_table_and_one_filled_again_are_the_same(void **state)
{
    (void)state;
    treatment *fresh = make(0.5, 0.8), *reused = make(0.9, 0.3);
    assert_true(fingerprint(fresh) != fingerprint(reused));
    treatment_tabulate(reused, (treatment_inputs){0.5, 0.8});
    assert_true(fingerprint(fresh) == fingerprint(reused));
    treatment_destroy(fresh);
    treatment_destroy(reused);
}

// Written down from one run; any compiler, optimisation level and machine with IEEE 754 doubles agrees
// (little-endian).
static void trajectories_have_the_same_bits_on_every_machine(void **state)
{
    (void)state;
    treatment *t = make(0.5, 0.8);
    assert_true(fingerprint(t) == 0x95FC4B0B0369423Eu);
    treatment_destroy(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(engagement_agrees_with_euler_steps_of_3_s),
        cmocka_unit_test(engagement_is_the_limit_of_ever_finer_steps),
        cmocka_unit_test(before_the_dose_everything_is_at_rest),
        cmocka_unit_test(after_eight_weeks_time_stands_still),
        cmocka_unit_test(everything_is_continuous),
        cmocka_unit_test(every_level_stays_in_its_range_for_all_inputs),
        cmocka_unit_test(no_drug_leaves_both_brains_as_they_were),
        cmocka_unit_test(highest_dose_saturates_the_colour_scale),
        cmocka_unit_test(opening_picture_shows_11_nodes_against_36),
        cmocka_unit_test(engagement_is_the_same_left_and_right_and_by_node),
        cmocka_unit_test(inputs_are_clamped_with_the_reason),
        cmocka_unit_test(a_new_table_and_one_filled_again_are_the_same),
        cmocka_unit_test(trajectories_have_the_same_bits_on_every_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
