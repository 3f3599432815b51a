// The 3D picture of the magnification `brain`: an entry of its scene_class.
#ifndef NEUROTIDE_SCENE_BRAIN_DRAW3D_H
#define NEUROTIDE_SCENE_BRAIN_DRAW3D_H

#include "scene/scene.h"

void brain_draw3d(const void *scene, const scene_frame *f, float scale);

#endif
