#include "app/stage/move_run.h"

static const double run_least_s = 0.5; // what takes less is seen as a step of the clock

bool move_run_is_on(const app *a)
{
    return a->stage.move.total_s > 0.0;
}

bool move_run_takes_clock(const app *a)
{
    const stage_move *m = &a->stage.move;
    bool changes = false;
    for (int s = 0; s < SIDE_COUNT; s++)
        changes = changes || (view_shows(&m->to, (side)s) &&
                              view_moment_min(&m->from, (side)s) != view_moment_min(&m->to, (side)s));
    return m->total_s > run_least_s && changes;
}
