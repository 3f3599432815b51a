// What the interface around the scene remembers from one build to the next. All zero is a good beginning, so
// that pictures, which start from nothing, depend on nothing else.
#ifndef NEUROTIDE_APP_CHROME_STATE_H
#define NEUROTIDE_APP_CHROME_STATE_H

#include "base/side.h"
#include "model/treatment.h"

#include <stdbool.h>
#include <stdint.h>

enum { CLOCK_CURVE_POINTS = 384, CHROME_PANEL_WORDS = 16384 };
enum { CHROME_LANGUAGES = 16, CHROME_LANGUAGE_ID = 16, CHROME_LANGUAGE_NAME = 48 };

// The curves of the clock's plot, sampled evenly along the axis; all 0..1.
typedef struct clock_curves {
    treatment_inputs inputs;                      // they were sampled for
    int count;                                    // points; 0: not sampled yet
    float level[SIDE_COUNT][CLOCK_CURVE_POINTS];  // SERT occupancy; ketamine concentration over its own peak
    float effect[SIDE_COUNT][CLOCK_CURVE_POINTS]; // each on its own model scale
    float dissociation[CLOCK_CURVE_POINTS];
} clock_curves;

typedef struct chrome_state {
    clock_curves curves;
    int dragged_pin;          // 1 + side whose pin is held, 0 for the moment itself
    int caption_page;         // of the caption strip
    int caption_pages;        // of the last build
    unsigned caption_subject; // hash of what it spoke about
    unsigned caption_place;   // hash of what the reserved height was found for
    unsigned caption_pick;    // hash of the pick it was told for
    bool caption_small;       // it did not fit in the size of captions
    int caption_lines;        // reserved, in letters of the present size
    float caption_room;       // px, the same: the strip never shrinks while the clock runs
    char language_id[CHROME_LANGUAGES][CHROME_LANGUAGE_ID]; // languages there are, language_count of them
    char language_name[CHROME_LANGUAGES][CHROME_LANGUAGE_NAME];
    int language_count;
    bool card_takes_focus;                // it was opened with a key
    char card_return[64];                 // control that had the focus before, empty for none
    float card_content;                   // px, height of the card's content in the last build
    float panel_content;                  // px, the same of the open panel
    int panel_shown;                      // overlay that panel_content belongs to
    char panel_words[CHROME_PANEL_WORDS]; // what it says, line by line; gathered for --narrate alone
    uint64_t narrated_panel;              // hash of those told last
    unsigned narrated_toasts;
    char narrated_id[64];     // control whose focus was told last
    double narrated_mark_min; // mark last passed when a caption was narrated while playing
    bool narrated_once;
    bool clock_held; // the moment or a pin is being dragged
} chrome_state;

#endif
