#include "scene/synapse/synapse_plan.h"

#include "base/ease.h"
#include "scene/kit/type.h"
#include "scene/synapse/synapse_head.h"
#include "scene/synapse/synapse_machine.h"

#include <math.h>

// What fits into the picture at zoom 1, scene units at the middle of the cleft: from the vesicles that dock
// to the membrane that the receptors stand in.
static const float fit_width = 2.75f, fit_height = 1.56f;
static const float middle_z = 0.01f;
// Close enough that the cleft is looked into like a hall, with its ceiling and its floor.
static const float eye_distance = 3.0f, scene_radius = 2.9f;
// Height of the picture beside which traces may stand, in sizes of small print.
static const float least_picture = 9.5f;
// The cut stays in sight.
static const double yaw_most = 36.0, pitch_least = -14.0, pitch_most = 24.0;

synapse_plan synapse_plan_make(const scene_frame *f)
{
    synapse_plan p = {.head = {{0}}};
    float small = type_small_px(f), above = 0.0f;
    // One height on both sides, so that both pictures have one size.
    for (int i = 0; i < SIDE_COUNT; i++) {
        const rect *h = &f->half[i];
        if (h->w <= 0.0f)
            continue;
        p.head[i] = synapse_head(NULL, f, (side)i, false);
        above = fmaxf(above, fminf(p.head[i].y + p.head[i].h - h->y + 0.4f * small, 0.6f * h->h));
    }
    above = floorf(above);
    for (int i = 0; i < SIDE_COUNT; i++) {
        const rect *h = &f->half[i];
        if (h->w <= 0.0f)
            continue;
        float traces = floorf(fmaxf(6.6f * small, 0.235f * h->h));
        // The picture comes first: where both do not fit, the traces go.
        if (h->h - above - traces < least_picture * small || h->w < 9.0f * small)
            traces = 0.0f;
        p.picture[i] = (rect){h->x, h->y + above, h->w, h->h - above - traces};
        p.traces[i] = (rect){h->x, h->y + h->h - traces, h->w, traces};
    }
    return p;
}

static camera make(const scene_frame *f, const float focus[3], rect frame, const float jitter_px[2])
{
    view_camera v = f->view->camera;
    v.yaw_deg = clamp(v.yaw_deg, -yaw_most, yaw_most) - 90.0;
    v.pitch_deg = clamp(v.pitch_deg, pitch_least, pitch_most);
    float near = (float)ease_in_out((v.zoom - 1.0) / 2.0);
    // What is looked at closely stands in the middle.
    camera_def d = {.view = v,
                    .frame = frame,
                    .fit = frame,
                    .centre_mm = {near * focus[0], near * focus[1], middle_z + near * (focus[2] - middle_z)},
                    .radius_mm = scene_radius,
                    .width_mm = fit_width,
                    .height_mm = fit_height,
                    .jitter_px = {jitter_px[0], jitter_px[1]},
                    .distance_mm = eye_distance};
    return camera_make(&d);
}

camera synapse_camera(const synapse_plan *plan, const scene_frame *f, side s, const float focus[3],
                      float scale, const float jitter_px[2])
{
    const rect *r = &plan->picture[s];
    rect frame = {(r->x - f->stage.x) * scale, (r->y - f->stage.y) * scale, r->w * scale, r->h * scale};
    return make(f, focus, frame, jitter_px);
}

camera synapse_camera_window(const synapse_plan *plan, const scene_frame *f, side s, const float focus[3])
{
    static const float still[2] = {0.0f, 0.0f};
    return make(f, focus, plan->picture[s], still);
}

static rect joined(rect a, rect b)
{
    float x = fminf(a.x, b.x), y = fminf(a.y, b.y);
    return (rect){x, y, fmaxf(a.x + a.w, b.x + b.w) - x, fmaxf(a.y + a.h, b.y + b.h) - y};
}

// Where a machine is drawn, px.
static bool machine_rect(const camera *c, const synapse_machine *m, rect *out)
{
    float px[2], depth;
    if (!synapse_machine_stands(m) || !camera_project(c, m->at, px, &depth))
        return false;
    float width = synapse_machine_width(m->kind) * c->focal_px / (c->distance_mm - depth);
    float towards = synapse_machine_towards(m->kind), foot = m->kind == SYNAPSE_DRAWN_SERT ? -0.7f : 0.0f;
    float from = px[1] - towards * foot * width, to = px[1] - towards * 1.1f * width;
    *out = (rect){px[0] - 0.6f * width, fminf(from, to), 1.2f * width, fabsf(to - from)};
    return true;
}

int synapse_key_rects(const synapse *y, const camera *c, side s, rect out[SYNAPSE_KEYS])
{
    const synapse_sight *g = &y->sight[s];
    const float front = 0.25f; // what stands farther back is small, and hidden by what stands here
    rect pumps = {0}, r;
    int n = 0;
    for (int i = 0; i < g->machine_count; i++) {
        const synapse_machine *m = &g->machines[i];
        if (m->kind == SYNAPSE_DRAWN_UPTAKE || m->at[1] > front || !machine_rect(c, m, &r))
            continue;
        if (m->kind == SYNAPSE_DRAWN_SERT)
            pumps = pumps.w > 0.0f ? joined(pumps, r) : r;
        else if (n < SYNAPSE_KEYS - 1)
            out[n++] = r;
    }
    if (pumps.w > 0.0f)
        out[n++] = pumps;
    return n;
}
