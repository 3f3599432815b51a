#include "app/state/session.h"

#include <stdio.h>

void session_set_view(app *a, const view_state *v)
{
    a->session.view = *v;
}

void session_set_look(app *a, const presentation *look)
{
    a->session.look = *look;
}

void session_set_playing(app *a, bool on)
{
    a->session.playing = on;
}

void session_set_speed(app *a, play_speed speed)
{
    a->session.speed = speed < SPEED_SLOW ? SPEED_SLOW : speed > SPEED_FAST ? SPEED_FAST : speed;
}

void session_set_card_open(app *a, bool open)
{
    a->session.card_open = open;
}

void session_set_letter_keys(app *a, bool on)
{
    a->session.letter_keys = on;
}

void session_set_first_run_done(app *a, bool done)
{
    a->session.first_run_done = done;
}

void session_set_stage_screen(app *a, const char *name)
{
    snprintf(a->session.stage_screen, sizeof a->session.stage_screen, "%s", name);
}
