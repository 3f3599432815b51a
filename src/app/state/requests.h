// What any part of the program asks of the loop, and what the interface asks for while it is built. The
// interface changes nothing by itself: its changes wait here until the build is over.
#ifndef NEUROTIDE_APP_REQUESTS_H
#define NEUROTIDE_APP_REQUESTS_H

#include "app/state/app_state.h"

void request_redraw(app *a);
void request_quit(app *a);
// The loop saves it between two frames; what is heard meanwhile waits.
void request_picture(app *a);
void requests_picture_taken(app *a);

// While the interface is built: a change that is made when the build is over. At most CHANGES_MOST of
// CHANGE_BYTES each in one build (asserted; a further one is left out). The flat picture that asked is not
// shown: it speaks of what was before.
void request_change(app *a, change_maker *make, const void *with, size_t bytes);
// The same for what follows a hand, frame after frame: the flat picture that asked is shown all the same, or
// none would be seen until the hand rests.
void request_following(app *a, change_maker *make, const void *with, size_t bytes);

// The flat picture is being built: what was asked for until now is in it.
void requests_taken(app *a);
// It is built: makes the changes.
void requests_make_changes(app *a);

#endif
