#include "app/actions/actions.h"

#include "app/actions/action_app.h"
#include "app/actions/action_clock.h"
#include "app/actions/action_stage.h"
#include "app/actions/action_story.h"

#include <string.h>

// The order is that of the help, whose groups are what stands before the dot.
static const action_group *const groups[] = {&action_clock, &action_scene, &action_story, &action_view,
                                             &action_app};

const action *action_at(int i)
{
    for (size_t g = 0; g < sizeof groups / sizeof groups[0]; g++) {
        if (i < groups[g]->count)
            return &groups[g]->actions[i];
        i -= groups[g]->count;
    }
    return NULL;
}

const action *action_find(const char *id)
{
    const action *act;
    for (int i = 0; (act = action_at(i)) != NULL; i++)
        if (strcmp(act->id, id) == 0)
            return act;
    return NULL;
}

void action_run(app *a, const char *id)
{
    const action *act = action_find(id);
    if (act && (!act->enabled || act->enabled(a)))
        act->run(a);
}
