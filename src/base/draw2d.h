// The flat picture of one frame as a list of commands: built by ui/ and scene/, drawn by gfx/, read by tests.
// Everything is in physical pixels, origin top left, y down, drawn in list order (later covers earlier).
#ifndef NEUROTIDE_BASE_DRAW2D_H
#define NEUROTIDE_BASE_DRAW2D_H

#include "base/geometry2d.h"
#include "base/text_source.h"

#include <stddef.h>
#include <stdint.h>

typedef enum draw2d_kind {
    DRAW2D_BOX,      // `box`, corner `radius`, `fill`; `width` > 0 adds a rule of `line` inside the edge;
                     // `soft` > 0 blurs the edge over that many px (shadows)
    DRAW2D_GRADIENT, // `box`, from `fill` at the left (or top) to `line` at the right (or bottom)
    DRAW2D_CAPSULE,  // round-ended line from `a` to `b`, `width` thick, `fill`
    DRAW2D_ARC,      // ring piece round `a`, `radius` to the middle of the stroke, `width` thick, from
                     // angle b[0] over b[1] radians (clockwise from +x on screen), `fill`
    DRAW2D_TRIANGLE, // `a`, `b`, `c`, `fill`
    DRAW2D_TEXT      // `text`, pen at `a` (left end of the baseline), `text_px`, `weight`, `fill`
} draw2d_kind;

typedef struct draw2d_command {
    draw2d_kind kind;
    rect clip; // px; nothing is drawn outside
    rect box;  // for DRAW2D_TEXT: the measured box (advance wide, ascent + descent high)
    float a[2], b[2], c[2];
    float width, radius, soft;
    bool vertical; // DRAW2D_GRADIENT runs downwards
    colour fill, line;
    size_t text; // offset into draw2d.text
    float text_px;
    text_weight weight;
} draw2d_command;

typedef struct draw2d {
    draw2d_command *commands; // owned, count valid
    size_t count, capacity;
    char *text; // owned, NUL-terminated strings behind one another
    size_t text_used, text_capacity;
    rect clips[16]; // stack, clips[clip_depth - 1] holds now
    int clip_depth;
    float alpha; // multiplies every colour, 1 unless set
} draw2d;

// Empties the list and sets the whole-surface clip. Memory is kept. On lack of memory commands are dropped.
void draw2d_begin(draw2d *d, float width, float height);
void draw2d_destroy(draw2d *d);

// Clips nest by intersection; at most 16 deep (deeper ones are merged into the last).
void draw2d_push_clip(draw2d *d, rect r);
void draw2d_pop_clip(draw2d *d);

void draw2d_box(draw2d *d, rect r, float radius, colour fill);
void draw2d_frame(draw2d *d, rect r, float radius, float width, colour line); // rule only, inside r
void draw2d_shadow(draw2d *d, rect r, float radius, float soft, colour fill);
void draw2d_gradient(draw2d *d, rect r, bool vertical, colour from, colour to);
void draw2d_line(draw2d *d, float x0, float y0, float x1, float y1, float width, colour fill);
// `points` holds count pairs x, y.
void draw2d_polyline(draw2d *d, const float *points, size_t count, float width, colour fill);
void draw2d_circle(draw2d *d, float x, float y, float radius, colour fill);
void draw2d_arc(draw2d *d, float x, float y, float radius, float width, float from, float sweep, colour fill);
void draw2d_triangle(draw2d *d, float x0, float y0, float x1, float y1, float x2, float y2, colour fill);
// One run of text with its pen at x, baseline y; returns its advance in px. Empty text draws nothing.
float draw2d_text(draw2d *d, const text_source *source, const char *utf8, float x, float baseline, float px,
                  text_weight weight, colour fill);

#endif
