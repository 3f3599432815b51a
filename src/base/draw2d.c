#include "base/draw2d.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CLIP_DEPTH = 16 };

void draw2d_begin(draw2d *d, float width, float height)
{
    d->count = 0;
    d->text_used = 0;
    d->clips[0] = (rect){0.0f, 0.0f, width, height};
    d->clip_depth = 1;
    d->alpha = 1.0f;
}

void draw2d_destroy(draw2d *d)
{
    free(d->commands);
    free(d->text);
    *d = (draw2d){0};
}

void draw2d_push_clip(draw2d *d, rect r)
{
    rect merged = rect_intersect(d->clips[d->clip_depth - 1], r);
    if (d->clip_depth < CLIP_DEPTH)
        d->clip_depth++;
    d->clips[d->clip_depth - 1] = merged;
}

void draw2d_pop_clip(draw2d *d)
{
    if (d->clip_depth > 1)
        d->clip_depth--;
}

static draw2d_command *append(draw2d *d, draw2d_kind kind, colour fill)
{
    if (d->count == d->capacity) {
        size_t capacity = d->capacity ? 2 * d->capacity : 512;
        draw2d_command *grown = realloc(d->commands, capacity * sizeof *grown);
        if (!grown)
            return NULL;
        d->commands = grown;
        d->capacity = capacity;
    }
    draw2d_command *c = &d->commands[d->count++];
    *c = (draw2d_command){
        .kind = kind, .clip = d->clips[d->clip_depth - 1], .fill = colour_alpha(fill, d->alpha)};
    return c;
}

void draw2d_box(draw2d *d, rect r, float radius, colour fill)
{
    draw2d_command *c = append(d, DRAW2D_BOX, fill);
    if (c) {
        c->box = rect_of(r.x, r.y, r.w, r.h); // where there was no room, nothing
        c->radius = radius;
    }
}

void draw2d_frame(draw2d *d, rect r, float radius, float width, colour line)
{
    draw2d_command *c = append(d, DRAW2D_BOX, (colour){line.r, line.g, line.b, 0.0f});
    if (c) {
        c->box = rect_of(r.x, r.y, r.w, r.h); // where there was no room, nothing
        c->radius = radius;
        c->width = width;
        c->line = colour_alpha(line, d->alpha);
    }
}

void draw2d_shadow(draw2d *d, rect r, float radius, float soft, colour fill)
{
    draw2d_command *c = append(d, DRAW2D_BOX, fill);
    if (c) {
        c->box = rect_of(r.x, r.y, r.w, r.h); // where there was no room, nothing
        c->radius = radius;
        c->soft = soft;
    }
}

void draw2d_gradient(draw2d *d, rect r, bool vertical, colour from, colour to)
{
    draw2d_command *c = append(d, DRAW2D_GRADIENT, from);
    if (c) {
        c->box = rect_of(r.x, r.y, r.w, r.h); // where there was no room, nothing
        c->vertical = vertical;
        c->line = colour_alpha(to, d->alpha);
    }
}

void draw2d_line(draw2d *d, float x0, float y0, float x1, float y1, float width, colour fill)
{
    draw2d_command *c = append(d, DRAW2D_CAPSULE, fill);
    if (c) {
        c->a[0] = x0;
        c->a[1] = y0;
        c->b[0] = x1;
        c->b[1] = y1;
        c->width = width;
    }
}

void draw2d_polyline(draw2d *d, const float *points, size_t count, float width, colour fill)
{
    for (size_t i = 1; i < count; i++)
        draw2d_line(d, points[2 * i - 2], points[2 * i - 1], points[2 * i], points[2 * i + 1], width, fill);
}

void draw2d_circle(draw2d *d, float x, float y, float radius, colour fill)
{
    draw2d_box(d, (rect){x - radius, y - radius, 2.0f * radius, 2.0f * radius}, radius, fill);
}

void draw2d_arc(draw2d *d, float x, float y, float radius, float width, float from, float sweep, colour fill)
{
    draw2d_command *c = append(d, DRAW2D_ARC, fill);
    if (c) {
        c->a[0] = x;
        c->a[1] = y;
        c->b[0] = from;
        c->b[1] = sweep;
        c->radius = radius;
        c->width = width;
    }
}

void draw2d_triangle(draw2d *d, float x0, float y0, float x1, float y1, float x2, float y2, colour fill)
{
    draw2d_command *c = append(d, DRAW2D_TRIANGLE, fill);
    if (c) {
        c->a[0] = x0;
        c->a[1] = y0;
        c->b[0] = x1;
        c->b[1] = y1;
        c->c[0] = x2;
        c->c[1] = y2;
    }
}

// Copies the string into the pool; false on lack of memory.
static bool keep_text(draw2d *d, const char *utf8, size_t *offset)
{
    size_t bytes = strlen(utf8) + 1;
    if (d->text_used + bytes > d->text_capacity) {
        size_t capacity = 2 * (d->text_used + bytes) + 4096;
        char *grown = realloc(d->text, capacity);
        if (!grown)
            return false;
        d->text = grown;
        d->text_capacity = capacity;
    }
    memcpy(d->text + d->text_used, utf8, bytes);
    *offset = d->text_used;
    d->text_used += bytes;
    return true;
}

float draw2d_text(draw2d *d, const text_source *source, const char *utf8, float x, float baseline, float px,
                  text_weight weight, colour fill)
{
    if (!utf8 || !*utf8)
        return 0.0f;
    text_metrics m = source->measure(source->ctx, utf8, px, weight);
    size_t offset = 0;
    if (!keep_text(d, utf8, &offset))
        return m.width;
    draw2d_command *c = append(d, DRAW2D_TEXT, fill);
    if (c) {
        // Whole pixels, so that a run's cached raster stays crisp and does not shimmer.
        c->a[0] = floorf(x + 0.5f);
        c->a[1] = floorf(baseline + 0.5f);
        c->box = (rect){c->a[0], c->a[1] - m.ascent, m.width, m.ascent + m.descent};
        c->text = offset;
        c->text_px = px;
        c->weight = weight;
    }
    return m.width;
}
