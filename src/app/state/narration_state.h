// What app/chrome/narrate.c keeps: what it told last. All zero: nothing yet, and it is off.
#ifndef NEUROTIDE_APP_NARRATION_STATE_H
#define NEUROTIDE_APP_NARRATION_STATE_H

#include "app/state/chrome_state.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct narration_state {
    bool on;
    char caption[CHROME_CAPTION_MAX], focus[768];
    uint64_t panel; // hash of a panel's words
    unsigned toasts;
    char id[64];     // control whose focus was told
    double mark_min; // mark last passed when a caption was narrated while playing
    bool once;
} narration_state;

#endif
