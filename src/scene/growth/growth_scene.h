// What the magnification `growth` keeps between frames. Private to scene/growth.
#ifndef NEUROTIDE_SCENE_GROWTH_SCENE_H
#define NEUROTIDE_SCENE_GROWTH_SCENE_H

#include "scene/growth/growth_state.h"
#include "scene/growth/growth_tissue.h"
#include "scene/scene.h"

typedef enum growth_shader {
    GROWTH_SHADER_STAGE,
    GROWTH_SHADER_SHAFT,
    GROWTH_SHADER_SPINE,
    GROWTH_SHADER_FIBRE,
    GROWTH_SHADER_RING,
    GROWTH_SHADERS
} growth_shader;

enum { GROWTH_LODS = 3, GROWTH_ID_MAX = 24 };

typedef struct growth {
    gfx *gfx;
    gfx_shader *shaders[GROWTH_SHADERS];
    gfx_mesh *stage, *ring;
    gfx_mesh *shaft[GROWTH_LODS], *fibre[GROWTH_LODS], *spine[GROWTH_LODS];
    growth_tissue tissue;
    uint32_t tissue_seed;
    growth_state state;
    char spine_id[GROWTH_SITES][GROWTH_ID_MAX]; // "spine.17"
} growth;

#endif
