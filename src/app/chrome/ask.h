// What the interface asks for while it is built. Nothing changes before the build is over
// (app/state/requests.h); these functions are the only ones by which a file of chrome/ changes anything but
// chrome's own state.
#ifndef NEUROTIDE_APP_ASK_H
#define NEUROTIDE_APP_ASK_H

#include "app/state/app_state.h"

// An action of the table, when it is enabled. `id` lives on.
void ask_action(app *a, const char *id);
// The same from a list over the stage: what acts on the stage is to be seen there.
void ask_listed(app *a, const char *id);
void ask_scene(app *a, view_scene s);
void ask_scene_act(app *a, int asked); // what a control of the magnification's own is for

// What a control made of its copy of the view: only what differs from `before` is changed.
void ask_view(app *a, const view_state *before, const view_state *after);
void ask_speed(app *a, play_speed speed);
void ask_moment(app *a, double t_min);
void ask_pin(app *a, side s, double t_min);

// What the hand does on a half of the stage, and after every half's whether it holds one, or has just let go.
void ask_stage(app *a, side s, const ui_area_result *r);
void ask_hold(app *a, bool held, bool released);
void ask_point_nowhere(app *a);

// How it is shown; remembered.
void ask_look(app *a, const presentation *look);
void ask_letter_keys(app *a, bool on);
void ask_language(app *a, const char *id);

// Panels.
void ask_first_run_done(app *a, bool to_stories);
void ask_read(app *a, overlay to, const char *card, const char *word);
void ask_read_back(app *a);

// Stories.
void ask_story(app *a, const char *name);
void ask_answer(app *a, int answer);
void ask_step(app *a, int step);
void ask_pages(app *a, int count, unsigned subject); // as they were laid out
void ask_page(app *a);                               // the next

// The presenter's window.
void ask_presenter_action(app *a, const char *id);
void ask_presenter_text(app *a, int steps); // larger or smaller
void ask_presenter_screen(app *a, int screen);

#endif
