// What the circuit costs on one core: steps, frames at 15 times slower than life on both sides, and the
// warm-up after a jump of the clock. Prints one JSON line; run by hand, not by ctest.
#include "timing.h"

#include "model/circuit.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROUNDS = 31, STEPS = 1000 };

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
        double start = 1e3 * timing_now_s();
        circuit_run(c, STEPS);
        run[i] = 1e3 * timing_now_s() - start;
    }
    for (int i = 0; i < ROUNDS; i++) {
        double start = 1e3 * timing_now_s();
        circuit_restart(c, def);
        restart[i] = 1e3 * timing_now_s() - start;
    }
    double step_ms = timing_quantile(run, ROUNDS, 0.5) / STEPS;
    double frame_steps = 2.0 * CIRCUIT_STEPS_PER_MS * 1000.0 / 60.0 / 15.0; // both sides, 60 frames a second
    printf("{\"steps_per_s\": %.0f, \"step_us_median\": %.2f, \"frame_both_sides_ms\": %.4f, "
           "\"restart_ms_median\": %.2f, \"checksum\": %llu}\n",
           1000.0 / step_ms, 1000.0 * step_ms, frame_steps * step_ms, timing_quantile(restart, ROUNDS, 0.5),
           (unsigned long long)circuit_fingerprint(c));
    circuit_destroy(c);
    return EXIT_SUCCESS;
}
