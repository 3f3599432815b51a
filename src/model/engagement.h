// Spread of engagement over the region graph (docs/models.md). For every node i of one side
//
//   dx_i/dt = lambda (d_i u(t) - x_i) - kappa lambda sum_j L_ij x_j,   x = 0 before the dose,
//
// with L the Laplacian of atlas_weights(), d the side's drive weights and u its input. x is a relative
// engagement, dimensionless, >= 0; all parameters are illustrative.
//
// Drive and graph are the same left and right, and so is x: with one unknown per region (24) instead of one
// per node (47), L stays symmetric in the right basis and is diagonalised once. Each of its 24 modes is then
// a first-order lag (lag.h) of the one input u, however stiff.
#ifndef NEUROTIDE_MODEL_ENGAGEMENT_H
#define NEUROTIDE_MODEL_ENGAGEMENT_H

#include "base/side.h"
#include "model/atlas.h"

#define ENGAGEMENT_LAMBDA_PER_MIN (1.0 / 3.0)
#define ENGAGEMENT_KAPPA 0.1           // in units of lambda
#define ENGAGEMENT_THRESHOLD 0.5       // "engaged" in words: x above this
#define ENGAGEMENT_KETAMINE_GAIN 0.740 // gain over rest at 40 min of 0.5 mg/kg, where u = 1

enum { ENGAGEMENT_MODES = ATLAS_REGIONS };

typedef struct engagement_modes {
    double rate_per_min[ENGAGEMENT_MODES];
    double goal[SIDE_COUNT][ENGAGEMENT_MODES];     // steady amplitude at u = 1
    double shape[ENGAGEMENT_MODES][ATLAS_REGIONS]; // x of the region's nodes per unit amplitude
} engagement_modes;

// Diagonalises the graph; kappa >= 0.
void engagement_modes_make(engagement_modes *modes, double kappa);

// The input u: 1 at the therapeutic occupancy, and at 40 min of 0.5 mg/kg.
double engagement_input_ssri(double occupancy);
double engagement_input_ketamine(double glutamate_gain);

// x of all nodes (of one node) for these amplitudes, negative rounding dust cut off.
void engagement_nodes(const engagement_modes *modes, const double amplitude[ENGAGEMENT_MODES],
                      double x[ATLAS_NODES]);
double engagement_node(const engagement_modes *modes, const double amplitude[ENGAGEMENT_MODES], int node);

// Number of nodes above the threshold.
int engagement_count(const double x[ATLAS_NODES]);

#endif
