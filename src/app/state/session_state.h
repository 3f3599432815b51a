// What the person chose: what is on the stage and how it is shown.
#ifndef NEUROTIDE_APP_SESSION_STATE_H
#define NEUROTIDE_APP_SESSION_STATE_H

#include "app/state/presentation.h"
#include "platform/monitors.h"
#include "view/view_state.h"
#include <stdbool.h>

typedef enum play_speed { SPEED_SLOW, SPEED_NORMAL, SPEED_FAST, SPEEDS } play_speed;

typedef struct session {
    view_state view; // what the state string says
    presentation look;
    bool playing; // the clock runs
    play_speed speed;
    bool card_open;                      // the controls card on the right
    bool letter_keys;                    // single-letter keys are on
    bool first_run_done;                 // remembered in the settings
    char stage_screen[MONITOR_NAME_MAX]; // that a speaker chose for the stage; empty: none
} session;

#endif
