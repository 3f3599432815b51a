// What the person chose: what is on the stage and how it is shown. All of it changes through the functions
// below and nowhere else.
#ifndef NEUROTIDE_APP_SESSION_H
#define NEUROTIDE_APP_SESSION_H

#include "app/state/presentation.h"
#include "platform/monitors.h"
#include "view/view_state.h"

#include <stdbool.h>

typedef struct app app;

typedef enum play_speed { SPEED_SLOW, SPEED_NORMAL, SPEED_FAST, SPEEDS } play_speed;

typedef struct session {
    view_state view; // what the state string says
    presentation look;
    bool playing; // the clock runs
    play_speed speed;
    bool card_open;                      // the controls card on the right
    bool letter_keys;                    // single-letter keys are on
    bool first_run_done;                 // remembered in the settings
    char stage_screen[MONITOR_NAME_MAX]; // that a speaker chose for the stage; empty: none
} session;

void session_set_view(app *a, const view_state *v);
void session_set_look(app *a, const presentation *look);
void session_set_playing(app *a, bool on);
void session_set_speed(app *a, play_speed speed); // outside the enum: the nearest
void session_set_card_open(app *a, bool open);
void session_set_letter_keys(app *a, bool on);
void session_set_first_run_done(app *a, bool done);
void session_set_stage_screen(app *a, const char *name);

#endif
