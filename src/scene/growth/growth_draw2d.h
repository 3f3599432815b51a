// The flat overlay of the magnification `growth`: an entry of its scene_class.
#ifndef NEUROTIDE_SCENE_GROWTH_DRAW2D_H
#define NEUROTIDE_SCENE_GROWTH_DRAW2D_H

#include "scene/scene.h"

void growth_draw2d(const void *scene, const scene_frame *f);

#endif
