// What the circuit costs on one core: steps, frames at 15 times slower than life on both sides, and the
// warm-up after a jump of the clock. Prints one JSON line; run by hand, not by ctest.
#include "model/circuit.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 31, STEPS = 1000 };

static double now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return 1e3 * (double)t.tv_sec + 1e-6 * (double)t.tv_nsec;
}

static int ascending(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values)
{
    qsort(values, ROUNDS, sizeof *values, ascending);
    return values[ROUNDS / 2];
}

int main(void)
{
    circuit_def def = circuit_def_default();
    def.drive.block_interneuron = 0.387;
    def.drive.block_pyramidal = 0.125;
    circuit *c = circuit_create(def);
    if (!c)
        return EXIT_FAILURE;
    double run[ROUNDS], restart[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        double start = now_ms();
        circuit_run(c, STEPS);
        run[i] = now_ms() - start;
    }
    for (int i = 0; i < ROUNDS; i++) {
        double start = now_ms();
        circuit_restart(c, def);
        restart[i] = now_ms() - start;
    }
    double step_ms = median(run) / STEPS;
    double frame_steps = 2.0 * CIRCUIT_STEPS_PER_MS * 1000.0 / 60.0 / 15.0; // both sides, 60 frames a second
    printf("{\"steps_per_s\": %.0f, \"step_us_median\": %.2f, \"frame_both_sides_ms\": %.4f, "
           "\"restart_ms_median\": %.2f, \"checksum\": %llu}\n",
           1000.0 / step_ms, 1000.0 * step_ms, frame_steps * step_ms, median(restart),
           (unsigned long long)circuit_fingerprint(c));
    circuit_destroy(c);
    return EXIT_SUCCESS;
}
