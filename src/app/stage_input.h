// What a hand does on the stage: turning, moving, zooming, pointing, choosing.
#ifndef NEUROTIDE_APP_STAGE_INPUT_H
#define NEUROTIDE_APP_STAGE_INPUT_H

#include "app/app_state.h"

// Applies what the area of one half reported (chrome builds one area per visible half).
void stage_input(app *a, side s, const ui_area_result *r);

// Orbit by keys or inertia, in degrees; keeps the camera inside its limits.
void stage_orbit(app *a, double yaw_deg, double pitch_deg);
// Multiplies the zoom, inside the scene's limits.
void stage_zoom(app *a, double factor);
// Moves the subject, in half-stage heights (right, up).
void stage_pan(app *a, double right, double up);
// Camera as the scene's default has it.
void stage_home(app *a);

// Lets a turned brain run out after a flick. True while it still moves.
bool stage_advance(app *a, double dt_s);

#endif
