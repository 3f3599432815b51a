// The 3D picture of the magnification `circuit`: an entry of its scene_class.
#ifndef NEUROTIDE_SCENE_CIRCUIT_DRAW3D_H
#define NEUROTIDE_SCENE_CIRCUIT_DRAW3D_H

#include "scene/scene.h"

void circuit_draw3d(const void *scene, const scene_frame *f, float scale);

#endif
