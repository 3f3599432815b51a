// What can be picked in the magnification `circuit`: two entries of its scene_class.
#ifndef NEUROTIDE_SCENE_CIRCUIT_PICK_H
#define NEUROTIDE_SCENE_CIRCUIT_PICK_H

#include "scene/scene.h"

const char *circuit_pick(const void *scene, const scene_frame *f, float x, float y);
const char *circuit_pick_step(const void *scene, const char *current, int direction);

#endif
