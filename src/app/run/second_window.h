// The presenter's window, drawn after the stage's on the same GL context.
#ifndef NEUROTIDE_APP_SECOND_WINDOW_H
#define NEUROTIDE_APP_SECOND_WINDOW_H

#include "app/state/app_state.h"

// Shows it when something in it has changed; `stage_drawn`: the stage has just been.
void second_window_tick(app *a, double dt_s, bool stage_drawn);

#endif
