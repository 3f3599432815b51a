// What app/present.c keeps: how a story is being presented. All zero: it is not.
#ifndef NEUROTIDE_APP_PRESENT_STATE_H
#define NEUROTIDE_APP_PRESENT_STATE_H

#include <stdbool.h>

typedef enum blank_kind { BLANK_NONE, BLANK_BLACK, BLANK_WHITE } blank_kind;

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
    float pointer_x, pointer_y;
    double elapsed_s; // presented so far, in one sitting or several
    double ticked_s;  // app.now_s that elapsed_s holds for
} present_state;

#endif
