#include "model/ssri.h"

#include "base/dmath.h"

#include <math.h>

static const double LN2 = 0.693147180559945309417;
static const double UPTAKE_PER_S = 7.6;
static const double LEAK_PER_S = 0.5;
static const double GOAL_AT_THERAPEUTIC = 0.9;

double ssri_occupancy(double target, double t_h)
{
    if (!(t_h > 0.0))
        return 0.0;
    double steady = target / (1.0 - target);
    double c = steady * dmath_saturation(LN2 / SSRI_HALF_LIFE_H * t_h);
    return c / (1.0 + c);
}

double ssri_desensitisation_goal(double occupancy)
{
    double goal = GOAL_AT_THERAPEUTIC * occupancy / SSRI_THERAPEUTIC_OCCUPANCY;
    return goal < 1.0 ? goal : 1.0;
}

double ssri_serotonin(double occupancy, double desensitisation)
{
    double unchecked = (UPTAKE_PER_S + LEAK_PER_S) / ((1.0 - occupancy) * UPTAKE_PER_S + LEAK_PER_S);
    double a = 1.0 - desensitisation;
    // The positive root of a S^2 + (1 - a) S - unchecked = 0 in the form that has no 0/0 at a = 0.
    double b = 1.0 - a;
    return 2.0 * unchecked / (b + sqrt(b * b + 4.0 * a * unchecked));
}

double ssri_firing(double serotonin, double desensitisation)
{
    double excess = serotonin > 1.0 ? serotonin - 1.0 : 0.0;
    return 1.0 / (1.0 + (1.0 - desensitisation) * excess);
}
