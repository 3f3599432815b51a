#include "model/onset.h"

#include "base/dmath.h"
#include "model/ssri.h"

double onset_ssri(double target, double t_h)
{
    if (!(t_h > 0.0))
        return 0.0;
    double scale = target < SSRI_THERAPEUTIC_OCCUPANCY ? target / SSRI_THERAPEUTIC_OCCUPANCY : 1.0;
    return scale * dmath_saturation(t_h / ONSET_SSRI_H);
}

double onset_trigger_step(double x, double saturation, double dt_h)
{
    double gain = ONSET_UPTAKE_PER_H * saturation;
    double rate = gain + 1.0 / ONSET_FADE_H;
    return x + (gain / rate - x) * dmath_saturation(rate * dt_h);
}
