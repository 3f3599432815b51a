// Names of the parts with leader lines. Private to scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_LABELS_H
#define NEUROTIDE_SCENE_SYNAPSE_LABELS_H

#include "scene/synapse/synapse_plan.h"

void synapse_draw_labels(const synapse *y, const synapse_plan *plan, const scene_frame *f, side s,
                         const rect *obstacles, int count);

#endif
