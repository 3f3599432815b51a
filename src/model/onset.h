// How fast the two treatments begin to work, each on its own model scale 0..1: this shows timing, not which
// drug works better (docs/models.md). All rates are illustrative, fitted to published time courses.
//
// SSRI:      E_S = min(target / 0.8, 1) (1 - exp(-t / 20 d)); a third of the six-week drug-placebo effect is
//            there after a week: Taylor et al. 2006, Arch Gen Psychiatry 63:1217,
//            doi:10.1001/archpsyc.63.11.1217. The factor for other targets is illustrative.
// Ketamine:  dX/dt = 3/h h(C) (1 - X) - X / 200 h,   dY/dt = (X - Y) / 3 h; h of drivers.h.
//            Y(7 d)/Y(24 h) = 0.49 after Zarate et al. 2006, Arch Gen Psychiatry 63:856,
//            doi:10.1001/archpsyc.63.8.856 (71 % response at 24 h, 35 % for a week or more); other trials
//            fade more slowly (Murrough et al. 2013, Am J Psychiatry 170:1134).
#ifndef NEUROTIDE_MODEL_ONSET_H
#define NEUROTIDE_MODEL_ONSET_H

#define ONSET_SSRI_H 480.0     // time constant of E_S
#define ONSET_UPTAKE_PER_H 3.0 // k_u
#define ONSET_FADE_H 200.0     // tau_off
#define ONSET_KETAMINE_H 3.0   // tau_on

// E_S at t_h hours for a steady occupancy of `target` (0..1); 0 for t_h <= 0.
double onset_ssri(double target, double t_h);

// X after a step of dt_h hours from x, when h of drivers.h has the mean value `saturation` (0..1) during it.
double onset_trigger_step(double x, double saturation, double dt_h);

#endif
