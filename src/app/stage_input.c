#include "app/stage_input.h"

#include "app/live.h"
#include "base/ease.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const double degrees_per_half = 200.0; // a drag across a half turns the subject about half round
static const double wheel_factor = 1.12;
static const double inertia_s = 0.28;  // e-fold of the run-out
static const double still_deg_s = 2.0; // slower than this is standing
static const double flick_max_deg_s = 240.0;

void stage_orbit(app *a, double yaw_deg, double pitch_deg)
{
    view_camera *c = &a->view.camera;
    double yaw = fmod(c->yaw_deg + yaw_deg + 540.0, 360.0);
    c->yaw_deg = (yaw < 0.0 ? yaw + 360.0 : yaw) - 180.0;
    c->pitch_deg = clamp(c->pitch_deg + pitch_deg, -89.0, 89.0);
}

void stage_zoom(app *a, double factor)
{
    view_camera *c = &a->view.camera;
    double low = a->scene->zoom_min, high = a->scene->zoom_max, asked = c->zoom * factor;
    c->zoom = clamp(asked, low, high);
    if (asked < low * 0.999 || asked > high * 1.001)
        live_zoom_beyond(a, factor);
}

void stage_pan(app *a, double right, double up)
{
    view_camera *c = &a->view.camera;
    // The closer one looks, the farther the subject's parts lie apart on the stage.
    double limit = fmin(1.0, 0.3 + 0.35 * (c->zoom - 0.5));
    c->pan_x = clamp(c->pan_x + right, -limit, limit);
    c->pan_y = clamp(c->pan_y + up, -limit, limit);
}

void stage_home(app *a)
{
    a->view.camera = view_state_default(a->view.scene).camera;
    a->camera_speed[0] = a->camera_speed[1] = 0.0;
}

static void drag(app *a, const rect *half, const ui_area_result *r)
{
    if (r->button != BUTTON_LEFT) {
        stage_pan(a, 2.0 * r->drag_x / half->h, -2.0 * r->drag_y / half->h);
        return;
    }
    double per_px = degrees_per_half / fmax(half->w, 1.0) / fmax(1.0, sqrt(a->view.camera.zoom));
    double yaw = r->drag_x * per_px, pitch = r->drag_y * per_px;
    stage_orbit(a, yaw, pitch);
    double dt = fmax(a->dt_s, 1.0 / 240.0);
    // A short memory, so that the flick at the end counts and not the whole drag.
    double keep = exp(-dt / 0.05);
    a->camera_speed[0] = keep * a->camera_speed[0] + (1.0 - keep) * yaw / dt;
    a->camera_speed[1] = keep * a->camera_speed[1] + (1.0 - keep) * pitch / dt;
}

static void choose(app *a, float x, float y)
{
    if (!a->scene->pick)
        return;
    scene_frame f = app_scene_frame(a);
    const char *id = a->scene->pick(a->scene_data, &f, x, y);
    bool same = id && strcmp(id, a->view.pick) == 0;
    snprintf(a->view.pick, sizeof a->view.pick, "%s", id && !same ? id : "");
}

static void point(app *a, float x, float y)
{
    if (!a->scene->pick)
        return;
    scene_frame f = app_scene_frame(a);
    const char *id = a->scene->pick(a->scene_data, &f, x, y);
    snprintf(a->hovered, sizeof a->hovered, "%s", id ? id : "");
}

void stage_input(app *a, side s, const ui_area_result *r)
{
    rect half = a->layout.half[s];
    if (r->began)
        a->camera_speed[0] = a->camera_speed[1] = 0.0;
    if (r->pressed || r->ended) {
        a->camera_held = r->pressed;
        if (r->drag_x != 0.0f || r->drag_y != 0.0f)
            drag(a, &half, r);
    }
    if (r->wheel != 0.0f)
        stage_zoom(a, pow(wheel_factor, (double)r->wheel));
    if (r->pinch > 0.0f && r->pinch != 1.0f)
        stage_zoom(a, (double)r->pinch);
    if (r->pinch_dx != 0.0f || r->pinch_dy != 0.0f)
        stage_pan(a, 2.0 * r->pinch_dx / half.h, -2.0 * r->pinch_dy / half.h);
    if (r->clicked && r->button == BUTTON_LEFT)
        choose(a, r->x, r->y);
    if (r->hovered && !r->pressed)
        point(a, r->x, r->y);
}

bool stage_advance(app *a, double dt_s)
{
    double speed = hypot(a->camera_speed[0], a->camera_speed[1]);
    if (a->camera_held || speed < still_deg_s || a->look.reduce_motion) {
        if (!a->camera_held)
            a->camera_speed[0] = a->camera_speed[1] = 0.0;
        return false;
    }
    double limit = fmin(1.0, flick_max_deg_s / speed);
    stage_orbit(a, limit * a->camera_speed[0] * dt_s, limit * a->camera_speed[1] * dt_s);
    double keep = exp(-dt_s / inertia_s);
    a->camera_speed[0] *= keep;
    a->camera_speed[1] *= keep;
    return true;
}
