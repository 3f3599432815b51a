// The mean course of a release cycle of synapse_glutamate.h: the solved diffusion equation instead of single
// molecules, and the membrane that follows it. Internal to the model.
#ifndef NEUROTIDE_MODEL_SYNAPSE_GLUTAMATE_CYCLE_H
#define NEUROTIDE_MODEL_SYNAPSE_GLUTAMATE_CYCLE_H

#include "model/synapse.h"
#include "model/synapse_field.h"
#include "model/synapse_glutamate_levels.h"
#include "model/synapse_membrane.h"

#include <stdint.h>

enum {
    GLUTAMATE_CYCLE_TICKS = 150, // at rest; no cycle is longer
    GLUTAMATE_SLOW_TICKS = GLUTAMATE_CYCLE_TICKS - SYNAPSE_FAST_TICKS,
    GLUTAMATE_STRIDE = 5, // steps between the points of a transient
    GLUTAMATE_POINTS = GLUTAMATE_SLOW_TICKS * SYNAPSE_STEPS_PER_TICK / GLUTAMATE_STRIDE
};

// Expected concentration over the density after one release, every GLUTAMATE_STRIDE steps from 0.
typedef struct glutamate_transient {
    double mM[GLUTAMATE_POINTS + 1];
} glutamate_transient;

// *at_phase: where the molecules are `phase` ticks after the release (0..GLUTAMATE_SLOW_TICKS).
void glutamate_transient_make(glutamate_transient *t, int phase, synapse_field *at_phase);

// How long a cycle lasts, ticks, of which the first slow_ticks run at the shown pace; the others, the fast
// forward, make up for what is left of the true wait.
typedef struct glutamate_timing {
    int ticks, slow_ticks;
    double wait_steps; // left for the fast forward
} glutamate_timing;

glutamate_timing glutamate_timing_of(double gain); // 1..2.6

// For how many steps of the model each step of the fast forward stands in tick slow_ticks, slow_ticks + 1 ...
// of a cycle: ever more, so that the late peak of the voltage is seen as well.
int glutamate_fast_pace(const glutamate_timing *t, int tick);

// The membrane over so many steps without glutamate.
void glutamate_fast_steps(synapse_membrane *m, const synapse_membrane_conditions *c, int steps);

// at[p]: p ticks and steps[p] steps of the model after a release, in the periodic state.
typedef struct glutamate_cycle {
    glutamate_timing timing;
    int steps[GLUTAMATE_CYCLE_TICKS + 1];
    synapse_glutamate_levels at[GLUTAMATE_CYCLE_TICKS + 1];
} glutamate_cycle;

void glutamate_cycle_make(glutamate_cycle *cycle, const glutamate_transient *t, double gain,
                          const synapse_membrane_conditions *c);

synapse_glutamate_levels glutamate_levels_of(const synapse_membrane *m, const synapse_membrane_conditions *c,
                                             double mM);

// Between the ticks: the levels so many steps of the model after a release; the last ones beyond the cycle.
synapse_glutamate_levels glutamate_cycle_after(const glutamate_cycle *cycle, int64_t steps);

#endif
