// Live scenes: what moves in slow motion at the clock's moment (molecules, spikes), in fixed steps.
#ifndef NEUROTIDE_APP_LIVE_H
#define NEUROTIDE_APP_LIVE_H

#include "app/state/app_state.h"

// The scene has something that lives.
bool live_exists(const app *a);
// It may run: motion is not reduced.
bool live_may_run(const app *a);
// It runs now: not frozen, no panel over the stage, motion not reduced.
bool live_runs(const app *a);
// Something here changes without an event: live animation or a fade.
bool live_is_moving(const app *a);

void live_thaw(app *a); // what lives runs
void live_freeze(app *a);
// One step of 1/60 s of live time, frozen or not.
void live_step(app *a);

// Moves fades and live steps on; true when something moves.
bool live_advance(app *a, double dt_s);

// Before the scene is told of a new view: a jump of a live scene starts a cross-fade.
void live_notice_jump(app *a);
// After a change of magnification; direction > 0: to a finer one.
void live_scene_changed(app *a, int direction);
// Plays view.run_s of live time from the stationary state, for pictures and the first sight of a scene.
void live_show_run(app *a);
// Before a picture is taken: the models are those of the view.
void live_catch_up(app *a);

// Zoom by a factor that the scene's limits could not take, added up: +1 when it is enough for a finer
// magnification, -1 for a coarser one, else 0.
int live_zoomed_beyond(app *a, double factor);

#endif
