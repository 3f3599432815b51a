#include "app/stage/live.h"

#include "app/stage/clock.h"
#include "app/stage/moves.h"
#include "app/stage/stage.h"
#include "base/ease.h"

#include <math.h>
#include <string.h>

static const double step_s = 1.0 / 60.0;
enum { STEPS_MOST = 3 }; // a tick; a slow machine shows slower motion instead of falling behind for ever
static const double fade_s = 0.3, zoom_s = 0.7;
static const float zoom_old = 3.0f, zoom_new = 0.55f;
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

static bool fading(const app *a)
{
    return a->stage.live.fade_total_s > 0.0;
}

bool live_is_moving(const app *a)
{
    return live_runs(a) || fading(a) || a->stage.live.settling || a->stage.live.behind;
}

bool live_is_paused(const app *a)
{
    return !clock_runs(a) && (!live_may_run(a) || a->stage.live.frozen);
}

void live_run_clock(app *a)
{
    clock_play(a, !clock_runs(a));
    a->stage.live.frozen = false;
    request_redraw(a);
}

void live_thaw(app *a)
{
    a->stage.live.frozen = false;
}

void live_toggle(app *a)
{
    if (!live_may_run(a)) {
        clock_play(a, !clock_runs(a));
        return;
    }
    a->stage.live.frozen = clock_runs(a) || !a->stage.live.frozen;
    clock_play(a, false);
    request_redraw(a);
}

static void step(app *a)
{
    a->stage.scene->advance(a->stage.scene_data, step_s);
    a->stage.live.stepped = true;
    request_redraw(a);
}

void live_step(app *a)
{
    if (!live_exists(a))
        return;
    clock_play(a, false);
    a->stage.live.frozen = true;
    step(a);
}

static void start_fade(app *a, double seconds, int zoom)
{
    if (!a->parts.eased || !a->parts.picture)
        return;
    stage_keep_old(a->parts.picture, live_mix(a), theme_get(a->session.look.theme)->stage);
    a->stage.live.new_scene = false;
    a->stage.live.fade_left_s = a->stage.live.fade_total_s = seconds;
    a->stage.live.zoom = a->session.look.reduce_motion ? 0 : zoom;
    request_redraw(a);
}

void live_cross_fade(app *a, double seconds)
{
    start_fade(a, seconds, 0);
}

static void advance_fade(app *a, double dt_s)
{
    if (!fading(a))
        return;
    a->stage.live.fade_left_s -= dt_s;
    if (a->stage.live.fade_left_s <= 0.0) {
        a->stage.live.fade_left_s = a->stage.live.fade_total_s = 0.0;
        a->stage.live.zoom = 0;
        a->stage.live.new_scene = false;
        stage_forget_old(a->parts.picture);
        request_redraw(a);
    }
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
    advance_fade(a, dt_s);
    moving = follow(a, dt_s) || moving;
    if (!live_runs(a))
        return moving;
    a->stage.live.left_over_s += dt_s;
    int steps = (int)(a->stage.live.left_over_s / step_s);
    a->stage.live.left_over_s -= steps * step_s;
    for (int i = 0; i < steps && i < STEPS_MOST; i++)
        step(a);
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
    bool runs = a->session.playing || (moves_run_clock(a) && a->stage.move.even); // which is no jump
    bool jumped = inputs || (moment && !runs);
    if (a->stage.live.has_shown && jumped && !fading(a))
        start_fade(a, fade_s, 0);
    if (a->stage.live.has_shown && (inputs || moment) && stands_still(a))
        fall_behind(&a->stage.live);
    a->stage.live.shown = a->session.view;
    a->stage.live.has_shown = true;
}

void live_scene_changed(app *a, int direction)
{
    a->stage.live.frozen = false;
    a->stage.live.over_zoom = 0.0;
    start_fade(a, zoom_s, direction > 0 ? 1 : -1);
    a->stage.live.new_scene = fading(a);
}

static double progress(const app *a)
{
    return fading(a) ? ease_in_out(1.0 - a->stage.live.fade_left_s / a->stage.live.fade_total_s) : 1.0;
}

stage_mix live_mix(const app *a)
{
    stage_mix m = {.old_zoom = 1.0f, .zoom = 1.0f};
    if (!fading(a))
        return m;
    float t = (float)progress(a);
    m.old_opacity = 1.0f - t;
    if (a->stage.live.zoom > 0) {
        m.old_zoom = powf(zoom_old, t);
        m.zoom = powf(zoom_new, 1.0f - t);
    } else if (a->stage.live.zoom < 0) {
        m.old_zoom = powf(zoom_new, t);
        m.zoom = powf(zoom_old, 1.0f - t);
    }
    return m;
}

float live_overlay_alpha(const app *a)
{
    return a->stage.live.new_scene ? (float)progress(a) : 1.0f;
}

int live_zoomed_beyond(app *a, double factor)
{
    double asked = log(factor);
    if (asked * a->stage.live.over_zoom < 0.0)
        a->stage.live.over_zoom = 0.0;
    a->stage.live.over_zoom += asked;
    if (fabs(a->stage.live.over_zoom) < over_zoom_enough || fading(a))
        return 0;
    int direction = a->stage.live.over_zoom > 0.0 ? 1 : -1;
    a->stage.live.over_zoom = 0.0;
    return direction;
}
