// The action table: the one place where a thing that a person can do is listed. Keys, help (`?`), menus, the
// man page and `--script` all come from it. Two actions on one key in one context fail a test.
#ifndef NEUROTIDE_APP_ACTIONS_H
#define NEUROTIDE_APP_ACTIONS_H

#include "app/actions/action.h"

const action *action_at(int i); // in the order of the help; NULL behind the last
const action *action_find(const char *id);
void action_run(app *a, const char *id); // by id, when it is enabled

#endif
