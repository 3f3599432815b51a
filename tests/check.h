// Comparisons of doubles for cmocka, which has none: they print both numbers on failure.
#ifndef NEUROTIDE_TESTS_CHECK_H
#define NEUROTIDE_TESTS_CHECK_H

// cmocka.h wants these four before it.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <stdio.h>

static inline void check_near_at(double got, double want, double tolerance, const char *what,
                                 const char *file, int line)
{
    if (!(fabs(got - want) <= tolerance)) {
        print_error("%s: got %.17g, wanted %.17g within %.3g\n", what, got, want, tolerance);
        _fail(file, line);
    }
}

// |got - want| <= tolerance; fails on NaN.
#define check_near(got, want, tolerance) check_near_at((got), (want), (tolerance), #got, __FILE__, __LINE__)
// |got - want| <= share * |want|.
#define check_relative(got, want, share)                                                                     \
    check_near_at((got), (want), (share)*fabs(want), #got, __FILE__, __LINE__)
// low <= got <= high.
#define check_between(got, low, high)                                                                        \
    check_near_at((got), 0.5 * ((low) + (high)), 0.5 * ((high) - (low)), #got, __FILE__, __LINE__)

#endif
