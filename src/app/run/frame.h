// One frame: time moves the view, the view the models, both the pictures.
#ifndef NEUROTIDE_APP_FRAME_H
#define NEUROTIDE_APP_FRAME_H

#include "app/run/hearing.h"
#include "app/state/app_state.h"
#include "base/input.h"
#include "gfx/gfx.h"

// One frame of everything, the same for windows, pictures, scripts and benchmarks: what waits is heard, time
// passes (none with dt 0, at most a tenth of a second), models follow, the flat picture is built once and
// what it asked for is done, the 3D picture is drawn. True when something was drawn into the current window
// or `into` (NULL: the window); not so the frame in which the interface asked for a change, which is seen in
// the next.
bool app_tick(app *a, double dt_s, gfx_target *into);
// Tells that what app_tick() has drawn was shown, and how long after the frame before (0: unknown; see
// stage_measured()). Quality follows it where both show motion: what lies between others may be a rest.
void app_shown(app *a, double interval_ms, double least_ms);
// The flat picture of that frame, into a->draw, and what it asked for. Draws nothing and needs no GL. False
// when what it asked for is to be built before anything is shown.
bool app_build_flat(app *a, double dt_s);
// The same for the presenter's window, into chrome.presenter.draw.
void app_build_presenter(app *a, double dt_s);
// Frames of no time that nobody sees, until no event waits and nothing is asked for any more.
void app_settle(app *a);
// Those, and then one frame as a picture: all samples, nothing eased. False with one sentence.
bool app_still(app *a, gfx_target *into, error *e);
// True when nothing will change without an event.
bool app_is_resting(const app *a);
// Seconds after which something should be looked at without an event (a story’s file, a kiosk left alone),
// HUGE_VAL for never.
double app_wake_in_s(const app *a);

#endif
