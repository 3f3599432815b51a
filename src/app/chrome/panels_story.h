// The panel to choose a story from those beside the program.
#ifndef NEUROTIDE_APP_PANELS_STORY_H
#define NEUROTIDE_APP_PANELS_STORY_H

#include "app/state/app_state.h"

void panel_stories(app *a);

#endif
