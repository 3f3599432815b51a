// The first-run panel and the menu.
#ifndef NEUROTIDE_APP_PANELS_SETTINGS_H
#define NEUROTIDE_APP_PANELS_SETTINGS_H

#include "app/state/app_state.h"

void panel_first_run(app *a);
void panel_menu(app *a);

#endif
