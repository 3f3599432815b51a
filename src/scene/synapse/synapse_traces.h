// The live traces under the picture of a half. Private to scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_TRACES_H
#define NEUROTIDE_SCENE_SYNAPSE_TRACES_H

#include "scene/synapse/synapse_plan.h"

void synapse_draw_traces(const synapse *y, const synapse_plan *plan, const scene_frame *f, side s);

#endif
