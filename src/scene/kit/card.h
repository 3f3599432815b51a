// A small card about what is picked or pointed at: a name, a plain sentence, and a line for each side. Finds
// its own place on the stage where it covers least, and a form that fits from 640x360 to any size.
#ifndef NEUROTIDE_SCENE_CARD_H
#define NEUROTIDE_SCENE_CARD_H

#include "scene/kit/wrap.h"
#include "scene/scene_frame.h"

// A place that the card had better not cover.
typedef struct card_avoid {
    rect where;   // px
    float weight; // cost of covering it whole
} card_avoid;

// Measures and draws with the same code, so that what was found to fit is what is drawn.
typedef struct card_pen {
    const scene_frame *f;
    bool draw;
    float x, y, width;      // px; whoever writes moves y down
    float gap;              // px
    wrap_style title, text; // at the form's size
} card_pen;

typedef struct card_def {
    const char *title, *what;     // UTF-8, borrowed
    const char *line[SIDE_COUNT]; // said of a side after its name; NULL for none
    const char *note;             // quiet last line; NULL for none
    // Rows and plots of the scene's own under the sentence, from the fullest form (0) to the barest
    // (body_forms - 1); NULL for none.
    void (*body)(card_pen *pen, const void *user, int form);
    const void *user;
    int body_forms;
    const card_avoid *avoid;
    int avoid_count;
} card_def;

// The form that the card takes on this stage: found once, then drawn.
typedef struct card_form {
    rect where;   // px; w = 0 when even the smallest form finds no room on the stage
    float shrink; // of the type, 1 = the design's
    int body;     // form of the body
} card_form;

// Writes a paragraph over the pen's width.
void card_paragraph(card_pen *pen, const char *text, wrap_style style, colour ink);

card_form card_find(const scene_frame *f, const card_def *def);
void card_draw(const scene_frame *f, const card_def *def, const card_form *form);

#endif
