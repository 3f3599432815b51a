// Setting text into boxes: lines that shrink before they are cut, wrapped paragraphs, figures that do not
// jitter. Without state, so that scenes' overlays and widgets set their words alike. Sizes are font px,
// places px of the surface.
#ifndef NEUROTIDE_UI_TYPESET_H
#define NEUROTIDE_UI_TYPESET_H

#include "base/draw2d.h"
#include "base/text_source.h"

#include <stdbool.h>
#include <stddef.h>

enum { TYPESET_FLOOR_PX = 12 }; // text is never smaller

typedef enum ui_align { UI_LEFT, UI_CENTRE, UI_RIGHT } ui_align;

typedef struct typeset {
    draw2d *draw;            // NULL measures only
    const text_source *text; // borrowed
    int *ellipses;           // counts texts that had to be cut; may be NULL
} typeset;

float typeset_width(const typeset *t, const char *text, float px, text_weight weight);
float typeset_line_height(const typeset *t, float px);

// One line, vertically centred in the box; shrunk to fit its width and height down to 12 px, then ended with
// an ellipsis. Returns the width used.
float typeset_line(const typeset *t, rect box, const char *text, float px, text_weight weight, ui_align align,
                   colour ink);

// Wrapped text from the top of the box; "\n" starts a new line. Lines break after spaces, hyphens and dashes
// between letters, never at no-break, narrow no-break or thin spaces (they hold number and unit together).
// Words longer than the line are broken. Centred text evens out its last two lines, other text leaves no
// short word alone on the last. Returns the height used; the box's height is not a limit.
float typeset_paragraph(const typeset *t, rect box, const char *text, float px, text_weight weight,
                        ui_align align, colour ink);
float typeset_paragraph_height(const typeset *t, float width, const char *text, float px, text_weight weight);

// A stretch of a paragraph, in bytes of its text.
typedef struct text_span {
    size_t start, length;
} text_span;

// Where such a stretch, or the part of it on one line, came to stand: the line's full height.
typedef struct text_piece {
    rect box;
    int span; // index
} text_piece;

// Where stretches of a left-aligned paragraph stand, line by line; they are given from its start to its end
// and do not overlap. Returns how many pieces there are, at most `capacity`.
int typeset_pieces(const typeset *t, rect box, const char *text, float px, text_weight weight,
                   const text_span *spans, int count, text_piece *out, int capacity);

// A number whose digits stand in cells of the widest digit. Returns its width.
float typeset_figures(const typeset *t, float x, float baseline, const char *text, float px,
                      text_weight weight, colour ink);
float typeset_figures_width(const typeset *t, const char *text, float px, text_weight weight);

#endif
