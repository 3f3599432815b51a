// The engagement equation the slow, plain way: all 47 nodes, explicit Euler steps, and the steady state from
// a linear solve. Shares nothing with src/model but the weights and drives.
#ifndef NEUROTIDE_TESTS_GRAPH_REFERENCE_H
#define NEUROTIDE_TESTS_GRAPH_REFERENCE_H

#include "model/atlas.h"

#include <math.h>

typedef struct graph_reference {
    double weights[ATLAS_NODES][ATLAS_NODES];
    double drive[SIDE_COUNT][ATLAS_NODES];
    double drive_sum[SIDE_COUNT], drive_max[SIDE_COUNT];
} graph_reference;

static inline void graph_reference_make(graph_reference *g)
{
    *g = (graph_reference){.drive_sum = {0.0, 0.0}};
    atlas_weights(g->weights);
    for (int s = 0; s < SIDE_COUNT; s++)
        for (int i = 0; i < ATLAS_NODES; i++) {
            double d = atlas_region_get(atlas_node_get(i)->region)->drive[s];
            g->drive[s][i] = d;
            g->drive_sum[s] += d;
            g->drive_max[s] = fmax(g->drive_max[s], d);
        }
}

// One explicit Euler step; dt in units of 1/lambda (3 min).
static inline void graph_reference_step(const graph_reference *g, side s, double kappa, double u, double dt,
                                        double x[ATLAS_NODES])
{
    double flow[ATLAS_NODES];
    for (int i = 0; i < ATLAS_NODES; i++) {
        double in = 0.0;
        for (int j = 0; j < ATLAS_NODES; j++)
            in += g->weights[i][j] * (x[j] - x[i]);
        flow[i] = g->drive[s][i] * u - x[i] + kappa * in;
    }
    for (int i = 0; i < ATLAS_NODES; i++)
        x[i] += dt * flow[i];
}

// Solves (1 + kappa L) x = u d by Gaussian elimination; the matrix dominates its diagonal, so no pivoting.
static inline void graph_reference_steady(const graph_reference *g, side s, double kappa, double u,
                                          double x[ATLAS_NODES])
{
    double a[ATLAS_NODES][ATLAS_NODES];
    for (int i = 0; i < ATLAS_NODES; i++) {
        double degree = 0.0;
        for (int j = 0; j < ATLAS_NODES; j++) {
            degree += g->weights[i][j];
            a[i][j] = -kappa * g->weights[i][j];
        }
        a[i][i] = 1.0 + kappa * degree;
        x[i] = u * g->drive[s][i];
    }
    for (int k = 0; k < ATLAS_NODES; k++)
        for (int i = k + 1; i < ATLAS_NODES; i++) {
            double f = a[i][k] / a[k][k];
            for (int j = k; j < ATLAS_NODES; j++)
                a[i][j] -= f * a[k][j];
            x[i] -= f * x[k];
        }
    for (int k = ATLAS_NODES - 1; k >= 0; k--) {
        for (int j = k + 1; j < ATLAS_NODES; j++)
            x[k] -= a[k][j] * x[j];
        x[k] /= a[k][k];
    }
}

static inline double graph_reference_sum(const double x[ATLAS_NODES])
{
    double sum = 0.0;
    for (int i = 0; i < ATLAS_NODES; i++)
        sum += x[i];
    return sum;
}

#endif
