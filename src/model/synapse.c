#include "model/synapse.h"

#include "base/dmath.h"

bool synapse_flip(bool taken, double share, double rate_per_s, random_state *r)
{
    double rate = rate_per_s * (taken ? 1.0 - share : share);
    bool flips = random_uniform(r) < dmath_saturation(rate / SYNAPSE_TICKS_PER_S);
    return flips ? !taken : taken;
}

bool synapse_carry(bool taken, double from, double to, random_state *r)
{
    double u = random_uniform(r);
    if (to > from)
        return taken || u * (1.0 - from) < to - from;
    return taken && u * from >= from - to;
}
