#include "bake/grid.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_TAPS = 64 };

static void out_of_memory(size_t count, size_t size)
{
    fprintf(stderr, "bake: out of memory (asked for %zu x %zu bytes); close other programs and try again.\n",
            count, size);
    exit(1);
}

void *bake_alloc(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size);
    if (!memory)
        out_of_memory(count, size);
    return memory;
}

void *bake_realloc(void *memory, size_t count, size_t size)
{
    size_t bytes = count * size;
    void *grown = realloc(memory, bytes ? bytes : 1);
    if (!grown)
        out_of_memory(count, size);
    return grown;
}

size_t grid_count(const grid *g)
{
    return (size_t)g->n[0] * (size_t)g->n[1] * (size_t)g->n[2];
}

size_t grid_index(const grid *g, int x, int y, int z)
{
    return (size_t)x + (size_t)g->n[0] * ((size_t)y + (size_t)g->n[1] * (size_t)z);
}

void grid_position(const grid *g, size_t i, double p_mm[3])
{
    size_t x = i % (size_t)g->n[0], y = i / (size_t)g->n[0] % (size_t)g->n[1];
    size_t z = i / ((size_t)g->n[0] * (size_t)g->n[1]);
    p_mm[0] = g->origin_mm[0] + g->step_mm * (double)x;
    p_mm[1] = g->origin_mm[1] + g->step_mm * (double)y;
    p_mm[2] = g->origin_mm[2] + g->step_mm * (double)z;
}

grid grid_covering(const double min_mm[3], const double max_mm[3], double step_mm)
{
    grid g = {.step_mm = step_mm};
    for (int a = 0; a < 3; a++) {
        int first = (int)floor(min_mm[a] / step_mm), last = (int)ceil(max_mm[a] / step_mm);
        g.origin_mm[a] = first * step_mm;
        g.n[a] = last - first + 1;
    }
    return g;
}

double grid_sample(const grid *g, const float *values, const double p_mm[3])
{
    int base[3];
    double f[3];
    for (int a = 0; a < 3; a++) {
        double u = (p_mm[a] - g->origin_mm[a]) / g->step_mm;
        u = fmin(fmax(u, 0.0), (double)(g->n[a] - 1));
        base[a] = (int)u < g->n[a] - 2 ? (int)u : g->n[a] - 2;
        f[a] = u - base[a];
    }
    const float *v = values + grid_index(g, base[0], base[1], base[2]);
    size_t sy = (size_t)g->n[0], sz = sy * (size_t)g->n[1];
    double z[2];
    for (int k = 0; k < 2; k++, v += sz) {
        double y0 = v[0] + f[0] * ((double)v[1] - v[0]);
        double y1 = v[sy] + f[0] * ((double)v[sy + 1] - v[sy]);
        z[k] = y0 + f[1] * (y1 - y0);
    }
    return z[0] + f[2] * (z[1] - z[0]);
}

// Weights of one output sample at source coordinate u (in source steps): taps first .. first + count - 1.
static int kernel_taps(double u, double sigma, int *first, float weights[MAX_TAPS])
{
    if (sigma <= 0.0) {
        *first = (int)floor(u);
        weights[1] = (float)(u - *first);
        weights[0] = 1.0f - weights[1];
        return 2;
    }
    int radius = (int)ceil(3.0 * sigma), count = 2 * radius + 1;
    if (count > MAX_TAPS)
        count = MAX_TAPS - 1;
    *first = (int)floor(u + 0.5) - count / 2;
    double w[MAX_TAPS], sum = 0.0;
    for (int t = 0; t < count; t++) {
        double d = *first + t - u;
        w[t] = exp(-0.5 * d * d / (sigma * sigma));
        sum += w[t];
    }
    for (int t = 0; t < count; t++)
        weights[t] = (float)(w[t] / sum);
    return count;
}

// One axis: `rows` runs of n_from x stride values become runs of n_to x stride values.
static void resample_axis(const float *in, float *out, size_t rows, int n_from, int n_to, size_t stride,
                          double start, double scale, double sigma, float outside)
{
    for (int i = 0; i < n_to; i++) {
        float w[MAX_TAPS];
        int first, count = kernel_taps(start + i * scale, sigma, &first, w);
        for (size_t r = 0; r < rows; r++) {
            float *o = out + (r * (size_t)n_to + (size_t)i) * stride;
            for (size_t s = 0; s < stride; s++)
                o[s] = 0.0f;
            for (int t = 0; t < count; t++) {
                int j = first + t;
                if (j < 0 || j >= n_from) {
                    for (size_t s = 0; s < stride; s++)
                        o[s] += w[t] * outside;
                    continue;
                }
                const float *src = in + (r * (size_t)n_from + (size_t)j) * stride;
                for (size_t s = 0; s < stride; s++)
                    o[s] += w[t] * src[s];
            }
        }
    }
}

// The x axis has stride 1, so its rows are walked outermost for the cache's sake.
static void resample_x(const float *in, float *out, size_t rows, int n_from, int n_to, double start,
                       double scale, double sigma, float outside)
{
    float *w = bake_alloc((size_t)n_to * MAX_TAPS, sizeof *w);
    int *first = bake_alloc((size_t)n_to, sizeof *first), count = 0;
    for (int i = 0; i < n_to; i++)
        count = kernel_taps(start + i * scale, sigma, &first[i], w + (size_t)i * MAX_TAPS);
    for (size_t r = 0; r < rows; r++) {
        const float *src = in + r * (size_t)n_from;
        float *o = out + r * (size_t)n_to;
        for (int i = 0; i < n_to; i++) {
            const float *wi = w + (size_t)i * MAX_TAPS;
            float sum = 0.0f;
            for (int t = 0; t < count; t++) {
                int j = first[i] + t;
                sum += wi[t] * (j < 0 || j >= n_from ? outside : src[j]);
            }
            o[i] = sum;
        }
    }
    free(w);
    free(first);
}

void grid_resample(const grid *from, const float *values, const grid *to, float *out, double sigma_mm,
                   float outside)
{
    double scale = to->step_mm / from->step_mm, sigma = sigma_mm / from->step_mm, start[3];
    for (int a = 0; a < 3; a++)
        start[a] = (to->origin_mm[a] - from->origin_mm[a]) / from->step_mm;
    size_t tx = (size_t)to->n[0], ty = (size_t)to->n[1];
    size_t fy = (size_t)from->n[1], fz = (size_t)from->n[2];
    float *a = bake_alloc(tx * fy * fz, sizeof *a);
    resample_x(values, a, fy * fz, from->n[0], to->n[0], start[0], scale, sigma, outside);
    float *b = bake_alloc(tx * ty * fz, sizeof *b);
    resample_axis(a, b, fz, from->n[1], to->n[1], tx, start[1], scale, sigma, outside);
    free(a);
    resample_axis(b, out, 1, from->n[2], to->n[2], tx * ty, start[2], scale, sigma, outside);
    free(b);
}

void grid_blur(const grid *g, float *values, double sigma_mm)
{
    float *copy = bake_alloc(grid_count(g), sizeof *copy);
    memcpy(copy, values, grid_count(g) * sizeof *copy);
    grid_resample(g, copy, g, values, sigma_mm, 0.0f);
    free(copy);
}
