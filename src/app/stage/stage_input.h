// What a hand does on the stage: turning, moving, zooming, pointing, choosing.
#ifndef NEUROTIDE_APP_STAGE_INPUT_H
#define NEUROTIDE_APP_STAGE_INPUT_H

#include "app/state/app_state.h"

// Applies what the area of one half reported (chrome builds one area per visible half).
void stage_input(app *a, side s, const ui_area_result *r);
// After every half's: whether a hand holds one of them, or has just let go. A half that went from under a
// hand is let go without a flick.
void stage_hold(app *a, bool held, bool released);

void stage_pick(app *a, const char *id); // a part by its id, "" for none
void stage_point_nowhere(app *a);        // the pointer is over no part

// Turns at once, in degrees; keeps the camera inside its limits.
void stage_orbit(app *a, double yaw_deg, double pitch_deg);
// Multiplies the zoom, inside the scene's limits.
void stage_zoom(app *a, double factor);
// Moves the subject, in half-stage heights (right, up).
void stage_pan(app *a, double right, double up);
// The same by a key: the camera sets off and runs out, not faster than its limit however often it
// is pushed. At once under reduced motion and where no time passes (pictures).
void stage_push_orbit(app *a, double yaw_deg, double pitch_deg);
void stage_push_zoom(app *a, double factor);
void stage_push_pan(app *a, double right, double up);
// Camera as the scene's default has it.
void stage_home(app *a);

// Lets the camera run out. True while it still moves.
bool stage_advance(app *a, double dt_s);

#endif
