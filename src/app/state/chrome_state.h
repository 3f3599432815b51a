// What the interface around the scene remembers from one build to the next. All zero is a good beginning, so
// that pictures, which start from nothing, depend on nothing else.
#ifndef NEUROTIDE_APP_CHROME_STATE_H
#define NEUROTIDE_APP_CHROME_STATE_H

#include "app/state/layout.h"
#include "base/draw2d.h"
#include "base/side.h"
#include "model/treatment.h"

#include <stdbool.h>

enum {
    CLOCK_CURVE_POINTS = 384,
    CHROME_PANEL_WORDS = 16384,
    CHROME_CAPTION_MAX = 1536,
    CHROME_NOTICE_BYTES = 65536
};

// The curves of the clock's plot, sampled evenly along the axis; all 0..1.
typedef struct clock_curves {
    treatment_inputs inputs;                      // they were sampled for
    int count;                                    // points; 0: not sampled yet
    float level[SIDE_COUNT][CLOCK_CURVE_POINTS];  // SERT occupancy; ketamine concentration over its own peak
    float effect[SIDE_COUNT][CLOCK_CURVE_POINTS]; // each on its own model scale
    float dissociation[CLOCK_CURVE_POINTS];
} clock_curves;

// The presenter's window (app/chrome/presenter_view.c).
typedef struct presenter_view_state {
    draw2d draw;
    float notes_height; // px, of the last build
    rect picture;       // where the stage's picture goes
} presenter_view_state;

// The notice that is open in About (app/chrome/panel_notices.c).
typedef struct notice_view {
    char id[32]; // "notice.sdl"; empty: the list
    char text[CHROME_NOTICE_BYTES];
} notice_view;

typedef struct chrome_state {
    app_layout layout;                // of the last build
    char caption[CHROME_CAPTION_MAX]; // live description of the shown state
    clock_curves curves;
    int dragged_pin;                      // 1 + side whose pin is held, 0 for the moment itself
    unsigned caption_place;               // hash of what the reserved height was found for
    unsigned caption_pick;                // hash of the pick it was told for
    bool caption_small;                   // it did not fit in the size of captions
    int caption_lines;                    // reserved, in letters of the present size
    float caption_room;                   // px, the same: the strip never shrinks while the clock runs
    bool card_takes_focus;                // it was opened with a key
    char card_return[64];                 // control that had the focus before, empty for none
    float card_content;                   // px, height of the card's content in the last build
    float panel_content;                  // px, the same of the open panel
    int panel_shown;                      // overlay that panel_content belongs to
    char panel_words[CHROME_PANEL_WORDS]; // what it says, line by line; gathered for --narrate alone
    presenter_view_state presenter;
    notice_view notice;
    bool clock_held; // the moment or a pin is being dragged
} chrome_state;

#endif
