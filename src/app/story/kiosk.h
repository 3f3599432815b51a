// --kiosk: a story that tells itself in a loop until somebody comes; `idle_s` after the last touch everything
// is as it was before.
#ifndef NEUROTIDE_APP_KIOSK_H
#define NEUROTIDE_APP_KIOSK_H

#include "app/state/app_state.h"

// Opens the story full screen and begins. False with a sentence when it cannot be told. Settings are no
// longer saved.
bool kiosk_begin(app *a, const char *story, double idle_s, error *e);
// Somebody is there.
void kiosk_input(app *a, const input_event *e);
// Called in every tick: turns the pages, or undoes what a visitor left.
void kiosk_advance(app *a);

#endif
