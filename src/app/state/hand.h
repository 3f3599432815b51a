// Tells a hand that moves the pointer from a pointer that only lies there. A window that opens or changes its
// size tells of a pointer that nobody moved; a hand moves it on and on.
#ifndef NEUROTIDE_APP_HAND_H
#define NEUROTIDE_APP_HAND_H

#include <stdbool.h>

// All zero: never moved.
typedef struct hand {
    double moved_s; // of the last move
    int moves;      // in a row
} hand;

// The pointer moved; true when a hand does it.
bool hand_moves(hand *h, double now_s);

#endif
