// The flat overlay of the magnification `brain`: an entry of its scene_class.
#ifndef NEUROTIDE_SCENE_BRAIN_DRAW2D_H
#define NEUROTIDE_SCENE_BRAIN_DRAW2D_H

#include "scene/scene.h"

void brain_draw2d(const void *scene, const scene_frame *f);

#endif
