// Events on their way to the interface and the action table: the interface first. What a press did is known
// only when the interface has been built again; until then what comes later waits, in its order, so that a
// panel closed by a key takes no more keys.
#ifndef NEUROTIDE_APP_HEARING_H
#define NEUROTIDE_APP_HEARING_H

#include "app/state/app_state.h"

// Takes one event of a window or of a script. Heard at once unless an earlier one waits; a window's size and
// its closing never wait. When HEARING_MOST wait already, the oldest is heard before its build: nothing is
// lost. Asks for the build that it waits for.
void app_event(app *a, const input_event *e);
// Whether events wait, or would: what is to be done after them waits too.
bool app_waits(const app *a);

// Presses that nothing ends any more are ended.
void hearing_expire(app *a);
// The interface of a window (0 the stage, 1 the presenter's) was built, and what it asked for was done: hears
// what waited for it. A window that cannot be built holds nothing up: hearing_give_up().
void hearing_built(app *a, int of_window);
void hearing_give_up(app *a, int of_window);
// Hears what nothing holds up any more.
void hearing_go_on(app *a);

#endif
