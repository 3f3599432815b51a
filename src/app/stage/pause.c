#include "app/stage/pause.h"

#include "app/stage/clock.h"
#include "app/stage/live.h"
#include "app/state/requests.h"

bool pause_is_on(const app *a)
{
    return !clock_runs(a) && (!live_may_run(a) || a->stage.live.frozen);
}

void pause_run_clock(app *a)
{
    clock_play(a, !clock_runs(a));
    live_thaw(a);
    request_redraw(a);
}

void pause_toggle(app *a)
{
    if (!live_may_run(a)) {
        clock_play(a, !clock_runs(a));
        return;
    }
    if (clock_runs(a) || !a->stage.live.frozen)
        live_freeze(a);
    else
        live_thaw(a);
    clock_play(a, false);
    request_redraw(a);
}

void pause_step(app *a)
{
    if (!live_exists(a))
        return;
    clock_play(a, false);
    live_freeze(a);
    live_step(a);
}
