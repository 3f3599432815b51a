// What the models cost: medians over many rounds, one core. Prints one JSON line; run by hand, not by ctest.
#include "timing.h"

#include "base/random.h"
#include "model/treatment.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROUNDS = 101, LOOKUPS = 20000 };

// Random times, even on the clock's logarithmic axis: the worst order for the cache.
static double *make_times(void)
{
    double *times = malloc(LOOKUPS * sizeof *times);
    random_state r = random_make(1, 1);
    for (int i = 0; times && i < LOOKUPS; i++) {
        times[i] = 1.0 / 60.0;
        for (double doublings = 22.0 * random_uniform(&r); doublings > 0.0; doublings -= 1.0)
            times[i] *= doublings < 1.0 ? 1.0 + doublings : 2.0;
    }
    return times;
}

static double measure_tabulation(treatment *t)
{
    double samples[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        treatment_inputs inputs = {.ketamine_mg_per_kg = 0.01 * (double)(i % 100), .ssri_target = 0.8};
        double start = 1e9 * timing_now_s();
        treatment_tabulate(t, inputs);
        samples[i] = 1e9 * timing_now_s() - start;
    }
    return timing_quantile(samples, ROUNDS, 0.5);
}

static double measure_levels(const treatment *t, const double *times, double *sum)
{
    double samples[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        double start = 1e9 * timing_now_s();
        for (int n = 0; n < LOOKUPS; n++)
            *sum += treatment_at(t, times[n]).serotonin;
        samples[i] = (1e9 * timing_now_s() - start) / LOOKUPS;
    }
    return timing_quantile(samples, ROUNDS, 0.5);
}

static double measure_engagement(const treatment *t, const double *times, double *sum)
{
    double samples[ROUNDS], x[ATLAS_NODES];
    for (int i = 0; i < ROUNDS; i++) {
        double start = 1e9 * timing_now_s();
        for (int n = 0; n < LOOKUPS; n++) {
            treatment_engagement(t, SIDE_KETAMINE, times[n], x);
            *sum += x[n % ATLAS_NODES];
        }
        samples[i] = (1e9 * timing_now_s() - start) / LOOKUPS;
    }
    return timing_quantile(samples, ROUNDS, 0.5);
}

static double measure_node(const treatment *t, const double *times, double *sum)
{
    double samples[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
        double start = 1e9 * timing_now_s();
        for (int n = 0; n < LOOKUPS; n++)
            *sum += treatment_engagement_node(t, SIDE_SSRI, times[n], n % ATLAS_NODES);
        samples[i] = (1e9 * timing_now_s() - start) / LOOKUPS;
    }
    return timing_quantile(samples, ROUNDS, 0.5);
}

int main(void)
{
    double start = 1e9 * timing_now_s();
    treatment *t = treatment_create(treatment_inputs_default());
    double create = 1e9 * timing_now_s() - start;
    double *times = make_times();
    if (!t || !times)
        return EXIT_FAILURE;
    double tabulation = measure_tabulation(t);
    double sum = 0.0; // printed, so that no look-up can be left out
    double levels = measure_levels(t, times, &sum);
    double engagement = measure_engagement(t, times, &sum);
    double node = measure_node(t, times, &sum);
    printf("{\"create_ms\": %.3f, \"tabulate_ms_median\": %.3f, \"treatment_at_ns_median\": %.1f, "
           "\"treatment_engagement_ns_median\": %.1f, \"treatment_engagement_node_ns_median\": %.1f, "
           "\"checksum\": %.6g}\n",
           create * 1e-6, tabulation * 1e-6, levels, engagement, node, sum);
    free(times);
    treatment_destroy(t);
    return EXIT_SUCCESS;
}
