// Going to another magnification or view: by choice, by zooming beyond what is shown, by pasting a state
// string.
#ifndef NEUROTIDE_APP_VISIT_H
#define NEUROTIDE_APP_VISIT_H

#include "app/state/app_state.h"

// To a magnification by hand: what lives there is met after its own telling seconds.
bool visit_scene(app *a, view_scene s);
// Everything in the scene as it begins, speed included; how it is shown stays.
void visit_reset(app *a);
// Goes to the view that a text names. What is wrong in it is listed in the problems panel; a text that names
// none changes nothing.
void visit_paste(app *a, const char *text);
// Zoom by a factor that the scene's limits could not take; enough of it changes the magnification.
void visit_beyond(app *a, double factor);

#endif
