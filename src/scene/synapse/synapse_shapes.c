#include "scene/synapse/synapse_shapes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void shape_destroy(shape *s)
{
    free(s->vertices);
    free(s->indices);
    *s = (shape){0};
}

static bool reserve(shape *s, size_t vertices, size_t indices)
{
    if (s->vertex_count + vertices > s->vertex_capacity) {
        size_t capacity = 2 * (s->vertex_count + vertices);
        shape_vertex *grown = realloc(s->vertices, capacity * sizeof *grown);
        s->failed = s->failed || !grown;
        if (grown) {
            s->vertices = grown;
            s->vertex_capacity = capacity;
        }
    }
    if (s->index_count + indices > s->index_capacity) {
        size_t capacity = 2 * (s->index_count + indices);
        uint32_t *grown = realloc(s->indices, capacity * sizeof *grown);
        s->failed = s->failed || !grown;
        if (grown) {
            s->indices = grown;
            s->index_capacity = capacity;
        }
    }
    return !s->failed;
}

static uint32_t put(shape *s, float x, float y, float z, const float n[3], float ink, float dark)
{
    shape_vertex *v = &s->vertices[s->vertex_count];
    float length = sqrtf(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
    float k = length > 0.0f ? 1.0f / length : 0.0f;
    *v = (shape_vertex){
        .position = {x, y, z}, .normal = {k * n[0], k * n[1], k * n[2]}, .matter = {ink, dark}};
    return (uint32_t)s->vertex_count++;
}

static void triangle(shape *s, uint32_t a, uint32_t b, uint32_t c)
{
    s->indices[s->index_count++] = a;
    s->indices[s->index_count++] = b;
    s->indices[s->index_count++] = c;
}

shape_profile shape_profile_make(const float (*points)[2], int count)
{
    shape_profile p = {.count = count < SHAPE_PROFILE_MAX ? count : SHAPE_PROFILE_MAX};
    memcpy(p.points, points, (size_t)p.count * sizeof p.points[0]);
    return p;
}

shape_profile shape_profile_soften(const shape_profile *p, int rounds)
{
    shape_profile now = *p;
    for (int r = 0; r < rounds && 2 * now.count <= SHAPE_PROFILE_MAX; r++) {
        shape_profile next = {.count = 2 * now.count};
        for (int i = 0; i < now.count; i++) {
            const float *a = now.points[i], *b = now.points[(i + 1) % now.count];
            for (int k = 0; k < 2; k++) {
                next.points[2 * i][k] = 0.75f * a[k] + 0.25f * b[k];
                next.points[2 * i + 1][k] = 0.25f * a[k] + 0.75f * b[k];
            }
        }
        now = next;
    }
    return now;
}

// Outward direction at a corner, and how far an offset must go along it to move both edges by one.
static void outward(const shape_profile *p, int i, float out[2])
{
    const float *a = p->points[(i + p->count - 1) % p->count], *b = p->points[i],
                *c = p->points[(i + 1) % p->count];
    float n[2] = {0.0f, 0.0f};
    const float *ends[2][2] = {{a, b}, {b, c}};
    for (int e = 0; e < 2; e++) {
        float dx = ends[e][1][0] - ends[e][0][0], dz = ends[e][1][1] - ends[e][0][1];
        float length = sqrtf(dx * dx + dz * dz);
        if (length > 0.0f) {
            n[0] += dz / length;
            n[1] -= dx / length;
        }
    }
    float length = sqrtf(n[0] * n[0] + n[1] * n[1]);
    out[0] = length > 0.0f ? n[0] / length : 0.0f;
    out[1] = length > 0.0f ? n[1] / length : 0.0f;
}

static float turn(const float *a, const float *b, const float *c)
{
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

static bool is_ear(const shape_profile *p, const int *left, int count, int i)
{
    const float *a = p->points[left[(i + count - 1) % count]], *b = p->points[left[i]],
                *c = p->points[left[(i + 1) % count]];
    if (turn(a, b, c) <= 0.0f)
        return false;
    for (int k = 0; k < count; k++) {
        if (k == i || k == (i + 1) % count || k == (i + count - 1) % count)
            continue;
        const float *q = p->points[left[k]];
        if (turn(a, b, q) >= 0.0f && turn(b, c, q) >= 0.0f && turn(c, a, q) >= 0.0f)
            return false;
    }
    return true;
}

// Ear clipping; `base` is the vertex of the profile's first point, `step` apart from one another.
static void fill_face(shape *s, const shape_profile *p, uint32_t base)
{
    int left[SHAPE_PROFILE_MAX], count = p->count;
    for (int i = 0; i < count; i++)
        left[i] = i;
    while (count > 2) {
        int ear = 0;
        while (ear < count - 1 && !is_ear(p, left, count, ear))
            ear++;
        triangle(s, base + (uint32_t)left[(ear + count - 1) % count], base + (uint32_t)left[ear],
                 base + (uint32_t)left[(ear + 1) % count]);
        memmove(left + ear, left + ear + 1, (size_t)(count - ear - 1) * sizeof left[0]);
        count--;
    }
}

static void bridge(shape *s, uint32_t front, uint32_t back, int count)
{
    for (int i = 0; i < count; i++) {
        uint32_t j = (uint32_t)((i + 1) % count), k = (uint32_t)i;
        triangle(s, front + k, back + k, front + j);
        triangle(s, front + j, back + k, back + j);
    }
}

// One ring of vertices: the profile moved outward by `grow` at depth y.
static uint32_t ring(shape *s, const shape_profile *p, float grow, float y, float front, float aside,
                     float ink, float dark)
{
    uint32_t first = (uint32_t)s->vertex_count;
    for (int i = 0; i < p->count; i++) {
        float out[2];
        outward(p, i, out);
        const float n[3] = {aside * out[0], -front, aside * out[1]};
        put(s, p->points[i][0] + grow * out[0], y, p->points[i][1] + grow * out[1], n, ink, dark);
    }
    return first;
}

void shape_add_slab(shape *s, const shape_profile *p, const shape_slab *slab)
{
    if (!reserve(s, 6 * (size_t)p->count, 21 * (size_t)p->count))
        return;
    float front = -slab->depth, rim = front + slab->bevel;
    uint32_t face = ring(s, p, -slab->bevel, front, 1.0f, 0.18f, 0.0f, 0.0f);
    uint32_t edge = ring(s, p, 0.0f, rim, 0.55f, 1.0f, 0.0f, 0.12f);
    fill_face(s, p, face);
    bridge(s, face, edge, p->count);
    if (slab->ink > 0.0f) {
        uint32_t inner = ring(s, p, 0.0f, rim, 1.0f, 0.0f, 1.0f, 0.0f);
        uint32_t outer = ring(s, p, slab->ink, rim, 1.0f, 0.0f, 1.0f, 0.0f);
        bridge(s, inner, outer, p->count);
    }
    if (!slab->thin) {
        uint32_t near = ring(s, p, 0.0f, rim, 0.1f, 1.0f, 0.0f, 0.30f);
        uint32_t far = ring(s, p, 0.0f, slab->depth, 0.0f, 1.0f, 0.0f, 0.45f);
        bridge(s, near, far, p->count);
    }
}

void shape_add_ring(shape *s, float inner, float outer, int segments, const shape_slab *slab)
{
    const float tau = 6.28318531f;
    size_t n = (size_t)segments;
    if (segments < 3 || !reserve(s, 8 * n, 42 * n))
        return;
    // Across the ring: ink, inner edge, crown, outer edge, ink.
    const float middle = 0.5f * (inner + outer), ink = slab->ink;
    const float radius[7] = {inner - ink, inner, inner, middle, outer, outer, outer + ink};
    const float aside[7] = {0.0f, 0.0f, -1.0f, 0.0f, 1.0f, 0.0f, 0.0f};
    const float inked[7] = {1.0f, 1.0f, 0.0f, 0.0f, 0.0f, 1.0f, 1.0f};
    uint32_t first[7];
    for (int k = 0; k < 7; k++) {
        first[k] = (uint32_t)s->vertex_count;
        for (int i = 0; i < segments; i++) {
            float a = tau * (float)i / (float)segments, c = cosf(a), z = sinf(a);
            const float normal[3] = {aside[k] * c, -1.0f, aside[k] * z};
            float y = k == 3 ? -slab->depth : -slab->depth + slab->bevel;
            put(s, radius[k] * c, y, radius[k] * z, normal, inked[k], 0.0f);
        }
    }
    for (int k = 0; k + 1 < 7; k++)
        if (k != 1 && k != 4)
            bridge(s, first[k], first[k + 1], segments);
}
