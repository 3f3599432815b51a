// Meshes and shaders of the magnification `synapse` on the GPU. Private to scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_MESHES_H
#define NEUROTIDE_SCENE_SYNAPSE_MESHES_H

#include "scene/synapse/synapse_scene.h"

// False with one sentence.
bool synapse_meshes_create(synapse_meshes *m, gfx *g, error *e);
void synapse_meshes_destroy(synapse_meshes *m, gfx *g);

#endif
