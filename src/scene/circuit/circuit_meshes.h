// Meshes of the magnification `circuit` on the GPU. Private to scene/circuit.
#ifndef NEUROTIDE_SCENE_CIRCUIT_MESHES_H
#define NEUROTIDE_SCENE_CIRCUIT_MESHES_H

#include "scene/circuit/circuit_scene.h"

// False with one sentence.
bool circuit_meshes_create(gfx *g, const circuit_patch *p, circuit_meshes *out, error *e);
void circuit_meshes_destroy(gfx *g, circuit_meshes *m);
// The grid behind the cells; NULL with one sentence.
gfx_mesh *circuit_stage_mesh(gfx *g, error *e);

#endif
