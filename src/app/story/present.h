// Presenting a story: full screen with the keys of a remote, blank and white, a spotlight, elapsed time.
#ifndef NEUROTIDE_APP_PRESENT_H
#define NEUROTIDE_APP_PRESENT_H

#include "app/state/app_state.h"

// F5: presents the open story full screen, from where it was left. Without a story the panel to choose one
// opens.
void present_start(app *a);
void present_restart(app *a); // from the first step, elapsed time too
void present_stop(app *a);
// Esc: leaves what is innermost (blank, spotlight, a kept part, the presentation); never the program.
void present_leave(app *a);

// A second press of either restores the picture; presses quicker than three a second are left out.
void present_black(app *a);
void present_white(app *a);
void present_spotlight(app *a);

bool present_is_on(const app *a);
bool present_is_blanked(const app *a); // from the key press on, the fade included

// An event of either window: a speaker who uses the pointer is told from one that only lies on the stage.
void present_notice(app *a, const input_event *e);
// The pointer points at something: always, except that while presenting it must have been moved lately, so
// that what it happens to lie on says nothing.
bool present_points(const app *a);

// Moves fades and the elapsed time on; true when something changes on the stage.
bool present_advance(app *a, double dt_s);
bool present_is_fading(const app *a);

// Draws spotlight and veil over what is built so far.
void present_draw_spotlight(app *a);
void present_draw_veil(app *a);

// Minutes that the talk is behind its plan (less than 0: ahead), 0 while it is within a minute of it or there
// is no plan.
double present_drift_min(const app *a);

#endif
