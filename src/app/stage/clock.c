// Playing and stepping: what moves the clock.
#include "app/stage/moves.h"
#include "app/state/app_state.h"

#include "base/ease.h"

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
    return a->playing || moves_run_clock(a);
}

// The halves leave what they showed: that is said.
static void release_pins(app *a)
{
    for (int s = 0; s < SIDE_COUNT; s++)
        a->view.pinned[s] = false;
    app_toast(a, "toast.pins_released");
}

void clock_advance(app *a, double dt_s)
{
    if (!a->playing || a->chrome.clock_held || !(dt_s > 0.0))
        return;
    if (clock_is_idle(&a->view)) {
        a->playing = false;
        return;
    }
    double axis = view_axis_of_time(a->view.t_min) + dt_s / axis_seconds[a->speed];
    if (axis >= 1.0) {
        axis = 1.0;
        a->playing = false;
    }
    a->view.t_min = view_time_of_axis(axis);
}

void clock_play(app *a, bool on)
{
    if (moves_run_clock(a))
        moves_stop(a);
    if (on) {
        bool at_end = view_axis_of_time(a->view.t_min) >= 1.0;
        if (clock_is_idle(&a->view)) {
            // Two stills side by side have no moment in common: the run begins at the dose.
            release_pins(a);
            a->view.t_min = 0.0;
        } else if (at_end) {
            a->view.t_min = 0.0;
        }
    }
    a->playing = on;
}

// Choosing a moment while nothing on the stage would follow it means wanting to see that moment.
void clock_set(app *a, double t_min)
{
    if (clock_is_idle(&a->view))
        release_pins(a);
    a->view.t_min = clamp(t_min, 0.0, TREATMENT_END_MIN);
}

void clock_step(app *a, int direction)
{
    clock_set(a, view_mark_step(a->view.t_min, direction));
}

void clock_scrub(app *a, double axis)
{
    clock_set(a, view_time_of_axis(view_axis_of_time(a->view.t_min) + axis));
}
