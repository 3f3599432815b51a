// Meshes and shaders of the magnification `brain` on the GPU. Private to scene/brain.
#ifndef NEUROTIDE_SCENE_BRAIN_MESHES_H
#define NEUROTIDE_SCENE_BRAIN_MESHES_H

#include "scene/brain/brain_scene.h"

// Brings the asset's meshes and the shaders to the GPU. False with one sentence.
bool brain_meshes_create(brain *b, const scene_def *def, error *e);
void brain_meshes_destroy(brain *b);
// Finds the places of the nodes on the surface.
void brain_anchors_find(brain *b);

#endif
