// What a part is doing now, in words. Private to scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_STATE_H
#define NEUROTIDE_SCENE_SYNAPSE_STATE_H

#include "scene/synapse/synapse_names.h"

// The part's state now, as a sentence; no id where there is nothing to say.
message synapse_state_message(const synapse *y, side s, synapse_choice c);

#endif
