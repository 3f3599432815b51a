#include "scene/synapse/synapse.h"

#include "base/fnv.h"
#include "scene/synapse/synapse_controls.h"
#include "scene/synapse/synapse_describe.h"
#include "scene/synapse/synapse_draw2d.h"
#include "scene/synapse/synapse_draw3d.h"
#include "scene/synapse/synapse_live.h"
#include "scene/synapse/synapse_meshes.h"
#include "scene/synapse/synapse_names.h"
#include "scene/synapse/synapse_pick.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static bool make_sight(synapse_sight *g)
{
    g->molecules = calloc(SYNAPSE_MOLECULES, sizeof *g->molecules);
    g->glimpses = calloc(SYNAPSE_MOLECULES, sizeof *g->glimpses);
    return g->molecules && g->glimpses;
}

static void free_sight(synapse_sight *g)
{
    free(g->molecules);
    free(g->glimpses);
}

static void destroy(void *scene)
{
    synapse *y = scene;
    if (!y)
        return;
    synapse_meshes_destroy(&y->meshes, y->gfx);
    synapse_glutamate_destroy(y->glutamate);
    synapse_serotonin_destroy(y->serotonin);
    for (int s = 0; s < SIDE_COUNT; s++)
        free_sight(&y->sight[s]);
    free(y->scratch);
    free(y);
}

static void *create(const scene_def *def, error *e)
{
    synapse *y = calloc(1, sizeof *y);
    bool ok = y && (y->scratch = synapse_scratch_create()) != NULL;
    for (int s = 0; ok && s < SIDE_COUNT; s++)
        ok = make_sight(&y->sight[s]);
    if (!ok) {
        error_set_memory(e, "the synapse");
        destroy(y);
        return NULL;
    }
    y->gfx = def->gfx;
    synapse_ids_make(y);
    if (!synapse_meshes_create(&y->meshes, def->gfx, e)) {
        destroy(y);
        return NULL;
    }
    return y;
}

// What a closer look turns to: what is picked, else the machine that the half is about.
static void choose_focus(synapse *y, const view_state *v)
{
    static const synapse_name leading[SIDE_COUNT] = {SYNAPSE_NAME_SERT, SYNAPSE_NAME_NMDA};
    synapse_choice picked;
    bool any = synapse_choice_read(v->pick, &picked);
    for (int s = 0; s < SIDE_COUNT; s++) {
        synapse_choice leader = {leading[s], -1};
        float at[3];
        if ((any && synapse_focus(y, (side)s, picked, at)) || synapse_focus(y, (side)s, leader, at))
            memcpy(y->sight[s].focus, at, sizeof at);
    }
}

static void set(void *scene, const view_state *v, const treatment *t)
{
    synapse *y = scene;
    synapse_live_set(y, v, t);
    choose_focus(y, v);
}

static void advance(void *scene, double dt_s)
{
    synapse_live_advance(scene, dt_s);
}

static void restart(void *scene, double run_s)
{
    synapse_live_restart(scene, run_s);
}

static void act(void *scene, int asked)
{
    if (asked == SYNAPSE_ASKED_RELEASE)
        synapse_live_release(scene);
    else if (asked == SYNAPSE_ASKED_DEPOLARISE)
        synapse_live_depolarise(scene);
}

static unsigned revision(const void *scene)
{
    return ((const synapse *)scene)->changes;
}

static uint64_t fingerprint(const void *scene)
{
    const synapse *y = scene;
    uint64_t hash = fnv1a64(FNV1A64_START, y->sight, sizeof y->sight);
    if (!y->serotonin || !y->glutamate)
        return hash;
    const uint64_t models[] = {synapse_serotonin_hash(y->serotonin), synapse_glutamate_hash(y->glutamate)};
    return fnv1a64(hash, models, sizeof models);
}

const scene_class synapse_class = {
    .id = "synapse",
    .view = VIEW_SYNAPSE,
    .icon = ICON_SYNAPSE,
    .create = create,
    .destroy = destroy,
    .set = set,
    .advance = advance,
    .restart = restart,
    .act = act,
    .revision = revision,
    .fingerprint = fingerprint,
    .draw3d = synapse_draw3d,
    .draw2d = synapse_draw2d,
    .controls = synapse_controls,
    .describe = synapse_describe,
    .pick = synapse_pick,
    .pick_step = synapse_pick_step,
    .zoom_min = 0.7,
    .zoom_max = 12.0,
    .turn_max_deg_s = 10.0,
    .zoom_max_s = 0.15,
};
