// What moves and holds the clock.
#ifndef NEUROTIDE_APP_ACTION_CLOCK_H
#define NEUROTIDE_APP_ACTION_CLOCK_H

#include "app/actions/action.h"

extern const action_group action_clock;

#endif
