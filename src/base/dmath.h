// Elementary functions that give the same bits on every machine: only + - * / sqrt, moving of bits and fixed
// coefficients, compiled without FMA contraction. What must repeat (trajectories, rasters, particle counts)
// uses these; the C library's versions differ between machines in the last bit.
//
// Relative error: at most 1e-15 against the correctly rounded value (measured 1.5e-16), except where a line
// below says otherwise. Infinities and NaN go in and out as with <math.h>; errno is never set.
#ifndef NEUROTIDE_BASE_DMATH_H
#define NEUROTIDE_BASE_DMATH_H

#define DMATH_PI 3.14159265358979323846

double dmath_exp(double x);
// 1 - exp(-x) without cancellation for small x.
double dmath_saturation(double x);
// Negative: NaN; 0: -infinity.
double dmath_log(double x);
double dmath_log10(double x); // exact at the powers of ten that a double holds exactly
// x > 0; pow(0, y > 0) = 0, pow(x, 0) = 1, pow(0, y < 0) = +infinity, negative x: NaN. Relative error at
// most 1e-15 while the result lies in 1e-100..1e100.
double dmath_pow(double x, double y);
// x in radians. The error stays below 1e-15 absolutely for |x| <= 1e5 and grows beyond.
void dmath_sincos(double x, double *sine, double *cosine);
double dmath_sin(double x);
double dmath_cos(double x);

#endif
