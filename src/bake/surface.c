#include "bake/surface.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static const uint32_t no_vertex = UINT32_MAX;

typedef struct quad_mesh {
    float (*position)[3];
    size_t vertex_count, vertex_capacity;
    uint32_t (*quad)[4];
    size_t quad_count, quad_capacity;
} quad_mesh;

// The mean of the crossings of the cell's twelve edges.
static void cell_vertex(const grid *g, const float corner[8], int x, int y, int z, float out[3])
{
    static const uint8_t edges[12][2] = {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {1, 3},
                                         {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}};
    double sum[3] = {0.0, 0.0, 0.0};
    int crossings = 0;
    for (int k = 0; k < 12; k++) {
        int a = edges[k][0], b = edges[k][1];
        if ((corner[a] > 0.0f) == (corner[b] > 0.0f))
            continue;
        double t = (double)corner[a] / ((double)corner[a] - (double)corner[b]);
        for (int i = 0; i < 3; i++)
            sum[i] += (a >> i & 1) + t * ((b >> i & 1) - (a >> i & 1));
        crossings++;
    }
    int at[3] = {x, y, z};
    for (int i = 0; i < 3; i++)
        out[i] = (float)(g->origin_mm[i] + g->step_mm * (at[i] + sum[i] / crossings));
}

static void push_quad(quad_mesh *q, uint32_t a, uint32_t b, uint32_t c, uint32_t d, bool flip)
{
    if (q->quad_count == q->quad_capacity) {
        q->quad_capacity = q->quad_capacity ? 2 * q->quad_capacity : 1 << 14;
        q->quad = bake_realloc(q->quad, q->quad_capacity, sizeof *q->quad);
    }
    uint32_t *to = q->quad[q->quad_count++];
    to[0] = a;
    to[1] = flip ? d : b;
    to[2] = c;
    to[3] = flip ? b : d;
}

// Quads around the grid edges that leave sample (x, y, z) towards +x, +y and +z. `below` and `here` map the
// cells of layers z - 1 and z to vertices.
static void emit_quads(quad_mesh *q, const grid *g, const float *v, int x, int y, const uint32_t *below,
                       const uint32_t *here)
{
    size_t row = (size_t)g->n[0], c = (size_t)x + row * (size_t)y, layer = row * (size_t)g->n[1];
    bool inside = v[0] > 0.0f;
    if ((v[1] > 0.0f) != inside)
        push_quad(q, below[c - row], below[c], here[c], here[c - row], !inside);
    if ((v[row] > 0.0f) != inside)
        push_quad(q, below[c - 1], here[c - 1], here[c], below[c], !inside);
    if ((v[layer] > 0.0f) != inside)
        push_quad(q, here[c - row - 1], here[c - row], here[c], here[c - 1], !inside);
}

static quad_mesh build_quads(const grid *g, const float *field)
{
    quad_mesh q = {0};
    size_t row = (size_t)g->n[0], layer = row * (size_t)g->n[1];
    uint32_t *below = bake_alloc(layer, sizeof *below), *here = bake_alloc(layer, sizeof *here);
    for (int z = 0; z + 1 < g->n[2]; z++) {
        for (size_t i = 0; i < layer; i++)
            here[i] = no_vertex;
        for (int y = 0; y + 1 < g->n[1]; y++)
            for (int x = 0; x + 1 < g->n[0]; x++) {
                const float *v = field + grid_index(g, x, y, z);
                float corner[8] = {v[0],     v[1],         v[row],         v[row + 1],
                                   v[layer], v[layer + 1], v[layer + row], v[layer + row + 1]};
                int solid = 0;
                for (int c = 0; c < 8; c++)
                    solid += corner[c] > 0.0f;
                if (solid == 0 || solid == 8)
                    continue;
                if (q.vertex_count == q.vertex_capacity) {
                    q.vertex_capacity = q.vertex_capacity ? 2 * q.vertex_capacity : 1 << 14;
                    q.position = bake_realloc(q.position, q.vertex_capacity, sizeof *q.position);
                }
                here[(size_t)x + row * (size_t)y] = (uint32_t)q.vertex_count;
                cell_vertex(g, corner, x, y, z, q.position[q.vertex_count++]);
            }
        if (z > 0)
            for (int y = 1; y + 1 < g->n[1]; y++)
                for (int x = 1; x + 1 < g->n[0]; x++)
                    emit_quads(&q, g, field + grid_index(g, x, y, z), x, y, below, here);
        uint32_t *swap = below;
        below = here;
        here = swap;
    }
    free(below);
    free(here);
    return q;
}

// Moves every vertex by `factor` of the way to the mean of its neighbours along quad edges.
static void laplace_step(quad_mesh *q, float (*sum)[3], float *count, float factor)
{
    memset(sum, 0, q->vertex_count * sizeof *sum);
    memset(count, 0, q->vertex_count * sizeof *count);
    for (size_t i = 0; i < q->quad_count; i++)
        for (int k = 0; k < 4; k++) {
            uint32_t a = q->quad[i][k], b = q->quad[i][(k + 1) & 3];
            for (int j = 0; j < 3; j++)
                sum[a][j] += q->position[b][j];
            count[a] += 1.0f;
        }
    for (size_t i = 0; i < q->vertex_count; i++)
        for (int j = 0; j < 3; j++)
            if (count[i] > 0.0f)
                q->position[i][j] += factor * (sum[i][j] / count[i] - q->position[i][j]);
}

static float distance2(const float a[3], const float b[3])
{
    float x = a[0] - b[0], y = a[1] - b[1], z = a[2] - b[2];
    return x * x + y * y + z * z;
}

// Every normal becomes the mean of its neighbours' and its own.
static void smooth_normals(mesh *m, int passes)
{
    float(*sum)[3] = bake_alloc(m->vertex_count, sizeof *sum);
    for (int p = 0; p < passes; p++) {
        memcpy(sum, m->normal, m->vertex_count * sizeof *sum);
        for (size_t t = 0; t < m->index_count; t++) {
            uint32_t a = m->index[t], b = m->index[t % 3 == 2 ? t - 2 : t + 1];
            for (int j = 0; j < 3; j++)
                sum[a][j] += m->normal[b][j];
        }
        for (size_t v = 0; v < m->vertex_count; v++) {
            float length = sqrtf(sum[v][0] * sum[v][0] + sum[v][1] * sum[v][1] + sum[v][2] * sum[v][2]);
            for (int j = 0; length > 0.0f && j < 3; j++)
                m->normal[v][j] = sum[v][j] / length;
        }
    }
    free(sum);
}

mesh surface_nets(const grid *g, const float *field, int passes)
{
    quad_mesh q = build_quads(g, field);
    float(*sum)[3] = bake_alloc(q.vertex_count, sizeof *sum);
    float *count = bake_alloc(q.vertex_count, sizeof *count);
    for (int p = 0; p < passes; p++) {
        laplace_step(&q, sum, count, 0.5f);
        laplace_step(&q, sum, count, -0.53f);
    }
    free(sum);
    free(count);
    mesh m = {.vertex_count = q.vertex_count, .index_count = 6 * q.quad_count, .position = q.position};
    m.index = bake_alloc(m.index_count, sizeof *m.index);
    for (size_t i = 0; i < q.quad_count; i++) {
        const uint32_t *c = q.quad[i];
        bool other =
            distance2(m.position[c[0]], m.position[c[2]]) > distance2(m.position[c[1]], m.position[c[3]]);
        uint32_t split[2][6] = {{c[0], c[1], c[2], c[0], c[2], c[3]}, {c[1], c[2], c[3], c[1], c[3], c[0]}};
        memcpy(m.index + 6 * i, split[other], sizeof split[other]);
    }
    free(q.quad);
    mesh_compute_normals(&m);
    smooth_normals(&m, 2);
    return m;
}

mesh surface_ellipsoid(const double centre_mm[3], const double radii_mm[3], const double axis[3], int rings)
{
    int around = 2 * rings;
    mesh m = {.vertex_count = (size_t)(around * (rings - 1) + 2),
              .index_count = (size_t)(6 * around * (rings - 1))};
    m.position = bake_alloc(m.vertex_count, sizeof *m.position);
    m.index = bake_alloc(m.index_count, sizeof *m.index);
    // e1 stays as close to x as the axis allows, so that the first radius is the left-right one.
    double e1[3] = {1.0 - axis[0] * axis[0], -axis[0] * axis[1], -axis[0] * axis[2]};
    double length = sqrt(e1[0] * e1[0] + e1[1] * e1[1] + e1[2] * e1[2]);
    for (int i = 0; i < 3; i++)
        e1[i] /= length;
    double e2[3] = {axis[1] * e1[2] - axis[2] * e1[1], axis[2] * e1[0] - axis[0] * e1[2],
                    axis[0] * e1[1] - axis[1] * e1[0]};
    const double pi = 3.14159265358979323846;
    for (size_t v = 0; v < m.vertex_count; v++) {
        size_t ring = v == 0 ? 0 : v == m.vertex_count - 1 ? (size_t)rings : 1 + (v - 1) / (size_t)around;
        double polar = pi * (double)ring / rings;
        double turn = 2.0 * pi * (double)((v - 1) % (size_t)around) / around;
        double u[3] = {sin(polar) * cos(turn) * radii_mm[0], sin(polar) * sin(turn) * radii_mm[1],
                       cos(polar) * radii_mm[2]};
        for (int i = 0; i < 3; i++)
            m.position[v][i] = (float)(centre_mm[i] + u[0] * e1[i] + u[1] * e2[i] + u[2] * axis[i]);
    }
    uint32_t *to = m.index, bottom = (uint32_t)m.vertex_count - 1;
    for (int ring = 0; ring < rings; ring++)
        for (int k = 0; k < around; k++) {
            uint32_t up = (uint32_t)(1 + (ring - 1) * around), down = up + (uint32_t)around;
            uint32_t here = (uint32_t)k, next = (uint32_t)((k + 1) % around);
            uint32_t a = ring == 0 ? 0 : up + here, b = ring == 0 ? 0 : up + next;
            uint32_t c = ring == rings - 1 ? bottom : down + here,
                     d = ring == rings - 1 ? bottom : down + next;
            if (ring > 0) {
                uint32_t upper[3] = {a, c, b};
                memcpy(to, upper, sizeof upper);
                to += 3;
            }
            if (ring < rings - 1) {
                uint32_t lower[3] = {b, c, d};
                memcpy(to, lower, sizeof lower);
                to += 3;
            }
        }
    mesh_compute_normals(&m);
    return m;
}

void mesh_compute_normals(mesh *m)
{
    free(m->normal);
    m->normal = bake_alloc(m->vertex_count, sizeof *m->normal);
    for (size_t t = 0; t < m->index_count; t += 3) {
        const float *a = m->position[m->index[t]], *b = m->position[m->index[t + 1]];
        const float *c = m->position[m->index[t + 2]];
        float u[3], w[3];
        for (int i = 0; i < 3; i++) {
            u[i] = b[i] - a[i];
            w[i] = c[i] - a[i];
        }
        float n[3] = {u[1] * w[2] - u[2] * w[1], u[2] * w[0] - u[0] * w[2], u[0] * w[1] - u[1] * w[0]};
        for (int k = 0; k < 3; k++)
            for (int i = 0; i < 3; i++)
                m->normal[m->index[t + (size_t)k]][i] += n[i];
    }
    for (size_t v = 0; v < m->vertex_count; v++) {
        float *n = m->normal[v];
        float length = sqrtf(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
        if (length > 0.0f)
            for (int i = 0; i < 3; i++)
                n[i] /= length;
        else
            n[2] = 1.0f;
    }
}

void mesh_free(mesh *m)
{
    free(m->position);
    free(m->normal);
    free(m->index);
    memset(m, 0, sizeof *m);
}
