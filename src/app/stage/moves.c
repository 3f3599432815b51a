#include "app/stage/moves.h"

#include "app/stage/fade.h"
#include "app/stage/move_run.h"
#include "app/stage/scene_host.h"
#include "app/state/requests.h"
#include "app/state/session.h"
#include "base/ease.h"

#include <string.h>

static const story_move short_move = {.change = STORY_MOVE, .seconds = 0.3};

// The new magnification begins as the target is, so that what lives there lives at its moment.
static bool change_scene(app *a, const view_state *target)
{
    view_state before = a->session.view, v = *target;
    v.scene = before.scene;
    session_set_view(a, &v);
    if (scene_host_set(a, target->scene))
        return true;
    session_set_view(a, &before);
    return false;
}

static void arrive(app *a, const view_state *target)
{
    session_set_view(a, target);
    moves_stop(a);
    scene_host_apply(a);
}

static bool takes_time(const app *a, const story_move *move)
{
    bool moves = move->change == STORY_MOVE || move->change == STORY_RUN;
    return moves && !a->session.look.reduce_motion && a->parts.eased && move->seconds > 0.0;
}

static void set_out(app *a, const view_state *target, const story_move *move)
{
    a->stage.move = (stage_move){.from = a->session.view,
                                 .to = *target,
                                 .now = a->session.view,
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
        take_moment(&start, &a->session.view);
    if (!change_scene(a, &start))
        return;
    arrive(a, &start);
    if (runs)
        set_out(a, target, move);
}

void moves_go(app *a, const view_state *target, const story_move *move)
{
    request_redraw(a);
    if (a->session.view.scene != target->scene) {
        go_to_scene(a, target, move);
        return;
    }
    bool calm = a->session.look.reduce_motion && move->change != STORY_CUT;
    if ((move->change == STORY_FADE || calm) && !view_state_equal(&a->session.view, target))
        fade_cross(a, calm ? short_move.seconds : move->seconds);
    if (takes_time(a, move))
        set_out(a, target, move);
    else
        arrive(a, target);
}

void moves_to(app *a, const view_state *target)
{
    moves_go(a, target, &short_move);
}

void moves_stop(app *a)
{
    a->stage.move.total_s = 0.0;
}

void moves_advance(app *a, double dt_s)
{
    stage_move *m = &a->stage.move;
    if (!move_run_is_on(a))
        return;
    if (!view_state_equal(&a->session.view, &m->now)) { // a hand on the controls
        moves_stop(a);
        return;
    }
    m->gone_s += dt_s;
    double t = clamp(m->gone_s / m->total_s, 0.0, 1.0);
    m->now = view_state_mix(&m->from, &m->to, m->even ? t : ease_in_out(t));
    session_set_view(a, &m->now);
    if (t >= 1.0)
        moves_stop(a);
}
