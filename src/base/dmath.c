#include "base/dmath.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

// ln 2 in two parts; the first ends in zeros, so that k * LN2_HIGH is exact for |k| < 2^20.
static const double LN2_HIGH = 6.93147180369123816490e-01;
static const double LN2_LOW = 1.90821492927058770002e-10;
static const double ONE_OVER_LN2 = 1.44269504088896340736;

// log10(2) in the same two parts, and log10(e) in a head of 26 bits and a tail.
static const double LOG10_2_HIGH = 3.01029995663611771306e-01;
static const double LOG10_2_LOW = 3.69423907715893078616e-13;
static const double LOG10_E = 4.34294481903251816668e-01;
static const double LOG10_E_LOW = 1.09831965021676509e-17;

// pi/2 in three parts of 33 bits and a rest, for reduction without loss.
static const double PIO2_1 = 1.57079632673412561417e+00;
static const double PIO2_2 = 6.07710050630396597660e-11;
static const double PIO2_3 = 2.02226624879595063154e-21;
static const double TWO_OVER_PI = 6.36619772367581382433e-01;

// A number as an unevaluated sum; |low| is at most half a unit in the last place of `high`.
typedef struct two_part {
    double high, low;
} two_part;

static double from_bits(uint64_t bits)
{
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static uint64_t to_bits(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

// 2^k for k in -1022..1023.
static double power_of_two(int k)
{
    return from_bits((uint64_t)(k + 1023) << 52);
}

static int nearest_int(double x)
{
    return (int)(x < 0.0 ? x - 0.5 : x + 0.5);
}

static two_part exact_sum(double a, double b)
{
    double s = a + b, bb = s - a;
    return (two_part){s, (a - (s - bb)) + (b - bb)};
}

// Dekker's product: a * b without rounding.
static two_part exact_product(double a, double b)
{
    const double splitter = 134217729.0; // 2^27 + 1
    double ta = splitter * a, ah = ta - (ta - a), al = a - ah;
    double tb = splitter * b, bh = tb - (tb - b), bl = b - bh;
    double p = a * b;
    return (two_part){p, ((ah * bh - p) + ah * bl + al * bh) + al * bl};
}

// (exp(r) - 1 - r) / r^2 for |r| <= 0.35, Taylor; odd and even powers apart to shorten the chain.
static double exp_tail(double r)
{
    double z = r * r;
    double even =
        1.0 / 2.0 +
        z * (1.0 / 24.0 +
             z * (1.0 / 720.0 + z * (1.0 / 40320.0 + z * (1.0 / 3628800.0 + z * (1.0 / 479001600.0)))));
    double odd =
        1.0 / 6.0 +
        z * (1.0 / 120.0 +
             z * (1.0 / 5040.0 + z * (1.0 / 362880.0 + z * (1.0 / 39916800.0 + z * (1.0 / 6227020800.0)))));
    return even + r * odd;
}

// exp(x + low), low tiny beside x.
static double exp_two_part(double x, double low)
{
    if (isnan(x))
        return x;
    if (x > 709.782712893384)
        return HUGE_VAL;
    if (x < -745.2)
        return 0.0;
    int k = nearest_int(x * ONE_OVER_LN2);
    double kd = (double)k;
    double head = x - kd * LN2_HIGH;
    two_part r = exact_sum(head, low - kd * LN2_LOW);
    double e = 1.0 + (r.high + (r.low + r.high * r.high * exp_tail(r.high)));
    if (k >= -1021 && k <= 1023)
        return e * power_of_two(k);
    if (k > 1023)
        return e * 2.0 * power_of_two(k - 1);
    return e * power_of_two(k + 1000) * power_of_two(-1000);
}

double dmath_exp(double x)
{
    return exp_two_part(x, 0.0);
}

double dmath_saturation(double x)
{
    if (x > -0.35 && x < 0.35)
        return x - x * x * exp_tail(-x);
    return 1.0 - dmath_exp(-x);
}

// x = m * 2^k with m in [sqrt(1/2), sqrt(2)); x positive and finite.
static double split_exponent(double x, int *k)
{
    int shift = 0;
    if (x < 2.2250738585072014e-308) {
        x *= 18014398509481984.0; // 2^54: subnormals become normal
        shift = -54;
    }
    uint64_t bits = to_bits(x);
    int e = (int)(bits >> 52) - 1023;
    double m = from_bits((bits & 0xFFFFFFFFFFFFFu) | 0x3FF0000000000000u);
    if (m > 1.4142135623730951) {
        m *= 0.5;
        e++;
    }
    *k = e + shift;
    return m;
}

// log(m) = 2 artanh(s), s = (m - 1) / (m + 1), as a sum of two numbers good to about 70 bits.
static two_part log_mantissa(double m)
{
    double n = m - 1.0;
    two_part d = exact_sum(m, 1.0);
    double s = n / d.high;
    two_part back = exact_product(s, d.high);
    double s_low = (((n - back.high) - back.low) - s * d.low) / d.high;
    double z = s * s;
    double series =
        1.0 / 3.0 +
        z * (1.0 / 5.0 +
             z * (1.0 / 7.0 +
                  z * (1.0 / 9.0 +
                       z * (1.0 / 11.0 +
                            z * (1.0 / 13.0 +
                                 z * (1.0 / 15.0 +
                                      z * (1.0 / 17.0 +
                                           z * (1.0 / 19.0 + z * (1.0 / 21.0 + z * (1.0 / 23.0))))))))));
    return exact_sum(2.0 * s, 2.0 * (s_low + s * z * series));
}

// False when the value is special; `*special` then holds what log returns.
static int log_is_special(double x, double *special)
{
    if (x > 0.0 && x <= 1.7976931348623157e308)
        return 0;
    *special = isnan(x) || x > 0.0 ? x : x == 0.0 ? -HUGE_VAL : (double)NAN;
    return 1;
}

static two_part log_two_part(double x)
{
    int k = 0;
    two_part m = log_mantissa(split_exponent(x, &k));
    double kd = (double)k;
    two_part sum = exact_sum(kd * LN2_HIGH, m.high);
    return exact_sum(sum.high, sum.low + (m.low + kd * LN2_LOW));
}

double dmath_log(double x)
{
    double special = 0.0;
    if (log_is_special(x, &special))
        return special;
    return log_two_part(x).high;
}

double dmath_log10(double x)
{
    double special = 0.0;
    if (log_is_special(x, &special))
        return special;
    int k = 0;
    two_part m = log_mantissa(split_exponent(x, &k));
    double kd = (double)k;
    two_part scaled = exact_product(m.high, LOG10_E);
    two_part sum = exact_sum(kd * LOG10_2_HIGH, scaled.high);
    double low = scaled.low + m.high * LOG10_E_LOW + m.low * LOG10_E + kd * LOG10_2_LOW;
    return sum.high + (sum.low + low);
}

double dmath_pow(double x, double y)
{
    if (y == 0.0)
        return 1.0;
    if (x == 0.0)
        return y > 0.0 ? 0.0 : isnan(y) ? y : HUGE_VAL;
    double special = 0.0;
    if (log_is_special(x, &special) || isnan(y))
        return isnan(y) ? y : x > 0.0 ? (y > 0.0 ? HUGE_VAL : 0.0) : (double)NAN;
    two_part l = log_two_part(x);
    if (fabs(y * l.high) > 800.0)
        return (y > 0.0) == (l.high > 0.0) ? HUGE_VAL : 0.0;
    two_part p = exact_product(l.high, y);
    return exp_two_part(p.high, p.low + l.low * y);
}

// sin(r + low) and cos(r + low) for |r| <= pi/4, Taylor.
static double sin_kernel(double r, double low)
{
    double z = r * r;
    double p =
        -1.0 / 6.0 +
        z * (1.0 / 120.0 +
             z * (-1.0 / 5040.0 + z * (1.0 / 362880.0 +
                                       z * (-1.0 / 39916800.0 + z * (1.0 / 6227020800.0 +
                                                                     z * (-1.0 / 1307674368000.0 +
                                                                          z * (1.0 / 355687428096000.0)))))));
    return r + (low * (1.0 - 0.5 * z) + r * z * p);
}

static double cos_kernel(double r, double low)
{
    double z = r * r;
    double p =
        1.0 / 24.0 +
        z * (-1.0 / 720.0 +
             z * (1.0 / 40320.0 +
                  z * (-1.0 / 3628800.0 +
                       z * (1.0 / 479001600.0 + z * (-1.0 / 87178291200.0 + z * (1.0 / 20922789888000.0))))));
    double half = 0.5 * z, w = 1.0 - half;
    return w + (((1.0 - w) - half) + (z * z * p - r * low));
}

void dmath_sincos(double x, double *sine, double *cosine)
{
    if (!(fabs(x) < 1e9)) { // beyond this no digit is left; also infinities and NaN
        *sine = *cosine = (double)NAN;
        return;
    }
    int q = nearest_int(x * TWO_OVER_PI);
    double qd = (double)q;
    two_part a = exact_product(qd, PIO2_1);
    two_part b = exact_product(qd, PIO2_2);
    two_part t = exact_sum((x - a.high) - a.low, -b.high);
    two_part r = exact_sum(t.high, t.low - b.low - qd * PIO2_3);
    double s = sin_kernel(r.high, r.low), c = cos_kernel(r.high, r.low);
    switch ((unsigned)q & 3u) {
    case 0:
        *sine = s;
        *cosine = c;
        break;
    case 1:
        *sine = c;
        *cosine = -s;
        break;
    case 2:
        *sine = -s;
        *cosine = -c;
        break;
    default:
        *sine = -c;
        *cosine = s;
        break;
    }
}

double dmath_sin(double x)
{
    double s, c;
    dmath_sincos(x, &s, &c);
    return s;
}

double dmath_cos(double x)
{
    double s, c;
    dmath_sincos(x, &s, &c);
    return c;
}
