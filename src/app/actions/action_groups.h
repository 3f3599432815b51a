// The parts of the action table, each in the file of what it does.
#ifndef NEUROTIDE_APP_ACTION_GROUPS_H
#define NEUROTIDE_APP_ACTION_GROUPS_H

#include "app/actions/actions.h"

typedef struct action_group {
    const action *actions;
    int count;
} action_group;

extern const action_group action_clock; // action_clock.c
extern const action_group action_scene; // action_stage.c, as is
extern const action_group action_view;
extern const action_group action_story; // action_story.c
extern const action_group action_app;   // action_app.c

#endif
