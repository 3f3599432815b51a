// Panels to read: help from the action table, about, and the list of what was ignored.
#ifndef NEUROTIDE_APP_PANELS_TEXT_H
#define NEUROTIDE_APP_PANELS_TEXT_H

#include "app/state/app_state.h"

void panel_help(app *a);
void panel_about(app *a);
void panel_problems(app *a);

#endif
