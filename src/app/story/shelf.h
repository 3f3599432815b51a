// Evidence cards and glossary, read when they are first asked for.
#ifndef NEUROTIDE_APP_SHELF_H
#define NEUROTIDE_APP_SHELF_H

#include "app/state/app_state.h"

// Reads cards and glossary of the present language where that is still to do.
void shelf_open(app *a);
void shelf_open_words(app *a); // the glossary alone
void shelf_close(app *a);

#endif
