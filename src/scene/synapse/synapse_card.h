// The card about what is picked or pointed at: what the part is called, what it does, and its state now.
// Private to scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_CARD_H
#define NEUROTIDE_SCENE_SYNAPSE_CARD_H

#include "scene/synapse/synapse_plan.h"

// Its place, w = 0 for none. `draw` false only finds it.
rect synapse_draw_card(const synapse *y, const synapse_plan *plan, const scene_frame *f, bool draw);

#endif
