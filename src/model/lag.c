#include "model/lag.h"

#include "base/dmath.h"

// 1 - (1 - exp(-z)) / z by its series, for z so small that the difference would cancel.
static double weight_of_end(double z)
{
    double term = 0.5 * z, sum = 0.0;
    for (int n = 3; n < 18; n++) {
        sum += term;
        term *= -z / (double)n;
    }
    return sum;
}

lag lag_make(double rate, double dt)
{
    double z = rate * dt;
    if (z < 0.5) {
        double to = weight_of_end(z), gone = z * (1.0 - to); // gone = 1 - exp(-z)
        return (lag){.keep = 1.0 - gone, .from = gone - to, .to = to};
    }
    double keep = dmath_exp(-z), mean = dmath_saturation(z) / z;
    return (lag){.keep = keep, .from = mean - keep, .to = 1.0 - mean};
}
