// The deterministic elementary functions against the C library's and against bits fixed once for all.
#include "../check.h"
#include "base/dmath.h"
#include "base/random.h"

#include <string.h>

enum { SAMPLES = 200000 };

static double between(random_state *r, double low, double high)
{
    return low + (high - low) * random_uniform(r);
}

static void exponential_agrees_with_the_c_library(void **state)
{
    (void)state;
    random_state r = random_make(1, 1);
    for (int i = 0; i < SAMPLES; i++) {
        double x = between(&r, i % 2 ? -1.0 : -700.0, i % 2 ? 1.0 : 700.0);
        check_relative(dmath_exp(x), exp(x), 1e-15);
    }
    assert_true(dmath_exp(0.0) == 1.0);
    assert_true(dmath_exp(-800.0) == 0.0);
    assert_true(isinf(dmath_exp(710.0)));
    assert_true(isnan(dmath_exp((double)NAN)));
    check_relative(dmath_exp(-740.0), exp(-740.0), 0.01); // subnormal: few bits are left
}

static void saturation_keeps_its_digits_near_zero(void **state)
{
    (void)state;
    random_state r = random_make(2, 1);
    for (int i = 0; i < SAMPLES; i++) {
        double x = dmath_exp(between(&r, -40.0, 4.0));
        check_relative(dmath_saturation(x), -expm1(-x), 1e-15);
    }
    assert_true(dmath_saturation(0.0) == 0.0);
}

static void logarithm_agrees_with_the_c_library(void **state)
{
    (void)state;
    random_state r = random_make(3, 1);
    for (int i = 0; i < SAMPLES; i++) {
        double x = i % 2 ? between(&r, 0.5, 2.0) : exp(between(&r, -700.0, 700.0));
        check_relative(dmath_log(x), log(x), 1e-15);
        check_relative(dmath_log10(x), log10(x), 1e-15);
    }
    assert_true(dmath_log(1.0) == 0.0);
    assert_true(isinf(dmath_log(0.0)) && dmath_log(0.0) < 0.0);
    assert_true(isnan(dmath_log(-1.0)));
    check_relative(dmath_log(5e-324), log(5e-324), 1e-15);
}

static void decimal_logarithm_is_exact_at_powers_of_ten(void **state)
{
    (void)state;
    double power = 1.0;
    for (int n = 0; n <= 22; n++, power *= 10.0)
        assert_true(dmath_log10(power) == (double)n);
}

static void power_agrees_with_the_c_library(void **state)
{
    (void)state;
    random_state r = random_make(4, 1);
    for (int i = 0; i < SAMPLES; i++) {
        double x = exp(between(&r, -20.0, 20.0)), y = between(&r, -10.0, 10.0);
        check_relative(dmath_pow(x, y), pow(x, y), 1e-15);
        check_relative(dmath_pow(x, 1.2), pow(x, 1.2), 1e-15);
    }
    assert_true(dmath_pow(0.0, 1.2) == 0.0);
    assert_true(dmath_pow(0.0, 0.0) == 1.0);
    assert_true(dmath_pow(3.0, 0.0) == 1.0);
    assert_true(isinf(dmath_pow(0.0, -1.0)));
    assert_true(isnan(dmath_pow(-1.0, 2.0)));
}

static void sine_and_cosine_agree_with_the_c_library(void **state)
{
    (void)state;
    random_state r = random_make(5, 1);
    for (int i = 0; i < SAMPLES; i++) {
        double reach = i % 2 ? 10.0 : 1e5, x = between(&r, -reach, reach);
        double s, c;
        dmath_sincos(x, &s, &c);
        check_near(s, sin(x), 1e-15);
        check_near(c, cos(x), 1e-15);
        assert_true(dmath_sin(x) == s && dmath_cos(x) == c);
    }
    check_relative(dmath_sin(DMATH_PI), sin(DMATH_PI), 1e-12); // what rounding of pi leaves over
    assert_true(isnan(dmath_sin((double)INFINITY)));
}

static uint64_t bits_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

// Written down from one run; any machine, compiler and optimisation level must give the same.
static void bits_are_the_same_on_every_machine(void **state)
{
    (void)state;
    static const struct {
        double x;
        uint64_t exp, log, pow, sin, cos;
    } golden[] = {
        {0.001, 0x3FEFF7CFE56F1A9E, 0xC01BA18A998FFFA0, 0x3F30763F01E8E5B0, 0x3F50624DA5218A62,
         0x3FEFFFFEF390876C},
        {0.10000000000000001, 0x3FECF46D99D52B3A, 0xC0026BB1BBB55515, 0x3FB0270AC3F8A9FA, 0x3FB98EAECB8BCB2C,
         0x3FEFD712F9A817C1},
        {0.74590000000000001, 0x3FDE5B0CB7A690AB, 0xBFD2C331D4A55757, 0x3FE6827182417917, 0x3FE5B75CCB4F4BFB,
         0x3FE780D6CFC10239},
        {1, 0x3FD78B56362CEF38, 0x0, 0x3FF0000000000000, 0x3FEAED548F090CEE, 0x3FE14A280FB5068C},
        {1.2, 0x3FD346C4167A12DE, 0x3FC7565011E49675, 0x3FF3E9BCB96FEDF1, 0x3FEDD343A21A55C4,
         0x3FD730DE943B79D4},
        {3.1415899999999999, 0x3FA62026546050AE, 0x3FF250CF662ABF9A, 0x400F994540E44F90, 0x3EC6428A6AA44CD0,
         0xBFEFFFFFFFFF8420},
        {17.59, 0x3E58A41E8ACF3009, 0x4006F04B010533F3, 0x403F36396DD4B2C5, 0xBFEE766928EDFF4F,
         0x3FD3996E51AF0788},
        {182.90000000000001, 0x2F7185930AF7D77A, 0x4014D5F44035149B, 0x4080331E4ECC70C9, 0x3FE44F7FDC2CA7D3,
         0x3FE8BA6887550166},
        {1344, 0x0, 0x401CD049897382CC, 0x40B62C7AEA354031, 0xBFE21CBD4E6BC67A, 0x3FEA617B3D00B825},
        {80640, 0x0, 0x40269872B2EC5AAC, 0x412792A14CFD4BD8, 0x3FEFFC8FF3AF1CDD, 0xBF9DA9991AC03AF1},
    };
    for (size_t i = 0; i < sizeof golden / sizeof *golden; i++) {
        double x = golden[i].x;
        assert_int_equal(bits_of(dmath_exp(-x)), golden[i].exp);
        assert_int_equal(bits_of(dmath_log(x)), golden[i].log);
        assert_int_equal(bits_of(dmath_pow(x, 1.2)), golden[i].pow);
        assert_int_equal(bits_of(dmath_sin(x)), golden[i].sin);
        assert_int_equal(bits_of(dmath_cos(x)), golden[i].cos);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exponential_agrees_with_the_c_library),
        cmocka_unit_test(saturation_keeps_its_digits_near_zero),
        cmocka_unit_test(logarithm_agrees_with_the_c_library),
        cmocka_unit_test(decimal_logarithm_is_exact_at_powers_of_ten),
        cmocka_unit_test(power_agrees_with_the_c_library),
        cmocka_unit_test(sine_and_cosine_agree_with_the_c_library),
        cmocka_unit_test(bits_are_the_same_on_every_machine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
