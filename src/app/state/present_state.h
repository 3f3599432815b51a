// What app/present.c keeps: how a story is being presented. All zero: it is not.
#ifndef NEUROTIDE_APP_PRESENT_STATE_H
#define NEUROTIDE_APP_PRESENT_STATE_H

#include "app/state/hand.h"
#include "app/state/screens.h"
#include "platform/window.h"
#include "ui/ui.h"

#include <stdbool.h>

typedef enum blank_kind { BLANK_NONE, BLANK_BLACK, BLANK_WHITE } blank_kind;

// The presenter's own window (app/story/presenter.h).
typedef struct presenter_state {
    window *window; // NULL: closed
    ui *ui;
    int width, height; // px
    float text_scale;  // of this window alone, 0.8..2; 0: not opened yet
    bool dirty;
    monitor_source monitors;
    screens screens;
    int shown_second; // of the elapsed time
} presenter_state;

typedef struct present_state {
    bool on;
    bool was_fullscreen; // before presenting began
    blank_kind blank;    // what is asked for
    blank_kind veil;     // what lies over the picture while it fades
    double veil_shown;   // 0..1
    double blanked_s;    // when it was last asked for, app.now_s
    bool has_blanked;
    bool spotlight;
    bool pointer_seen; // the pointer has been over the window
    hand hand;
    double pointed_s;    // app.now_s when a hand last moved the pointer
    bool pointer_hidden; // nobody uses it
    float pointer_x, pointer_y;
    double elapsed_s; // the open story was presented so far, in one sitting or several
    double ticked_s;  // app.now_s that elapsed_s holds for
    presenter_state presenter;
} present_state;

#endif
