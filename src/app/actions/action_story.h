// Stories and presenting.
#ifndef NEUROTIDE_APP_ACTION_STORY_H
#define NEUROTIDE_APP_ACTION_STORY_H

#include "app/actions/action.h"

extern const action_group action_story;

#endif
