// One release into the glutamate cleft, averaged over many: the golden values of docs/models.md, and the
// receptors of B.4 that bind single molecules beside the mean that the same glutamate drives.
#include "base/dmath.h"
#include "base/random.h"
#include "check.h"
#include "model/diffusion.h"
#include "model/synapse_field.h"
#include "model/synapse_glutamate_cycle.h"
#include "sanitized.h"

enum { STEPS = 60000, RELEASES = 24, RECEPTORS = SYNAPSE_RECEPTORS };

static diffusion *make_cleft(uint64_t seed, int patch_count, const diffusion_patch *patches)
{
    diffusion_def def = diffusion_def_default();
    def.seed = seed;
    def.capacity = SYNAPSE_VESICLE;
    def.d_um2_per_ms = SYNAPSE_GLUTAMATE_D_UM2_PER_MS;
    def.dt_ms = SYNAPSE_GLUTAMATE_DT_MS;
    def.size_um[2] = SYNAPSE_GLUTAMATE_HEIGHT_UM;
    def.rim_um = SYNAPSE_GLUTAMATE_RIM_UM;
    def.probe_um = SYNAPSE_GLUTAMATE_DENSITY_UM;
    def.patch_count = patch_count;
    def.patches = patches;
    diffusion *d = diffusion_create(&def);
    assert_non_null(d);
    assert_int_equal(diffusion_release(d, SYNAPSE_VESICLE, 0.0f, 0.0f, 0.0f), SYNAPSE_VESICLE);
    return d;
}

// n * 1.6605e-6 / (pi R^2 h), mM.
static double concentration(const diffusion *d)
{
    return diffusion_near_axis(d) * 1.6605e-6 / (DMATH_PI * 0.15 * 0.15 * 0.02);
}

// Means over releases of the concentration, and the mean receptors and voltages of each release.
typedef struct course {
    double mM[STEPS], ampa[STEPS], nmda[STEPS], voltage[STEPS];
} course;

static course mean_course;

static void make_course(double blocked)
{
    mean_course = (course){0};
    const synapse_membrane_conditions c = {.nmda_factor = 1.0, .magnesium_mM = 1.0, .blocked = blocked};
    for (uint64_t release = 0; release < RELEASES; release++) {
        diffusion *d = make_cleft(1000 + release, 0, NULL);
        synapse_membrane m = synapse_membrane_rest();
        for (int i = 0; i < STEPS; i++) {
            if (diffusion_counts_of(d).free > 0)
                diffusion_step(d);
            double mM = diffusion_counts_of(d).free > 0 ? concentration(d) : 0.0;
            synapse_membrane_step(&m, &c, mM, 0.001);
            mean_course.mM[i] += mM / RELEASES;
            mean_course.ampa[i] += m.ampa / RELEASES;
            mean_course.nmda[i] += m.nmda / RELEASES;
            mean_course.voltage[i] += m.voltage_mV / RELEASES;
        }
        diffusion_counts counts = diffusion_counts_of(d);
        assert_int_equal(counts.free + counts.over_rim, SYNAPSE_VESICLE);
        diffusion_destroy(d);
    }
}

static int peak(const double *q)
{
    int at = 0;
    for (int i = 1; i < STEPS; i++)
        if (q[i] > q[at])
            at = i;
    return at;
}

static void one_release_has_the_golden_course(void **state)
{
    (void)state;
    make_course(0.0);
    const course *c = &mean_course;
    check_relative(c->mM[99], 0.544, 0.05);
    check_relative(c->mM[499], 0.028, 0.15);
    int a = peak(c->ampa), n = peak(c->nmda), v = peak(c->voltage);
    check_relative(c->ampa[a], 0.185, 0.05);
    check_near(0.001 * (a + 1), 0.45, 0.05);
    check_relative(c->nmda[n], 0.0146, 0.05);
    check_near(0.001 * (n + 1), 0.91, 0.15);
    check_near(c->voltage[v], -63.3, 0.4);
    check_near(0.001 * (v + 1), 9.7, 0.5);
    double open_ms = 0.0;
    for (int i = 0; i < STEPS; i++)
        open_ms += 0.001 * c->ampa[i];
    check_relative(open_ms, 1.06, 0.08);
    // AMPA throughput, receptor-ms per s: the release rate times the open time of a release.
    check_relative(open_ms * SYNAPSE_RELEASE_HZ, 2.65, 0.08);
}

static void ketamine_in_the_pores_lowers_the_voltage_and_nothing_else(void **state)
{
    (void)state;
    make_course(0.0);
    double open = mean_course.ampa[peak(mean_course.ampa)], nmda = mean_course.nmda[peak(mean_course.nmda)];
    double voltage = mean_course.voltage[peak(mean_course.voltage)];
    make_course(1.0);
    assert_true(mean_course.ampa[peak(mean_course.ampa)] == open);
    assert_true(mean_course.nmda[peak(mean_course.nmda)] == nmda);
    assert_true(mean_course.voltage[peak(mean_course.voltage)] < voltage - 0.02);
}

// The solved diffusion equation that the synapse starts from, beside the molecules.
static void the_mean_field_follows_the_molecules(void **state)
{
    (void)state;
    make_course(0.0);
    glutamate_transient t;
    synapse_field at_phase;
    glutamate_transient_make(&t, 10, &at_phase);
    const double one = 1.6605e-6 / (DMATH_PI * 0.15 * 0.15 * 0.02); // molecule over the density, mM
    for (int i = 8; i <= 100; i++) {                                // 0.04 to 0.5 ms
        double found = mean_course.mM[i * GLUTAMATE_STRIDE - 1];
        check_near(t.mM[i], found, 0.01 * found + 4.0 * sqrt(found * one / RELEASES));
    }
    diffusion *d = make_cleft(77, 0, NULL);
    for (int i = 0; i < 10 * SYNAPSE_STEPS_PER_TICK; i++)
        diffusion_step(d);
    double there = synapse_field_total(&at_phase) * SYNAPSE_VESICLE;
    check_near((double)diffusion_counts_of(d).free, there, 4.0 * sqrt(there));
    // Drawn from the field, distances have the mean square of the molecules that walked.
    diffusion_molecules m = diffusion_free(d);
    double walked = 0.0, drawn = 0.0;
    random_state r = random_make(1, 1);
    for (int i = 0; i < m.count; i++) {
        walked += (double)(m.x[i] * m.x[i] + m.y[i] * m.y[i]) / m.count;
        double distance = synapse_field_sample(&at_phase, random_uniform(&r));
        drawn += distance * distance / m.count;
    }
    check_relative(drawn, walked, 0.1);
    diffusion_destroy(d);
}

static void place_receptors(diffusion_patch *patch, uint64_t seed)
{
    random_state r = random_make(seed, 5);
    for (int i = 0; i < RECEPTORS;) {
        float x = (float)(0.3 * random_uniform(&r) - 0.15), y = (float)(0.3 * random_uniform(&r) - 0.15);
        bool free = x * x + y * y < 0.15f * 0.15f;
        for (int k = 0; k < i && free; k++) {
            float dx = x - patch[k].x, dy = y - patch[k].y;
            free = dx * dx + dy * dy > 0.01f * 0.01f;
        }
        if (!free)
            continue;
        bool ampa = i < SYNAPSE_AMPA;
        patch[i++] = (diffusion_patch){x, y, 0.005f, ampa ? 1.827e-6 : 1.196e-7, ampa ? 0.19 : 0.0066};
    }
}

static int count_near(const diffusion *d)
{
    diffusion_molecules m = diffusion_free(d);
    int near = 0;
    for (int i = 0; i < m.count; i++)
        near += m.x[i] * m.x[i] + m.y[i] * m.y[i] < 0.15f * 0.15f;
    return near;
}

static void receptors_that_bind_single_molecules_open_as_the_mean_does(void **state)
{
    (void)state;
    enum { COUNT = SANITIZED ? 100 : 240, LENGTH = 600 };
    static double seen[LENGTH], mean[LENGTH];
    for (uint64_t release = 0; release < COUNT; release++) {
        diffusion_patch patch[RECEPTORS];
        place_receptors(patch, release);
        diffusion *d = make_cleft(5000 + release, RECEPTORS, patch);
        double bound = 0.0;
        for (int i = 0; i < LENGTH; i++) {
            diffusion_step(d);
            bound = synapse_bound_step(bound, 1.1, 0.19, concentration(d), 0.001);
            mean[i] += bound / COUNT;
            assert_int_equal(diffusion_near_axis(d), count_near(d));
            for (int k = 0; k < SYNAPSE_AMPA; k++)
                seen[i] += (double)diffusion_patch_bound(d, k) / (COUNT * SYNAPSE_AMPA);
        }
        diffusion_counts c = diffusion_counts_of(d);
        assert_int_equal(c.free + c.bound + c.over_rim, SYNAPSE_VESICLE);
        diffusion_destroy(d);
    }
    double highest_seen = 0.0, highest_mean = 0.0;
    for (int i = 0; i < LENGTH; i++) {
        highest_seen = fmax(highest_seen, seen[i]);
        highest_mean = fmax(highest_mean, mean[i]);
    }
    check_relative(highest_seen, highest_mean, 0.15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_release_has_the_golden_course),
        cmocka_unit_test(ketamine_in_the_pores_lowers_the_voltage_and_nothing_else),
        cmocka_unit_test(the_mean_field_follows_the_molecules),
        cmocka_unit_test(receptors_that_bind_single_molecules_open_as_the_mean_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
