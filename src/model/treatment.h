// Everything that depends only on the inputs and the treatment time, tabulated once per change of inputs:
// pharmacokinetics, SSRI occupancy and autoreceptors, effect curves, engagement of all regions on both sides.
// Simple illustrative models (docs/models.md), not clinical data.
#ifndef NEUROTIDE_MODEL_TREATMENT_H
#define NEUROTIDE_MODEL_TREATMENT_H

#include "base/course.h"
#include "base/side.h"
#include "model/atlas.h"
#include "model/clock_grid.h"

#include <stdbool.h>

typedef struct treatment_inputs {
    double ketamine_mg_per_kg; // 0..1, over 40 min, 70 kg
    double ssri_target;        // steady SERT occupancy, 0..0.9
} treatment_inputs;

treatment_inputs treatment_inputs_default(void); // 0.5 mg/kg, 0.8

typedef enum treatment_clamp {
    TREATMENT_CLAMP_NONE = 0,
    TREATMENT_CLAMP_KETAMINE = 1, // above 1 mg/kg the gain curve is not valid (glutamate is an inverted U),
                                  // below 0, or NaN (becomes 0)
    TREATMENT_CLAMP_SSRI = 2      // outside 0..0.9, or NaN (becomes 0)
} treatment_clamp;

// Brings the inputs into their range; returns what had to be changed (bits of treatment_clamp).
unsigned treatment_inputs_clamp(treatment_inputs *inputs);

typedef struct treatment treatment; // opaque, immutable once tabulated

// NULL only on lack of memory. Inputs are clamped. The caller ends it with treatment_destroy().
treatment *treatment_create(treatment_inputs inputs);
void treatment_tabulate(treatment *t, treatment_inputs inputs); // in place, under 5 ms
void treatment_destroy(treatment *t);
treatment_inputs treatment_inputs_of(const treatment *t);

// All levels at one moment. t_min = minutes after the first dose; 0 or less: before the dose; clamped at
// 56 d.
typedef struct treatment_levels {
    double ketamine_ng_per_ml;           // plasma concentration C
    double ketamine_uM;                  // the same, micromolar (base, 237.73 g/mol)
    double ketamine_relative;            // C over its own peak of this dose, 0..1 (0 for dose 0)
    double block_interneuron;            // b_I, share of interneuron NMDA receptors blocked, 0..1
    double block_pyramidal;              // b_E
    double glutamate_gain;               // G, 1 at rest
    double dissociation;                 // Q_d, 0..1
    double ssri_occupancy;               // occ, 0..1
    double serotonin;                    // S, 1 at baseline
    double raphe_firing;                 // f, 0..1, 1 at baseline
    double autoreceptor_desensitisation; // Dz, 0..1
    double effect[SIDE_COUNT];           // E_S and Y, each on its own model scale, 0..1: timing, not efficacy
} treatment_levels;

treatment_levels treatment_at(const treatment *t, double t_min);

// Relative engagement x of every node of one side at a moment, dimensionless, >= 0 (about 1 = strongly
// engaged; the colour scale is fixed at 0..1 and clips).
void treatment_engagement(const treatment *t, side s, double t_min, double x[ATLAS_NODES]);
double treatment_engagement_node(const treatment *t, side s, double t_min, int node);

// Number of nodes with x > 0.5 on the common scale.
int treatment_engaged_count(const treatment *t, side s, double t_min);

#endif
