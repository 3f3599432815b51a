// Running text in a narrow place: breaks one string into lines by measured width, for cards and badges of the
// scenes. Words longer than the line are broken; nothing is ever cut.
#ifndef NEUROTIDE_SCENE_WRAP_H
#define NEUROTIDE_SCENE_WRAP_H

#include "base/draw2d.h"
#include "base/text_source.h"

#include <stddef.h>

typedef struct wrap_style {
    float px; // font size
    text_weight weight;
    float line; // distance of lines as a multiple of px
} wrap_style;

// Number of lines that the text takes at this width, px; 0 for an empty text.
int wrap_lines(const text_source *source, const char *text, float width, wrap_style style);
// Width of the widest line, px.
float wrap_widest(const text_source *source, const char *text, float width, wrap_style style);
float wrap_height(const text_source *source, const char *text, float width, wrap_style style);
// Draws from the top left corner; returns the height used.
float wrap_draw(draw2d *d, const text_source *source, const char *text, float x, float y, float width,
                wrap_style style, colour ink);

float wrap_width(const text_source *source, const char *text, float px, text_weight weight);

#endif
