// Makes the drawn patch: chooses and places its cells, and lets them grow. Private to scene/circuit.
#ifndef NEUROTIDE_SCENE_CIRCUIT_PATCH_CREATE_H
#define NEUROTIDE_SCENE_CIRCUIT_PATCH_CREATE_H

#include "model/circuit.h"
#include "scene/circuit/circuit_patch.h"

// The patch of a circuit (its seed and wiring). NULL on lack of memory. The caller ends it with
// circuit_patch_destroy().
circuit_patch *circuit_patch_create(const circuit *c);

#endif
