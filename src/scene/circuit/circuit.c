#include "scene/circuit/circuit.h"

#include "base/fnv.h"
#include "scene/circuit/circuit_plan.h"
#include "scene/circuit/circuit_scene.h"

#include <math.h>
#include <stdlib.h>

static const char *const shader_names[CIRCUIT_SHADERS] = {"circuit_stage", "circuit_halo",     "circuit_tube",
                                                          "circuit_soma",  "circuit_terminal", "circuit_puff",
                                                          "circuit_plug"};

// A change of the blocked share beyond this is a jump of the moment; less is a clock or a hand that moves.
static const double jump_share = 0.04;

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
    for (int s = 0; s < SIDE_COUNT; s++) {
        circuit_destroy(c->model[s]);
        circuit_destroy(c->start[s]);
    }
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
    bool complete = first != NULL;
    for (int s = 0; s < SIDE_COUNT && first; s++) {
        c->model[s] = s == 0 ? first : circuit_clone(first);
        c->start[s] = circuit_clone(first);
        complete = complete && c->model[s] && c->start[s];
    }
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

static bool same_drive(const circuit_drive *a, const circuit_drive *b)
{
    return a->block == b->block && a->inhibition == b->inhibition &&
           a->block_interneuron == b->block_interneuron && a->block_pyramidal == b->block_pyramidal;
}

// Both sides at time 0, so that they stay in step: the same patch, at the same moment of its life, with and
// without the drug. A side whose drive is that of its last beginning begins alike, without a warm-up.
static void begin(circuit_scene *c, uint32_t seed, const circuit_drive drive[SIDE_COUNT])
{
    for (int s = 0; s < SIDE_COUNT; s++) {
        circuit_def last = circuit_def_of(c->start[s]);
        if (last.seed != seed || !same_drive(&last.drive, &drive[s]))
            circuit_restart(c->start[s], (circuit_def){seed, drive[s]});
        circuit_copy(c->model[s], c->start[s]);
    }
}

// A new stationary state where the moment jumped. A change by hand, and a clock that moves on, are lived
// through instead: then the brake is seen to go.
static void set(void *scene, const view_state *v, const treatment *t)
{
    circuit_scene *c = scene;
    bool anew = !c->ready || c->seed != v->seed;
    circuit_drive now[SIDE_COUNT];
    for (int s = 0; s < SIDE_COUNT; s++) {
        now[s] = circuit_drive_of(v, t, (side)s);
        circuit_drive was = circuit_def_of(c->model[s]).drive;
        anew = anew || fabs(now[s].block_interneuron - was.block_interneuron) > jump_share;
    }
    if (anew)
        begin(c, v->seed, now);
    for (int s = 0; s < SIDE_COUNT; s++)
        circuit_set_drive(c->model[s], now[s]);
    if (c->seed != v->seed) {
        error ignored = {0};
        renew_patch(c, &ignored); // without memory the last cells stay
    }
    c->seed = v->seed;
    c->ready = true;
}

static void advance(void *scene, double dt_s)
{
    circuit_scene *c = scene;
    int steps = (int)lround(dt_s * 60.0 * CIRCUIT_STEPS_A_FRAME);
    for (int s = 0; s < SIDE_COUNT; s++)
        circuit_run(c->model[s], steps);
}

static void restart(void *scene)
{
    ((circuit_scene *)scene)->ready = false;
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
