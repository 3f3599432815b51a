#include "app/stage/calm.h"

#include "app/stage/move_run.h"
#include "app/state/player_state.h"
#include "view/view_clock.h"

#include <math.h>
#include <string.h>

// Three jumps a second would be within the limit, but each fades and zooms on its way.
static const double least_s = 0.4;
// More than this from one frame to the next is a jump and no motion.
static const double axis_jump = 0.02, yaw_jump_deg = 15.0, pitch_jump_deg = 10.0, zoom_jump = 1.3,
                    pan_jump = 0.15;

static calm_key key_of(const app *a)
{
    calm_key k = {.view = a->session.view,
                  .look = a->session.look,
                  .overlay = (int)a->stage.overlay,
                  .blank = (int)a->present.blank,
                  .step = a->player.story ? a->player.step : -1,
                  .page = a->pages.page,
                  .card = a->session.card_open,
                  .revealed = a->player.revealed,
                  .presenting = a->present.on,
                  .spotlight = a->present.spotlight,
                  .width = a->frame.width,
                  .height = a->frame.height};
    return k;
}

static view_state without_motion(const view_state *v)
{
    view_state still = *v;
    still.camera = (view_camera){.zoom = 1.0};
    still.t_min = 0.0;
    memset(still.pin_min, 0, sizeof still.pin_min);
    still.ketamine_mg_per_kg = still.ssri_target = 0.0;
    return still;
}

static bool moment_jumped(const view_state *was, const view_state *is)
{
    for (int s = 0; s < SIDE_COUNT; s++)
        if (fabs(view_axis_of_time(view_moment_min(was, (side)s)) -
                 view_axis_of_time(view_moment_min(is, (side)s))) > axis_jump)
            return true;
    return false;
}

static bool camera_jumped(const view_camera *was, const view_camera *is, bool any)
{
    double yaw = fabs(remainder(is->yaw_deg - was->yaw_deg, 360.0));
    double zoom = fabs(log(is->zoom / was->zoom)), pitch = fabs(is->pitch_deg - was->pitch_deg);
    double pan = hypot(is->pan_x - was->pan_x, is->pan_y - was->pan_y);
    if (any)
        return yaw + pitch + zoom + pan > 0.0;
    return yaw > yaw_jump_deg || pitch > pitch_jump_deg || zoom > log(zoom_jump) || pan > pan_jump;
}

static bool look_changed(const presentation *was, const presentation *is)
{
    return was->theme != is->theme || was->text_scale != is->text_scale || strcmp(was->lang, is->lang) != 0;
}

// Reduced motion takes the camera's steps as pictures of their own.
static bool jumped(const app *a, const calm_key *was, const calm_key *is)
{
    view_state then = without_motion(&was->view), now = without_motion(&is->view);
    if (!view_state_equal(&then, &now) || look_changed(&was->look, &is->look) ||
        was->overlay != is->overlay || was->blank != is->blank || was->step != is->step ||
        was->page != is->page || was->card != is->card || was->revealed != is->revealed ||
        was->presenting != is->presenting || was->spotlight != is->spotlight)
        return true;
    if (move_run_is_on(a))
        return false;
    if (!a->chrome.clock_held && moment_jumped(&was->view, &is->view))
        return true;
    return !a->stage.camera_held &&
           camera_jumped(&was->view.camera, &is->view.camera, a->session.look.reduce_motion);
}

bool calm_holds(app *a, double dt_s)
{
    calm_state *c = &a->stage.calm;
    calm_key now = key_of(a);
    bool resized = now.width != c->shown.width || now.height != c->shown.height;
    bool jump = c->known && !resized && jumped(a, &c->shown, &now);
    c->since_jump_s += dt_s;
    // There and back again while nobody looked is a jump too: what eases has begun anew.
    bool due = jump || (c->holding && !resized);
    c->holding = due && c->since_jump_s < least_s;
    if (c->holding)
        return true;
    if (due || !c->known)
        c->since_jump_s = 0.0;
    c->shown = now;
    c->known = true;
    return false;
}

bool calm_is_holding(const app *a)
{
    return a->stage.calm.holding;
}
