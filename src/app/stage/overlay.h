// Which panel lies over the stage.
#ifndef NEUROTIDE_APP_OVERLAY_H
#define NEUROTIDE_APP_OVERLAY_H

#include "app/state/app_state.h"

void overlay_open(app *a, overlay o);
void overlay_toggle(app *a, overlay o); // closes it when it is the open one
// Back to the stage, or to the first-run panel while that is to be answered.
void overlay_close(app *a);
// As a person closes it: what it said was read, and the first run's panel is answered.
void overlay_dismiss(app *a);
// The first-run panel is to be answered; what could not be read is told before.
void overlay_await_first_run(app *a);

#endif
