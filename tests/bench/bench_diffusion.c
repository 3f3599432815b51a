// How fast molecules move, one core: molecule-steps per second in a box of 0.4 x 0.4 x 0.02 um, D 0.3
// um^2/ms, dt 1e-4 ms, (a) with reflecting walls, (b) and with 100 receptors that bind reversibly, k_on 1e-5
// um^3/ms, k_off 4 /ms, beside the occupancy that mass action predicts; then what a frame of the two living
// synapses costs. Prints medians over rounds; run by hand, not by ctest.
//   bench_diffusion [LANES] [SCALE]   vector width (0: the widest), share of the usual length
#include "timing.h"

#include "base/random.h"
#include "model/diffusion.h"
#include "model/synapse_glutamate.h"
#include "model/synapse_serotonin.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROUNDS = 15, RECEPTORS = 100, FRAMES = 1200 };

static const double SIDE = 0.4, HEIGHT = 0.02, K_ON = 1e-5, K_OFF = 4.0;

static diffusion *make_box(int count, int lanes, int receptors)
{
    diffusion_patch patch[RECEPTORS];
    for (int i = 0; i < RECEPTORS; i++)
        patch[i] = (diffusion_patch){0.02f + 0.04f * (float)(i % 10), 0.02f + 0.04f * (float)(i / 10), 0.005f,
                                     K_ON, K_OFF};
    diffusion_def def = diffusion_def_default();
    def.capacity = count;
    def.dt_ms = 1e-4;
    def.size_um[0] = def.size_um[1] = SIDE;
    def.size_um[2] = HEIGHT;
    def.patch_count = receptors;
    def.patches = patch;
    def.lanes = lanes;
    diffusion *d = diffusion_create(&def);
    if (!d)
        exit(EXIT_FAILURE);
    random_state r = random_make(1, 1);
    for (int i = 0; i < count; i++) {
        float x = (float)(SIDE * random_uniform(&r)), y = (float)(SIDE * random_uniform(&r));
        diffusion_release(d, 1, x, y, (float)(HEIGHT * random_uniform(&r)));
    }
    return d;
}

static void measure_box(int count, int lanes, int receptors, double scale)
{
    diffusion *d = make_box(count, lanes, receptors);
    int warm = (int)(scale * (count < 50000 ? 8000 : 400)) + 1, steps = (int)(scale * 3e7 / count) + 1;
    for (int i = 0; i < warm; i++)
        diffusion_step(d);
    double rate[ROUNDS], bound = 0.0;
    for (int round = 0; round < ROUNDS; round++) {
        double start = timing_now_s();
        for (int i = 0; i < steps; i++) {
            diffusion_step(d);
            bound += diffusion_counts_of(d).bound;
        }
        rate[round] = (double)count * steps / (timing_now_s() - start) * 1e-6;
    }
    double typical = timing_quantile(rate, ROUNDS, 0.5);
    bound /= (double)steps * ROUNDS;
    double on = K_ON * (count - bound) / (SIDE * SIDE * HEIGHT);
    printf("%s  %8d molecules  %2d lanes  %7.1f million/s (best %7.1f)", receptors ? "(b)" : "(a)", count,
           diffusion_lanes(d), typical, rate[ROUNDS - 1]);
    if (receptors)
        printf("  occupancy %.4f, mass action %.4f", bound / receptors, on / (on + K_OFF));
    printf("\n");
    diffusion_destroy(d);
}

// 3000 molecules on either side, kept there: a frame of 20 steps each.
static void measure_full_frame(int lanes)
{
    double ms[FRAMES];
    diffusion *left = make_box(3000, lanes, RECEPTORS), *right = make_box(3000, lanes, RECEPTORS);
    for (int frame = 0; frame < FRAMES; frame++) {
        double start = timing_now_s();
        for (int i = 0; i < SYNAPSE_STEPS_PER_TICK; i++) {
            diffusion_step(left);
            diffusion_step(right);
        }
        ms[frame] = 1e3 * (timing_now_s() - start);
    }
    double typical = timing_quantile(ms, FRAMES, 0.5);
    printf("frame of 20 steps, 3000 + 3000 molecules, receptors: median %.3f ms, 99 of 100 below %.3f ms\n",
           typical, ms[FRAMES * 99 / 100]);
    diffusion_destroy(left);
    diffusion_destroy(right);
}

static void measure_synapses(void)
{
    double ms[FRAMES];
    synapse_glutamate_def g = synapse_glutamate_def_default();
    synapse_serotonin_def s = {.seed = 7, .occupancy = 0.8};
    g.ketamine_uM = 0.7459;
    g.target = SYNAPSE_PYRAMIDAL;
    double start = timing_now_s();
    synapse_glutamate *glutamate = synapse_glutamate_create(&g);
    double created_g = 1e3 * (timing_now_s() - start);
    start = timing_now_s();
    synapse_serotonin *serotonin = synapse_serotonin_create(&s);
    double created_s = 1e3 * (timing_now_s() - start);
    if (!glutamate || !serotonin)
        exit(EXIT_FAILURE);
    for (int frame = 0; frame < FRAMES; frame++) {
        start = timing_now_s();
        synapse_glutamate_advance(glutamate, 1.0 / SYNAPSE_TICKS_PER_S);
        synapse_serotonin_advance(serotonin, 1.0 / SYNAPSE_TICKS_PER_S);
        ms[frame] = 1e3 * (timing_now_s() - start);
    }
    double typical = timing_quantile(ms, FRAMES, 0.5);
    printf("frame of both synapses at 40 min and 80 %%: median %.3f ms, 99 of 100 below %.3f ms; started in "
           "%.2f + %.2f ms\n",
           typical, ms[FRAMES * 99 / 100], created_g, created_s);
    synapse_glutamate_destroy(glutamate);
    synapse_serotonin_destroy(serotonin);
}

int main(int argc, char **argv)
{
    static const int counts[] = {3000, 10000, 100000, 1000000};
    int lanes = argc > 1 ? atoi(argv[1]) : 0;
    double scale = argc > 2 ? atof(argv[2]) : 1.0;
    for (int receptors = 0; receptors <= RECEPTORS; receptors += RECEPTORS)
        for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
            measure_box(counts[i], lanes, receptors, scale);
    measure_full_frame(lanes);
    measure_synapses();
    return EXIT_SUCCESS;
}
