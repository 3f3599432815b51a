// What the person chose: what is on the stage and how it is shown. All of it changes through the functions
// below and nowhere else.
#ifndef NEUROTIDE_APP_SESSION_H
#define NEUROTIDE_APP_SESSION_H

#include "app/state/app_state.h"

void session_set_view(app *a, const view_state *v);
void session_set_look(app *a, const presentation *look);
void session_set_playing(app *a, bool on);
void session_set_speed(app *a, play_speed speed); // outside the enum: the nearest
void session_set_card_open(app *a, bool open);
void session_set_letter_keys(app *a, bool on);
void session_set_first_run_done(app *a, bool done);
void session_set_stage_screen(app *a, const char *name);

#endif
