// Live scenes: what moves in slow motion at the clock's moment (molecules, spikes), in fixed steps, and how
// one picture passes into the next: a jump of the clock cross-fades, a change of magnification zooms.
#ifndef NEUROTIDE_APP_LIVE_H
#define NEUROTIDE_APP_LIVE_H

#include "app/stage/stage.h"
#include "app/state/app_state.h"

// The scene has something that lives.
bool live_exists(const app *a);
// It may run: motion is not reduced.
bool live_may_run(const app *a);
// It runs now: not frozen, no panel over the stage, motion not reduced.
bool live_runs(const app *a);
// Everything stands still: neither the clock nor a live animation runs.
bool live_is_paused(const app *a);
// Something here changes without an event: live animation or a fade.
bool live_is_moving(const app *a);

// Play/pause, one thing for both: where something lives and may run it freezes (with the clock) or runs;
// elsewhere the clock. A clock that a story lets run is stopped where it is.
void live_toggle(app *a);
// Lets the clock run or stops it, whatever lives; running it also thaws.
void live_run_clock(app *a);
void live_thaw(app *a); // what lives runs again
// One step of 1/60 s of live time while frozen (freezes first).
void live_step(app *a);

// Moves fades and live steps on; true when something moves.
bool live_advance(app *a, double dt_s);

// Before the scene is told of a new view: a jump of a live scene starts a cross-fade.
void live_notice_jump(app *a);
// After a change of magnification; direction > 0: to a finer one.
void live_scene_changed(app *a, int direction);
// Lets the picture that is shown fade into what comes next.
void live_cross_fade(app *a, double seconds);
// Plays view.run_s of live time from the stationary state, for pictures and the first sight of a scene.
void live_show_run(app *a);
// Before a picture is taken: the models are those of the view.
void live_catch_up(app *a);

stage_mix live_mix(const app *a);
float live_overlay_alpha(const app *a); // of the scene's flat overlay while it appears

// Zoom by a factor that the scene's limits could not take, added up: +1 when it is enough for a finer
// magnification, -1 for a coarser one, else 0.
int live_zoomed_beyond(app *a, double factor);

#endif
