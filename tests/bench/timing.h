// Shared by the benchmarks: a clock and medians.
#ifndef NEUROTIDE_TESTS_BENCH_TIMING_H
#define NEUROTIDE_TESTS_BENCH_TIMING_H

#include <stdlib.h>
#include <time.h>

// Seconds that this process has had a core to itself: other work on the machine matters less.
static inline double timing_now_s(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static inline int timing_ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

// The value below which the share q of them lies; sorts them.
static inline double timing_quantile(double *values, int count, double q)
{
    qsort(values, (size_t)count, sizeof *values, timing_ascending);
    return values[(int)(q * (count - 1) + 0.5)];
}

#endif
