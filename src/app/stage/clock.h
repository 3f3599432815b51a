// The clock: playing, stepping, choosing a moment.
#ifndef NEUROTIDE_APP_CLOCK_H
#define NEUROTIDE_APP_CLOCK_H

#include "app/state/app_state.h"

// Moves the clock by dt while playing; stops at 8 weeks and when nothing shown follows it any more. Speeds:
// whole axis in 60/30/15 s at constant logarithmic speed.
void clock_advance(app *a, double dt_s);
bool clock_runs(const app *a); // it plays, or a story's move takes it along
// Plays or stops; either ends a move that takes the clock along. Playing from a pinned opening releases the
// pins and starts at the dose.
void clock_play(app *a, bool on);
void clock_step(app *a, int direction);
void clock_set(app *a, double t_min);
void clock_scrub(app *a, double axis); // by a part of the clock's axis
// Holds a side at the moment it shows now, or lets it go.
void clock_pin(app *a, side s);
// The same for a moment of its own.
void clock_pin_at(app *a, side s, double t_min);
void clock_release(app *a);              // both pins
bool clock_is_idle(const view_state *v); // every half shown is pinned: the clock moves nothing

#endif
