// How shaped text is measured and rasterised: a callback, so that only platform/ knows the font library.
#ifndef NEUROTIDE_BASE_TEXT_SOURCE_H
#define NEUROTIDE_BASE_TEXT_SOURCE_H

#include "base/image.h"

#include <stdbool.h>

typedef enum text_weight { TEXT_REGULAR, TEXT_MEDIUM, TEXT_SEMIBOLD, TEXT_WEIGHT_COUNT } text_weight;

typedef struct text_metrics {
    float width;   // px, advance of the whole shaped run
    float ascent;  // px above the baseline, positive
    float descent; // px below the baseline, positive
    float line;    // px from baseline to baseline
} text_metrics;

// `px` is the font's size in physical pixels per em; sizes are rounded to whole pixels by the source.
typedef struct text_source {
    void *ctx;
    // Measures one run (no line breaks). Never fails: on error the metrics are estimated.
    text_metrics (*measure)(void *ctx, const char *utf8, float px, text_weight weight);
    // Rasterises one run to a one-channel coverage image. `origin_x`, `origin_y` receive the pen's
    // place (left end of the baseline) inside the image, in px. False when nothing is to be drawn.
    // The caller owns the image.
    bool (*raster)(void *ctx, const char *utf8, float px, text_weight weight, image *out, int *origin_x,
                   int *origin_y);
} text_source;

// A source without a font for tests: every code point is 0.55 em wide, filled boxes.
text_source text_source_blocks(void);

#endif
