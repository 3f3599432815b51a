#include "model/engagement.h"

#include "model/eigen.h"
#include "model/ssri.h"

#include <math.h>

static double nodes_of(int region)
{
    return region == ATLAS_DRN ? 1.0 : 2.0;
}

// The Laplacian between vectors that are constant over a region's nodes and of length 1.
static void region_laplacian(double out[ATLAS_REGIONS * ATLAS_REGIONS])
{
    double w[ATLAS_NODES][ATLAS_NODES];
    atlas_weights(w);
    for (int i = 0; i < ATLAS_REGIONS * ATLAS_REGIONS; i++)
        out[i] = 0.0;
    for (int i = 0; i < ATLAS_NODES; i++)
        for (int j = 0; j < ATLAS_NODES; j++) {
            int a = (int)atlas_node_get(i)->region, b = (int)atlas_node_get(j)->region;
            out[a * ATLAS_REGIONS + a] += w[i][j] / nodes_of(a);
            out[a * ATLAS_REGIONS + b] -= w[i][j] / sqrt(nodes_of(a) * nodes_of(b));
        }
}

void engagement_modes_make(engagement_modes *modes, double kappa)
{
    double laplacian[ATLAS_REGIONS * ATLAS_REGIONS];
    double values[ENGAGEMENT_MODES], vectors[ENGAGEMENT_MODES][ATLAS_REGIONS];
    region_laplacian(laplacian);
    eigen_symmetric(ATLAS_REGIONS, laplacian, values, &vectors[0][0]);
    for (int k = 0; k < ENGAGEMENT_MODES; k++) {
        double relative = 1.0 + kappa * values[k];
        modes->rate_per_min[k] = ENGAGEMENT_LAMBDA_PER_MIN * relative;
        for (int s = 0; s < SIDE_COUNT; s++) {
            double drive = 0.0;
            for (int r = 0; r < ATLAS_REGIONS; r++)
                drive += vectors[k][r] * sqrt(nodes_of(r)) * atlas_region_get((atlas_region_id)r)->drive[s];
            modes->goal[s][k] = drive / relative;
        }
        for (int r = 0; r < ATLAS_REGIONS; r++)
            modes->shape[k][r] = vectors[k][r] / sqrt(nodes_of(r));
    }
}

double engagement_input_ssri(double occupancy)
{
    return occupancy / SSRI_THERAPEUTIC_OCCUPANCY;
}

double engagement_input_ketamine(double glutamate_gain)
{
    return (glutamate_gain - 1.0) / ENGAGEMENT_KETAMINE_GAIN;
}

void engagement_nodes(const engagement_modes *modes, const double amplitude[ENGAGEMENT_MODES],
                      double x[ATLAS_NODES])
{
    double region[ATLAS_REGIONS] = {0.0};
    for (int k = 0; k < ENGAGEMENT_MODES; k++)
        for (int r = 0; r < ATLAS_REGIONS; r++)
            region[r] += amplitude[k] * modes->shape[k][r];
    for (int i = 0; i < ATLAS_NODES; i++) {
        double level = region[atlas_node_get(i)->region];
        x[i] = level > 0.0 ? level : 0.0;
    }
}

double engagement_node(const engagement_modes *modes, const double amplitude[ENGAGEMENT_MODES], int node)
{
    int region = (int)atlas_node_get(node)->region;
    double level = 0.0;
    for (int k = 0; k < ENGAGEMENT_MODES; k++)
        level += amplitude[k] * modes->shape[k][region];
    return level > 0.0 ? level : 0.0;
}

int engagement_count(const double x[ATLAS_NODES])
{
    int count = 0;
    for (int i = 0; i < ATLAS_NODES; i++)
        count += x[i] > ENGAGEMENT_THRESHOLD;
    return count;
}
