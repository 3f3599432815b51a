// Doing what a script says.
#ifndef NEUROTIDE_APP_SCRIPT_PLAY_H
#define NEUROTIDE_APP_SCRIPT_PLAY_H

#include "app/run/script.h"
#include "app/state/app_state.h"

// Does what is due, until a press waits for its build: the rest is for the next call. Output of the commands
// goes to stdout, a line each; what fails is told on stderr and remembered: script_failed().
void script_play(script *s, app *a, double time_s);

// Plays a whole script without a window, in steps of 1/60 s, so that it does the same on every machine. Needs
// a current GL context and an app whose picture has begun.
bool script_run_offscreen(script *s, app *a, error *e);

#endif
