// Random numbers with explicit state: PCG32 (O'Neill 2014, HMC-CS-2014-0905; XSH-RR output). The same seed
// and stream give the same numbers on every machine; different streams of one seed do not overlap.
#ifndef NEUROTIDE_BASE_RANDOM_H
#define NEUROTIDE_BASE_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

typedef struct random_state {
    uint64_t state, increment;
    double spare; // the second number of a Box-Muller pair
    bool has_spare;
} random_state;

random_state random_make(uint64_t seed, uint64_t stream);
uint32_t random_u32(random_state *r);
// Uniform in [0, 1), 53 bits.
double random_uniform(random_state *r);
// Uniform integer in [0, bound) without bias; 0 when bound is 0.
uint32_t random_below(random_state *r, uint32_t bound);
// Standard normal deviate (Box & Muller 1958): two uniforms for every second number, never more.
double random_normal(random_state *r);

#endif
