// The machines' shapes. Private to scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_PARTS_H
#define NEUROTIDE_SCENE_SYNAPSE_PARTS_H

#include "scene/synapse/synapse_scene.h"
#include "scene/synapse/synapse_shapes.h"

// Adds the part's solid, in widths of its machine. Hinges and axles are at the origin.
void synapse_part_shape(shape *s, synapse_part part, synapse_detail detail);

#endif
