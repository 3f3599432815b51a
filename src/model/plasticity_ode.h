// From the glutamate burst to new connections, one step at a time (docs/models.md):
//
//   db/dt = (g - b) / tau_b                                   BDNF/TrkB signal; g = G(C) - 1
//   dm/dt = ((1 - R) b^2 / (b^2 + K_b^2) - m) / tau_m         mTORC1; R = 1: rapamycin
//   dp/dt = k_p m + (p_S - p) / tau_p                         synaptic proteins
//   drho/dt = eps (s + phi p - rho)                           spine density, 1 = healthy baseline
//   dy/dt = 2 eps (s (rho - s) / (2 - s) - y)                 scatter of the extra spines beyond Poisson
//   (spines.h)
//
// The burst raises formation, elimination stays as it is (Phoumthipphavong et al. 2016, eNeuro 3, PMC4819286:
// density up for as long as two weeks, by formation). All parameters are illustrative, tuned to about +6 % at
// 24 h and a peak of +13 %; in rats p-mTOR is up at 30 min, synaptic proteins peak at 2-6 h and spines are up
// at 24 h (Li et al. 2010, Science 329:959, secondary source): b, m and p of this model peak later. All of it
// is rodent data.
#ifndef NEUROTIDE_MODEL_PLASTICITY_ODE_H
#define NEUROTIDE_MODEL_PLASTICITY_ODE_H

#include "model/lag.h"

#define PLASTICITY_TAU_BDNF_H 1.0
#define PLASTICITY_TAU_MTOR_H 1.0
#define PLASTICITY_HALF_BDNF 0.5       // K_b
#define PLASTICITY_PROTEINS_PER_H 0.35 // k_p
#define PLASTICITY_TAU_PROTEINS_H 48.0 // tau_p
#define PLASTICITY_LOSS_PER_H                                                                                \
    (0.09 / 24.0) // eps; faster than the average adult spine, so that extra ones fade
#define PLASTICITY_PHI 2.4

typedef struct plasticity_state {
    double bdnf, mtor, proteins, density, scatter;
} plasticity_state;

// What drives it at one moment.
typedef struct plasticity_drive {
    double rise;          // g, 0 without drug
    double mtor_free;     // 1 - R: 0 with rapamycin
    double proteins_ssri; // p_S
    double set_point;     // s, the density without drug
} plasticity_drive;

// The lags of steps of dt_h hours, dt_h > 0.
typedef struct plasticity_lags {
    lag bdnf, mtor, proteins, density, scatter;
} plasticity_lags;

plasticity_lags plasticity_lags_make(double dt_h);

// One step, during which the drive goes in a straight line from one end to the other. Each equation in its
// turn is integrated without error for an input that is a straight line (lag.h), so that any step is stable.
plasticity_state plasticity_step(plasticity_state y, const plasticity_lags *lags,
                                 const plasticity_drive *from, const plasticity_drive *to);

#endif
