#include "scene/growth/growth.h"

#include "base/fnv.h"
#include "scene/growth/growth_controls.h"
#include "scene/growth/growth_describe.h"
#include "scene/growth/growth_draw2d.h"
#include "scene/growth/growth_draw3d.h"
#include "scene/growth/growth_meshes.h"
#include "scene/growth/growth_pick.h"
#include "scene/growth/growth_scene.h"

#include <stdio.h>
#include <stdlib.h>

static void destroy(void *scene)
{
    growth *g = scene;
    if (!g)
        return;
    growth_meshes_destroy(g);
    growth_state_destroy(&g->state);
    free(g);
}

static void *create(const scene_def *def, error *e)
{
    growth *g = calloc(1, sizeof *g);
    if (!g || !growth_state_create(&g->state)) {
        error_set_memory(e, "the dendrites");
        free(g);
        return NULL;
    }
    g->gfx = def->gfx;
    g->tissue_seed = view_state_default(VIEW_GROWTH).seed;
    growth_tissue_make(&g->tissue, g->tissue_seed);
    for (int i = 0; i < GROWTH_SITES; i++)
        snprintf(g->spine_id[i], GROWTH_ID_MAX, "spine.%d", i);
    if (!growth_meshes_create(g, def, e)) {
        destroy(g);
        return NULL;
    }
    return g;
}

static void set(void *scene, const view_state *v, const treatment *t)
{
    growth *g = scene;
    if (g->tissue_seed != v->seed) {
        g->tissue_seed = v->seed;
        growth_tissue_make(&g->tissue, v->seed);
    }
    growth_state_set(&g->state, v, t);
}

static bool settle(void *scene, double dt_s)
{
    growth *g = scene;
    return growth_state_settle(&g->state, dt_s);
}

static uint64_t fingerprint(const void *scene)
{
    const growth *g = scene;
    return fnv1a64(FNV1A64_START, &g->state, sizeof g->state);
}

const scene_class growth_class = {
    .id = "growth",
    .view = VIEW_GROWTH,
    .icon = ICON_GROWTH,
    .create = create,
    .destroy = destroy,
    .set = set,
    .settle = settle,
    .fingerprint = fingerprint,
    .draw3d = growth_draw3d,
    .draw2d = growth_draw2d,
    .controls = growth_controls,
    .describe = growth_describe,
    .pick = growth_pick,
    .pick_step = growth_pick_step,
    .zoom_min = 0.7,
    .zoom_max = 12.0,
    .turn_max_deg_s = 32.0,
    .zoom_max_s = 0.3,
};
