#include "model/synapse_glutamate_cycle.h"

#include "base/dmath.h"

#include <math.h>

// At an absorbing rim the molecules are stopped only at the ends of their steps, which sets the rim back by
// 0.5826 of a step's standard deviation (Chernoff's constant; Siegmund 1979, doi:10.2307/1426934).
static double effective_rim(void)
{
    return SYNAPSE_GLUTAMATE_RIM_UM +
           0.5826 * sqrt(2.0 * SYNAPSE_GLUTAMATE_D_UM2_PER_MS * SYNAPSE_GLUTAMATE_DT_MS);
}

static double concentration(const synapse_field *f)
{
    double area = DMATH_PI * SYNAPSE_GLUTAMATE_DENSITY_UM * SYNAPSE_GLUTAMATE_DENSITY_UM;
    double molecules = SYNAPSE_VESICLE * synapse_field_within(f, SYNAPSE_GLUTAMATE_DENSITY_UM);
    return molecules / (area * SYNAPSE_GLUTAMATE_HEIGHT_UM * SYNAPSE_PER_MM_UM3);
}

void glutamate_transient_make(glutamate_transient *t, int phase, synapse_field *at_phase)
{
    synapse_field f = synapse_field_disc(effective_rim(), SYNAPSE_GLUTAMATE_D_UM2_PER_MS);
    t->mM[0] = concentration(&f);
    *at_phase = f;
    for (int point = 1; point <= GLUTAMATE_POINTS; point++) {
        // The first points in single steps: all is still close to the axis.
        int parts = point <= 4 ? GLUTAMATE_STRIDE : 1;
        for (int i = 0; i < parts; i++)
            synapse_field_step(&f, SYNAPSE_GLUTAMATE_DT_MS * GLUTAMATE_STRIDE / parts, point == 1);
        t->mM[point] = concentration(&f);
        if (point * GLUTAMATE_STRIDE == phase * SYNAPSE_STEPS_PER_TICK)
            *at_phase = f;
    }
}

glutamate_timing glutamate_timing_of(double gain)
{
    double ms = 1000.0 / (SYNAPSE_RELEASE_HZ * gain);
    glutamate_timing t = {.ticks = (int)(GLUTAMATE_CYCLE_TICKS / gain + 0.5)};
    t.slow_ticks = t.ticks - SYNAPSE_FAST_TICKS;
    t.wait_steps = ms / SYNAPSE_GLUTAMATE_DT_MS - (double)(t.slow_ticks * SYNAPSE_STEPS_PER_TICK);
    return t;
}

int glutamate_fast_pace(const glutamate_timing *t, int tick)
{
    const double n = SYNAPSE_FAST_TICKS, squares = n * (n + 1.0) * (2.0 * n + 1.0) / 6.0;
    double k = tick - t->slow_ticks + 1;
    return (int)(t->wait_steps * k * k / (squares * SYNAPSE_STEPS_PER_TICK) + 0.5);
}

void glutamate_fast_steps(synapse_membrane *m, const synapse_membrane_conditions *c, int steps)
{
    const int parts = 1 + steps / 100; // of at most 0.1 ms
    for (int i = 0; i < parts; i++)
        synapse_membrane_step(m, c, 0.0, SYNAPSE_GLUTAMATE_DT_MS * steps / parts);
}

static synapse_glutamate_levels levels_of(const synapse_membrane *m, double mM)
{
    return (synapse_glutamate_levels){mM, m->ampa, m->nmda, m->voltage_mV};
}

void glutamate_cycle_make(glutamate_cycle *cycle, const glutamate_transient *t, double gain,
                          const synapse_membrane_conditions *c)
{
    const int points = SYNAPSE_STEPS_PER_TICK / GLUTAMATE_STRIDE;
    cycle->timing = glutamate_timing_of(gain);
    synapse_membrane m = synapse_membrane_rest();
    // What one cycle leaves to the next falls by more than half; after six rounds nothing of the start is
    // left.
    for (int round = 0; round < 6; round++) {
        for (int tick = 0; tick < cycle->timing.ticks; tick++) {
            bool fast = tick >= cycle->timing.slow_ticks;
            cycle->at[tick] = levels_of(&m, fast ? 0.0 : t->mM[tick * points]);
            if (fast) {
                glutamate_fast_steps(&m, c,
                                     glutamate_fast_pace(&cycle->timing, tick) * SYNAPSE_STEPS_PER_TICK);
                continue;
            }
            for (int i = tick * points; i < (tick + 1) * points; i++)
                synapse_membrane_step(&m, c, 0.5 * (t->mM[i] + t->mM[i + 1]),
                                      SYNAPSE_GLUTAMATE_DT_MS * GLUTAMATE_STRIDE);
        }
    }
    for (int tick = cycle->timing.ticks; tick <= GLUTAMATE_CYCLE_TICKS; tick++)
        cycle->at[tick] = levels_of(&m, 0.0);
}
