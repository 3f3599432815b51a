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
    const int parts = 1 + steps / 200; // of at most 0.2 ms
    for (int i = 0; i < parts; i++)
        synapse_membrane_step(m, c, 0.0, SYNAPSE_GLUTAMATE_DT_MS * steps / parts);
}

synapse_glutamate_levels glutamate_levels_of(const synapse_membrane *m, const synapse_membrane_conditions *c,
                                             double mM)
{
    synapse_current in = synapse_membrane_current(m, c);
    return (synapse_glutamate_levels){mM, m->ampa, m->nmda, m->voltage_mV, in.ampa, in.nmda};
}

static void follow_cycle(glutamate_cycle *cycle, const glutamate_transient *t, synapse_membrane *m,
                         const synapse_membrane_conditions *c)
{
    const int points = SYNAPSE_STEPS_PER_TICK / GLUTAMATE_STRIDE;
    for (int tick = 0; tick < cycle->timing.ticks; tick++) {
        bool fast = tick >= cycle->timing.slow_ticks;
        int steps = SYNAPSE_STEPS_PER_TICK * (fast ? glutamate_fast_pace(&cycle->timing, tick) : 1);
        cycle->at[tick] = glutamate_levels_of(m, c, fast ? 0.0 : t->mM[tick * points]);
        cycle->steps[tick + 1] = cycle->steps[tick] + steps;
        if (fast) {
            glutamate_fast_steps(m, c, steps);
            continue;
        }
        for (int i = tick * points; i < (tick + 1) * points; i++)
            synapse_membrane_step(m, c, 0.5 * (t->mM[i] + t->mM[i + 1]),
                                  SYNAPSE_GLUTAMATE_DT_MS * GLUTAMATE_STRIDE);
    }
    cycle->at[cycle->timing.ticks] = glutamate_levels_of(m, c, 0.0);
}

void glutamate_cycle_make(glutamate_cycle *cycle, const glutamate_transient *t, double gain,
                          const synapse_membrane_conditions *c)
{
    cycle->timing = glutamate_timing_of(gain);
    cycle->steps[0] = 0;
    synapse_membrane m = synapse_membrane_rest(), start;
    do { // what one cycle leaves to the next falls by more than half from round to round
        start = m;
        follow_cycle(cycle, t, &m, c);
    } while (fabs(m.nmda - start.nmda) > 1e-4 || fabs(m.voltage_mV - start.voltage_mV) > 1e-2);
}

synapse_glutamate_levels glutamate_cycle_after(const glutamate_cycle *cycle, int64_t steps)
{
    int tick = 0;
    while (tick < cycle->timing.ticks - 1 && steps >= cycle->steps[tick + 1])
        tick++;
    const synapse_glutamate_levels *a = &cycle->at[tick], *b = &cycle->at[tick + 1];
    double part =
        (double)(steps - cycle->steps[tick]) / (double)(cycle->steps[tick + 1] - cycle->steps[tick]);
    part = fmin(part, 1.0);
    return (synapse_glutamate_levels){
        .glutamate_mM = a->glutamate_mM + part * (b->glutamate_mM - a->glutamate_mM),
        .ampa = a->ampa + part * (b->ampa - a->ampa),
        .nmda = a->nmda + part * (b->nmda - a->nmda),
        .voltage_mV = a->voltage_mV + part * (b->voltage_mV - a->voltage_mV),
        .ampa_current = a->ampa_current + part * (b->ampa_current - a->ampa_current),
        .nmda_current = a->nmda_current + part * (b->nmda_current - a->nmda_current),
    };
}
