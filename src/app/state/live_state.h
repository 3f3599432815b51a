// What app/live.c keeps: the running of live scenes and the fading of one picture into the next.
#ifndef NEUROTIDE_APP_LIVE_STATE_H
#define NEUROTIDE_APP_LIVE_STATE_H

#include "view/view_state.h"

#include <stdbool.h>

typedef struct live_state {
    bool frozen;        // the live animation is paused; the clock's own running is app.playing
    double left_over_s; // live time not yet made into a whole step
    bool stepped;       // the scene was advanced in this tick
    bool settling;      // the scene eases towards the last view
    view_state shown;   // inputs of the last stationary state
    bool has_shown;
    bool behind;                      // nothing lives, and the models are not yet those of the view
    double behind_s, quiet_s;         // since when, and since the last change
    double fade_left_s, fade_total_s; // total 0: no fade
    bool new_scene;                   // the fade is into another magnification: its words appear with it
    int zoom;                         // +1 into a finer magnification, -1 out of it, 0 only fades
    double over_zoom;                 // zoom asked for beyond the scene's limit, as a factor's logarithm
} live_state;

#endif
