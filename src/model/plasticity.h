// The consequence of the burst, tabulated over the clock for both sides (equations and sources:
// plasticity_ode.h; docs/models.md): BDNF, mTORC1, synaptic proteins, spine density. Simple illustrative
// models after rodent data, not clinical data.
//
// Ketamine: driven by the glutamate gain. SSRI: p_S = 0.04 occ / 0.8 (1 - exp(-t / 336 h)), about +10 %
// density over weeks (illustrative; chronic antidepressants block or reverse stress-induced spine loss in
// rodents, PMC4497940). Stressed start: 0.85 of the healthy density, with and without drug (Li et al. 2011,
// PMC3068225: fewer prefrontal spines; the size is illustrative).
#ifndef NEUROTIDE_MODEL_PLASTICITY_H
#define NEUROTIDE_MODEL_PLASTICITY_H

#include "base/side.h"
#include "model/treatment.h"

#include <stdbool.h>

#define PLASTICITY_STRESSED 0.85 // s and rho(0) of the stressed start; 1 of the healthy one

typedef struct plasticity_inputs {
    treatment_inputs treatment; // clamped as treatment.h says
    bool stressed;              // state key `start`
    bool rapamycin;             // mTORC1 held down all the time
} plasticity_inputs;

plasticity_inputs plasticity_inputs_default(void); // default treatment, healthy, no rapamycin

typedef struct plasticity plasticity; // opaque, immutable once tabulated

// NULL only on lack of memory. The caller ends it with plasticity_destroy().
plasticity *plasticity_create(plasticity_inputs inputs);
void plasticity_tabulate(plasticity *p, plasticity_inputs inputs); // in place, about 1 ms
void plasticity_destroy(plasticity *p);
plasticity_inputs plasticity_inputs_of(const plasticity *p);

// Density without any drug, in all of the eight weeks: 1 or PLASTICITY_STRESSED.
double plasticity_set_point(const plasticity *p);

// All levels of one side at one moment; t_min as in treatment_at().
typedef struct plasticity_levels {
    double bdnf;      // b, 0 at rest
    double mtor;      // m, 0..1, 0 at rest
    double proteins;  // p, 0 at rest
    double formation; // s + phi p: rate of new spines, 1 = healthy baseline
    double density;   // rho, 1 = healthy baseline
} plasticity_levels;

plasticity_levels plasticity_at(const plasticity *p, side s, double t_min);
double plasticity_formation(const plasticity *p, side s, double t_min); // the same, alone
double plasticity_density(const plasticity *p, side s, double t_min);

// Standard deviation, between stretches of `sites` drawn spine sites (spines.h), of the density of extra
// spines: those that would not be there without the drug. Their mean is plasticity_density() -
// plasticity_set_point().
double plasticity_extra_spread(const plasticity *p, side s, double t_min, int sites);

#endif
