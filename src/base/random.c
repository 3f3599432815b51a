#include "base/random.h"

#include "base/dmath.h"

#include <math.h>

random_state random_make(uint64_t seed, uint64_t stream)
{
    random_state r = {.state = 0, .increment = (stream << 1) | 1u};
    random_u32(&r);
    r.state += seed;
    random_u32(&r);
    return r;
}

uint32_t random_u32(random_state *r)
{
    uint64_t old = r->state;
    r->state = old * 6364136223846793005u + r->increment;
    uint32_t shifted = (uint32_t)(((old >> 18) ^ old) >> 27);
    uint32_t turn = (uint32_t)(old >> 59);
    return (shifted >> turn) | (shifted << ((32u - turn) & 31u));
}

double random_uniform(random_state *r)
{
    uint64_t high = random_u32(r) >> 5, low = random_u32(r) >> 6;
    return (double)((high << 26) | low) * 0x1p-53;
}

uint32_t random_below(random_state *r, uint32_t bound)
{
    if (bound == 0)
        return 0;
    // The first 2^32 mod bound values would make the low results likelier: drawn again.
    uint32_t least = (0u - bound) % bound;
    uint32_t value = random_u32(r);
    while (value < least)
        value = random_u32(r);
    return value % bound;
}

double random_normal(random_state *r)
{
    if (r->has_spare) {
        r->has_spare = false;
        return r->spare;
    }
    double radius = sqrt(-2.0 * dmath_log(1.0 - random_uniform(r)));
    double sine, cosine;
    dmath_sincos(2.0 * DMATH_PI * random_uniform(r), &sine, &cosine);
    r->spare = radius * sine;
    r->has_spare = true;
    return radius * cosine;
}
