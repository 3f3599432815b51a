// How it is shown, panels, and the rest of the program.
#ifndef NEUROTIDE_APP_ACTION_APP_H
#define NEUROTIDE_APP_ACTION_APP_H

#include "app/actions/action.h"

extern const action_group action_app;

#endif
