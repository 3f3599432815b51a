// `--narrate`: panels, focus, short notices and captions as lines on standard output, for a screen
// reader or speech program.
#ifndef NEUROTIDE_APP_NARRATE_H
#define NEUROTIDE_APP_NARRATE_H

#include "app/state/app_state.h"

#include <stdio.h>

void narrate_switch(app *a, bool on);

// Prints what changed since the last call ; called once a frame. While the clock runs or is
// dragged the caption is told only when a mark is passed, and while it glides only where that ends, so that
// the listener is not drowned in numbers; of a control that keeps the focus only its new value is told.
void narrate(app *a);

// The same to another stream.
void narrate_to(app *a, FILE *out);

#endif
