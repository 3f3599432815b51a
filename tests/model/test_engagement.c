// The spread of engagement over the region graph: the checks of docs/models.md, on the modes and on a plain
// Euler integration of all nodes.
#include "../check.h"
#include "graph_reference.h"
#include "model/eigen.h"
#include "model/engagement.h"

#include <string.h>

static const double EULER_DT = 1.0 / 60.0; // 3 s of treatment time, in units of 1/lambda

typedef struct fixture {
    graph_reference graph;
    engagement_modes modes, uncoupled;
} fixture;

static fixture shared;

static int set_up(void **state)
{
    graph_reference_make(&shared.graph);
    engagement_modes_make(&shared.modes, ENGAGEMENT_KAPPA);
    engagement_modes_make(&shared.uncoupled, 0.0);
    *state = &shared;
    return 0;
}

// The modes' answer to a step u = 1 from rest after t_min.
static void step_response(const engagement_modes *m, side s, double t_min, double x[ATLAS_NODES])
{
    double amplitude[ENGAGEMENT_MODES];
    for (int k = 0; k < ENGAGEMENT_MODES; k++)
        amplitude[k] = m->goal[s][k] * -expm1(-m->rate_per_min[k] * t_min);
    engagement_nodes(m, amplitude, x);
}

static void steady_state(const engagement_modes *m, side s, double x[ATLAS_NODES])
{
    engagement_nodes(m, m->goal[s], x);
}

static void total_follows_the_sum_rule_after_a_step(void **state)
{
    const fixture *f = *state;
    for (int s = 0; s < SIDE_COUNT; s++) {
        double euler[ATLAS_NODES] = {0.0}, modes[ATLAS_NODES];
        for (int step = 1; step <= 600; step++) {
            graph_reference_step(&f->graph, (side)s, ENGAGEMENT_KAPPA, 1.0, EULER_DT, euler);
            double t = (double)step * EULER_DT;
            double expected = f->graph.drive_sum[s] * -expm1(-t);
            step_response(&f->modes, (side)s, 3.0 * t, modes);
            check_relative(graph_reference_sum(euler), expected, 0.01);
            check_relative(graph_reference_sum(modes), expected, 1e-12);
        }
    }
}

static void without_spread_every_node_tends_to_its_own_drive(void **state)
{
    const fixture *f = *state;
    for (int s = 0; s < SIDE_COUNT; s++) {
        double x[ATLAS_NODES];
        steady_state(&f->uncoupled, (side)s, x);
        for (int i = 0; i < ATLAS_NODES; i++)
            check_near(x[i], f->graph.drive[s][i], 1e-12);
    }
}

static void engagement_stays_within_the_largest_drive_and_is_the_same_in_a_mirror(void **state)
{
    const fixture *f = *state;
    for (int s = 0; s < SIDE_COUNT; s++) {
        double euler[ATLAS_NODES] = {0.0}, modes[ATLAS_NODES];
        for (int step = 1; step <= 600; step++) {
            graph_reference_step(&f->graph, (side)s, ENGAGEMENT_KAPPA, 1.0, EULER_DT, euler);
            step_response(&f->modes, (side)s, 3.0 * EULER_DT * (double)step, modes);
            for (int i = 0; i < ATLAS_NODES; i++) {
                check_between(euler[i], 0.0, f->graph.drive_max[s]);
                check_between(modes[i], 0.0, f->graph.drive_max[s]);
                check_near(euler[i], euler[atlas_mirror(i)], 1e-13);
                assert_true(modes[i] == modes[atlas_mirror(i)]);
            }
        }
    }
}

static void modes_and_linear_solve_give_the_same_steady_state(void **state)
{
    const fixture *f = *state;
    for (int s = 0; s < SIDE_COUNT; s++) {
        double solved[ATLAS_NODES], modes[ATLAS_NODES];
        graph_reference_steady(&f->graph, (side)s, ENGAGEMENT_KAPPA, 1.0, solved);
        steady_state(&f->modes, (side)s, modes);
        for (int i = 0; i < ATLAS_NODES; i++)
            check_near(modes[i], solved[i], 1e-13);
    }
}

static double participation_ratio(const double x[ATLAS_NODES])
{
    double sum = 0.0, squares = 0.0;
    for (int i = 0; i < ATLAS_NODES; i++) {
        sum += x[i];
        squares += x[i] * x[i];
    }
    return sum * sum / ((double)ATLAS_NODES * squares);
}

static void ketamine_participates_more_widely_than_the_ssri(void **state)
{
    const fixture *f = *state;
    double ssri[ATLAS_NODES], ketamine[ATLAS_NODES];
    graph_reference_steady(&f->graph, SIDE_SSRI, ENGAGEMENT_KAPPA, 1.0, ssri);
    graph_reference_steady(&f->graph, SIDE_KETAMINE, ENGAGEMENT_KAPPA, 1.0, ketamine);
    check_near(participation_ratio(ssri), 0.719, 0.0005);
    check_near(participation_ratio(ketamine), 0.912, 0.0005);
    assert_true(participation_ratio(ketamine) > participation_ratio(ssri));
}

static int largest(const double x[ATLAS_NODES])
{
    int best = 0;
    for (int i = 1; i < ATLAS_NODES; i++)
        if (x[i] > x[best])
            best = i;
    return best;
}

static void largest_engagement_is_in_the_raphe_and_in_the_pregenual_cingulate(void **state)
{
    const fixture *f = *state;
    double x[ATLAS_NODES];
    graph_reference_steady(&f->graph, SIDE_SSRI, ENGAGEMENT_KAPPA, 1.0, x);
    assert_int_equal(atlas_node_get(largest(x))->region, ATLAS_DRN);
    check_near(x[largest(x)], 0.789, 0.0005);
    graph_reference_steady(&f->graph, SIDE_KETAMINE, ENGAGEMENT_KAPPA, 1.0, x);
    assert_int_equal(atlas_node_get(largest(x))->region, ATLAS_PGA);
    check_near(x[largest(x)], 0.966, 0.0005);
}

static int above_half_of_the_maximum(const double x[ATLAS_NODES])
{
    int count = 0;
    for (int i = 0; i < ATLAS_NODES; i++)
        count += x[i] > 0.5 * x[largest(x)];
    return count;
}

static void nodes_above_half_the_maximum_are_17_and_36(void **state)
{
    const fixture *f = *state;
    double x[ATLAS_NODES];
    graph_reference_steady(&f->graph, SIDE_SSRI, ENGAGEMENT_KAPPA, 1.0, x);
    assert_int_equal(above_half_of_the_maximum(x), 17);
    graph_reference_steady(&f->graph, SIDE_KETAMINE, ENGAGEMENT_KAPPA, 1.0, x);
    assert_int_equal(above_half_of_the_maximum(x), 36);
    check_near(x[atlas_node_of(ATLAS_OCC, ATLAS_LEFT)] / x[largest(x)], 0.4998, 0.00005);
}

// "Engaged" in words: x > 0.5 on the common scale. Exact counts, recorded in docs/models.md.
static void engaged_nodes_at_full_input_are_11_and_36(void **state)
{
    const fixture *f = *state;
    static const int expected[SIDE_COUNT] = {11, 36};
    for (int s = 0; s < SIDE_COUNT; s++) {
        double solved[ATLAS_NODES], modes[ATLAS_NODES];
        graph_reference_steady(&f->graph, (side)s, ENGAGEMENT_KAPPA, 1.0, solved);
        steady_state(&f->modes, (side)s, modes);
        assert_int_equal(engagement_count(solved), expected[s]);
        assert_int_equal(engagement_count(modes), expected[s]);
        for (int i = 0; i < ATLAS_NODES; i++) // no node sits on the threshold
            assert_true(fabs(solved[i] - ENGAGEMENT_THRESHOLD) > 1e-4);
    }
}

static void total_decays_by_e_in_three_minutes_without_input(void **state)
{
    const fixture *f = *state;
    double euler[ATLAS_NODES], amplitude[ENGAGEMENT_MODES], modes[ATLAS_NODES];
    graph_reference_steady(&f->graph, SIDE_KETAMINE, ENGAGEMENT_KAPPA, 1.0, euler);
    double start = graph_reference_sum(euler);
    for (int step = 0; step < 60; step++)
        graph_reference_step(&f->graph, SIDE_KETAMINE, ENGAGEMENT_KAPPA, 0.0, EULER_DT, euler);
    check_relative(graph_reference_sum(euler), start * exp(-1.0), 0.01);
    for (int k = 0; k < ENGAGEMENT_MODES; k++)
        amplitude[k] = f->modes.goal[SIDE_KETAMINE][k] * exp(-3.0 * f->modes.rate_per_min[k]);
    engagement_nodes(&f->modes, amplitude, modes);
    check_relative(graph_reference_sum(modes), start * exp(-1.0), 1e-12);
}

// Gershgorin: kappa L has no eigenvalue above 2 * 0.1 * 7.89; the slowest mode is the plain decay.
static void mode_rates_lie_between_the_decay_and_the_stability_bound(void **state)
{
    const fixture *f = *state;
    double slowest = f->modes.rate_per_min[0];
    for (int k = 0; k < ENGAGEMENT_MODES; k++) {
        check_between(f->modes.rate_per_min[k] / ENGAGEMENT_LAMBDA_PER_MIN, 1.0 - 1e-12,
                      1.0 + 2.0 * ENGAGEMENT_KAPPA * 7.89);
        slowest = fmin(slowest, f->modes.rate_per_min[k]);
    }
    check_relative(slowest, ENGAGEMENT_LAMBDA_PER_MIN, 1e-12);
}

static void node_and_whole_brain_give_the_same_bits(void **state)
{
    const fixture *f = *state;
    double x[ATLAS_NODES];
    for (int s = 0; s < SIDE_COUNT; s++) {
        steady_state(&f->modes, (side)s, x);
        for (int i = 0; i < ATLAS_NODES; i++)
            assert_true(x[i] == engagement_node(&f->modes, f->modes.goal[s], i));
    }
}

static void inputs_are_one_at_the_reference_doses(void **state)
{
    (void)state;
    check_near(engagement_input_ssri(0.80), 1.0, 1e-15);
    check_near(engagement_input_ketamine(1.740), 1.0, 1e-14);
    assert_true(engagement_input_ssri(0.0) == 0.0);
    assert_true(engagement_input_ketamine(1.0) == 0.0);
}

static void eigenvectors_diagonalise_and_stand_at_right_angles(void **state)
{
    (void)state;
    enum { N = 5 };
    double a[N][N], copy[N][N], values[N], v[N][N];
    for (int i = 0; i < N; i++)
        for (int j = 0; j < N; j++)
            a[i][j] = 1.0 / (double)(i + j + 1) + (i == j ? (double)i : 0.0);
    memcpy(copy, a, sizeof a);
    eigen_symmetric(N, &copy[0][0], values, &v[0][0]);
    for (int k = 0; k < N; k++)
        for (int l = 0; l < N; l++) {
            double dot = 0.0, form = 0.0;
            for (int i = 0; i < N; i++) {
                dot += v[k][i] * v[l][i];
                for (int j = 0; j < N; j++)
                    form += v[k][i] * a[i][j] * v[l][j];
            }
            check_near(dot, k == l ? 1.0 : 0.0, 1e-14);
            check_near(form, k == l ? values[k] : 0.0, 1e-13);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(total_follows_the_sum_rule_after_a_step),
        cmocka_unit_test(without_spread_every_node_tends_to_its_own_drive),
        cmocka_unit_test(engagement_stays_within_the_largest_drive_and_is_the_same_in_a_mirror),
        cmocka_unit_test(modes_and_linear_solve_give_the_same_steady_state),
        cmocka_unit_test(ketamine_participates_more_widely_than_the_ssri),
        cmocka_unit_test(largest_engagement_is_in_the_raphe_and_in_the_pregenual_cingulate),
        cmocka_unit_test(nodes_above_half_the_maximum_are_17_and_36),
        cmocka_unit_test(engaged_nodes_at_full_input_are_11_and_36),
        cmocka_unit_test(total_decays_by_e_in_three_minutes_without_input),
        cmocka_unit_test(mode_rates_lie_between_the_decay_and_the_stability_bound),
        cmocka_unit_test(node_and_whole_brain_give_the_same_bits),
        cmocka_unit_test(inputs_are_one_at_the_reference_doses),
        cmocka_unit_test(eigenvectors_diagonalise_and_stand_at_right_angles),
    };
    return cmocka_run_group_tests(tests, set_up, NULL);
}
