// The interface around the stage: top bar, caption, clock dock, controls card, overlays.
#ifndef NEUROTIDE_APP_CHROME_H
#define NEUROTIDE_APP_CHROME_H

#include "app/state/app_state.h"

// Builds all of it over what the scene has drawn; called between ui_begin and ui_end with a->layout computed.
void chrome_build(app *a);

// px that the caption strip needs for a->caption at the stage's width (a->layout.stage, before the caption is
// taken off); called between ui_begin and ui_end.
float chrome_caption_height(app *a);

// The caption of the last build has further pages; turning shows the next or the one before, false where
// there is none.
bool chrome_caption_goes_on(const app *a);
bool chrome_caption_turn(app *a);
bool chrome_caption_turn_back(app *a);

// Width of the open controls card, design units (wider with larger text).
float chrome_card_units(const app *a);

#endif
