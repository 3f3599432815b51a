// Between diffusion.c and the kernels that diffusion_kernel.h makes for each vector width.
#ifndef NEUROTIDE_MODEL_DIFFUSION_INTERNAL_H
#define NEUROTIDE_MODEL_DIFFUSION_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>

// There are always 16 streams of random numbers, whatever the vector width: molecule i of the arrays takes
// from stream i mod 16. Molecules go in blocks of 32, because one pair of uniforms makes two normal deviates,
// one for molecule i and one for molecule i + 16.
enum { DIFFUSION_STREAMS = 16, DIFFUSION_BLOCK = 2 * DIFFUSION_STREAMS };

typedef enum diffusion_shape {
    DIFFUSION_UNBOUNDED,
    DIFFUSION_SLAB, // walls on z
    DIFFUSION_BOX,  // walls on all axes
    DIFFUSION_DISC, // walls on z and an absorbing rim
    DIFFUSION_SHAPES
} diffusion_shape;

// A molecule whose step needs a closer look: it may bind, be taken up or be gone.
typedef struct diffusion_event {
    int index;
    bool gone;            // over the rim
    float from[3], to[3]; // the straight step, not folded
    float chance;         // uniform in [0, 1]: low ends bind, high ends are taken up
} diffusion_event;

typedef struct diffusion_pass {
    float *x, *y, *z; // room for whole blocks
    int count;
    uint32_t random[4][DIFFUSION_STREAMS]; // xoshiro128+ (Blackman & Vigna 2021, doi:10.1145/3460772)
    float minus_two_variance;              // -2 * 2 D dt, um^2
    float size[3], twice_size[3], over_twice_size[3];
    float rim_squared, probe_squared;
    float bind_chance; // largest chance of any patch to bind at one crossing
    float tile_chance; // taken up where the chance lies above this
    diffusion_event *events;
    int event_count; // in order of index within whole blocks
    int near_axis;
} diffusion_pass;

// A step of all molecules. diffusion_kernel_N(shape, chances) gives the one for N lanes; NULL where that
// width was not compiled. `chances`: with patches or tiles.
typedef void diffusion_kernel(diffusion_pass *pass);

#endif
