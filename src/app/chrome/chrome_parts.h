// The parts of the interface around the stage, each built by a file of its own, and what they share.
#ifndef NEUROTIDE_APP_CHROME_PARTS_H
#define NEUROTIDE_APP_CHROME_PARTS_H

#include "app/chrome/chrome_words.h"
#include "app/state/app_state.h"

// Built in focus order, each into its rectangle of app->layout.
void chrome_bar(app *a, const scene_class *const *tabs, int tab_count); // one tab a magnification
void chrome_caption(app *a);
void chrome_card(app *a);
// After the card was opened or closed with a key: the focus goes to its first control, and back to where it
// was.
void chrome_card_by_key(app *a);
void chrome_toast(app *a);

#endif
