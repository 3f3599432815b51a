// Plasma concentration of racemic ketamine after one intravenous infusion: two compartments, first-order
// elimination from the first (docs/models.md), in closed form.
//
//   dA1/dt = R(t) - (k10 + k12) A1 + k21 A2,   dA2/dt = k12 A1 - k21 A2,   C = A1 / V1
//
// R = dose * weight / duration while the infusion runs. Parameters: Clements & Nimmo 1981, Br J Anaesth
// 53:27, doi:10.1093/bja/53.1.27 (0.25 mg/kg data). Body weight is illustrative; dose and duration are the
// standard of the trials. A simple model, not clinical data.
#ifndef NEUROTIDE_MODEL_PHARMACOKINETICS_H
#define NEUROTIDE_MODEL_PHARMACOKINETICS_H

#define PHARMACOKINETICS_WEIGHT_KG 70.0
#define PHARMACOKINETICS_INFUSION_MIN 40.0
#define PHARMACOKINETICS_V1_L (1.7522 * PHARMACOKINETICS_WEIGHT_KG)
#define PHARMACOKINETICS_K10_PER_MIN 0.0109 // elimination
#define PHARMACOKINETICS_K12_PER_MIN 0.0186 // plasma to tissue
#define PHARMACOKINETICS_K21_PER_MIN 0.0137 // tissue to plasma
#define PHARMACOKINETICS_G_PER_MOL 237.73   // ketamine base

// One infusion, ready to be asked for any time. Plain data without ownership.
typedef struct pharmacokinetics {
    double rate_mg_per_min;             // infusion rate R
    double alpha_per_min, beta_per_min; // the two exponents, alpha > beta > 0
    double p_per_l, q_per_l;            // their shares of the plasma response to a unit bolus, p + q = 1/V1
} pharmacokinetics;

// Amounts in mg; infused = central + peripheral + eliminated at all times.
typedef struct pharmacokinetics_amounts {
    double central, peripheral, eliminated, infused;
} pharmacokinetics_amounts;

// dose_mg_per_kg >= 0, given over 40 min from t = 0.
pharmacokinetics pharmacokinetics_make(double dose_mg_per_kg);

// Plasma concentration, mg/L; 0 for t_min <= 0.
double pharmacokinetics_mg_per_l(const pharmacokinetics *pk, double t_min);
pharmacokinetics_amounts pharmacokinetics_amounts_at(const pharmacokinetics *pk, double t_min);

// Area under the concentration curve from 0 to infinity, mg min/L (dose over clearance).
double pharmacokinetics_area(const pharmacokinetics *pk);

double pharmacokinetics_uM(double mg_per_l); // mg/L to micromol/L

#endif
