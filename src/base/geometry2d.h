// Rectangles and colours of the flat picture. Origin top left, y down, physical pixels.
#ifndef NEUROTIDE_BASE_GEOMETRY2D_H
#define NEUROTIDE_BASE_GEOMETRY2D_H

#include <stdbool.h>

typedef struct rect {
    float x, y, w, h; // px; w and h are never negative
} rect;

typedef struct colour {
    float r, g, b, a; // sRGB, 0..1, straight alpha
} colour;

// What is left of a difference may be less than nothing: the same corner, no size below zero.
static inline rect rect_of(float x, float y, float w, float h)
{
    return (rect){x, y, w > 0.0f ? w : 0.0f, h > 0.0f ? h : 0.0f};
}

static inline bool rect_contains(rect r, float x, float y)
{
    return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}

// The rectangle smaller by `by` px on every side, never below zero size.
static inline rect rect_inset(rect r, float by)
{
    return rect_of(r.x + by, r.y + by, r.w - 2.0f * by, r.h - 2.0f * by);
}

static inline rect rect_intersect(rect a, rect b)
{
    float x0 = a.x > b.x ? a.x : b.x, y0 = a.y > b.y ? a.y : b.y;
    float x1 = a.x + a.w < b.x + b.w ? a.x + a.w : b.x + b.w;
    float y1 = a.y + a.h < b.y + b.h ? a.y + a.h : b.y + b.h;
    return rect_of(x0, y0, x1 - x0, y1 - y0);
}

// 0xRRGGBB, opaque.
static inline colour colour_hex(unsigned rgb)
{
    return (colour){(float)((rgb >> 16) & 255u) / 255.0f, (float)((rgb >> 8) & 255u) / 255.0f,
                    (float)(rgb & 255u) / 255.0f, 1.0f};
}

static inline colour colour_alpha(colour c, float alpha)
{
    c.a *= alpha;
    return c;
}

static inline colour colour_mix(colour a, colour b, float t)
{
    return (colour){a.r + (b.r - a.r) * t, a.g + (b.g - a.g) * t, a.b + (b.b - a.b) * t,
                    a.a + (b.a - a.a) * t};
}

#endif
