#include "scene/brain/brain.h"

#include "base/ease.h"
#include "base/fnv.h"
#include "scene/brain/brain_controls.h"
#include "scene/brain/brain_describe.h"
#include "scene/brain/brain_draw2d.h"
#include "scene/brain/brain_draw3d.h"
#include "scene/brain/brain_meshes.h"
#include "scene/brain/brain_pick.h"
#include "scene/brain/brain_scene.h"

#include <stdlib.h>

static void destroy(void *scene)
{
    brain *b = scene;
    if (!b)
        return;
    brain_meshes_destroy(b);
    free(b);
}

static void *create(const scene_def *def, error *e)
{
    brain *b = calloc(1, sizeof *b);
    if (!b) {
        error_set_memory(e, "the brain");
        return NULL;
    }
    b->gfx = def->gfx;
    if (!brain_meshes_create(b, def, e)) {
        destroy(b);
        return NULL;
    }
    brain_anchors_find(b);
    return b;
}

// The scale on which glass becomes opaque with engagement (see brain_light.c).
static float cover_of(const float level[ATLAS_NODES + 1])
{
    static const atlas_region_id lateral[] = {ATLAS_DLP, ATLAS_MOT, ATLAS_SOM, ATLAS_PAR, ATLAS_TEM};
    enum { COUNT = sizeof lateral / sizeof lateral[0] };
    double sum = 0.0;
    for (int i = 0; i < COUNT; i++)
        sum += (double)level[atlas_node_of(lateral[i], ATLAS_LEFT)];
    return (float)ease_in_out((sum / COUNT - 0.16) / 0.36);
}

static void set(void *scene, const view_state *v, const treatment *t)
{
    brain *b = scene;
    b->saturated = false;
    for (int s = 0; s < SIDE_COUNT; s++) {
        double x[ATLAS_NODES];
        treatment_engagement(t, (side)s, view_moment_min(v, (side)s), x);
        for (int n = 0; n < ATLAS_NODES; n++) {
            b->level[s][n] = (float)x[n];
            b->stem_level[s][n] = atlas_node_get(n)->region == ATLAS_CER ? (float)x[n] : 0.0f;
            b->saturated = b->saturated || (x[n] > 1.0 && view_shows(v, (side)s));
        }
        b->cover[s] = cover_of(b->level[s]);
    }
}

static uint64_t fingerprint(const void *scene)
{
    const brain *b = scene;
    uint64_t hash = fnv1a64(FNV1A64_START, b->level, sizeof b->level);
    return fnv1a64(hash, b->stem_level, sizeof b->stem_level);
}

const scene_class brain_class = {
    .id = "brain",
    .view = VIEW_BRAIN,
    .icon = ICON_BRAIN,
    .create = create,
    .destroy = destroy,
    .set = set,
    .fingerprint = fingerprint,
    .draw3d = brain_draw3d,
    .draw2d = brain_draw2d,
    .controls = brain_controls,
    .next_look = brain_next_look,
    .describe = brain_describe,
    .pick = brain_pick,
    .pick_step = brain_pick_step,
    .zoom_min = 0.6,
    .zoom_max = 12.0,
    .turn_max_deg_s = 32.0,
    .zoom_max_s = 0.3,
};
