// What app/calm.c keeps: the last picture that was let through. All zero: none yet.
#ifndef NEUROTIDE_APP_CALM_STATE_H
#define NEUROTIDE_APP_CALM_STATE_H

#include "app/state/presentation.h"
#include "view/view_state.h"

#include <stdbool.h>

// What can change the picture at one blow.
typedef struct calm_key {
    view_state view;
    presentation look;
    int overlay, blank, step, page;
    bool card, revealed, presenting, spotlight;
    int width, height; // px
} calm_key;

typedef struct calm_state {
    calm_key shown;
    double since_jump_s; // since a picture was last replaced by quite another
    bool known, holding;
} calm_state;

#endif
