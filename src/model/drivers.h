// What the ketamine concentration does at once, everywhere (docs/models.md). The brain concentration is
// taken to equal the plasma concentration, without delay and without protein binding (illustrative).
#ifndef NEUROTIDE_MODEL_DRIVERS_H
#define NEUROTIDE_MODEL_DRIVERS_H

// Half-block of NMDA receptors at 1 mM Mg2+, micromolar: GluN2C-like on interneurons, GluN2A/2B-like on
// pyramidal cells. Kotermanski & Johnson 2009, J Neurosci 29:2774, doi:10.1523/JNEUROSCI.3703-08.2009; giving
// the subtypes to these cells is one hypothesis among several (illustrative).
#define DRIVERS_HALF_BLOCK_INTERNEURON_UM 1.18
#define DRIVERS_HALF_BLOCK_PYRAMIDAL_UM 5.2

// Highest concentration for which the gain curve is valid, micromolar: above it rat prefrontal glutamate
// falls again (Moghaddam 1997, J Neurosci 17:2921).
#define DRIVERS_GAIN_VALID_UM 3.0

// Share of NMDA receptors blocked, 0..1, at concentration c_uM >= 0.
double drivers_block_interneuron(double c_uM);
double drivers_block_pyramidal(double c_uM);

// h = c^1.2 / (c^1.2 + 1.2^1.2), 0..1: the saturating curve under the gain and the effect (onset.h).
double drivers_saturation(double c_uM);

// Glutamate and pyramidal gain G = 1 + 2.05 h, 1 at rest: a fit (within 4 %) to this project's own network
// model of the prefrontal circuit, not to patients.
double drivers_glutamate_gain(double c_uM);
double drivers_gain(double saturation); // the same from h

// Dissociation meter Q = c^2 / (c^2 + 150^2), 0..1, c in ng/mL; a display curve (illustrative): reported at
// 100-250 ng/mL (Zanos et al. 2018, Pharmacol Rev 70:621, doi:10.1124/pr.117.015198, table 1).
double drivers_dissociation(double c_ng_per_ml);

#endif
