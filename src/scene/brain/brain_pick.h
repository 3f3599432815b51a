// What can be picked in the magnification `brain`: two entries of its scene_class.
#ifndef NEUROTIDE_SCENE_BRAIN_PICK_H
#define NEUROTIDE_SCENE_BRAIN_PICK_H

#include "scene/scene.h"

const char *brain_pick(const void *scene, const scene_frame *f, float x, float y);
const char *brain_pick_step(const void *scene, const char *current, int direction);

#endif
