#include "gfx/quads.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BATCHES_MAX = 65000 };

void quad_list_destroy(quad_list *l)
{
    free(l->quads);
    free(l->sorted);
    free(l->batch_of);
    free(l->batches);
    *l = (quad_list){0};
}

void quad_list_begin(quad_list *l, int width, int height)
{
    l->count = 0;
    l->batch_count = 0;
    l->width = (float)width;
    l->height = (float)height;
    memset(l->top, 0, sizeof l->top);
}

static bool grow_quads(quad_list *l)
{
    size_t capacity = l->capacity ? 2 * l->capacity : 1024;
    quad *quads = realloc(l->quads, capacity * sizeof *quads);
    if (quads)
        l->quads = quads;
    quad *sorted = realloc(l->sorted, capacity * sizeof *sorted);
    if (sorted)
        l->sorted = sorted;
    uint16_t *batch_of = realloc(l->batch_of, capacity * sizeof *batch_of);
    if (batch_of)
        l->batch_of = batch_of;
    if (!quads || !sorted || !batch_of)
        return false;
    l->capacity = capacity;
    return true;
}

// The tiles a quad touches, so that only quads that may overlap keep their order.
typedef struct tile_range {
    int x0, y0, x1, y1;
} tile_range;

static int tile_of(float at, float size)
{
    int tile = (int)(at / size * (float)QUAD_TILES);
    return tile < 0 ? 0 : tile >= QUAD_TILES ? QUAD_TILES - 1 : tile;
}

static tile_range tiles_of(const quad_list *l, const float sides[4])
{
    return (tile_range){tile_of(sides[0], l->width), tile_of(sides[1], l->height),
                        tile_of(sides[2], l->width), tile_of(sides[3], l->height)};
}

// The first batch of that program that is not below anything the quad covers; a new one if there is none.
static bool choose_batch(quad_list *l, const quad *q, quad_program program, int page, size_t *chosen)
{
    tile_range t = tiles_of(l, q->rect);
    size_t lowest = 0;
    for (int y = t.y0; y <= t.y1; y++)
        for (int x = t.x0; x <= t.x1; x++)
            if (l->top[y * QUAD_TILES + x] > lowest)
                lowest = l->top[y * QUAD_TILES + x];
    size_t b = lowest ? lowest - 1 : 0;
    while (b < l->batch_count && (l->batches[b].program != program || l->batches[b].page != page))
        b++;
    if (b == l->batch_count) {
        if (b == BATCHES_MAX)
            return false;
        if (b == l->batch_capacity) {
            size_t capacity = b ? 2 * b : 64;
            quad_batch *grown = realloc(l->batches, capacity * sizeof *grown);
            if (!grown)
                return false;
            l->batches = grown;
            l->batch_capacity = capacity;
        }
        l->batches[l->batch_count++] = (quad_batch){.program = program, .page = page};
    }
    for (int y = t.y0; y <= t.y1; y++)
        for (int x = t.x0; x <= t.x1; x++)
            l->top[y * QUAD_TILES + x] = (uint16_t)(b + 1);
    *chosen = b;
    return true;
}

// Clips the quad to `clip` and the surface and takes it in. On lack of memory it is dropped.
static void add(quad_list *l, quad q, rect clip, quad_program program, int page)
{
    rect surface = {0.0f, 0.0f, l->width, l->height};
    rect box = {q.rect[0], q.rect[1], q.rect[2] - q.rect[0], q.rect[3] - q.rect[1]};
    // Written so that not-a-number is dropped too.
    if (!(box.w > 0.0f && box.h > 0.0f))
        return;
    rect seen = rect_intersect(box, rect_intersect(clip, surface));
    if (!(seen.w > 0.0f && seen.h > 0.0f))
        return;
    q.rect[0] = seen.x;
    q.rect[1] = seen.y;
    q.rect[2] = seen.x + seen.w;
    q.rect[3] = seen.y + seen.h;
    size_t batch = 0;
    if ((l->count == l->capacity && !grow_quads(l)) || !choose_batch(l, &q, program, page, &batch))
        return;
    l->quads[l->count] = q;
    l->batch_of[l->count] = (uint16_t)batch;
    l->batches[batch].count++;
    l->count++;
}

bool quad_list_sort(quad_list *l)
{
    size_t first = 0;
    for (size_t b = 0; b < l->batch_count; b++) {
        l->batches[b].first = first;
        first += l->batches[b].count;
        l->batches[b].count = 0;
    }
    for (size_t i = 0; i < l->count; i++) {
        quad_batch *b = &l->batches[l->batch_of[i]];
        l->sorted[b->first + b->count++] = l->quads[i];
    }
    return l->count > 0;
}

// --- from commands to quads

static void pack(uint16_t out[4], colour c)
{
    const float channels[4] = {c.r, c.g, c.b, c.a};
    for (int i = 0; i < 4; i++) {
        float v = channels[i] > 0.0f ? (channels[i] < 1.0f ? channels[i] : 1.0f) : 0.0f;
        out[i] = (uint16_t)(v * 65535.0f + 0.5f);
    }
}

static void set_rect(quad *q, float x0, float y0, float x1, float y1)
{
    q->rect[0] = x0;
    q->rect[1] = y0;
    q->rect[2] = x1;
    q->rect[3] = y1;
}

static float whole(float v)
{
    return floorf(v + 0.5f);
}

// Whole pixels, unless it is thinner than one or a circle (which may move smoothly).
static rect snap(rect r, float radius)
{
    float smaller = r.w < r.h ? r.w : r.h, larger = r.w < r.h ? r.h : r.w;
    bool circle = larger - smaller < 0.02f && radius > 0.49f * smaller;
    if (smaller < 1.0f || circle)
        return r;
    float x0 = whole(r.x), y0 = whole(r.y), x1 = whole(r.x + r.w), y1 = whole(r.y + r.h);
    return (rect){x0, y0, x1 - x0, y1 - y0};
}

static bool is_whole(rect r)
{
    return r.x == floorf(r.x) && r.y == floorf(r.y) && r.w == floorf(r.w) && r.h == floorf(r.h);
}

static void add_fill(quad_list *l, rect clip, float x0, float y0, float x1, float y1, const uint16_t fill[4])
{
    quad q = {0};
    set_rect(&q, x0, y0, x1, y1);
    memcpy(q.fill, fill, sizeof q.fill);
    add(l, q, clip, QUAD_FILL, 0);
}

static void add_part(quad_list *l, rect clip, quad q, float x0, float y0, float x1, float y1)
{
    set_rect(&q, x0, y0, x1, y1);
    add(l, q, clip, QUAD_SHAPE, 0);
}

// Square corners on whole pixels: no shape shader at all.
static void add_plain_box(quad_list *l, rect clip, rect r, float rule, const quad *q)
{
    float x1 = r.x + r.w, y1 = r.y + r.h;
    if (q->fill[3])
        add_fill(l, clip, r.x, r.y, x1, y1, q->fill);
    if (rule <= 0.0f || !q->line[3])
        return;
    if (2.0f * rule >= r.w || 2.0f * rule >= r.h) {
        add_fill(l, clip, r.x, r.y, x1, y1, q->line);
        return;
    }
    add_fill(l, clip, r.x, r.y, x1, r.y + rule, q->line);
    add_fill(l, clip, r.x, y1 - rule, x1, y1, q->line);
    add_fill(l, clip, r.x, r.y + rule, r.x + rule, y1 - rule, q->line);
    add_fill(l, clip, x1 - rule, r.y + rule, x1, y1 - rule, q->line);
}

static void add_box(quad_list *l, const draw2d_command *c)
{
    rect r = snap(c->box, c->radius);
    float rule = c->width > 0.0f ? (c->width > 1.0f && is_whole(r) ? whole(c->width) : c->width) : 0.0f;
    float half = 0.5f * (r.w < r.h ? r.w : r.h);
    float radius = c->radius < half ? c->radius : half;
    radius = radius < 0.5f ? 0.0f : radius;
    quad q = {.p = {r.x + 0.5f * r.w, r.y + 0.5f * r.h, 0.5f * r.w, 0.5f * r.h},
              .q = {radius, rule, c->soft, QUAD_SHAPE_BOX}};
    pack(q.fill, c->fill);
    pack(q.line, c->line);
    bool soft = c->soft > 0.0f;
    if (radius == 0.0f && !soft && is_whole(r) && (rule == 0.0f || rule >= 1.0f)) {
        add_plain_box(l, c->clip, r, rule, &q);
        return;
    }
    float outer = soft ? 0.5f * c->soft + 1.0f : 1.0f;
    if (soft) // corners of a blurred box are round at least by half the blur
        q.q[0] = radius = radius > 0.5f * c->soft ? radius : (0.5f * c->soft < half ? 0.5f * c->soft : half);
    float inner = ceilf((radius > rule ? radius : rule) + (soft ? 0.5f * c->soft : 0.0f)) + 1.0f;
    float x0 = floorf(r.x - outer), y0 = floorf(r.y - outer);
    float x1 = ceilf(r.x + r.w + outer), y1 = ceilf(r.y + r.h + outer);
    float ix0 = ceilf(r.x + inner), iy0 = ceilf(r.y + inner);
    float ix1 = floorf(r.x + r.w - inner), iy1 = floorf(r.y + r.h - inner);
    if (ix1 - ix0 < 8.0f || iy1 - iy0 < 8.0f) {
        add_part(l, c->clip, q, x0, y0, x1, y1);
        return;
    }
    add_part(l, c->clip, q, x0, y0, x1, iy0);
    add_part(l, c->clip, q, x0, iy1, x1, y1);
    add_part(l, c->clip, q, x0, iy0, ix0, iy1);
    add_part(l, c->clip, q, ix1, iy0, x1, iy1);
    if (q.fill[3])
        add_fill(l, c->clip, ix0, iy0, ix1, iy1, q.fill);
}

static void add_gradient(quad_list *l, const draw2d_command *c)
{
    rect r = snap(c->box, 0.0f);
    if (!(r.w > 0.0f && r.h > 0.0f))
        return;
    quad q = {.p = {r.x, r.y, c->vertical ? 0.0f : 1.0f / r.w, c->vertical ? 1.0f / r.h : 0.0f},
              .q = {0.0f, 0.0f, 0.0f, QUAD_SHAPE_GRADIENT}};
    pack(q.fill, c->fill);
    pack(q.line, c->line);
    add_part(l, c->clip, q, r.x, r.y, r.x + r.w, r.y + r.h);
}

// Whether `next` goes on where `c` ends.
static bool joined(const draw2d_command *c, const draw2d_command *next)
{
    return next->kind == DRAW2D_CAPSULE && c->kind == DRAW2D_CAPSULE && c->b[0] == next->a[0] &&
           c->b[1] == next->a[1] && c->width == next->width &&
           memcmp(&c->fill, &next->fill, sizeof c->fill) == 0;
}

// The line that halves the angle between two joined lines, as its normal along the way. False when they turn
// back on themselves or have no length.
static bool halving_normal(const draw2d_command *c, const draw2d_command *next, float n[2])
{
    float x0 = c->b[0] - c->a[0], y0 = c->b[1] - c->a[1];
    float x1 = next->b[0] - next->a[0], y1 = next->b[1] - next->a[1];
    float l0 = sqrtf(x0 * x0 + y0 * y0), l1 = sqrtf(x1 * x1 + y1 * y1);
    if (!(l0 > 0.0f && l1 > 0.0f))
        return false;
    n[0] = x0 / l0 + x1 / l1;
    n[1] = y0 / l0 + y1 / l1;
    return n[0] * n[0] + n[1] * n[1] > 0.05f;
}

// A lone level or upright rule is moved to whole pixels; a piece of a curve is not, the curve would tear.
static void snap_rule(quad *q, const draw2d_command *c)
{
    const float thickest = 4.5f;
    bool level = c->a[1] == c->b[1], upright = c->a[0] == c->b[0];
    if (level == upright || c->width > thickest || c->width < 0.75f)
        return;
    float width = whole(c->width), at = level ? c->a[1] : c->a[0];
    at = fmodf(width, 2.0f) > 0.5f ? floorf(at) + 0.5f : whole(at);
    q->q[0] = 0.5f * width;
    q->p[level ? 1 : 0] = q->p[level ? 3 : 2] = at;
}

// Sets the cutting planes towards the commands before and after; false when the line stands alone.
static bool cut_joints(quad *q, const draw2d *list, size_t index)
{
    const draw2d_command *c = &list->commands[index];
    bool before = index > 0 && joined(c - 1, c), after = index + 1 < list->count && joined(c, c + 1);
    float n[2];
    if (before && halving_normal(c - 1, c, n)) {
        q->s[0] = n[0];
        q->s[1] = n[1];
    }
    if (after && halving_normal(c, c + 1, n)) {
        q->s[2] = n[0];
        q->s[3] = n[1];
        q->q[1] = 0.0f;
    }
    return before || after;
}

static void add_capsule(quad_list *l, const draw2d *list, size_t index)
{
    const draw2d_command *c = &list->commands[index];
    float half = 0.5f * c->width;
    if (!(half > 0.0f))
        return;
    quad q = {.p = {c->a[0], c->a[1], c->b[0], c->b[1]}, .q = {half, 1.0f, 0.0f, QUAD_SHAPE_CAPSULE}};
    pack(q.fill, c->fill);
    if (!cut_joints(&q, list, index))
        snap_rule(&q, c);
    float dx = c->b[0] - c->a[0], dy = c->b[1] - c->a[1];
    float ax = fabsf(dx), ay = fabsf(dy), reach = half + 1.0f;
    // A long slanting line is cut into pieces along its longer side: its whole box would mostly be empty.
    float shorter = ax < ay ? ax : ay;
    int pieces = shorter > 24.0f ? (int)(fminf(shorter, 1024.0f) / 16.0f) : 1;
    bool along_x = ax >= ay;
    float x0 = (dx < 0.0f ? c->b[0] : c->a[0]) - reach, x1 = (dx < 0.0f ? c->a[0] : c->b[0]) + reach;
    float y0 = (dy < 0.0f ? c->b[1] : c->a[1]) - reach, y1 = (dy < 0.0f ? c->a[1] : c->b[1]) + reach;
    float from = floorf(along_x ? x0 : y0), to = ceilf(along_x ? x1 : y1);
    float start = along_x ? c->a[0] : c->a[1], length = along_x ? dx : dy;
    float across_start = along_x ? c->a[1] : c->a[0], across = along_x ? dy : dx;
    float slack = 2.0f * reach; // of a slanting edge, at most the square root of 2 times the reach, and 1 px
    for (int i = 0; i < pieces; i++) {
        float p0 = floorf(from + (to - from) * (float)i / (float)pieces);
        float p1 = i + 1 == pieces ? to : floorf(from + (to - from) * (float)(i + 1) / (float)pieces);
        float low = floorf(along_x ? y0 : x0), high = ceilf(along_x ? y1 : x1);
        if (pieces > 1) {
            float at0 = across_start + across * (p0 - start) / length;
            float at1 = across_start + across * (p1 - start) / length;
            low = fmaxf(low, floorf(fminf(at0, at1) - slack));
            high = fminf(high, ceilf(fmaxf(at0, at1) + slack));
        }
        if (along_x)
            add_part(l, c->clip, q, p0, low, p1, high);
        else
            add_part(l, c->clip, q, low, p0, high, p1);
    }
}

// Whether the ring of a large arc passes through a box, seen from the arc's centre.
static bool ring_touches(rect r, float inner, float outer)
{
    float far_x = fmaxf(fabsf(r.x), fabsf(r.x + r.w)), far_y = fmaxf(fabsf(r.y), fabsf(r.y + r.h));
    float near_x = r.x > 0.0f ? r.x : r.x + r.w < 0.0f ? -(r.x + r.w) : 0.0f;
    float near_y = r.y > 0.0f ? r.y : r.y + r.h < 0.0f ? -(r.y + r.h) : 0.0f;
    return near_x * near_x + near_y * near_y <= outer * outer &&
           (inner <= 0.0f || far_x * far_x + far_y * far_y >= inner * inner);
}

static void add_arc(quad_list *l, const draw2d_command *c)
{
    const float turn = 6.28318531f;
    float sweep = c->b[1], from = c->b[0];
    if (sweep < 0.0f) {
        from += sweep;
        sweep = -sweep;
    }
    bool whole_ring = sweep >= turn - 1e-4f;
    float middle = from + 0.5f * sweep, half_sweep = 0.5f * sweep, half = 0.5f * c->width;
    quad q = {.p = {c->a[0], c->a[1], cosf(middle), sinf(middle)},
              .q = {c->radius, half, whole_ring ? 1.0f : 0.0f, QUAD_SHAPE_ARC},
              .s = {cosf(half_sweep), sinf(half_sweep), 0.0f, 0.0f}};
    pack(q.fill, c->fill);
    float outer = c->radius + half + 1.0f, inner = c->radius - half - 1.0f;
    const float largest = 1e6f; // px; also ends what is not a number
    if (!(half > 0.0f && outer < largest))
        return;
    float x0 = floorf(c->a[0] - outer), y0 = floorf(c->a[1] - outer);
    float x1 = ceilf(c->a[0] + outer), y1 = ceilf(c->a[1] + outer);
    if (inner < 24.0f) {
        add_part(l, c->clip, q, x0, y0, x1, y1);
        return;
    }
    float cell = ceilf(fmaxf(16.0f, outer / 10.0f));
    for (float y = y0; y < y1; y += cell)
        for (float x = x0; x < x1; x += cell) {
            rect box = {x - c->a[0], y - c->a[1], fminf(cell, x1 - x), fminf(cell, y1 - y)};
            if (ring_touches(box, inner, outer))
                add_part(l, c->clip, q, x, y, x + box.w, y + box.h);
        }
}

static void add_triangle(quad_list *l, const draw2d_command *c)
{
    const float *a = c->a, *b = c->b, *d = c->c;
    // One winding for the shader.
    if ((b[0] - a[0]) * (d[1] - a[1]) - (b[1] - a[1]) * (d[0] - a[0]) < 0.0f) {
        const float *other = b;
        b = d;
        d = other;
    }
    quad q = {.p = {a[0], a[1], b[0], b[1]}, .q = {d[0], d[1], 0.0f, QUAD_SHAPE_TRIANGLE}};
    pack(q.fill, c->fill);
    add_part(l, c->clip, q, floorf(fminf(a[0], fminf(b[0], d[0])) - 1.0f),
             floorf(fminf(a[1], fminf(b[1], d[1])) - 1.0f), ceilf(fmaxf(a[0], fmaxf(b[0], d[0])) + 1.0f),
             ceilf(fmaxf(a[1], fmaxf(b[1], d[1])) + 1.0f));
}

// How much the coverage of text is raised (or lowered) in its middle. sRGB values are blended as they are,
// which thins light text on dark and thickens dark text on light; this evens them out. Judged by eye.
static float coverage_boost(colour c)
{
    const float boost_dark = -0.10f, boost_light = 0.35f;
    float luma = 0.30f * c.r + 0.59f * c.g + 0.11f * c.b;
    return boost_dark + (boost_light - boost_dark) * luma;
}

static bool add_text(quad_list *l, const draw2d *list, const draw2d_command *c, text_atlas *atlas)
{
    text_run run;
    if (text_atlas_find(atlas, list->text + c->text, c->text_px, c->weight, &run) == TEXT_FULL)
        return false;
    if (run.page < 0)
        return true;
    float x = whole(c->a[0]) - (float)run.pen_x, y = whole(c->a[1]) - (float)run.pen_y;
    quad q = {.p = {(float)run.x - x, (float)run.y - y, 0.0f, 0.0f}, .q = {coverage_boost(c->fill)}};
    set_rect(&q, x, y, x + (float)run.w, y + (float)run.h);
    pack(q.fill, c->fill);
    add(l, q, c->clip, QUAD_TEXT, run.page);
    return true;
}

bool quad_list_add(quad_list *l, const draw2d *list, size_t index, text_atlas *atlas)
{
    const draw2d_command *c = &list->commands[index];
    switch (c->kind) {
    case DRAW2D_BOX:
        add_box(l, c);
        break;
    case DRAW2D_GRADIENT:
        add_gradient(l, c);
        break;
    case DRAW2D_CAPSULE:
        add_capsule(l, list, index);
        break;
    case DRAW2D_ARC:
        add_arc(l, c);
        break;
    case DRAW2D_TRIANGLE:
        add_triangle(l, c);
        break;
    case DRAW2D_TEXT:
        return add_text(l, list, c, atlas);
    }
    return true;
}
