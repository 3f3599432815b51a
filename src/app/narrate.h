// `--narrate`: focus and caption changes as lines on standard output, for a screen reader or speech program.
#ifndef NEUROTIDE_APP_NARRATE_H
#define NEUROTIDE_APP_NARRATE_H

#include "app/app_state.h"

// Prints what changed since the last call (a->narrated_*); called once a frame.
void narrate(app *a);

#endif
