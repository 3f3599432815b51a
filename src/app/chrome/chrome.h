// The interface around the stage: top bar, caption, clock dock, controls card, overlays.
#ifndef NEUROTIDE_APP_CHROME_H
#define NEUROTIDE_APP_CHROME_H

#include "app/state/app_state.h"

// Before the rest is built: what the caption says, and where everything stands (chrome.layout); called
// between ui_begin and ui_end.
void chrome_lay_out(app *a);

// Builds all of it over what the scene has drawn; called between ui_begin and ui_end with a->chrome.layout
// computed.
void chrome_build(app *a);

#endif
