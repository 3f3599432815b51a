// One frame: time moves the view, the view the models, both the pictures.
#ifndef NEUROTIDE_APP_FRAME_H
#define NEUROTIDE_APP_FRAME_H

#include "app/state/app_state.h"
#include "base/input.h"
#include "gfx/gfx.h"

// One step of everything: time, models, flat picture, 3D picture. True when something was drawn into the
// current window or `into` (NULL: the window).
bool app_tick(app *a, double dt_s, gfx_target *into);
// Tells that what app_tick() has drawn was shown, and how long after the frame before (0: unknown; see
// stage_measured()). Quality follows it where both show motion: what lies between others may be a rest.
void app_shown(app *a, double interval_ms, double least_ms);
// Builds the flat picture into a->draw and applies what the user did; asks for another build when that
// changed the view. Draws nothing and needs no GL.
void app_build_flat(app *a, double dt_s);
// Draws the final, still picture of the present state into a target, all samples, nothing eased.
bool app_draw_still(app *a, gfx_target *into, error *e);
// True when nothing will change without an event.
bool app_is_resting(const app *a);
// Seconds after which something should be looked at without an event (a story’s file, a kiosk left alone),
// HUGE_VAL for never.
double app_wake_in_s(const app *a);

// An input event: the interface first, then the action table.
void app_event(app *a, const input_event *e);

#endif
