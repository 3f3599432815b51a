// How the stage gets from one view to another: over some time, by a cross-fade or at once.
#ifndef NEUROTIDE_APP_MOVES_H
#define NEUROTIDE_APP_MOVES_H

#include "app/state/app_state.h"
#include "content/story.h"

// Goes to a view as a story asks, the magnification included (its change zooms; a run of the clock goes on in
// the new one). Under reduced motion a move
// is a cross-fade; without a window it is done at once. Anything the user changes by hand meanwhile ends it.
void moves_go(app *a, const view_state *target, const story_move *move);

// The same by hand: eased over 300 ms, by a cross-fade under reduced motion.
void moves_to(app *a, const view_state *target);

// Ends one where it is.
void moves_stop(app *a);
void moves_advance(app *a, double dt_s);

#endif
