#include "app/stage/moves.h"

#include "app/stage/live.h"
#include "base/ease.h"

#include <string.h>

static const double run_least_s = 0.5; // what takes less is seen as a step of the clock
static const story_move short_move = {.change = STORY_MOVE, .seconds = 0.3};

// The new magnification begins as the target is, so that what lives there lives at its moment.
static bool change_scene(app *a, const view_state *target)
{
    view_state before = a->view;
    view_scene scene = a->view.scene;
    a->view = *target;
    a->view.scene = scene;
    if (app_set_scene(a, target->scene))
        return true;
    a->view = before;
    return false;
}

static void arrive(app *a, const view_state *target)
{
    a->view = *target;
    moves_stop(a);
    app_apply_inputs(a);
}

static bool takes_time(const app *a, const story_move *move)
{
    bool moves = move->change == STORY_MOVE || move->change == STORY_RUN;
    return moves && !a->look.reduce_motion && a->eased && move->seconds > 0.0;
}

static void set_out(app *a, const view_state *target, const story_move *move)
{
    a->move = (stage_move){.from = a->view,
                           .to = *target,
                           .now = a->view,
                           .total_s = move->seconds,
                           .even = move->change == STORY_RUN};
}

static void take_moment(view_state *v, const view_state *of)
{
    v->t_min = of->t_min;
    memcpy(v->pinned, of->pinned, sizeof v->pinned);
    memcpy(v->pin_min, of->pin_min, sizeof v->pin_min);
}

// A clock that is to be seen running sets out in the new magnification, from the moment shown before.
static void go_to_scene(app *a, const view_state *target, const story_move *move)
{
    bool runs = move->change == STORY_RUN && takes_time(a, move);
    view_state start = *target;
    if (runs)
        take_moment(&start, &a->view);
    if (!change_scene(a, &start))
        return;
    arrive(a, &start);
    if (runs)
        set_out(a, target, move);
}

void moves_go(app *a, const view_state *target, const story_move *move)
{
    a->dirty = true;
    if (a->view.scene != target->scene) {
        go_to_scene(a, target, move);
        return;
    }
    bool calm = a->look.reduce_motion && move->change != STORY_CUT;
    if ((move->change == STORY_FADE || calm) && !view_state_equal(&a->view, target))
        live_cross_fade(a, calm ? short_move.seconds : move->seconds);
    if (takes_time(a, move))
        set_out(a, target, move);
    else
        arrive(a, target);
}

void app_go(app *a, const view_state *target)
{
    moves_go(a, target, &short_move);
}

bool moves_running(const app *a)
{
    return a->move.total_s > 0.0;
}

bool moves_run_clock(const app *a)
{
    const stage_move *m = &a->move;
    bool changes = false;
    for (int s = 0; s < SIDE_COUNT; s++)
        changes = changes || (view_shows(&m->to, (side)s) &&
                              view_moment_min(&m->from, (side)s) != view_moment_min(&m->to, (side)s));
    return m->total_s > run_least_s && changes;
}

void moves_stop(app *a)
{
    a->move.total_s = 0.0;
}

void moves_advance(app *a, double dt_s)
{
    stage_move *m = &a->move;
    if (!moves_running(a))
        return;
    if (!view_state_equal(&a->view, &m->now)) { // a hand on the controls
        moves_stop(a);
        return;
    }
    m->gone_s += dt_s;
    double t = clamp(m->gone_s / m->total_s, 0.0, 1.0);
    a->view = m->now = view_state_mix(&m->from, &m->to, m->even ? t : ease_in_out(t));
    if (t >= 1.0)
        moves_stop(a);
}
