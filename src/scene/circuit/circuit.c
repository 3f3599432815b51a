#include "scene/circuit/circuit.h"

#include "base/fnv.h"
#include "scene/circuit/circuit_controls.h"
#include "scene/circuit/circuit_describe.h"
#include "scene/circuit/circuit_draw2d.h"
#include "scene/circuit/circuit_draw3d.h"
#include "scene/circuit/circuit_meshes.h"
#include "scene/circuit/circuit_patch_create.h"
#include "scene/circuit/circuit_pick.h"
#include "scene/circuit/circuit_plan.h"
#include "scene/circuit/circuit_scene.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>

static const char *const shader_names[CIRCUIT_SHADERS] = {"circuit_stage", "circuit_halo",     "circuit_tube",
                                                          "circuit_soma",  "circuit_terminal", "circuit_puff",
                                                          "circuit_plug"};

static void destroy(void *scene)
{
    circuit_scene *c = scene;
    if (!c)
        return;
    for (int i = 0; i < CIRCUIT_SHADERS; i++)
        gfx_shader_destroy(c->gfx, c->shaders[i]);
    gfx_mesh_destroy(c->gfx, c->stage);
    circuit_meshes_destroy(c->gfx, &c->meshes);
    circuit_patch_destroy(c->patch);
    circuit_making_destroy(&c->making);
    for (int s = 0; s < SIDE_COUNT; s++)
        circuit_destroy(c->model[s]);
    free(c);
}

// A patch for the models' seed in place of the last one; the last one stays where there is no room for it.
static bool renew_patch(circuit_scene *c, error *e)
{
    circuit_meshes meshes;
    circuit_patch *patch = circuit_patch_create(c->model[SIDE_SSRI]);
    if (!patch) {
        error_set_memory(e, "the cells");
        return false;
    }
    if (!circuit_meshes_create(c->gfx, patch, &meshes, e)) {
        circuit_patch_destroy(patch);
        return false;
    }
    circuit_meshes_destroy(c->gfx, &c->meshes);
    circuit_patch_destroy(c->patch);
    c->patch = patch;
    c->meshes = meshes;
    return true;
}

static void *create(const scene_def *def, error *e)
{
    circuit_scene *c = calloc(1, sizeof *c);
    if (!c) {
        error_set_memory(e, "the circuit");
        return NULL;
    }
    c->gfx = def->gfx;
    circuit_choice_ids(c);
    circuit *first = circuit_create(circuit_def_default());
    c->model[SIDE_SSRI] = first;
    c->model[SIDE_KETAMINE] = first ? circuit_clone(first) : NULL;
    bool complete = c->model[SIDE_KETAMINE] && circuit_making_create(&c->making, first);
    if (!complete)
        error_set_memory(e, "the circuit");
    for (int i = 0; complete && i < CIRCUIT_SHADERS; i++) {
        c->shaders[i] = gfx_shader_create(c->gfx, shader_names[i], e);
        complete = c->shaders[i] != NULL;
    }
    c->stage = complete ? circuit_stage_mesh(c->gfx, e) : NULL;
    if (!c->stage || !renew_patch(c, e)) {
        destroy(c);
        return NULL;
    }
    c->seed = circuit_def_default().seed;
    return c;
}

circuit_drive circuit_drive_of(const view_state *v, const treatment *t, side s)
{
    static const circuit_block blocks[] = {[VIEW_BLOCK_BOTH] = CIRCUIT_BLOCK_BOTH,
                                           [VIEW_BLOCK_INTERNEURON] = CIRCUIT_BLOCK_INTERNEURON,
                                           [VIEW_BLOCK_PYRAMIDAL] = CIRCUIT_BLOCK_PYRAMIDAL,
                                           [VIEW_BLOCK_NONE] = CIRCUIT_BLOCK_NONE};
    circuit_drive d = circuit_drive_default();
    d.inhibition = v->inhibition;
    if (s == SIDE_KETAMINE) {
        treatment_levels now = treatment_at(t, view_moment_min(v, s));
        d.block_interneuron = now.block_interneuron;
        d.block_pyramidal = now.block_pyramidal;
        d.block = blocks[v->block];
    }
    return d;
}

static circuit_moment moment_of(const view_state *v, const treatment *t)
{
    circuit_moment m = {.seed = v->seed};
    for (int s = 0; s < SIDE_COUNT; s++)
        m.drive[s] = circuit_drive_of(v, t, (side)s);
    return m;
}

static circuit_moment moment_shown(const circuit_scene *c)
{
    circuit_moment m = {.seed = c->seed};
    for (int s = 0; s < SIDE_COUNT; s++)
        m.drive[s] = circuit_def_of(c->model[s]).drive;
    return m;
}

static void follow(circuit_scene *c)
{
    for (int s = 0; s < SIDE_COUNT; s++)
        circuit_set_drive(c->model[s], c->wanted.drive[s]);
}

// What was made takes the place of what was shown. Where another moment is wanted by now, that is made next:
// under a hand that drags the clock the picture keeps coming after.
static void show_made(circuit_scene *c)
{
    circuit_making *m = &c->making;
    for (int s = 0; s < SIDE_COUNT; s++) {
        circuit *shown = c->model[s];
        c->model[s] = m->next[s];
        m->next[s] = shown;
    }
    if (c->seed != m->moment.seed) {
        error ignored = {0};
        renew_patch(c, &ignored); // without memory the last cells stay
    }
    c->seed = m->moment.seed;
    if (c->overtaken)
        circuit_making_begin(m, &c->wanted, 0);
    else
        follow(c);
    c->overtaken = false;
}

static void finish(void *scene)
{
    circuit_scene *c = scene;
    while (c->making.on)
        if (circuit_making_go_on(&c->making, INT_MAX))
            show_made(c);
}

static bool settle(void *scene, double dt_s)
{
    circuit_scene *c = scene;
    (void)dt_s; // it takes work, not time
    if (!c->making.on)
        return false;
    if (circuit_making_go_on(&c->making, CIRCUIT_STEPS_A_TICK))
        show_made(c);
    return true;
}

// A new stationary state where the moment jumped. A change by hand, and a clock that moves on, are lived
// through instead: then the brake is seen to go.
static void set(void *scene, const view_state *v, const treatment *t)
{
    circuit_scene *c = scene;
    c->wanted = moment_of(v, t);
    circuit_moment shown = moment_shown(c);
    if (!c->ready || c->anew) {
        int64_t life = c->anew ? lround(c->anew_run_s * 60.0) * CIRCUIT_STEPS_A_FRAME : 0;
        circuit_making_begin(&c->making, &c->wanted, life);
        c->overtaken = false;
    } else if (c->making.on) {
        c->overtaken = circuit_moment_jumped(&c->making.moment, &c->wanted);
    } else if (circuit_moment_jumped(&shown, &c->wanted)) {
        circuit_making_begin(&c->making, &c->wanted, 0);
    } else {
        follow(c);
    }
    if (!c->ready) // there is nothing to show meanwhile
        finish(c);
    c->ready = true;
    c->anew = false;
}

static void advance(void *scene, double dt_s)
{
    circuit_scene *c = scene;
    int steps = (int)lround(dt_s * 60.0 * CIRCUIT_STEPS_A_FRAME);
    for (int s = 0; s < SIDE_COUNT; s++)
        circuit_run(c->model[s], steps);
}

static void restart(void *scene, double run_s)
{
    circuit_scene *c = scene;
    c->anew = true;
    c->anew_run_s = run_s;
}

static uint64_t fingerprint(const void *scene)
{
    const circuit_scene *c = scene;
    uint64_t hash = FNV1A64_START;
    for (int s = 0; s < SIDE_COUNT; s++) {
        uint64_t one = circuit_fingerprint(c->model[s]);
        hash = fnv1a64(hash, &one, sizeof one);
    }
    return hash;
}

const scene_class circuit_class = {
    .id = "circuit",
    .view = VIEW_CIRCUIT,
    .icon = ICON_CIRCUIT,
    .create = create,
    .destroy = destroy,
    .set = set,
    .advance = advance,
    .restart = restart,
    .settle = settle,
    .finish = finish,
    .fingerprint = fingerprint,
    .draw3d = circuit_draw3d,
    .draw2d = circuit_draw2d,
    .controls = circuit_controls,
    .describe = circuit_describe,
    .pick = circuit_pick,
    .pick_step = circuit_pick_step,
    .zoom_min = 0.6,
    .zoom_max = 10.0,
    .turn_max_deg_s = 12.0,
    .zoom_max_s = 0.3,
};
