#include "model/lag.h"

#include "base/dmath.h"

// 1 - (1 - exp(-z)) / z: by its series where the difference would cancel.
static double weight_of_end(double z)
{
    if (z > 0.5)
        return 1.0 - dmath_saturation(z) / z;
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
    double to = weight_of_end(z);
    double gone = z * (1.0 - to); // 1 - exp(-z)
    return (lag){.keep = 1.0 - gone, .from = gone - to, .to = to};
}
