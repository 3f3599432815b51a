// What stands in the presenter's window.
#ifndef NEUROTIDE_APP_PRESENTER_VIEW_H
#define NEUROTIDE_APP_PRESENTER_VIEW_H

#include "app/state/app_state.h"

// Builds its flat picture (chrome.presenter.draw); needs no window, but its interface (present.presenter.ui).
void presenter_view_build(app *a, double dt_s);
void presenter_view_end(app *a);

#endif
