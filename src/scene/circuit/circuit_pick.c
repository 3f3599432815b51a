#include "scene/circuit/circuit_pick.h"

#include "scene/circuit/circuit_labels.h"
#include "scene/circuit/circuit_plan.h"

#include <math.h>

// How near the pointer must be to a thin part, px.
static const float slack_px = 7.0f;

typedef struct found {
    circuit_choice choice;
    float cost; // px from the pointer, less what lies in front
} found;

static void consider(found *f, circuit_thing thing, int cell, float off_px, float depth_um)
{
    float cost = off_px - 0.01f * depth_um;
    if (cost < f->cost)
        *f = (found){{thing, cell}, cost};
}

static circuit_thing thing_of(const circuit_patch_neurite *n)
{
    return n->part == CIRCUIT_PART_AXON     ? CIRCUIT_AXON
           : n->part == CIRCUIT_PART_APICAL ? CIRCUIT_APICAL
                                            : CIRCUIT_DENDRITE;
}

static float off(const camera *c, const float um[3], float x, float y, float *depth)
{
    float px[2];
    if (!camera_project(c, um, px, depth))
        return INFINITY;
    return hypotf(px[0] - x, px[1] - y);
}

// Bodies first, then terminals, then whatever neurite passes nearest.
static circuit_choice cell_under(const circuit_patch *p, const camera *c, float x, float y)
{
    found best = {{CIRCUIT_NOTHING, -1}, INFINITY};
    float depth = 0.0f;
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        const circuit_patch_cell *cell = &p->cells[i];
        float middle[3];
        for (int k = 0; k < 3; k++)
            middle[k] = cell->centre[k] + (cell->pyramidal ? 0.35f * cell->size * cell->axis[k] : 0.0f);
        float d = off(c, middle, x, y, &depth) - 1.15f * cell->size * c->px_per_mm;
        if (d < 0.0f)
            consider(&best, cell->pyramidal ? CIRCUIT_PYRAMID : CIRCUIT_BRAKE, i, d, depth);
    }
    if (best.choice.thing != CIRCUIT_NOTHING)
        return best.choice;
    for (size_t i = 0; i < p->terminal_count; i++) {
        const circuit_patch_terminal *t = &p->terminals[i];
        float d = off(c, t->at, x, y, &depth);
        if (d < fmaxf(0.6f * slack_px, 1.2f * t->radius * c->px_per_mm))
            consider(&best, CIRCUIT_TERMINAL, t->cell, d, depth);
    }
    if (best.choice.thing != CIRCUIT_NOTHING)
        return best.choice;
    for (size_t n = 0; n < p->neurite_count; n++) {
        const circuit_patch_neurite *run = &p->neurites[n];
        for (uint32_t k = 0; k < run->count; k++) {
            float d = off(c, p->points[run->first + k].at, x, y, &depth);
            if (d < slack_px)
                consider(&best, thing_of(run), run->cell, d, depth);
        }
    }
    return best.choice;
}

const char *circuit_pick(const void *scene, const scene_frame *f, float x, float y)
{
    const circuit_scene *c = scene;
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (!rect_contains(f->half[s], x, y))
            continue;
        circuit_plan p = circuit_plan_of(f, (side)s);
        circuit_choice choice = {CIRCUIT_NOTHING, -1};
        camera view = circuit_camera_window(f, (side)s);
        bool in_raster = false, in_rates = false;
        for (int k = 0; k < CIRCUIT_POPULATIONS; k++) {
            in_raster = in_raster || rect_contains(p.raster[k], x, y);
            in_rates = in_rates || rect_contains(p.rates[k], x, y);
        }
        if (in_raster)
            choice.thing = CIRCUIT_RASTER;
        else if (in_rates)
            choice.thing = CIRCUIT_RATES;
        else if (rect_contains(p.glutamate, x, y))
            choice.thing = CIRCUIT_GLUTAMATE;
        else if (rect_contains(p.patch, x, y))
            choice = cell_under(c->patch, &view, x, y);
        return circuit_choice_id(c, choice);
    }
    return NULL;
}

const char *circuit_pick_step(const void *scene, const char *current, int direction)
{
    static const circuit_thing order[] = {CIRCUIT_PYRAMID, CIRCUIT_APICAL,   CIRCUIT_DENDRITE,
                                          CIRCUIT_AXON,    CIRCUIT_TERMINAL, CIRCUIT_BRAKE,
                                          CIRCUIT_RASTER,  CIRCUIT_RATES,    CIRCUIT_GLUTAMATE};
    enum { COUNT = sizeof order / sizeof order[0] };
    const circuit_scene *c = scene;
    circuit_thing now = circuit_choice_of(current).thing;
    int at = direction < 0 ? COUNT : -1;
    for (int i = 0; i < COUNT; i++)
        if (order[i] == now)
            at = i;
    at = (at + (direction < 0 ? -1 : 1) + COUNT) % COUNT;
    circuit_choice next = {order[at], -1};
    if (order[at] < CIRCUIT_RASTER)
        next.cell = circuit_foremost(c->patch, order[at] != CIRCUIT_BRAKE);
    return circuit_choice_id(c, next);
}
