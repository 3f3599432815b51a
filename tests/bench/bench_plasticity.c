// What plasticity and spines cost on one core: tabulating both sides after a change of inputs, all spines of
// eight weeks, and what a frame asks for. Prints one JSON line; run by hand, not by ctest.
#include "timing.h"

#include "model/learning.h"
#include "model/spines.h"

#include <stdio.h>
#include <stdlib.h>

enum { ROUNDS = 101, FRAMES = 200 };

// All that the picture of one moment reads: levels, band, learning, and every spine of both sides.
static double frame(const plasticity *p, const treatment *t, const spines *s, double t_min)
{
    double sum = 0.0;
    for (int k = 0; k < SIDE_COUNT; k++) {
        sum += plasticity_at(p, (side)k, t_min).density;
        sum += plasticity_extra_spread(p, (side)k, t_min, SPINES_SITES);
        sum += learning_at(p, t, (side)k, t_min).trials_to_90;
        sum += spines_counts_at(s, (side)k, t_min).there;
        int count = 0;
        const spine *list = spines_of(s, (side)k, &count);
        for (int i = 0; i < count; i++)
            sum += spine_is_extra(&list[i], t_min);
    }
    return sum;
}

int main(void)
{
    plasticity_inputs in = plasticity_inputs_default();
    plasticity *p = plasticity_create(in);
    treatment *t = treatment_create(in.treatment);
    spines *s = p ? spines_create(p, 7) : NULL;
    if (!p || !t || !s)
        return EXIT_FAILURE;
    double tabulate[ROUNDS], make[ROUNDS], frames[ROUNDS], sum = 0.0;
    for (int i = 0; i < ROUNDS; i++) {
        in.treatment.ketamine_mg_per_kg = 0.01 * (double)(i % 100);
        double start = 1e3 * timing_now_s();
        plasticity_tabulate(p, in);
        tabulate[i] = 1e3 * timing_now_s() - start;
        start = 1e3 * timing_now_s();
        spines_make(s, p, (uint32_t)i);
        make[i] = 1e3 * timing_now_s() - start;
        start = 1e3 * timing_now_s();
        double t_min = 1.0;
        for (int n = 0; n < FRAMES; n++, t_min *= 1.058)
            sum += frame(p, t, s, t_min);
        frames[i] = (1e3 * timing_now_s() - start) / FRAMES;
    }
    printf("{\"tabulate_both_sides_ms_median\": %.3f, \"spines_both_sides_ms_median\": %.3f, "
           "\"frame_ms_median\": %.4f, \"checksum\": %.6g}\n",
           timing_quantile(tabulate, ROUNDS, 0.5), timing_quantile(make, ROUNDS, 0.5),
           timing_quantile(frames, ROUNDS, 0.5), sum);
    spines_destroy(s);
    treatment_destroy(t);
    plasticity_destroy(p);
    return EXIT_SUCCESS;
}
