// What both synapses share: how their steps follow the display's time, and how drugs come and go.
#ifndef NEUROTIDE_MODEL_SYNAPSE_H
#define NEUROTIDE_MODEL_SYNAPSE_H

#include "base/random.h"

#include <stdbool.h>

enum {
    SYNAPSE_TICKS_PER_S = 60,    // a tick is a frame of the display
    SYNAPSE_STEPS_PER_TICK = 20, // steps of the molecules in a tick
    SYNAPSE_HISTORY = 600        // ticks that synapse_*_past() goes back
};

#define SYNAPSE_FLIP_PER_S 0.2 // rate of drug plugs coming and going together, per s on display; illustrative

// A site that is taken or free, over one tick of display time: free to taken at rate * share, taken to free
// at rate * (1 - share), so that it is taken for `share` of the time. One random number, whatever comes out.
bool synapse_flip(bool taken, double share, double rate_per_s, random_state *r);

// A site when the share of taken ones changes at once: taken with `from` before, it is taken with `to` after.
// A share that rises frees none, one that falls takes none. One random number, whatever comes out.
bool synapse_carry(bool taken, double from, double to, random_state *r);

#endif
