// Keeps the picture from flashing however fast hands are (WCAG 2.3.1: no more than three flashes a second).
// What replaces the picture at one blow (another magnification, half, look, theme, panel, step of a story,
// moment) is shown at most every 0.4 s; what comes sooner is done at once, as always, but seen a
// moment later. What moves by itself, and what a dragging hand moves, is never held.
#ifndef NEUROTIDE_APP_CALM_H
#define NEUROTIDE_APP_CALM_H

#include "app/state/app_state.h"

// Once a tick, when the flat picture is built: the window must go on showing the last picture.
bool calm_holds(app *a, double dt_s);
// What it said last.
bool calm_is_holding(const app *a);

#endif
