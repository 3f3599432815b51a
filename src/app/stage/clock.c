// Playing and stepping: what moves the clock.
#include "app/stage/clock.h"

#include "app/stage/move_run.h"
#include "app/stage/moves.h"
#include "app/state/notice.h"
#include "app/state/session.h"
#include "base/ease.h"
#include "view/view_clock.h"

static const double axis_seconds[SPEEDS] = {60.0, 30.0, 15.0}; // the whole axis at slow, normal, fast

bool clock_is_idle(const view_state *v)
{
    for (int s = 0; s < SIDE_COUNT; s++)
        if (view_shows(v, (side)s) && !v->pinned[s])
            return false;
    return true;
}

bool clock_runs(const app *a)
{
    return a->session.playing || move_run_takes_clock(a);
}

static void set_moment(app *a, double t_min)
{
    view_state v = a->session.view;
    v.t_min = t_min;
    session_set_view(a, &v);
}

void clock_pin_at(app *a, side s, double t_min)
{
    view_state v = a->session.view;
    v.pin_min[s] = t_min;
    v.pinned[s] = true;
    session_set_view(a, &v);
}

void clock_pin(app *a, side s)
{
    view_state v = a->session.view;
    v.pin_min[s] = view_moment_min(&v, s);
    v.pinned[s] = !v.pinned[s];
    session_set_view(a, &v);
}

void clock_release(app *a)
{
    view_state v = a->session.view;
    for (int s = 0; s < SIDE_COUNT; s++)
        v.pinned[s] = false;
    session_set_view(a, &v);
}

// The halves leave what they showed: that is said.
static void release_pins(app *a)
{
    clock_release(a);
    notice_toast(a, "toast.pins_released");
}

void clock_advance(app *a, double dt_s)
{
    if (!a->session.playing || a->chrome.clock_held || !(dt_s > 0.0))
        return;
    if (clock_is_idle(&a->session.view)) {
        session_set_playing(a, false);
        return;
    }
    double axis = view_axis_of_time(a->session.view.t_min) + dt_s / axis_seconds[a->session.speed];
    if (axis >= 1.0) {
        axis = 1.0;
        session_set_playing(a, false);
    }
    set_moment(a, view_time_of_axis(axis));
}

void clock_play(app *a, bool on)
{
    if (move_run_takes_clock(a))
        moves_stop(a);
    if (on) {
        bool at_end = view_axis_of_time(a->session.view.t_min) >= 1.0;
        if (clock_is_idle(&a->session.view)) {
            // Two stills side by side have no moment in common: the run begins at the dose.
            release_pins(a);
            set_moment(a, 0.0);
        } else if (at_end) {
            set_moment(a, 0.0);
        }
    }
    session_set_playing(a, on);
}

// Choosing a moment while nothing on the stage would follow it means wanting to see that moment.
void clock_set(app *a, double t_min)
{
    if (clock_is_idle(&a->session.view))
        release_pins(a);
    set_moment(a, clamp(t_min, 0.0, COURSE_END_MIN));
}

void clock_step(app *a, int direction)
{
    clock_set(a, view_mark_step(a->session.view.t_min, direction));
}

void clock_scrub(app *a, double axis)
{
    clock_set(a, view_time_of_axis(view_axis_of_time(a->session.view.t_min) + axis));
}
