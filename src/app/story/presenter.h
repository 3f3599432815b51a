// The presenter's window: this step and the next, the notes, the time of day, the time that has passed and a
// quiet word when it runs away from the plan. It takes the same keys as the stage's window.
#ifndef NEUROTIDE_APP_PRESENTER_H
#define NEUROTIDE_APP_PRESENTER_H

#include "app/state/app_state.h"

void presenter_toggle(app *a);
bool presenter_is_open(const app *a);
void presenter_close(app *a);
// Stage and presenter change screens.
void presenter_swap(app *a);
bool presenter_can_swap(const app *a);

void presenter_stage_to(app *a, int screen); // the stage to one of presenter.screens

// An event of the presenter's window. False: it is the press of a key, which app/actions/action_keys.h knows.
bool presenter_event(app *a, const input_event *e);

void presenter_text_larger(app *a);
void presenter_text_smaller(app *a);
void presenter_text_normal(app *a);

// It is to be shown anew, because something in it has changed; `stage_drawn`: the stage has just been. Asked
// once a frame, also follows the window's size and closes it with its story.
bool presenter_is_due(app *a, bool stage_drawn);
void presenter_redraw(app *a); // it is to be
bool presenter_is_resting(const app *a);

#endif
