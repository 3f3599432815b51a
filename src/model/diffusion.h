// Brownian molecules that meet walls, a rim, receptors and transporters (docs/models.md). A simple
// illustrative model, not clinical data.
//
// Every step and axis q += sqrt(2 D dt) N(0, 1), exactly normal (Box & Muller 1958, doi:
// 10.1214/aoms/1177706645). On an axis with a size the walls 0 and size reflect by folding, which is exact
// for a slab whatever the step. Lengths in micrometres, times in ms.
//
//   rim       a molecule at x^2 + y^2 >= rim^2 after a step is gone.
//   tiles     the wall z = 0 is a chequer of transporters. A molecule that steps below 0 onto a free tile is
//             taken up with probability p = speed sqrt(pi dt / D): the first-order match of a partially
//             absorbing wall, good for p << 1. A plugged tile only reflects.
//   patches   receptors: discs on the wall z = size_z that hold one molecule each. The straight, unfolded
//   step
//             may cross that wall several times (its plane and its mirror images); x and y at each crossing
//             come from the line, and each crossing inside a free disc binds with probability
//             P = k_on / area * sqrt(pi dt / D), P << 1. A bound molecule is let go with probability
//             1 - exp(-k_off dt) a step, at its disc.
//
// Wall conditions: Singer, Schuss, Osipov & Holcman 2008, SIAM J Appl Math 68:844, doi:10.1137/060663258; how
// P depends on the scheme: Erban & Chapman 2007, Phys Biol 4:16, doi:10.1088/1478-3975/4/1/003.
//
// free + bound + taken up + over the rim + dismissed = released, always. Same definition and same calls, same
// molecules to the last bit, on every machine and for every vector width. How it is done: docs/diffusion.md.
#ifndef NEUROTIDE_MODEL_DIFFUSION_H
#define NEUROTIDE_MODEL_DIFFUSION_H

#include "model/diffusion_patch.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct diffusion_def {
    uint64_t seed;
    int capacity;        // most molecules at a time, free and bound
    double d_um2_per_ms; // diffusion coefficient D
    double dt_ms;
    double size_um[3]; // reflecting walls at 0 and here; 0: no walls on this axis. x and y have both or none
    double rim_um;     // 0: none. Not together with walls on x and y
    double probe_um;   // with a rim: molecules nearer to the axis than this are counted
    int tiles;         // tiles along x and along y; 0: no tiles. Needs walls on all axes
    double tile_speed_um_per_ms;
    int patch_count;                // needs walls on z
    const diffusion_patch *patches; // copied
    int lanes; // vector width 1, 4, 8 or 16; 0, or one not to be had here: the widest below
} diffusion_def;

// D 0.3 um^2/ms, dt 0.001 ms, 4096 molecules, free space.
diffusion_def diffusion_def_default(void);

typedef struct diffusion diffusion;

// NULL only on lack of memory. Ends with diffusion_destroy().
diffusion *diffusion_create(const diffusion_def *def);
void diffusion_destroy(diffusion *d);

// Puts `count` molecules at one place; returns how many the capacity allowed.
int diffusion_release(diffusion *d, int count, float x, float y, float z);
// Puts one molecule onto a free patch; false when it is taken or there is no room.
bool diffusion_bind(diffusion *d, int patch);
// All of them leave and are counted as dismissed; the random numbers go on.
void diffusion_dismiss_free(diffusion *d);
// `steps` steps in which only receptors let go; what they let go is dismissed.
void diffusion_skip(diffusion *d, int64_t steps);

void diffusion_plug_tile(diffusion *d, int tile, bool plugged); // tile = row * tiles + column, x along a row

void diffusion_step(diffusion *d);

// Free molecules, in no order that lasts: a molecule that leaves is replaced by the last one. `id` goes with
// it, numbered in order of release, and is kept while bound. Valid until the next call that is not const.
typedef struct diffusion_molecules {
    int count;
    const float *x, *y, *z; // um
    const uint32_t *id;
} diffusion_molecules;

diffusion_molecules diffusion_free(const diffusion *d);
int diffusion_near_axis(const diffusion *d); // molecules inside probe_um after the last step

bool diffusion_patch_bound(const diffusion *d, int patch);
uint32_t diffusion_patch_molecule(const diffusion *d, int patch); // id of the bound one
bool diffusion_tile_plugged(const diffusion *d, int tile);
int64_t diffusion_tile_uptake(const diffusion *d, int tile); // step number of its last uptake; -1: none yet

typedef struct diffusion_counts {
    int64_t steps;
    int64_t released, over_rim, taken_up, dismissed; // molecules since creation
    int64_t bindings, unbindings;                    // events since creation
    int free, bound;                                 // molecules now
} diffusion_counts;

diffusion_counts diffusion_counts_of(const diffusion *d);
int diffusion_lanes(const diffusion *d); // the vector width in use
// Hash over steps, counts, positions and states: equal for equal molecules.
uint64_t diffusion_hash(const diffusion *d);

#endif
