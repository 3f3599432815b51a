#include "base/text_source.h"

#include "base/utf8.h"

#include <string.h>

static text_metrics blocks_measure(void *ctx, const char *utf8, float px, text_weight weight)
{
    (void)ctx;
    (void)weight;
    float size = (float)(int)(px + 0.5f);
    return (text_metrics){.width = 0.55f * size * (float)utf8_count(utf8),
                          .ascent = 0.95f * size,
                          .descent = 0.25f * size,
                          .line = 1.2f * size};
}

static bool blocks_raster(void *ctx, const char *utf8, float px, text_weight weight, image *out,
                          int *origin_x, int *origin_y)
{
    text_metrics m = blocks_measure(ctx, utf8, px, weight);
    int width = (int)(m.width + 0.5f), height = (int)(m.ascent + 0.5f);
    if (!image_create(out, width, height, 1))
        return false;
    memset(out->data, 255, (size_t)width * (size_t)height);
    *origin_x = 0;
    *origin_y = height;
    return true;
}

text_source text_source_blocks(void)
{
    return (text_source){.ctx = NULL, .measure = blocks_measure, .raster = blocks_raster};
}
