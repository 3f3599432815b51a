// Magnification 2, `circuit`: a patch of prefrontal cortex on each side, with and without the drug (science
// model C). 400 simulated cells in the raster, 40 of them drawn; ketamine takes the brake off.
#ifndef NEUROTIDE_SCENE_CIRCUIT_H
#define NEUROTIDE_SCENE_CIRCUIT_H

#include "model/circuit.h"
#include "scene/scene.h"

extern const scene_class circuit_class;

// The drive of a side at its moment. The SSRI does not act on this network.
circuit_drive circuit_drive_of(const view_state *v, const treatment *t, side s);

#endif
