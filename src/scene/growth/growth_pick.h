// What can be picked in the magnification `growth`: two entries of its scene_class.
#ifndef NEUROTIDE_SCENE_GROWTH_PICK_H
#define NEUROTIDE_SCENE_GROWTH_PICK_H

#include "scene/scene.h"

const char *growth_pick(const void *scene, const scene_frame *f, float x, float y);
const char *growth_pick_step(const void *scene, const char *current, int direction);

#endif
