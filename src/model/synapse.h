// What both synapses share: how their steps follow the display's time.
#ifndef NEUROTIDE_MODEL_SYNAPSE_H
#define NEUROTIDE_MODEL_SYNAPSE_H

enum {
    SYNAPSE_TICKS_PER_S = 60,    // a tick is a frame of the display
    SYNAPSE_STEPS_PER_TICK = 20, // steps of the molecules in a tick
    SYNAPSE_HISTORY = 600        // ticks that synapse_*_past() goes back
};

#define SYNAPSE_FLIP_PER_S 0.2 // rate of drug plugs coming and going together, per s on display; illustrative

#endif
