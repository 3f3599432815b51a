// Meshes and shaders of the magnification `growth` on the GPU. Private to scene/growth.
#ifndef NEUROTIDE_SCENE_GROWTH_MESHES_H
#define NEUROTIDE_SCENE_GROWTH_MESHES_H

#include "scene/growth/growth_scene.h"

// False with one sentence.
bool growth_meshes_create(growth *g, const scene_def *def, error *e);
void growth_meshes_destroy(growth *g);

#endif
