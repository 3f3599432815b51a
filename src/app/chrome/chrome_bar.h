// The bar on top: title, tabs, what opens panels.
#ifndef NEUROTIDE_APP_CHROME_BAR_H
#define NEUROTIDE_APP_CHROME_BAR_H

#include "app/state/app_state.h"

void chrome_bar(app *a, const scene_class *const *tabs, int tab_count); // one tab a magnification

#endif
