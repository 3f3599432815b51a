// What app/kiosk.c keeps. All zero: no kiosk.
#ifndef NEUROTIDE_APP_KIOSK_STATE_H
#define NEUROTIDE_APP_KIOSK_STATE_H

#include "app/state/hand.h"
#include "app/state/presentation.h"

typedef struct kiosk_state {
    bool on;
    bool visited; // somebody was there since the last undoing
    const char *story;
    double idle_s;    // after the last touch all is undone
    double touched_s; // app.now_s of the last touch
    double turned_s;  // and of the last page
    hand hand;
    // as it was set up
    presentation look;
    bool letter_keys;
} kiosk_state;

#endif
