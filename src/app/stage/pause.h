// Pausing: one thing for the clock and for what lives in slow motion.
#ifndef NEUROTIDE_APP_PAUSE_H
#define NEUROTIDE_APP_PAUSE_H

#include "app/state/app_state.h"

// Everything stands still: neither the clock nor a live animation runs.
bool pause_is_on(const app *a);
// Play/pause, one thing for both: where something lives and may run it freezes (with the clock) or runs;
// elsewhere the clock. A clock that a story lets run is stopped where it is.
void pause_toggle(app *a);
// Lets the clock run or stops it, whatever lives; running it also thaws.
void pause_run_clock(app *a);
// One step of 1/60 s of live time while frozen (freezes first).
void pause_step(app *a);

#endif
