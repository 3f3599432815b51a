// The mean receptors and the membrane of a glutamate synapse (docs/models.md) against closed forms, and the
// flips of drugs in display time.
#include "check.h"
#include "model/drivers.h"
#include "model/synapse.h"
#include "model/synapse_membrane.h"

#include <string.h>

static double settle(double alpha, double beta, double mM)
{
    return synapse_bound_step(0.0, alpha, beta, mM, 1e6);
}

static void occupancy_at_constant_concentration_is_mass_action(void **state)
{
    (void)state;
    for (double mM = 0.01; mM < 5.0; mM *= 1.7) {
        check_relative(settle(SYNAPSE_AMPA_ALPHA_PER_MM_MS, SYNAPSE_AMPA_BETA_PER_MS, mM), mM / (mM + 0.1727),
                       1e-3);
        check_relative(settle(SYNAPSE_NMDA_ALPHA_PER_MM_MS, SYNAPSE_NMDA_BETA_PER_MS, mM), mM / (mM + 0.0917),
                       1e-3);
    }
    assert_true(settle(1.1, 0.19, 0.0) == 0.0);
}

static void receptors_relax_with_their_time_constant(void **state)
{
    (void)state;
    const double mM = 0.3, tau = 1.0 / (1.1 * mM + 0.19), goal = 1.1 * mM * tau;
    double bound = 0.0;
    for (int i = 0; i < 1000; i++)
        bound = synapse_bound_step(bound, 1.1, 0.19, mM, tau / 1000.0);
    check_near(bound, goal * (1.0 - exp(-1.0)), 1e-9);
}

static void receptors_close_by_e_in_5_26_and_151_5_ms(void **state)
{
    (void)state;
    check_near(synapse_bound_step(1.0, 1.1, SYNAPSE_AMPA_BETA_PER_MS, 0.0, 5.26), exp(-1.0), 1e-3);
    check_near(synapse_bound_step(1.0, 0.072, SYNAPSE_NMDA_BETA_PER_MS, 0.0, 151.5), exp(-1.0), 1e-3);
}

static void magnesium_blocks_at_rest_and_leaves_with_depolarisation(void **state)
{
    (void)state;
    static const double golden[][2] = {{-80, 0.0244}, {-70, 0.0445}, {-60, 0.0796}, {-50, 0.1385},
                                       {-40, 0.2302}, {-20, 0.5081}, {0, 0.7812}};
    for (size_t i = 0; i < sizeof golden / sizeof *golden; i++)
        check_near(synapse_magnesium_free(golden[i][0], 1.0), golden[i][1], 6e-5);
    for (double v = -100.0; v < 60.0; v += 0.5)
        assert_true(synapse_magnesium_free(v + 0.5, 1.0) > synapse_magnesium_free(v, 1.0));
    assert_true(synapse_magnesium_free(-70.0, 0.0) == 1.0);
}

static void a_membrane_without_glutamate_rests(void **state)
{
    (void)state;
    synapse_membrane_conditions c = {.nmda_factor = 1.0, .magnesium_mM = 1.0};
    synapse_membrane m = synapse_membrane_rest();
    for (int i = 0; i < 1000; i++)
        synapse_membrane_step(&m, &c, 0.0, 0.1);
    assert_true(m.ampa == 0.0 && m.nmda == 0.0 && m.voltage_mV == -70.0);
    m.voltage_mV = -50.0;
    for (int i = 0; i < 20000; i++)
        synapse_membrane_step(&m, &c, 0.0, 0.001);
    check_near(m.voltage_mV, -70.0 + 20.0 * exp(-1.0), 1e-3);
}

// Steady: V (1 + i) = -70 with i the conductances relative to the leak.
static void steady_voltage_balances_leak_and_receptors(void **state)
{
    (void)state;
    synapse_membrane_conditions c = {.nmda_factor = 1.0, .magnesium_mM = 1.0, .blocked = 0.4};
    synapse_membrane m = synapse_membrane_rest();
    for (int i = 0; i < 40000; i++)
        synapse_membrane_step(&m, &c, 0.1, 0.05);
    double conductance = 3.0 * m.ampa + 10.0 * m.nmda * synapse_magnesium_free(m.voltage_mV, 1.0) * 0.6;
    check_near(m.voltage_mV * (1.0 + conductance), -70.0, 1e-6);
    check_near(m.ampa, 0.1 / (0.1 + 0.19 / 1.1), 1e-9);
}

static void a_plugged_or_barred_pore_passes_no_current(void **state)
{
    (void)state;
    const synapse_membrane m = {.ampa = 0.2, .nmda = 0.3, .voltage_mV = -60.0};
    synapse_membrane_conditions c = {.nmda_factor = 1.0, .magnesium_mM = 0.0};
    synapse_current open = synapse_membrane_current(&m, &c);
    check_near(open.ampa, 3.0 * 0.2 * 60.0, 1e-9);
    check_near(open.nmda, 10.0 * 0.3 * 60.0, 1e-9);
    c.magnesium_mM = 1.0;
    check_relative(synapse_membrane_current(&m, &c).nmda, open.nmda * synapse_magnesium_free(-60.0, 1.0),
                   1e-9);
    c.blocked = 0.4;
    check_relative(synapse_membrane_current(&m, &c).nmda,
                   0.6 * open.nmda * synapse_magnesium_free(-60.0, 1.0), 1e-9);
    c.blocked = 1.0;
    synapse_current plugged = synapse_membrane_current(&m, &c);
    assert_true(plugged.nmda == 0.0 && plugged.ampa == open.ampa);
}

static void an_exaggerated_nmda_receptor_binds_as_much_faster(void **state)
{
    (void)state;
    synapse_membrane_conditions c = {.nmda_factor = 20.0, .magnesium_mM = 1.0};
    synapse_membrane m = synapse_membrane_rest();
    synapse_membrane_step(&m, &c, 0.5, 1e-3);
    check_relative(m.nmda, 20.0 * 0.072 * 0.5 * 1e-3, 1e-3);
    check_relative(m.ampa, 1.1 * 0.5 * 1e-3, 1e-3);
}

// Over 2000 starts of 15 receptors: the share at the start, and after 25 s on display, is the block b_E.
static void ketamine_keeps_its_share_of_the_pores(void **state)
{
    (void)state;
    enum { STARTS = 2000, RECEPTORS = 15 };
    const double share = drivers_block_pyramidal(0.7459);
    check_near(share, 0.1254, 1e-4);
    int first = 0, last = 0, flips = 0;
    for (uint64_t seed = 0; seed < STARTS; seed++) {
        random_state r = random_make(seed, 13);
        bool plugged[RECEPTORS];
        for (int i = 0; i < RECEPTORS; i++) {
            plugged[i] = random_uniform(&r) < share;
            first += plugged[i];
        }
        for (int tick = 0; tick < 25 * SYNAPSE_TICKS_PER_S; tick++) {
            for (int i = 0; i < RECEPTORS; i++) {
                bool now = synapse_flip(plugged[i], share, SYNAPSE_FLIP_PER_S, &r);
                flips += now != plugged[i];
                plugged[i] = now;
            }
        }
        for (int i = 0; i < RECEPTORS; i++)
            last += plugged[i];
    }
    const double all = (double)STARTS * RECEPTORS;
    check_near(first / all, share, 0.01);
    check_near(last / all, share, 0.01);
    // Each site leaves its state at 0.2 * 2 b (1 - b) per s.
    check_relative(flips / all, 25.0 * 0.2 * 2.0 * share * (1.0 - share), 0.03);
}

// A share that goes up and down in steps, as under a running clock: the share of plugged sites is the new one
// after each step, and no site moves against the change.
static void plugs_are_carried_along_when_their_share_changes(void **state)
{
    (void)state;
    enum { SITES = 40000 };
    static const double shares[] = {0.0, 0.1, 0.45, 0.46, 0.9, 1.0, 0.7, 0.7, 0.2, 0.0};
    static bool plugged[SITES];
    random_state r = random_make(3, 1);
    memset(plugged, 0, sizeof plugged);
    for (size_t k = 1; k < sizeof shares / sizeof shares[0]; k++) {
        int count = 0;
        for (int i = 0; i < SITES; i++) {
            bool now = synapse_carry(plugged[i], shares[k - 1], shares[k], &r);
            if (shares[k] >= shares[k - 1])
                assert_true(now || !plugged[i]);
            if (shares[k] <= shares[k - 1])
                assert_true(plugged[i] || !now);
            plugged[i] = now;
            count += now;
        }
        check_near((double)count / SITES, shares[k], 0.01); // four standard deviations
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(occupancy_at_constant_concentration_is_mass_action),
        cmocka_unit_test(receptors_relax_with_their_time_constant),
        cmocka_unit_test(receptors_close_by_e_in_5_26_and_151_5_ms),
        cmocka_unit_test(magnesium_blocks_at_rest_and_leaves_with_depolarisation),
        cmocka_unit_test(a_membrane_without_glutamate_rests),
        cmocka_unit_test(steady_voltage_balances_leak_and_receptors),
        cmocka_unit_test(a_plugged_or_barred_pore_passes_no_current),
        cmocka_unit_test(an_exaggerated_nmda_receptor_binds_as_much_faster),
        cmocka_unit_test(ketamine_keeps_its_share_of_the_pores),
        cmocka_unit_test(plugs_are_carried_along_when_their_share_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
