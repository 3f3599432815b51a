// The magnification "synapse": a serotonin synapse and a glutamate synapse, cut open, every molecule drawn a
// simulated one (docs/models.md).
#ifndef NEUROTIDE_SCENE_SYNAPSE_H
#define NEUROTIDE_SCENE_SYNAPSE_H

#include "scene/scene.h"

extern const scene_class synapse_class;

#endif
