// The panels over the stage: first run, menu, help, about, and the list of what was ignored. Each is a modal
// layer; stage.overlay says which is open.
#ifndef NEUROTIDE_APP_PANELS_H
#define NEUROTIDE_APP_PANELS_H

#include "app/state/app_state.h"

// Builds the open panel, if any.
void panels_build(app *a);

#endif
