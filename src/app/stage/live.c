#include "app/stage/live.h"

#include "app/stage/fade.h"
#include "app/stage/move_run.h"
#include "app/state/requests.h"

#include <math.h>
#include <string.h>

static const double step_s = 1.0 / 60.0;
enum { STEPS_MOST = 3 }; // a tick; a slow machine shows slower motion instead of falling behind for ever
// What stands still follows the clock when that rests, or this often while it moves: far below the flash
// limit.
static const double follow_quiet_s = 0.15, follow_most_s = 0.5;
static const double follow_run_most_s = 6.0; // of a longer run only so much, so that it is soon there
static const double over_zoom_enough = 0.35; // three notches of the wheel

bool live_exists(const app *a)
{
    return a->stage.scene->advance != NULL;
}

bool live_may_run(const app *a)
{
    return live_exists(a) && !a->session.look.reduce_motion;
}

bool live_runs(const app *a)
{
    return live_may_run(a) && !a->stage.live.frozen && a->stage.overlay == OVERLAY_NONE;
}

bool live_is_moving(const app *a)
{
    return live_runs(a) || fade_is_on(a) || a->stage.live.settling || a->stage.live.behind;
}

void live_thaw(app *a)
{
    a->stage.live.frozen = false;
}

void live_freeze(app *a)
{
    a->stage.live.frozen = true;
}

void live_step(app *a)
{
    a->stage.scene->advance(a->stage.scene_data, step_s);
    a->stage.live.stepped = true;
    request_redraw(a);
}

// Not because a panel lies over the stage for a while: then life goes on afterwards.
static bool stands_still(const app *a)
{
    return a->stage.live.frozen || a->session.look.reduce_motion;
}

static void shows_view(app *a)
{
    a->stage.live.shown = a->session.view;
    a->stage.live.has_shown = true;
    a->stage.live.behind = false;
}

void live_show_run(app *a)
{
    if (!live_exists(a))
        return;
    long steps = lround(a->session.view.run_s / step_s);
    for (long i = 0; i < steps; i++)
        a->stage.scene->advance(a->stage.scene_data, step_s);
    shows_view(a);
}

static void begin_anew(app *a, double seconds)
{
    if (a->stage.scene->restart)
        a->stage.scene->restart(a->stage.scene_data, seconds);
    a->stage.scene->set(a->stage.scene_data, &a->session.view, a->parts.treatment);
    shows_view(a);
    a->stage.live.stepped = true;
    request_redraw(a);
}

void live_catch_up(app *a)
{
    if (a->stage.live.behind)
        begin_anew(a, a->session.view.run_s);
    if (a->stage.scene->finish)
        a->stage.scene->finish(a->stage.scene_data);
}

// Where nothing lives, a change is not lived through: the models begin anew in it, as in a picture of that
// state.
static bool follow(app *a, double dt_s)
{
    live_state *l = &a->stage.live;
    if (!l->behind)
        return false;
    l->behind = stands_still(a);
    l->behind_s += dt_s;
    l->quiet_s += dt_s;
    if (l->behind && (l->quiet_s >= follow_quiet_s || l->behind_s >= follow_most_s))
        begin_anew(a, fmin(a->session.view.run_s, follow_run_most_s));
    return true;
}

bool live_advance(app *a, double dt_s)
{
    a->stage.live.settling = a->stage.scene->settle && a->stage.scene->settle(a->stage.scene_data, dt_s);
    bool moving = live_is_moving(a);
    a->stage.live.stepped = a->stage.live.settling;
    fade_advance(a, dt_s);
    moving = follow(a, dt_s) || moving;
    if (!live_runs(a))
        return moving;
    a->stage.live.left_over_s += dt_s;
    int steps = (int)(a->stage.live.left_over_s / step_s);
    a->stage.live.left_over_s -= steps * step_s;
    for (int i = 0; i < steps && i < STEPS_MOST; i++)
        live_step(a);
    return true;
}

static bool inputs_changed(const view_state *was, const view_state *is)
{
    return was->ketamine_mg_per_kg != is->ketamine_mg_per_kg || was->ssri_target != is->ssri_target ||
           was->seed != is->seed || was->target != is->target || was->mg != is->mg ||
           was->true_scale != is->true_scale || was->block != is->block ||
           was->inhibition != is->inhibition || was->stressed != is->stressed ||
           was->rapamycin != is->rapamycin;
}

static bool moment_changed(const view_state *was, const view_state *is)
{
    for (int s = 0; s < SIDE_COUNT; s++)
        if (view_moment_min(was, (side)s) != view_moment_min(is, (side)s))
            return true;
    return false;
}

static void fall_behind(live_state *l)
{
    l->behind_s = l->behind ? l->behind_s : 0.0;
    l->quiet_s = 0.0;
    l->behind = true;
}

void live_notice_jump(app *a)
{
    if (!live_exists(a))
        return;
    bool inputs = inputs_changed(&a->stage.live.shown, &a->session.view),
         moment = moment_changed(&a->stage.live.shown, &a->session.view);
    bool runs = a->session.playing || (move_run_takes_clock(a) && a->stage.move.even); // which is no jump
    bool jumped = inputs || (moment && !runs);
    if (a->stage.live.has_shown && jumped && !fade_is_on(a))
        fade_jump(a);
    if (a->stage.live.has_shown && (inputs || moment) && stands_still(a))
        fall_behind(&a->stage.live);
    a->stage.live.shown = a->session.view;
    a->stage.live.has_shown = true;
}

void live_scene_changed(app *a, int direction)
{
    a->stage.live.frozen = false;
    a->stage.live.over_zoom = 0.0;
    fade_scene(a, direction);
}

int live_zoomed_beyond(app *a, double factor)
{
    double asked = log(factor);
    if (asked * a->stage.live.over_zoom < 0.0)
        a->stage.live.over_zoom = 0.0;
    a->stage.live.over_zoom += asked;
    if (fabs(a->stage.live.over_zoom) < over_zoom_enough || fade_is_on(a))
        return 0;
    int direction = a->stage.live.over_zoom > 0.0 ? 1 : -1;
    a->stage.live.over_zoom = 0.0;
    return direction;
}
