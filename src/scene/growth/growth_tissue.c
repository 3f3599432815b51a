#include "scene/growth/growth_tissue.h"

#include "base/random.h"
#include "scene/growth/growth_spine.h"

#include <math.h>
#include <string.h>

// As on the screen at rest: right, up, towards the viewer, um.
static tube_knot knot(float right, float up, float toward, float radius)
{
    return (tube_knot){{-toward, -right, up}, radius};
}

static void make_shafts(growth_tissue *t)
{
    const tube_knot main[] = {
        knot(-28.0f, -4.2f, 1.0f, 0.98f), knot(-22.5f, -2.6f, -0.4f, 0.95f), knot(-17.0f, -3.1f, 0.5f, 1.00f),
        knot(-12.0f, -1.4f, 0.2f, 0.92f), knot(-7.0f, -0.7f, -0.3f, 0.90f),  knot(-2.0f, 2.2f, 0.6f, 0.74f),
        knot(3.5f, 5.2f, 0.9f, 0.70f),    knot(9.0f, 5.6f, -0.6f, 0.67f),    knot(14.5f, 7.4f, -1.3f, 0.62f),
        knot(20.5f, 9.2f, 0.0f, 0.60f),   knot(28.0f, 9.0f, 1.2f, 0.52f),
    };
    const tube_knot lower[] = {
        knot(-12.0f, -1.5f, 0.2f, 0.20f), knot(-9.2f, -1.25f, 0.0f, 0.52f), knot(-6.6f, -1.55f, 0.0f, 0.76f),
        knot(-2.6f, -3.6f, 0.2f, 0.70f),  knot(3.0f, -6.0f, 1.2f, 0.66f),   knot(9.0f, -6.1f, 0.2f, 0.64f),
        knot(14.5f, -8.3f, -1.0f, 0.60f), knot(20.5f, -8.7f, -0.5f, 0.56f), knot(28.0f, -10.6f, 0.8f, 0.50f),
    };
    tube_curve_make(&t->shaft[0], main, sizeof main / sizeof main[0]);
    tube_curve_make(&t->shaft[1], lower, sizeof lower / sizeof lower[0]);
}

enum { BOUTONS_A_FIBRE = GROWTH_BOUTONS / GROWTH_FIBRES, FIBRE_KNOTS = 72 };

// A thin fibre that swells into a bouton here and there.
static void make_fibre(growth_tissue *t, int index, const float from[3], const float to[3], float sway)
{
    tube_knot knots[FIBRE_KNOTS];
    for (int b = -1; b < BOUTONS_A_FIBRE; b++) {
        float middle = ((float)b + 0.5f + 0.12f * sinf(3.0f * (float)(index + b))) / BOUTONS_A_FIBRE;
        for (int i = 0; i < FIBRE_KNOTS; i++) {
            float a = (float)i / (float)(FIBRE_KNOTS - 1), off = (a - middle) / 0.026f;
            float wave = sinf(5.1f * a + 1.7f * (float)index), swell = b < 0 ? 0.0f : 0.5f * expf(-off * off);
            if (b < 0)
                knots[i] = knot(from[0] + a * (to[0] - from[0]) + 0.6f * sway * sinf(9.0f * a + (float)index),
                                from[1] + a * (to[1] - from[1]) + sway * wave,
                                from[2] + a * (to[2] - from[2]), 0.17f);
            knots[i].radius += swell;
        }
    }
    tube_curve_make(&t->fibre[index], knots, FIBRE_KNOTS);
    for (int b = 0; b < BOUTONS_A_FIBRE; b++) {
        float middle = ((float)b + 0.5f + 0.12f * sinf(3.0f * (float)(index + b))) / BOUTONS_A_FIBRE;
        memcpy(t->bouton[index * BOUTONS_A_FIBRE + b], knots[lroundf(middle * (FIBRE_KNOTS - 1))].at,
               sizeof t->bouton[0]);
    }
}

static void make_fibres(growth_tissue *t)
{
    static const float from[GROWTH_FIBRES][3] = {
        {-21.0f, 13.0f, -5.0f}, {-8.0f, 14.0f, 4.0f}, {8.0f, 15.0f, -4.5f}, {23.0f, 14.0f, -6.0f}};
    static const float to[GROWTH_FIBRES][3] = {
        {-13.0f, -14.0f, -4.0f}, {-19.0f, -15.0f, -5.0f}, {2.0f, -15.0f, -5.5f}, {12.0f, -15.0f, 3.5f}};
    for (int i = 0; i < GROWTH_FIBRES; i++)
        make_fibre(t, i, from[i], to[i], 1.5f);
}

// The share of a curve at which it first passes a place from left to right.
static float share_at(const tube_curve *c, float right)
{
    for (int i = 0; i < TUBE_SAMPLES; i++)
        if (-c->at[i][1] >= right)
            return c->reach[i] / tube_curve_length(c);
    return 1.0f;
}

static float spread(random_state *r, float by)
{
    return by * (2.0f * (float)random_uniform(r) - 1.0f);
}

static void unit(float v[3])
{
    float length = sqrtf(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    for (int i = 0; i < 3; i++)
        v[i] /= length;
}

// `angle` round the shaft: 0 towards the viewer, a quarter turn up.
static void stand(growth_place *g, const tube_place *p, float angle, float lean)
{
    // The shafts never run up or down, so that "up" gives a steady frame.
    float right[3] = {p->along[1], -p->along[0], 0.0f}, up[3];
    unit(right);
    up[0] = right[1] * p->along[2];
    up[1] = -right[0] * p->along[2];
    up[2] = right[0] * p->along[1] - right[1] * p->along[0];
    if (up[2] < 0.0f)
        for (int i = 0; i < 3; i++)
            up[i] = -up[i];
    float sign = right[0] < 0.0f ? 1.0f : -1.0f; // `right` may point to the viewer or away
    for (int i = 0; i < 3; i++) {
        float out = cosf(angle) * sign * right[i] + sinf(angle) * up[i];
        g->base[i] = p->at[i] + 0.96f * p->radius * out;
        g->axis[i] = out + lean * p->along[i];
    }
    unit(g->axis);
}

static void bend_sideways(growth_place *g, float angle)
{
    const float helper[3] = {0.31f, 0.53f, 0.79f};
    float across[3], other[3];
    for (int i = 0; i < 3; i++) {
        int j = (i + 1) % 3, k = (i + 2) % 3;
        across[i] = g->axis[j] * helper[k] - g->axis[k] * helper[j];
    }
    unit(across);
    for (int i = 0; i < 3; i++) {
        int j = (i + 1) % 3, k = (i + 2) % 3;
        other[i] = g->axis[j] * across[k] - g->axis[k] * across[j];
    }
    for (int i = 0; i < 3; i++)
        g->side[i] = cosf(angle) * across[i] + sinf(angle) * other[i];
}

static void make_places(growth_tissue *t, uint32_t seed)
{
    const float golden = 2.39996323f, pi = 3.14159265f;
    random_state r = random_make(seed, 0x67726f77u); // a stream of its own
    // How far the places reach on each shaft, and the angle that points away from the fork.
    const float right_from[GROWTH_SHAFTS] = {-22.5f, -3.2f}, away[GROWTH_SHAFTS] = {0.5f * pi, -0.5f * pi};
    float from[GROWTH_SHAFTS], to[GROWTH_SHAFTS], length[GROWTH_SHAFTS], total = 0.0f;
    for (int k = 0; k < GROWTH_SHAFTS; k++) {
        from[k] = share_at(&t->shaft[k], right_from[k]);
        to[k] = share_at(&t->shaft[k], 22.8f);
        length[k] = (to[k] - from[k]) * tube_curve_length(&t->shaft[k]);
        total += length[k];
    }
    int split = (int)lroundf(GROWTH_SITES * length[0] / total);
    for (int i = 0; i < GROWTH_SITES; i++) {
        int k = i < split ? 0 : 1, n = k ? GROWTH_SITES - split : split, m = k ? i - split : i;
        float along = ((float)m + 0.5f + spread(&r, 0.38f)) / (float)n;
        tube_place p = tube_curve_at(&t->shaft[k], from[k] + along * (to[k] - from[k]));
        float angle = golden * (float)i + spread(&r, 0.45f), lean = spread(&r, 0.42f);
        float right = -p.at[1];
        bool in_fork = right > -9.0f && right < -0.5f && sinf(angle) * sinf(away[k]) < 0.2f;
        if (in_fork)
            angle = away[k] + spread(&r, 1.25f);
        growth_place *g = &t->place[i];
        stand(g, &p, angle, lean);
        bend_sideways(g, spread(&r, pi));
    }
}

void growth_tissue_make(growth_tissue *t, uint32_t seed)
{
    make_shafts(t);
    make_fibres(t);
    make_places(t, seed);
}

growth_shape growth_shape_of(uint32_t bits)
{
    float part[4]; // -1..1
    for (int i = 0; i < 4; i++)
        part[i] = (float)((bits >> (8 * i)) & 255u) / 127.5f - 1.0f;
    return (growth_shape){.length = 1.12f + 0.26f * part[0],
                          .head = 1.12f + 0.25f * part[1],
                          .neck = 1.0f + 0.25f * part[2],
                          .bend = 0.34f * part[3]};
}

void growth_head(const growth_place *p, uint32_t bits, float there, float maturity, float out[3])
{
    growth_shape shape = growth_shape_of(bits);
    float h = GROWTH_THIN_HEAD_UM + maturity * (GROWTH_MUSHROOM_HEAD_UM - GROWTH_THIN_HEAD_UM);
    float end = h / GROWTH_SPINE_UM;
    for (int i = 0; i < 3; i++)
        out[i] =
            p->base[i] + h * shape.length * there * p->axis[i] + shape.bend * end * end * there * p->side[i];
}
