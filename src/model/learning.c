#include "model/learning.h"

#include "base/dmath.h"

static const double ETA = 0.1;
static const double DISSOCIATION_COST = 0.5;
static const double LEARNED = 0.9;

double learning_rate(double formation, double dissociation)
{
    double eta = ETA * formation * (1.0 - DISSOCIATION_COST * dissociation);
    return eta < 1.0 ? eta : 1.0;
}

double learning_trials_to_90(double eta)
{
    return dmath_log(1.0 - LEARNED) / dmath_log(1.0 - eta);
}

double learning_strength(double eta, double trials)
{
    return dmath_saturation(-trials * dmath_log(1.0 - eta));
}

learning learning_at(const plasticity *p, const treatment *t, side s, double t_min)
{
    double dissociation = s == SIDE_KETAMINE ? treatment_at(t, t_min).dissociation : 0.0;
    learning l = {.eta = learning_rate(plasticity_formation(p, s, t_min), dissociation),
                  .eta_before = learning_rate(plasticity_set_point(p), 0.0)};
    l.trials_to_90 = learning_trials_to_90(l.eta);
    l.trials_to_90_before = learning_trials_to_90(l.eta_before);
    return l;
}
