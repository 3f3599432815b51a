// A steady daily SSRI from t = 0: transporter occupancy over the first days, raphe firing and the slow
// desensitisation of 5-HT1A autoreceptors over weeks (docs/models.md).
//
//   dc/dt = k_e (c_ss - c), occ = c / (1 + c)            c: concentration over EC50
//   S = f * 8.1 / ((1 - occ) 7.6 + 0.5)                  synaptic serotonin, 1 at baseline
//   f = 1 / (1 + (1 - Dz) max(S - 1, 0))                 raphe firing, 1 at baseline
//   dDz/dt = (min(0.9 occ / 0.8, 1) - Dz) / 10 d         desensitisation, 0..1
//
// Occupancy at therapeutic doses: Meyer et al. 2004, Am J Psychiatry 161:826,
// doi:10.1176/appi.ajp.161.5.826 (76-85 % for five SSRIs). k_e: citalopram half-life of about 35 h (from
// memory). Desensitisation: seen from day 3, in 60-80 % of neurons by day 21, rats (Le Poul et al. 1995,
// PMID 7477436); its causal role is disputed (Commons & Linnros 2019, PMC7340170). 7.6 /s (uptake, Vmax/Km)
// from memory, 0.5 /s (leak) and the 10 d illustrative. The cap of the desensitisation at 1 matters only
// above 89 % occupancy (illustrative).
#ifndef NEUROTIDE_MODEL_SSRI_H
#define NEUROTIDE_MODEL_SSRI_H

#define SSRI_THERAPEUTIC_OCCUPANCY 0.80
#define SSRI_HALF_LIFE_H 35.0
#define SSRI_DESENSITISATION_H 240.0

// Occupied share of serotonin transporters at t_h hours, 0..1, when the steady value is `target` (0..0.95).
double ssri_occupancy(double target, double t_h);

// Where desensitisation tends to at this occupancy, 0..1.
double ssri_desensitisation_goal(double occupancy);

// Synaptic serotonin, 1 at baseline, from occupancy and desensitisation (both 0..1).
double ssri_serotonin(double occupancy, double desensitisation);

// Raphe firing, 0..1, from serotonin >= 1 and desensitisation.
double ssri_firing(double serotonin, double desensitisation);

#endif
