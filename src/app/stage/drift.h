// The camera's running on by itself.
#ifndef NEUROTIDE_APP_DRIFT_H
#define NEUROTIDE_APP_DRIFT_H

#include "app/state/app_state.h"

void drift_end(app *a); // what a push or a flick has left

#endif
