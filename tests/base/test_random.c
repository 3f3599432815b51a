// Random numbers: the published sequence, independence of streams, moments.
#include "../check.h"
#include "base/random.h"

#include <string.h>

enum { DRAWS = 200000 };

// First outputs of PCG32 for seed 42, stream 54, as printed by its author's demonstration program.
static void pcg32_gives_its_published_sequence(void **state)
{
    (void)state;
    static const uint32_t published[] = {0xA15C02B7u, 0x7B47F409u, 0xBA1D3330u,
                                         0x83D2F293u, 0xBFA4784Bu, 0xCBED606Eu};
    random_state r = random_make(42, 54);
    for (size_t i = 0; i < sizeof published / sizeof *published; i++)
        assert_int_equal(random_u32(&r), published[i]);
}

static void same_seed_gives_the_same_numbers_and_streams_differ(void **state)
{
    (void)state;
    random_state a = random_make(7, 1), b = random_make(7, 1), other = random_make(7, 2);
    int equal = 0;
    for (int i = 0; i < 1000; i++) {
        assert_true(random_normal(&a) == random_normal(&b));
        random_state copy = a;
        equal += random_u32(&copy) == random_u32(&other);
    }
    assert_true(equal <= 1);
}

static void uniform_numbers_fill_0_to_1_evenly(void **state)
{
    (void)state;
    random_state r = random_make(1, 1);
    double sum = 0.0, squares = 0.0;
    int tenths[10] = {0};
    for (int i = 0; i < DRAWS; i++) {
        double u = random_uniform(&r);
        assert_true(u >= 0.0 && u < 1.0);
        sum += u;
        squares += u * u;
        tenths[(int)(10.0 * u)]++;
    }
    double mean = sum / DRAWS;
    check_near(mean, 0.5, 5.0 / sqrt(12.0 * DRAWS)); // five standard errors
    check_near(squares / DRAWS - mean * mean, 1.0 / 12.0, 0.001);
    for (int k = 0; k < 10; k++)
        check_near(tenths[k], DRAWS / 10.0, 5.0 * sqrt(DRAWS * 0.09));
}

static void normal_numbers_have_mean_0_variance_1_and_normal_tails(void **state)
{
    (void)state;
    random_state r = random_make(2, 1);
    double sum = 0.0, squares = 0.0, fourth = 0.0;
    int within_1 = 0, within_2 = 0;
    for (int i = 0; i < DRAWS; i++) {
        double z = random_normal(&r);
        assert_true(isfinite(z));
        sum += z;
        squares += z * z;
        fourth += z * z * z * z;
        within_1 += fabs(z) < 1.0;
        within_2 += fabs(z) < 2.0;
    }
    check_near(sum / DRAWS, 0.0, 5.0 / sqrt(DRAWS));
    check_near(squares / DRAWS, 1.0, 5.0 * sqrt(2.0 / DRAWS));
    check_near(fourth / DRAWS, 3.0, 5.0 * sqrt(96.0 / DRAWS));
    check_near((double)within_1 / DRAWS, 0.6827, 0.005);
    check_near((double)within_2 / DRAWS, 0.9545, 0.003);
}

static void integers_below_a_bound_are_all_equally_likely(void **state)
{
    (void)state;
    random_state r = random_make(3, 1);
    int counts[6] = {0};
    for (int i = 0; i < DRAWS; i++) {
        uint32_t n = random_below(&r, 6);
        assert_true(n < 6);
        counts[n]++;
    }
    for (int k = 0; k < 6; k++)
        check_near(counts[k], DRAWS / 6.0, 5.0 * sqrt(DRAWS * 5.0 / 36.0));
    assert_int_equal(random_below(&r, 1), 0);
    assert_int_equal(random_below(&r, 0), 0);
    // With a bound of 3/4 of 2^32 a quarter of the draws is refused; else the low third would come half the
    // time.
    int low = 0;
    for (int i = 0; i < DRAWS; i++)
        low += random_below(&r, 0xC0000000u) < 0x40000000u;
    check_near((double)low / DRAWS, 1.0 / 3.0, 0.006);
}

static uint64_t bits_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

// Written down from one run: rasters and particle counts rest on these bits.
static void normal_numbers_have_the_same_bits_on_every_machine(void **state)
{
    (void)state;
    random_state r = random_make(2024, 7);
    uint64_t mixed = 0;
    for (int i = 0; i < 1000; i++)
        mixed = mixed * 0x100000001B3u ^ bits_of(random_normal(&r));
    assert_true(mixed == 0xDA99D855EF624238u);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pcg32_gives_its_published_sequence),
        cmocka_unit_test(same_seed_gives_the_same_numbers_and_streams_differ),
        cmocka_unit_test(uniform_numbers_fill_0_to_1_evenly),
        cmocka_unit_test(normal_numbers_have_mean_0_variance_1_and_normal_tails),
        cmocka_unit_test(integers_below_a_bound_are_all_equally_likely),
        cmocka_unit_test(normal_numbers_have_the_same_bits_on_every_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
