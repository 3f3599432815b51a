// Where the focus goes when the controls card comes and goes.
#ifndef NEUROTIDE_APP_CARD_FOCUS_H
#define NEUROTIDE_APP_CARD_FOCUS_H

#include "app/state/app_state.h"

// After the card was opened or closed with a key: the focus goes to its first control, and back to where it
// was.
void card_focus_by_key(app *a);

#endif
