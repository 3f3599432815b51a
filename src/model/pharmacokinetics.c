#include "model/pharmacokinetics.h"

#include "base/dmath.h"

#include <math.h>

pharmacokinetics pharmacokinetics_make(double dose_mg_per_kg)
{
    const double k10 = PHARMACOKINETICS_K10_PER_MIN, k12 = PHARMACOKINETICS_K12_PER_MIN,
                 k21 = PHARMACOKINETICS_K21_PER_MIN;
    double sum = k10 + k12 + k21;
    double alpha = 0.5 * (sum + sqrt(sum * sum - 4.0 * k10 * k21));
    double beta = k10 * k21 / alpha; // not the difference, which would cancel
    double scale = 1.0 / (PHARMACOKINETICS_V1_L * (alpha - beta));
    return (pharmacokinetics){
        .rate_mg_per_min = dose_mg_per_kg * PHARMACOKINETICS_WEIGHT_KG / PHARMACOKINETICS_INFUSION_MIN,
        .alpha_per_min = alpha,
        .beta_per_min = beta,
        .p_per_l = (alpha - k21) * scale,
        .q_per_l = (k21 - beta) * scale,
    };
}

// Response of one exponential of unit weight to the infusion so far: the integral of exp(-rate s) over the
// time since the infusion's end (or 0) .. since its start.
static double infusion_response(double rate, double t_min)
{
    if (t_min <= PHARMACOKINETICS_INFUSION_MIN)
        return dmath_saturation(rate * t_min) / rate;
    return dmath_saturation(rate * PHARMACOKINETICS_INFUSION_MIN) / rate *
           dmath_exp(-rate * (t_min - PHARMACOKINETICS_INFUSION_MIN));
}

double pharmacokinetics_mg_per_l(const pharmacokinetics *pk, double t_min)
{
    if (!(t_min > 0.0))
        return 0.0;
    return pk->rate_mg_per_min * (pk->p_per_l * infusion_response(pk->alpha_per_min, t_min) +
                                  pk->q_per_l * infusion_response(pk->beta_per_min, t_min));
}

pharmacokinetics_amounts pharmacokinetics_amounts_at(const pharmacokinetics *pk, double t_min)
{
    if (!(t_min > 0.0))
        return (pharmacokinetics_amounts){0};
    double fast = infusion_response(pk->alpha_per_min, t_min);
    double slow = infusion_response(pk->beta_per_min, t_min);
    double infused_min = t_min < PHARMACOKINETICS_INFUSION_MIN ? t_min : PHARMACOKINETICS_INFUSION_MIN;
    double exchange = PHARMACOKINETICS_K12_PER_MIN / (pk->alpha_per_min - pk->beta_per_min);
    // The time integral of a response r' = infusion - rate * r is (infused - r) / rate.
    double area = pk->p_per_l * (infused_min - fast) / pk->alpha_per_min +
                  pk->q_per_l * (infused_min - slow) / pk->beta_per_min;
    double clearance = PHARMACOKINETICS_K10_PER_MIN * PHARMACOKINETICS_V1_L;
    return (pharmacokinetics_amounts){
        .central = PHARMACOKINETICS_V1_L * pharmacokinetics_mg_per_l(pk, t_min),
        .peripheral = pk->rate_mg_per_min * exchange * (slow - fast),
        .eliminated = pk->rate_mg_per_min * clearance * area,
        .infused = pk->rate_mg_per_min * infused_min,
    };
}

double pharmacokinetics_area(const pharmacokinetics *pk)
{
    return pk->rate_mg_per_min * PHARMACOKINETICS_INFUSION_MIN *
           (pk->p_per_l / pk->alpha_per_min + pk->q_per_l / pk->beta_per_min);
}

double pharmacokinetics_uM(double mg_per_l)
{
    return mg_per_l * 1000.0 / PHARMACOKINETICS_G_PER_MOL;
}
