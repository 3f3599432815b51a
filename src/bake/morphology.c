#include "bake/morphology.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const float far_away = 1e18f;

typedef struct line_buffers {
    float *f, *out;
    double *z;
    int *v;
    uint8_t *label, *label_out;
} line_buffers;

// Lower envelope of the parabolas (q, f[q]) in steps.
static void transform_line(const line_buffers *b, int n, bool with_label)
{
    int k = -1;
    for (int q = 0; q < n; q++) {
        if (b->f[q] >= far_away)
            continue;
        double s = 0.0;
        while (k >= 0) {
            int p = b->v[k];
            s = ((double)b->f[q] + (double)q * q - (double)b->f[p] - (double)p * p) / (2.0 * (q - p));
            if (s > b->z[k])
                break;
            k--;
        }
        k++;
        b->v[k] = q;
        b->z[k] = k == 0 ? -1e30 : s;
    }
    int last = k;
    for (int q = 0, j = 0; q < n; q++) {
        if (last < 0) {
            b->out[q] = far_away;
            continue;
        }
        while (j < last && b->z[j + 1] < q)
            j++;
        int p = b->v[j];
        b->out[q] = (float)(q - p) * (float)(q - p) + b->f[p];
        if (with_label)
            b->label_out[q] = b->label[p];
    }
}

static void transform_axis(const grid *g, int axis, float *d, uint8_t *nearest)
{
    int n = g->n[axis], longest = n;
    size_t stride = axis == 0 ? 1 : axis == 1 ? (size_t)g->n[0] : (size_t)g->n[0] * (size_t)g->n[1];
    line_buffers b = {.f = bake_alloc((size_t)longest, sizeof(float)),
                      .out = bake_alloc((size_t)longest, sizeof(float)),
                      .z = bake_alloc((size_t)longest, sizeof(double)),
                      .v = bake_alloc((size_t)longest, sizeof(int)),
                      .label = bake_alloc((size_t)longest, 1),
                      .label_out = bake_alloc((size_t)longest, 1)};
    size_t lines = grid_count(g) / (size_t)n;
    for (size_t l = 0; l < lines; l++) {
        size_t start = l / stride * stride * (size_t)n + l % stride;
        for (int i = 0; i < n; i++) {
            b.f[i] = d[start + (size_t)i * stride];
            if (nearest)
                b.label[i] = nearest[start + (size_t)i * stride];
        }
        transform_line(&b, n, nearest != NULL);
        for (int i = 0; i < n; i++) {
            d[start + (size_t)i * stride] = b.out[i];
            if (nearest)
                nearest[start + (size_t)i * stride] = b.label_out[i];
        }
    }
    free(b.f);
    free(b.out);
    free(b.z);
    free(b.v);
    free(b.label);
    free(b.label_out);
}

void distance_to_seeds(const grid *g, const uint8_t *seeds, float *distance_mm, uint8_t *nearest)
{
    size_t count = grid_count(g);
    for (size_t i = 0; i < count; i++)
        distance_mm[i] = seeds[i] ? 0.0f : far_away;
    if (nearest)
        memcpy(nearest, seeds, count);
    for (int axis = 0; axis < 3; axis++)
        transform_axis(g, axis, distance_mm, nearest);
    for (size_t i = 0; i < count; i++)
        distance_mm[i] = distance_mm[i] >= far_away ? 1e9f : sqrtf(distance_mm[i]) * (float)g->step_mm;
}

void depth_below_closing(const grid *g, const uint8_t *inside, double radius_mm, float *depth_mm)
{
    size_t count = grid_count(g);
    uint8_t *outside = bake_alloc(count, 1);
    distance_to_seeds(g, inside, depth_mm, NULL);
    for (size_t i = 0; i < count; i++)
        outside[i] = depth_mm[i] > (float)radius_mm;
    distance_to_seeds(g, outside, depth_mm, NULL);
    for (size_t i = 0; i < count; i++)
        depth_mm[i] = fmaxf(0.0f, depth_mm[i] - (float)radius_mm);
    free(outside);
}

// Marks with `mark` all samples 6-connected to `seed` whose state equals `state` and returns their number.
static size_t flood(const grid *g, uint8_t *state, size_t seed, uint8_t from, uint8_t mark, uint32_t **stack,
                    size_t *capacity)
{
    size_t top = 0, filled = 0;
    size_t sy = (size_t)g->n[0], sz = sy * (size_t)g->n[1];
    (*stack)[top++] = (uint32_t)seed;
    state[seed] = mark;
    while (top) {
        size_t i = (*stack)[--top];
        filled++;
        size_t x = i % sy, y = i / sy % (size_t)g->n[1], z = i / sz;
        size_t next[6];
        int k = 0;
        if (x > 0)
            next[k++] = i - 1;
        if (x + 1 < sy)
            next[k++] = i + 1;
        if (y > 0)
            next[k++] = i - sy;
        if (y + 1 < (size_t)g->n[1])
            next[k++] = i + sy;
        if (z > 0)
            next[k++] = i - sz;
        if (z + 1 < (size_t)g->n[2])
            next[k++] = i + sz;
        if (top + 6 > *capacity) {
            *capacity *= 2;
            *stack = bake_realloc(*stack, *capacity, sizeof **stack);
        }
        while (k-- > 0) {
            if (state[next[k]] != from)
                continue;
            state[next[k]] = mark;
            (*stack)[top++] = (uint32_t)next[k];
        }
    }
    return filled;
}

void keep_largest_solid(const grid *g, float *field, float off, float on)
{
    enum { AIR, SOLID, SMALL, LARGEST, OPEN_AIR };
    size_t count = grid_count(g), capacity = 1 << 16, best = 0;
    uint8_t *state = bake_alloc(count, 1);
    uint32_t *stack = bake_alloc(capacity, sizeof *stack);
    for (size_t i = 0; i < count; i++)
        state[i] = field[i] > 0.0f ? SOLID : AIR;
    size_t best_seed = count;
    for (size_t i = 0; i < count; i++) {
        if (state[i] != SOLID)
            continue;
        size_t size = flood(g, state, i, SOLID, SMALL, &stack, &capacity);
        if (size > best) {
            best = size;
            best_seed = i;
        }
    }
    if (best_seed < count)
        flood(g, state, best_seed, SMALL, LARGEST, &stack, &capacity);
    for (size_t i = 0; i < count; i++)
        if (state[i] == SMALL) {
            state[i] = AIR;
            field[i] = off;
        }
    flood(g, state, 0, AIR, OPEN_AIR, &stack, &capacity);
    for (size_t i = 0; i < count; i++)
        if (state[i] == AIR)
            field[i] = on;
    free(state);
    free(stack);
}

// Corner c of a cell lies at x = c & 1, y = c >> 1 & 1, z = c >> 2. Returns the corners to choose from when
// filling, as bits: the outside ones of a critical face, or of a critical diagonal; 0 for a good cell.
static unsigned critical_corners(unsigned code)
{
    static const uint8_t faces[6][4] = {{0, 1, 2, 3}, {4, 5, 6, 7}, {0, 1, 4, 5},
                                        {2, 3, 6, 7}, {0, 2, 4, 6}, {1, 3, 5, 7}};
    for (int f = 0; f < 6; f++) {
        unsigned a = code >> faces[f][0] & 1u, b = code >> faces[f][1] & 1u;
        unsigned c = code >> faces[f][2] & 1u, d = code >> faces[f][3] & 1u;
        if (a == d && b == c && a != b)
            return a ? 1u << faces[f][1] | 1u << faces[f][2] : 1u << faces[f][0] | 1u << faces[f][3];
    }
    for (unsigned c = 0; c < 4; c++) {
        unsigned pair = 1u << c | 1u << (7 - c);
        if (code == pair)
            return 0xFFu & ~pair;
        if (code == (0xFFu & ~pair))
            return pair;
    }
    return 0;
}

void make_well_composed(const grid *g, float *field, float on)
{
    unsigned table[256];
    for (unsigned code = 0; code < 256; code++)
        table[code] = critical_corners(code);
    size_t sy = (size_t)g->n[0], sz = sy * (size_t)g->n[1];
    size_t corner[8];
    for (size_t c = 0; c < 8; c++)
        corner[c] = (c & 1) + (c >> 1 & 1) * sy + (c >> 2) * sz;
    size_t capacity = 1 << 12, top = 0;
    uint32_t *stack = bake_alloc(capacity, sizeof *stack);
    for (int z = 0; z + 1 < g->n[2]; z++)
        for (int y = 0; y + 1 < g->n[1]; y++)
            for (int x = 0; x + 1 < g->n[0]; x++) {
                stack[top++] = (uint32_t)grid_index(g, x, y, z);
                while (top) {
                    size_t cell = stack[--top];
                    unsigned code = 0;
                    for (unsigned c = 0; c < 8; c++)
                        code |= (field[cell + corner[c]] > 0.0f ? 1u : 0u) << c;
                    unsigned choice = table[code];
                    if (!choice)
                        continue;
                    size_t fill = 0;
                    float best = -INFINITY;
                    for (unsigned c = 0; c < 8; c++)
                        if (choice >> c & 1u && field[cell + corner[c]] > best) {
                            best = field[cell + corner[c]];
                            fill = cell + corner[c];
                        }
                    field[fill] = on;
                    if (top + 8 > capacity) {
                        capacity *= 2;
                        stack = bake_realloc(stack, capacity, sizeof *stack);
                    }
                    // All cells around the filled sample may have become critical, this one included.
                    for (unsigned c = 0; c < 8; c++)
                        stack[top++] = (uint32_t)(fill - corner[c]);
                }
            }
    free(stack);
}
