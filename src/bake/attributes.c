#include "bake/attributes.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { SPHERE_RAYS = 128, MIX = 6, SPREAD_STEPS = 24 };
static const double reach_mm = 18.0, ray_step_mm = 0.9, lift_mm = 1.0;
static const double spread_sigma_mm = 2.8; // 10 to 90 % of a blurred edge lie 2.56 sigma apart

// Points of a golden spiral: even over the sphere, the same on every run.
static void ray_directions(double out[SPHERE_RAYS][3])
{
    for (int i = 0; i < SPHERE_RAYS; i++) {
        double z = 1.0 - (2.0 * i + 1.0) / SPHERE_RAYS, r = sqrt(1.0 - z * z);
        double turn = 2.39996322972865332 * i;
        out[i][0] = r * cos(turn);
        out[i][1] = r * sin(turn);
        out[i][2] = z;
    }
}

// Free share of the way: 1 when nothing is hit, less the nearer the first solid sample is.
static double free_way(const grid *g, const uint8_t *solid, const double from[3], const double direction[3])
{
    double u[3], step[3];
    for (int a = 0; a < 3; a++) {
        u[a] = (from[a] - g->origin_mm[a]) / g->step_mm + 0.5;
        step[a] = direction[a] * ray_step_mm / g->step_mm;
    }
    int steps = (int)(reach_mm / ray_step_mm);
    for (int s = 1; s <= steps; s++) {
        double x = u[0] + s * step[0], y = u[1] + s * step[1], z = u[2] + s * step[2];
        if (x < 0.0 || y < 0.0 || z < 0.0)
            return 1.0;
        int i = (int)x, j = (int)y, k = (int)z;
        if (i >= g->n[0] || j >= g->n[1] || k >= g->n[2])
            return 1.0;
        if (solid[grid_index(g, i, j, k)])
            return 0.6 * s / steps;
    }
    return 1.0;
}

void vertex_smooth(const mesh *m, float *value)
{
    float *sum = bake_alloc(m->vertex_count, sizeof *sum),
          *count = bake_alloc(m->vertex_count, sizeof *count);
    for (size_t t = 0; t < m->index_count; t++) {
        uint32_t a = m->index[t], b = m->index[t % 3 == 2 ? t - 2 : t + 1];
        sum[a] += value[b];
        count[a] += 1.0f;
    }
    for (size_t v = 0; v < m->vertex_count; v++)
        if (count[v] > 0.0f)
            value[v] = 0.5f * (value[v] + sum[v] / count[v]);
    free(sum);
    free(count);
}

void vertex_occlusion(const mesh *m, const grid *g, const uint8_t *solid, float *out)
{
    double rays[SPHERE_RAYS][3];
    ray_directions(rays);
    for (size_t v = 0; v < m->vertex_count; v++) {
        double n[3], from[3], seen = 0.0, all = 0.0;
        for (int a = 0; a < 3; a++) {
            n[a] = (double)m->normal[v][a];
            from[a] = (double)m->position[v][a] + lift_mm * n[a];
        }
        for (int r = 0; r < SPHERE_RAYS; r++) {
            double cosine = n[0] * rays[r][0] + n[1] * rays[r][1] + n[2] * rays[r][2];
            if (cosine <= 0.02)
                continue;
            seen += cosine * free_way(g, solid, from, rays[r]);
            all += cosine;
        }
        out[v] = (float)(seen / all);
    }
    vertex_smooth(m, out);
}

typedef struct node_mix {
    uint8_t node[MIX];
    float weight[MIX]; // descending is not needed; zero weight = free place
} node_mix;

static void mix_add(node_mix *m, uint8_t node, float weight)
{
    int weakest = 0;
    for (int k = 0; k < MIX; k++) {
        if (m->weight[k] > 0.0f && m->node[k] == node) {
            m->weight[k] += weight;
            return;
        }
        if (m->weight[k] < m->weight[weakest])
            weakest = k;
    }
    if (weight > m->weight[weakest]) {
        m->node[weakest] = node;
        m->weight[weakest] = weight;
    }
}

// Share of the neighbours' mean to take per step for the wanted blur, from the local edge length.
static void spread_rates(const mesh *m, const uint8_t *domain, float *rate, float *degree)
{
    float *length2 = bake_alloc(m->vertex_count, sizeof *length2);
    for (size_t t = 0; t < m->index_count; t++) {
        uint32_t a = m->index[t], b = m->index[t % 3 == 2 ? t - 2 : t + 1];
        if (domain[a] != domain[b])
            continue;
        for (int i = 0; i < 3; i++) {
            float d = m->position[a][i] - m->position[b][i];
            length2[a] += d * d;
        }
        degree[a] += 1.0f;
    }
    double per_step = spread_sigma_mm * spread_sigma_mm / SPREAD_STEPS;
    for (size_t v = 0; v < m->vertex_count; v++) {
        double variance = degree[v] > 0.0f ? 0.5 * (double)(length2[v] / degree[v]) : 1.0;
        rate[v] = (float)fmin(1.0, per_step / fmax(variance, 1e-6));
    }
    free(length2);
}

static void mix_store(const node_mix *m, brain_vertex *out)
{
    int order[3] = {-1, -1, -1};
    double total = 0.0;
    for (int place = 0; place < 3; place++) {
        for (int k = 0; k < MIX; k++) {
            if (m->weight[k] <= 0.0f || k == order[0] || k == order[1])
                continue;
            if (order[place] < 0 || m->weight[k] > m->weight[order[place]])
                order[place] = k;
        }
        if (order[place] < 0)
            break;
        total += (double)m->weight[order[place]];
    }
    int left = 255;
    for (int place = 0; place < 3; place++) {
        out->node[place] = order[place] < 0 ? BRAIN_NO_NODE : m->node[order[place]];
        if (place == 2 || order[place] < 0)
            continue;
        int weight = (int)(255.0 * (double)m->weight[order[place]] / total + 0.5);
        bool last = place == 1 ? order[2] < 0 : order[1] < 0;
        weight = last || weight > left ? left : weight;
        out->weight[place] = (uint8_t)weight;
        left -= weight;
    }
    if (left == 0)
        out->node[2] = BRAIN_NO_NODE;
    if (out->weight[1] == 0 && left == 0)
        out->node[1] = BRAIN_NO_NODE;
}

void vertex_nodes(const mesh *m, const uint8_t *node, const uint8_t *domain, brain_vertex *out)
{
    size_t count = m->vertex_count;
    node_mix *now = bake_alloc(count, sizeof *now), *next = bake_alloc(count, sizeof *next);
    float *rate = bake_alloc(count, sizeof *rate), *degree = bake_alloc(count, sizeof *degree);
    spread_rates(m, domain, rate, degree);
    for (size_t v = 0; v < count; v++)
        if (node[v] != BRAIN_NO_NODE)
            mix_add(&now[v], node[v], 1.0f);
    for (int step = 0; step < SPREAD_STEPS; step++) {
        for (size_t v = 0; v < count; v++) {
            next[v] = now[v];
            if (degree[v] > 0.0f)
                for (int k = 0; k < MIX; k++)
                    next[v].weight[k] *= 1.0f - rate[v];
        }
        for (size_t t = 0; t < m->index_count; t++) {
            uint32_t a = m->index[t], b = m->index[t % 3 == 2 ? t - 2 : t + 1];
            if (domain[a] != domain[b])
                continue;
            for (int k = 0; k < MIX; k++)
                if (now[b].weight[k] > 1e-4f)
                    mix_add(&next[a], now[b].node[k], rate[a] / degree[a] * now[b].weight[k]);
        }
        node_mix *swap = now;
        now = next;
        next = swap;
    }
    for (size_t v = 0; v < count; v++)
        mix_store(&now[v], &out[v]);
    free(now);
    free(next);
    free(rate);
    free(degree);
}

void vertex_encode_position(const float p_mm[3], uint16_t out[3])
{
    for (int a = 0; a < 3; a++) {
        double q = ((double)p_mm[a] - BRAIN_BOX_MIN_MM) * BRAIN_STEPS_PER_MM + 0.5;
        out[a] = (uint16_t)fmin(fmax(q, 0.0), 65535.0);
    }
}

void vertex_encode_normal(const float n[3], int8_t out[2])
{
    double x = (double)n[0], y = (double)n[1], z = (double)n[2];
    double s = fabs(x) + fabs(y) + fabs(z), u = x / s, w = y / s;
    if (z < 0.0) {
        double folded = (1.0 - fabs(w)) * (u < 0.0 ? -1.0 : 1.0);
        w = (1.0 - fabs(u)) * (w < 0.0 ? -1.0 : 1.0);
        u = folded;
    }
    out[0] = (int8_t)floor(u * 127.0 + 0.5);
    out[1] = (int8_t)floor(w * 127.0 + 0.5);
}
