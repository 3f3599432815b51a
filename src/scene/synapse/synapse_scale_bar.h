// The scale bar in the picture's lower right corner. Private to scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_SCALE_BAR_H
#define NEUROTIDE_SCENE_SYNAPSE_SCALE_BAR_H

#include "scene/synapse/synapse_plan.h"

// Its place, px of the window; drawn where `draw`.
rect synapse_scale_bar(const synapse *y, const synapse_plan *plan, const scene_frame *f, side s, bool draw);

#endif
