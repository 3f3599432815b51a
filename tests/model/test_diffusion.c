// The Brownian core against closed forms (docs/models.md): free walks, walls, rim, transporters.
#include "base/dmath.h"
#include "base/random.h"
#include "check.h"
#include "model/diffusion.h"
#include "sanitized.h"

#include <stdlib.h>

// Golden counts of this very sequence of calls; they change only with the model or its random numbers.
enum { GOLDEN_BOX_BINDINGS = 108, GOLDEN_TAKEN_UP = 489, GOLDEN_DISC_BINDINGS = 44, GOLDEN_OVER_RIM = 1930 };

enum { WALKERS = SANITIZED ? 4000 : 20000 };

static diffusion *must_create(const diffusion_def *def)
{
    diffusion *d = diffusion_create(def);
    assert_non_null(d);
    return d;
}

static void run(diffusion *d, int steps)
{
    for (int i = 0; i < steps; i++)
        diffusion_step(d);
}

static void assert_conserved(const diffusion *d)
{
    diffusion_counts c = diffusion_counts_of(d);
    assert_int_equal(c.free + c.bound + c.over_rim + c.taken_up + c.dismissed, c.released);
}

static double mean_square(const float *q, int count)
{
    double sum = 0.0;
    for (int i = 0; i < count; i++)
        sum += (double)q[i] * (double)q[i];
    return sum / count;
}

static void mean_squared_displacement_is_6Dt(void **state)
{
    (void)state;
    diffusion_def def = diffusion_def_default();
    def.capacity = 20000;
    diffusion *d = must_create(&def);
    assert_int_equal(diffusion_release(d, 20000, 0.0f, 0.0f, 0.0f), 20000);
    run(d, 100);
    diffusion_molecules m = diffusion_free(d);
    double t = 100.0 * def.dt_ms, want = 2.0 * def.d_um2_per_ms * t;
    double x2 = mean_square(m.x, m.count), y2 = mean_square(m.y, m.count), z2 = mean_square(m.z, m.count);
    check_relative(x2, want, 0.03);
    check_relative(y2, want, 0.03);
    check_relative(z2, want, 0.03);
    check_relative(x2 + y2 + z2, 3.0 * want, 0.03);
    diffusion_destroy(d);
}

// Share of a normal deviate below v standard deviations.
static double normal_below(double v)
{
    return 0.5 * erfc(-v / sqrt(2.0));
}

static int ascending(const void *a, const void *b)
{
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

// Kolmogorov's largest distance between the sample and the normal law, times sqrt(n): above 1.95 once in
// 1000.
static double distance_from_normal(float *q, int count, double deviation)
{
    double farthest = 0.0;
    qsort(q, (size_t)count, sizeof *q, ascending);
    for (int i = 0; i < count; i++) {
        double law = normal_below((double)q[i] / deviation);
        farthest = fmax(farthest, fmax(fabs(law - (double)i / count), fabs(law - (i + 1.0) / count)));
    }
    return farthest * sqrt((double)count);
}

static void one_step_is_exactly_normal(void **state)
{
    (void)state;
    enum { COUNT = 400000 };
    diffusion_def def = diffusion_def_default();
    def.capacity = COUNT;
    diffusion *d = must_create(&def);
    diffusion_release(d, COUNT, 0.0f, 0.0f, 0.0f);
    diffusion_step(d);
    diffusion_molecules m = diffusion_free(d);
    double deviation = sqrt(2.0 * def.d_um2_per_ms * def.dt_ms);
    const float *axes[3] = {m.x, m.y, m.z};
    float *copy = malloc(COUNT * sizeof *copy);
    assert_non_null(copy);
    for (int axis = 0; axis < 3; axis++) {
        double third = 0.0, fourth = 0.0, cross = 0.0, pair = 0.0, squares = 0.0;
        int beyond4 = 0;
        for (int i = 0; i < COUNT; i++) {
            double q = (double)axes[axis][i] / deviation, other = (double)axes[(axis + 1) % 3][i] / deviation;
            double partner = (double)axes[axis][i ^ 16] / deviation; // from the same two uniforms
            third += q * q * q;
            fourth += q * q * q * q;
            cross += q * other;
            pair += q * partner;
            squares += (q * q - 1.0) * (partner * partner - 1.0);
            beyond4 += fabs(q) > 4.0;
        }
        // Five standard errors each; a sum of twelve uniforms would miss the fourth moment by 20 of them.
        check_near(third / COUNT, 0.0, 5.0 * sqrt(15.0 / COUNT));
        check_near(fourth / COUNT, 3.0, 5.0 * sqrt(96.0 / COUNT));
        check_near(cross / COUNT, 0.0, 5.0 * sqrt(1.0 / COUNT));
        check_near(pair / COUNT, 0.0, 5.0 * sqrt(2.0 / COUNT));
        check_near(squares / COUNT, 0.0, 5.0 * sqrt(8.0 / COUNT));
        double far = 2.0 * normal_below(-4.0) * COUNT;
        check_near((double)beyond4, far, 5.0 * sqrt(far));
        for (int i = 0; i < COUNT; i++)
            copy[i] = axes[axis][i];
        assert_true(distance_from_normal(copy, COUNT, deviation) < 1.95);
    }
    free(copy);
    diffusion_destroy(d);
}

// Pearson's statistic of evenly filled bins, less its mean, in standard deviations of it.
static double unevenness(const float *q, int count, double size)
{
    enum { BINS = 20 };
    int filled[BINS] = {0};
    for (int i = 0; i < count; i++) {
        int bin = (int)((double)q[i] / size * BINS);
        filled[bin < BINS ? bin : BINS - 1]++;
    }
    double chi2 = 0.0, even = (double)count / BINS;
    for (int b = 0; b < BINS; b++)
        chi2 += (filled[b] - even) * (filled[b] - even) / even;
    return (chi2 - (BINS - 1)) / sqrt(2.0 * (BINS - 1));
}

static void check_within(const float *q, int count, double size)
{
    for (int i = 0; i < count; i++)
        assert_true(q[i] >= 0.0f && q[i] <= (float)size);
}

static void folding_keeps_molecules_between_the_walls_and_even(void **state)
{
    (void)state;
    diffusion_def def = diffusion_def_default(); // a step of 24.5 nm between walls 20 nm apart
    def.capacity = WALKERS;
    def.size_um[0] = 0.06;
    def.size_um[1] = 0.05;
    def.size_um[2] = 0.02;
    diffusion *d = must_create(&def);
    diffusion_release(d, WALKERS, 0.06f, 0.0f, 0.02f);
    for (int round = 0; round < 20; round++) {
        run(d, 10);
        diffusion_molecules m = diffusion_free(d);
        const float *axes[3] = {m.x, m.y, m.z};
        for (int axis = 0; axis < 3; axis++) {
            check_within(axes[axis], m.count, def.size_um[axis]);
            if (round > 2) // the slowest mode falls by e in 3 steps
                assert_true(unevenness(axes[axis], m.count, def.size_um[axis]) < 5.0);
        }
    }
    assert_conserved(d);
    diffusion_destroy(d);
}

// After a time much shorter than it takes to reach the far wall, the mirror image is the whole solution.
static void a_wall_mirrors_the_free_walk(void **state)
{
    (void)state;
    diffusion_def def = diffusion_def_default();
    def.capacity = WALKERS;
    def.size_um[2] = 1.0;
    diffusion *d = must_create(&def);
    diffusion_release(d, WALKERS, 0.0f, 0.0f, 0.0f);
    run(d, 20);
    diffusion_molecules m = diffusion_free(d);
    double sum = 0.0, deviation = sqrt(2.0 * def.d_um2_per_ms * 20.0 * def.dt_ms);
    for (int i = 0; i < m.count; i++)
        sum += (double)m.z[i];
    check_relative(sum / m.count, deviation * sqrt(2.0 / DMATH_PI), 0.03);
    check_relative(mean_square(m.z, m.count), deviation * deviation, 0.05);
    diffusion_destroy(d);
}

// R^2 / 4D = 0.1894 ms; that the rim stops walkers only at the ends of steps sets it back by 0.5826 of a
// step's standard deviation: 0.2009 ms.
static void mean_exit_time_of_the_disc(void **state)
{
    (void)state;
    diffusion_def def = diffusion_def_default();
    def.capacity = WALKERS;
    def.d_um2_per_ms = 0.33;
    def.size_um[2] = 0.02;
    def.rim_um = 0.5;
    def.probe_um = 0.15;
    diffusion *d = must_create(&def);
    diffusion_release(d, WALKERS, 0.0f, 0.0f, 0.0f);
    double total = 0.0;
    while (diffusion_counts_of(d).free > 0) {
        total += diffusion_counts_of(d).free * def.dt_ms;
        diffusion_step(d);
        assert_conserved(d);
        diffusion_molecules m = diffusion_free(d);
        int near = 0;
        for (int i = 0; i < m.count; i++)
            near += m.x[i] * m.x[i] + m.y[i] * m.y[i] < 0.15f * 0.15f;
        assert_int_equal(diffusion_near_axis(d), near);
    }
    double rim = 0.5 + 0.5826 * sqrt(2.0 * 0.33 * 0.001);
    check_relative(rim * rim / (4.0 * 0.33), 0.2009, 0.001);
    check_relative(total / WALKERS, 0.2009, SANITIZED ? 0.05 : 0.02);
    assert_int_equal(diffusion_counts_of(d).over_rim, WALKERS);
    diffusion_destroy(d);
}

// The serotonin synapse without receptors: a 2 x 2 x 0.5 um box over 100 transporters.
static diffusion *make_serotonin(int capacity, int plugged, uint64_t seed)
{
    diffusion_def def = diffusion_def_default();
    def.seed = seed;
    def.capacity = capacity;
    def.dt_ms = 0.02;
    def.size_um[0] = def.size_um[1] = 2.0;
    def.size_um[2] = 0.5;
    def.tiles = 10;
    def.tile_speed_um_per_ms = 0.02;
    diffusion *d = must_create(&def);
    for (int i = 0; i < plugged; i++) // spread evenly: 37 and 100 have no common factor
        diffusion_plug_tile(d, i * 37 % 100, true);
    return d;
}

static void release_evenly(diffusion *d, int count)
{
    random_state r = random_make(3, 3);
    for (int i = 0; i < count; i++) {
        float x = (float)(2.0 * random_uniform(&r)), y = (float)(2.0 * random_uniform(&r));
        diffusion_release(d, 1, x, y, (float)(0.5 * random_uniform(&r)));
    }
}

// Robin wall: H / kappa + H^2 / 3D from an even start, kappa = kappa0 (1 - occ).
static void mean_life_over_transporters(void **state)
{
    (void)state;
    static const struct {
        int plugged;
        double ms;
    } golden[] = {{0, 25.3}, {50, 50.3}, {80, 125.3}, {90, 250.3}};
    for (size_t g = 0; g < sizeof golden / sizeof *golden; g++) {
        diffusion *d = make_serotonin(WALKERS, golden[g].plugged, 11 + g);
        release_evenly(d, WALKERS);
        double total = 0.0;
        for (; diffusion_counts_of(d).free > 0; diffusion_step(d))
            total += diffusion_counts_of(d).free * 0.02;
        double kappa = 0.02 * (1.0 - 0.01 * golden[g].plugged);
        check_relative(0.5 / kappa + 0.25 / 0.9, golden[g].ms, 0.001);
        check_relative(total / WALKERS, golden[g].ms, 0.05);
        assert_int_equal(diffusion_counts_of(d).taken_up, WALKERS);
        diffusion_destroy(d);
    }
}

static void plugged_transporters_take_nothing(void **state)
{
    (void)state;
    diffusion *d = make_serotonin(2000, 100, 5);
    release_evenly(d, 2000);
    run(d, 5000);
    assert_int_equal(diffusion_counts_of(d).free, 2000);
    for (int tile = 0; tile < 100; tile++)
        assert_true(diffusion_tile_uptake(d, tile) == -1);
    diffusion_plug_tile(d, 37, false);
    run(d, 2000);
    diffusion_counts c = diffusion_counts_of(d);
    assert_true(c.taken_up > 0);
    assert_true(diffusion_tile_uptake(d, 37) > 5000);
    for (int tile = 0; tile < 100; tile++)
        assert_true(tile == 37 || diffusion_tile_uptake(d, tile) == -1);
    assert_conserved(d);
    diffusion_destroy(d);
}

// Little's law: 300 molecules every 48 ms from z = 0, where the mean life is exactly H / kappa.
static void standing_count_obeys_littles_law(void **state)
{
    (void)state;
    static const struct {
        int plugged;
        double count;
    } golden[] = {{0, 156.0}, {50, 312.0}, {80, 781.0}};
    enum { PERIOD = 2400, PERIODS = 24 };
    for (size_t g = 0; g < sizeof golden / sizeof *golden; g++) {
        diffusion *d = make_serotonin(4000, golden[g].plugged, 21 + g);
        double life = 0.5 / (0.02 * (1.0 - 0.01 * golden[g].plugged));
        int warm = (int)(10.0 * life / 48.0) + 1;
        double total = 0.0;
        for (int period = 0; period < warm + PERIODS; period++) {
            assert_int_equal(diffusion_release(d, 300, 1.0f, 1.0f, 0.0f), 300);
            for (int i = 0; i < PERIOD; i++) {
                diffusion_step(d);
                if (period >= warm)
                    total += diffusion_counts_of(d).free;
            }
        }
        check_relative(300.0 / 48.0 * life, golden[g].count, 0.005);
        check_relative(total / (PERIOD * PERIODS), golden[g].count, 0.1);
        assert_conserved(d);
        diffusion_destroy(d);
    }
}

static diffusion *make_all(int lanes, bool disc)
{
    static const diffusion_patch patches[] = {{0.02f, 0.03f, 0.02f, 3e-4, 300.0},
                                              {0.09f, 0.05f, 0.03f, 9e-4, 200.0},
                                              {0.05f, 0.1f, 0.01f, 1e-4, 500.0}};
    diffusion_def def = diffusion_def_default();
    def.capacity = 3000;
    def.seed = 99;
    def.lanes = lanes;
    def.size_um[2] = 0.02;
    def.patch_count = 3;
    def.patches = patches;
    if (disc) {
        def.rim_um = 0.2;
        def.probe_um = 0.1;
    } else {
        def.size_um[0] = def.size_um[1] = 0.2;
        def.tiles = 4;
        def.tile_speed_um_per_ms = 0.05;
    }
    diffusion *d = must_create(&def);
    if (!disc)
        diffusion_plug_tile(d, 5, true);
    return d;
}

// The same integers from every vector width, compiler and optimisation.
static void every_vector_width_gives_the_same_molecules(void **state)
{
    (void)state;
    static const int widths[] = {1, 4, 8, 16};
    for (int disc = 0; disc < 2; disc++) {
        uint64_t first = 0;
        for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
            diffusion *d = make_all(widths[w], disc);
            assert_true(diffusion_lanes(d) <= widths[w]);
            for (int i = 0; i < 300; i++) {
                if (i % 50 == 0)
                    diffusion_release(d, 333, 0.05f, 0.06f, 0.01f);
                diffusion_step(d);
            }
            assert_conserved(d);
            diffusion_counts c = diffusion_counts_of(d);
            if (w == 0) {
                first = diffusion_hash(d);
                assert_int_equal(c.bindings, disc ? GOLDEN_DISC_BINDINGS : GOLDEN_BOX_BINDINGS);
                assert_int_equal(disc ? c.over_rim : c.taken_up, disc ? GOLDEN_OVER_RIM : GOLDEN_TAKEN_UP);
            }
            assert_true(diffusion_hash(d) == first);
            diffusion_destroy(d);
        }
    }
}

static void another_seed_gives_other_molecules(void **state)
{
    (void)state;
    uint64_t hash[3];
    for (int i = 0; i < 3; i++) {
        diffusion *d = make_serotonin(100, 0, i < 2 ? 1 : 2);
        diffusion_release(d, 100, 1.0f, 1.0f, 0.2f);
        run(d, 10);
        hash[i] = diffusion_hash(d);
        diffusion_destroy(d);
    }
    assert_true(hash[0] == hash[1]);
    assert_true(hash[0] != hash[2]);
}

static void capacity_is_the_limit(void **state)
{
    (void)state;
    diffusion_def def = diffusion_def_default();
    def.capacity = 37;
    diffusion *d = must_create(&def);
    assert_int_equal(diffusion_release(d, 30, 0.0f, 0.0f, 0.0f), 30);
    assert_int_equal(diffusion_release(d, 30, 0.0f, 0.0f, 0.0f), 7);
    run(d, 3);
    assert_int_equal(diffusion_counts_of(d).free, 37);
    diffusion_dismiss_free(d);
    assert_int_equal(diffusion_counts_of(d).free, 0);
    assert_int_equal(diffusion_release(d, 1, 0.0f, 0.0f, 0.0f), 1);
    assert_int_equal(diffusion_free(d).id[0], 37);
    assert_conserved(d);
    diffusion_destroy(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mean_squared_displacement_is_6Dt),
        cmocka_unit_test(one_step_is_exactly_normal),
        cmocka_unit_test(folding_keeps_molecules_between_the_walls_and_even),
        cmocka_unit_test(a_wall_mirrors_the_free_walk),
        cmocka_unit_test(mean_exit_time_of_the_disc),
        cmocka_unit_test(mean_life_over_transporters),
        cmocka_unit_test(plugged_transporters_take_nothing),
        cmocka_unit_test(standing_count_obeys_littles_law),
        cmocka_unit_test(every_vector_width_gives_the_same_molecules),
        cmocka_unit_test(another_seed_gives_other_molecules),
        cmocka_unit_test(capacity_is_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
