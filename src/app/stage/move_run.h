// Whether the stage is on its way from one view to another.
#ifndef NEUROTIDE_APP_MOVE_RUN_H
#define NEUROTIDE_APP_MOVE_RUN_H

#include "app/state/app_state.h"

bool move_run_is_on(const app *a);
// It takes the clock along, long enough to be seen running.
bool move_run_takes_clock(const app *a);

#endif
