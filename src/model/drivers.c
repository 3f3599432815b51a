#include "model/drivers.h"

#include "base/dmath.h"

static const double GAIN_EXPONENT = 1.2;
static const double GAIN_HALF_UM = 1.2;
static const double GAIN_RANGE = 2.05;
static const double DISSOCIATION_HALF_NG_PER_ML = 150.0;

double drivers_block_interneuron(double c_uM)
{
    return c_uM / (c_uM + DRIVERS_HALF_BLOCK_INTERNEURON_UM);
}

double drivers_block_pyramidal(double c_uM)
{
    return c_uM / (c_uM + DRIVERS_HALF_BLOCK_PYRAMIDAL_UM);
}

double drivers_saturation(double c_uM)
{
    double relative = dmath_pow(c_uM / GAIN_HALF_UM, GAIN_EXPONENT);
    return relative / (relative + 1.0);
}

double drivers_gain(double saturation)
{
    return 1.0 + GAIN_RANGE * saturation;
}

double drivers_glutamate_gain(double c_uM)
{
    return drivers_gain(drivers_saturation(c_uM));
}

double drivers_dissociation(double c_ng_per_ml)
{
    double c2 = c_ng_per_ml * c_ng_per_ml;
    return c2 / (c2 + DISSOCIATION_HALF_NG_PER_ML * DISSOCIATION_HALF_NG_PER_ML);
}
