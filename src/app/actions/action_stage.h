// What is on the stage, and from where it is seen.
#ifndef NEUROTIDE_APP_ACTION_STAGE_H
#define NEUROTIDE_APP_ACTION_STAGE_H

#include "app/actions/action.h"

extern const action_group action_scene;
extern const action_group action_view;

#endif
