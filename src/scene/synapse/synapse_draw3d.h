// The 3D picture of the magnification `synapse`: an entry of its scene_class, and what it needs.
#ifndef NEUROTIDE_SCENE_SYNAPSE_DRAW3D_H
#define NEUROTIDE_SCENE_SYNAPSE_DRAW3D_H

#include "scene/scene.h"

typedef struct synapse_scratch synapse_scratch; // room for the instances of one draw

// The caller frees it; NULL without memory.
synapse_scratch *synapse_scratch_create(void);
void synapse_draw3d(const void *scene, const scene_frame *f, float scale);

#endif
