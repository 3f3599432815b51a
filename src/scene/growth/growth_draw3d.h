// The 3D picture of the magnification `growth`: an entry of its scene_class.
#ifndef NEUROTIDE_SCENE_GROWTH_DRAW3D_H
#define NEUROTIDE_SCENE_GROWTH_DRAW3D_H

#include "scene/scene.h"

void growth_draw3d(const void *scene, const scene_frame *f, float scale);

#endif
