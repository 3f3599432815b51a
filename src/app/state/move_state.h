// What app/stage/moves.c keeps: a running move of the stage from one view to another. All zero: none.
#ifndef NEUROTIDE_APP_MOVE_STATE_H
#define NEUROTIDE_APP_MOVE_STATE_H

#include "view/view_state.h"

#include <stdbool.h>

typedef struct stage_move {
    view_state from, to, now;
    double gone_s, total_s; // total 0: none
    bool even;              // at constant speed, else it starts and ends at rest
} stage_move;

#endif
