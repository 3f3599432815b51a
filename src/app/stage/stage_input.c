#include "app/stage/stage_input.h"

#include "app/stage/drift.h"
#include "app/stage/scene_host.h"
#include "app/stage/visit.h"
#include "app/state/session.h"
#include "base/ease.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double degrees_per_half = 200.0; // a drag across a half turns the subject about half round
static const double wheel_factor = 1.12;
static const double inertia_s = 0.28;                          // e-fold of the run-out
static const double flick_memory_s = 0.05, flick_rest_s = 0.1; // a hand that rested longer puts it down
static const double still_deg_s = 2.0;                         // slower than this is standing
static const double still_share_s = 0.02;
static const double flick_max = 2.8; // times as fast as keys turn; it slows down at once
static const double wheel_zoom_max_s = 1.6, pan_max_s = 0.5;

void stage_orbit(app *a, double yaw_deg, double pitch_deg)
{
    view_state v = a->session.view;
    view_camera *c = &v.camera;
    double yaw = fmod(c->yaw_deg + yaw_deg + 540.0, 360.0);
    c->yaw_deg = (yaw < 0.0 ? yaw + 360.0 : yaw) - 180.0;
    c->pitch_deg = clamp(c->pitch_deg + pitch_deg, -89.0, 89.0);
    session_set_view(a, &v);
}

void stage_zoom(app *a, double factor)
{
    view_state v = a->session.view;
    view_camera *c = &v.camera;
    double low = a->stage.scene->zoom_min, high = a->stage.scene->zoom_max, asked = c->zoom * factor;
    c->zoom = clamp(asked, low, high);
    session_set_view(a, &v);
    if (asked < low * 0.999 || asked > high * 1.001)
        visit_beyond(a, factor);
}

void stage_pan(app *a, double right, double up)
{
    view_state v = a->session.view;
    view_camera *c = &v.camera;
    // The closer one looks, the farther the subject's parts lie apart on the stage.
    double limit = fmin(1.0, 0.3 + 0.35 * (c->zoom - 0.5));
    c->pan_x = clamp(c->pan_x + right, -limit, limit);
    c->pan_y = clamp(c->pan_y + up, -limit, limit);
    session_set_view(a, &v);
}

void stage_home(app *a)
{
    view_state v = a->session.view;
    v.camera = view_state_default(v.scene).camera;
    session_set_view(a, &v);
    drift_end(a);
}

static bool drifts(const app *a)
{
    return a->parts.eased && !a->session.look.reduce_motion;
}

static double pushed(double speed, double by, double most)
{
    return clamp(speed + by / inertia_s, -most, most);
}

// A key goes its whole step, at no more than the limit; a held one is ahead by one step at most.
static void push(double *speed, double *owed, double by, double most)
{
    double step = by / inertia_s, asked = *speed + step + (step * *owed > 0.0 ? *owed : 0.0);
    *speed = clamp(asked, -most, most);
    *owed = clamp(asked - *speed, -fabs(step), fabs(step));
}

static void pay(double *speed, double *owed, double most)
{
    double room = fmax(0.0, most - fabs(*speed)), paid = clamp(*owed, -room, room);
    *speed += paid;
    *owed -= paid;
}

void stage_push_orbit(app *a, double yaw_deg, double pitch_deg)
{
    if (!drifts(a)) {
        stage_orbit(a, yaw_deg, pitch_deg);
        return;
    }
    push(&a->stage.drift.yaw, &a->stage.drift.owed_yaw, yaw_deg, a->stage.scene->turn_max_deg_s);
    push(&a->stage.drift.pitch, &a->stage.drift.owed_pitch, pitch_deg, a->stage.scene->turn_max_deg_s);
}

void stage_push_zoom(app *a, double factor)
{
    if (drifts(a))
        push(&a->stage.drift.zoom, &a->stage.drift.owed_zoom, log(factor), a->stage.scene->zoom_max_s);
    else
        stage_zoom(a, factor);
}

static void turn_wheel(app *a, double notches)
{
    double factor = pow(wheel_factor, notches);
    a->stage.drift.owed_zoom = 0.0;
    if (drifts(a))
        a->stage.drift.zoom = pushed(a->stage.drift.zoom, log(factor), wheel_zoom_max_s);
    else
        stage_zoom(a, factor);
}

void stage_push_pan(app *a, double right, double up)
{
    if (!drifts(a)) {
        stage_pan(a, right, up);
        return;
    }
    a->stage.drift.right = pushed(a->stage.drift.right, right, pan_max_s);
    a->stage.drift.up = pushed(a->stage.drift.up, up, pan_max_s);
}

static void drag(app *a, const rect *half, const ui_area_result *r)
{
    if (r->button != BUTTON_LEFT) {
        stage_pan(a, 2.0 * r->drag_x / half->h, -2.0 * r->drag_y / half->h);
        return;
    }
    double per_px = degrees_per_half / fmax(half->w, 1.0) / fmax(1.0, sqrt(a->session.view.camera.zoom));
    double yaw = r->drag_x * per_px, pitch = r->drag_y * per_px;
    stage_orbit(a, yaw, pitch);
    double dt = fmax(a->frame.now_s - a->stage.dragged_s, 1.0 / 240.0);
    a->stage.dragged_s = a->frame.now_s;
    // A short memory, so that the flick at the end counts and not the whole drag.
    double keep = exp(-dt / flick_memory_s);
    a->stage.drift.yaw = keep * a->stage.drift.yaw + (1.0 - keep) * yaw / dt;
    a->stage.drift.pitch = keep * a->stage.drift.pitch + (1.0 - keep) * pitch / dt;
}

// The part whose name stands at a point of the window, NULL for none.
static const char *name_at(const app *a, float x, float y)
{
    for (int i = 0; i < a->stage.names.count; i++)
        if (rect_contains(a->stage.names.at[i].box, x, y))
            return a->stage.names.at[i].id;
    return NULL;
}

static const char *part_at(app *a, float x, float y)
{
    const char *id = name_at(a, x, y);
    if (id || !a->stage.scene->pick)
        return id;
    scene_frame f = scene_host_frame(a);
    return a->stage.scene->pick(a->stage.scene_data, &f, x, y);
}

void stage_pick(app *a, const char *id)
{
    view_state v = a->session.view;
    snprintf(v.pick, sizeof v.pick, "%s", id);
    session_set_view(a, &v);
}

void stage_point_nowhere(app *a)
{
    a->stage.hovered[0] = '\0';
}

static void choose(app *a, float x, float y)
{
    // What was pointed at is what is meant, also when its name has stepped aside.
    const char *id = a->stage.on_name && a->stage.hovered[0] ? a->stage.hovered : part_at(a, x, y);
    bool same = id && strcmp(id, a->session.view.pick) == 0;
    stage_pick(a, id && !same ? id : "");
}

// A name that is pointed at may find another place; it counts until the pointer moves, or names would jump to
// and fro under a pointer that rests.
static void point(app *a, float x, float y)
{
    const float still_px = 2.0f;
    if (a->stage.on_name && a->stage.hovered[0] &&
        hypotf(x - a->stage.named_x, y - a->stage.named_y) < still_px)
        return;
    a->stage.on_name = name_at(a, x, y) != NULL;
    a->stage.named_x = x;
    a->stage.named_y = y;
    const char *id = part_at(a, x, y);
    snprintf(a->stage.hovered, sizeof a->stage.hovered, "%s", id ? id : "");
}

void stage_input(app *a, side s, const ui_area_result *r)
{
    rect half = a->chrome.layout.half[s];
    if (r->began) {
        drift_end(a);
        a->stage.dragged_s = a->frame.now_s;
    }
    if ((r->pressed || r->ended) && (r->drag_x != 0.0f || r->drag_y != 0.0f))
        drag(a, &half, r);
    if (r->wheel != 0.0f)
        turn_wheel(a, (double)r->wheel);
    if (r->pinch > 0.0f && r->pinch != 1.0f)
        stage_zoom(a, (double)r->pinch);
    if (r->pinch_dx != 0.0f || r->pinch_dy != 0.0f)
        stage_pan(a, 2.0 * r->pinch_dx / half.h, -2.0 * r->pinch_dy / half.h);
    if (r->clicked && r->button == BUTTON_LEFT)
        choose(a, r->x, r->y);
    if (r->hovered && !r->pressed)
        point(a, r->x, r->y);
}

void stage_hold(app *a, bool held, bool released)
{
    bool lost = a->stage.camera_held && !held && !released;
    bool put_down = released && a->frame.now_s - a->stage.dragged_s > flick_rest_s;
    if (lost || put_down)
        drift_end(a);
    a->stage.camera_held = held;
}

static bool stands(const camera_drift *d)
{
    return hypot(d->yaw, d->pitch) < still_deg_s && fabs(d->zoom) < still_share_s &&
           hypot(d->right, d->up) < still_share_s;
}

static void fall(camera_drift *d, double keep, const scene_class *scene)
{
    d->yaw *= keep;
    d->pitch *= keep;
    d->zoom *= keep;
    d->right *= keep;
    d->up *= keep;
    pay(&d->yaw, &d->owed_yaw, scene->turn_max_deg_s);
    pay(&d->pitch, &d->owed_pitch, scene->turn_max_deg_s);
    pay(&d->zoom, &d->owed_zoom, scene->zoom_max_s);
}

bool stage_advance(app *a, double dt_s)
{
    camera_drift *d = &a->stage.drift;
    const scene_class *scene = a->stage.scene;
    if (a->stage.camera_held || stands(d) || a->session.look.reduce_motion) {
        if (!a->stage.camera_held)
            drift_end(a);
        return false;
    }
    double limit = fmin(1.0, flick_max * scene->turn_max_deg_s / fmax(still_deg_s, hypot(d->yaw, d->pitch)));
    d->yaw *= limit;
    d->pitch *= limit;
    double keep = exp(-dt_s / inertia_s), run = inertia_s * (1.0 - keep);
    stage_orbit(a, d->yaw * run, d->pitch * run);
    if (d->right != 0.0 || d->up != 0.0)
        stage_pan(a, d->right * run, d->up * run);
    if (d->zoom != 0.0)
        stage_zoom(a, exp(d->zoom * run));
    if (a->stage.scene != scene) { // zoomed into another magnification
        drift_end(a);
        return true;
    }
    fall(d, keep, scene);
    return true;
}
