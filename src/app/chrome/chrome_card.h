// The controls card on the right: what the scene offers, the two model inputs, the pins, and reset.
#ifndef NEUROTIDE_APP_CHROME_CARD_H
#define NEUROTIDE_APP_CHROME_CARD_H

#include "app/state/app_state.h"

// Width of the open controls card, design units (wider with larger text).
float chrome_card_units(const app *a);

void chrome_card(app *a);

#endif
