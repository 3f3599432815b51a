// What the magnification `growth` keeps between frames. Private to scene/growth*.
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

// Brings meshes and shaders to the GPU. False with one sentence.
bool growth_meshes_create(growth *g, const scene_def *def, error *e);
void growth_meshes_destroy(growth *g);

void growth_draw3d(const void *scene, const scene_frame *f, float scale);
void growth_draw2d(const void *scene, const scene_frame *f);
int growth_describe(const void *scene, const view_state *v, const treatment *t, message out[SCENE_SENTENCES]);
const char *growth_pick(const void *scene, const scene_frame *f, float x, float y);
const char *growth_pick_step(const void *scene, const char *current, int direction);
float growth_controls(void *scene, ui *u, const words *w, rect card, view_state *v);

#endif
