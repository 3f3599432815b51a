// How one picture passes into the next: a jump of the clock cross-fades, a change of magnification zooms.
#ifndef NEUROTIDE_APP_FADE_H
#define NEUROTIDE_APP_FADE_H

#include "app/stage/stage.h"
#include "app/state/app_state.h"

// Lets the picture that is shown fade into what comes next.
void fade_cross(app *a, double seconds);
void fade_jump(app *a); // the same, as long as a jump of the clock takes
// The same into another magnification, zooming; direction > 0: a finer one. Its words appear with it.
void fade_scene(app *a, int direction);

bool fade_is_on(const app *a);
void fade_advance(app *a, double dt_s);

stage_mix fade_mix(const app *a);
float fade_overlay_alpha(const app *a); // of the scene's flat overlay while it appears

#endif
