#include "scene/kit/tube.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static float dot(const float a[3], const float b[3])
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

static void cross(const float a[3], const float b[3], float out[3])
{
    out[0] = a[1] * b[2] - a[2] * b[1];
    out[1] = a[2] * b[0] - a[0] * b[2];
    out[2] = a[0] * b[1] - a[1] * b[0];
}

static void normalise(float v[3])
{
    float length = sqrtf(dot(v, v));
    for (int i = 0; i < 3; i++)
        v[i] = length > 0.0f ? v[i] / length : 0.0f;
}

static float spline(float a, float b, float c, float d, float t)
{
    return b + 0.5f * t * (c - a + t * (2.0f * a - 5.0f * b + 4.0f * c - d + t * (3.0f * (b - c) + d - a)));
}

void tube_curve_make(tube_curve *c, const tube_knot *knots, int count)
{
    memset(c, 0, sizeof *c);
    if (count < 1)
        return;
    for (int i = 0; i < TUBE_SAMPLES; i++) {
        float place = (float)i * (float)(count - 1) / (float)(TUBE_SAMPLES - 1);
        int k = (int)place < count - 1 ? (int)place : count - 1;
        float t = place - (float)k;
        const tube_knot *p[4];
        for (int j = 0; j < 4; j++) {
            int n = k + j - 1;
            p[j] = &knots[n < 0 ? 0 : n > count - 1 ? count - 1 : n];
        }
        for (int j = 0; j < 3; j++)
            c->at[i][j] = spline(p[0]->at[j], p[1]->at[j], p[2]->at[j], p[3]->at[j], t);
        c->radius[i] = fmaxf(0.0f, spline(p[0]->radius, p[1]->radius, p[2]->radius, p[3]->radius, t));
        if (i == 0)
            continue;
        float step[3];
        for (int j = 0; j < 3; j++)
            step[j] = c->at[i][j] - c->at[i - 1][j];
        c->reach[i] = c->reach[i - 1] + sqrtf(dot(step, step));
    }
}

float tube_curve_length(const tube_curve *c)
{
    return c->reach[TUBE_SAMPLES - 1];
}

tube_place tube_curve_at(const tube_curve *c, float share)
{
    float goal = fminf(fmaxf(share, 0.0f), 1.0f) * tube_curve_length(c);
    int low = 0, high = TUBE_SAMPLES - 1;
    while (high - low > 1) {
        int middle = (low + high) / 2;
        if (c->reach[middle] <= goal)
            low = middle;
        else
            high = middle;
    }
    float span = c->reach[high] - c->reach[low];
    float t = span > 0.0f ? (goal - c->reach[low]) / span : 0.0f;
    tube_place p = {.radius = c->radius[low] + t * (c->radius[high] - c->radius[low])};
    int before = low > 0 ? low - 1 : low, after = high < TUBE_SAMPLES - 1 ? high + 1 : high;
    for (int j = 0; j < 3; j++) {
        p.at[j] = c->at[low][j] + t * (c->at[high][j] - c->at[low][j]);
        p.along[j] = c->at[after][j] - c->at[before][j];
    }
    normalise(p.along);
    return p;
}

// The array with room for `need` elements; NULL on lack of memory, with the array left as it was.
static void *with_room(void *array, size_t *capacity, size_t need, size_t bytes)
{
    if (need <= *capacity)
        return array;
    size_t wanted = *capacity * 2 > need ? *capacity * 2 : need;
    void *grown = realloc(array, wanted * bytes);
    if (grown)
        *capacity = wanted;
    return grown;
}

// Any unit vector across the given one.
static void across(const float along[3], float out[3])
{
    const float x[3] = {1.0f, 0.0f, 0.0f}, y[3] = {0.0f, 1.0f, 0.0f};
    cross(along, fabsf(along[0]) < 0.7f ? x : y, out);
    normalise(out);
}

// The last ring's side vector, brought back across the new direction: it turns as little as can be.
static void carry(float side[3], const float along[3])
{
    float off = dot(side, along);
    for (int i = 0; i < 3; i++)
        side[i] -= off * along[i];
    if (dot(side, side) < 1e-8f)
        across(along, side);
    normalise(side);
}

static void add_ring(tube_vertex *out, const tube_def *def, float share, float side[3])
{
    const float nudge = 0.5f / (float)(def->rings - 1);
    tube_place p = tube_curve_at(def->curve, share);
    float from = tube_curve_at(def->curve, share - nudge).radius,
          to = tube_curve_at(def->curve, share + nudge).radius;
    float run = (fminf(share + nudge, 1.0f) - fmaxf(share - nudge, 0.0f)) * tube_curve_length(def->curve);
    float slope = run > 0.0f ? (to - from) / run : 0.0f, tilt = 1.0f / sqrtf(1.0f + slope * slope), other[3];
    carry(side, p.along);
    cross(p.along, side, other);
    for (int k = 0; k < def->sides; k++) {
        float angle = 6.2831853f * (float)k / (float)def->sides, c = cosf(angle), s = sinf(angle);
        tube_vertex v = {.along = share, .tag = def->tag};
        for (int j = 0; j < 3; j++) {
            float outward = c * side[j] + s * other[j];
            v.position[j] = p.at[j] + p.radius * outward;
            v.normal[j] = tilt * (outward - slope * p.along[j]);
        }
        out[k] = v;
    }
}

bool tube_mesh_add(tube_mesh *m, const tube_def *def)
{
    size_t rings = (size_t)def->rings, sides = (size_t)def->sides;
    size_t vertices = rings * sides, indices = (rings - 1) * sides * 6;
    tube_vertex *room = with_room(m->vertices, &m->vertex_capacity, m->vertex_count + vertices, sizeof *room);
    if (!room)
        return false;
    m->vertices = room;
    uint32_t *places = with_room(m->indices, &m->index_capacity, m->index_count + indices, sizeof *places);
    if (!places)
        return false;
    m->indices = places;
    uint32_t first = (uint32_t)m->vertex_count;
    float side[3];
    across(tube_curve_at(def->curve, 0.0f).along, side);
    for (size_t r = 0; r < rings; r++)
        add_ring(m->vertices + first + r * sides, def, (float)r / (float)(rings - 1), side);
    uint32_t *out = m->indices + m->index_count;
    for (size_t r = 0; r + 1 < rings; r++) {
        for (size_t k = 0; k < sides; k++) {
            uint32_t a = first + (uint32_t)(r * sides + k),
                     b = first + (uint32_t)(r * sides + (k + 1) % sides);
            uint32_t c = a + (uint32_t)sides, d = b + (uint32_t)sides;
            const uint32_t quad[6] = {a, b, c, b, d, c};
            memcpy(out, quad, sizeof quad);
            out += 6;
        }
    }
    m->vertex_count += vertices;
    m->index_count += indices;
    return true;
}

void tube_mesh_free(tube_mesh *m)
{
    free(m->vertices);
    free(m->indices);
    *m = (tube_mesh){0};
}
