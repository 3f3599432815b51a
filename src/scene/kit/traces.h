// Small live plots for scenes that run: a few curves over the last seconds, each with a thin reference, named
// where they end instead of in a legend. Drawn from what it is given and nothing else.
#ifndef NEUROTIDE_SCENE_TRACES_H
#define NEUROTIDE_SCENE_TRACES_H

#include "scene/scene_frame.h"

enum { TRACES_PLOTS = 4, TRACES_CURVES = 3, TRACES_POINTS = 240, TRACES_MARKS = 32 };

typedef struct traces_curve {
    const char *name; // beside its end, tied to it by a line; NULL for none
    colour ink, text; // of the line, of its name
    int count;        // points, evenly over the plot from the past to now; not drawn below 2
    float values[TRACES_POINTS];
    float reference[TRACES_POINTS]; // drawn broken, over the curve
} traces_curve;

// A stretch of the plot, 0 past .. 1 now.
typedef struct traces_span {
    float from, to;
} traces_span;

// What stands over a plot, and how much of the strip it gets.
typedef struct traces_head {
    const char *title; // with its unit
    float share;       // against the other plots'
} traces_head;

typedef struct traces_plot {
    traces_head head;
    float low, high; // of the scale; what lies outside is drawn at its edge
    const char *low_text, *high_text;
    traces_curve curves[TRACES_CURVES];
    int curve_count;
    float marks[TRACES_MARKS]; // moments to be marked, 0..1
    int mark_count;
    traces_span quick[TRACES_MARKS]; // stretches that ran fast, tinted
    int quick_count;
} traces_plot;

// What the signs in the plots mean, said once below them; any may be NULL.
typedef struct traces_legend {
    const char *mark, *reference, *quick;
} traces_legend;

// The size, px, at which the titles of those plots fit that will be shown; small print at most. A caller with
// several strips gives all of them the least.
float traces_title_px(const scene_frame *f, rect strip, const traces_head *heads, int count);

// Fewer plots than asked for where the strip is narrow, the first ones first.
void traces_draw(const scene_frame *f, rect strip, const traces_plot *plots, int count,
                 const traces_legend *legend, float title_px);

#endif
