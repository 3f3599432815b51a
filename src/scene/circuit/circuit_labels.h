// Names of the parts beside the cells. Private to scene/circuit.
#ifndef NEUROTIDE_SCENE_CIRCUIT_LABELS_H
#define NEUROTIDE_SCENE_CIRCUIT_LABELS_H

#include "scene/circuit/circuit_plan.h"

// The drawn cell that stands for its kind: near the viewer, with room around it for its labels.
int circuit_foremost(const circuit_patch *p, bool pyramidal);

// Where a choice is seen, um; false for plots.
bool circuit_place_of(const circuit_patch *p, circuit_choice choice, float um[3]);

void circuit_labels_draw(const circuit_scene *c, const scene_frame *f, side s, const rect *taken,
                         int taken_count);

#endif
