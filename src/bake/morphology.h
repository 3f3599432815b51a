// Binary and distance operations on grids.
#ifndef NEUROTIDE_BAKE_MORPHOLOGY_H
#define NEUROTIDE_BAKE_MORPHOLOGY_H

#include "bake/grid.h"

// Distance in mm from every sample to the nearest sample with seed != 0 (exact Euclidean; Felzenszwalb &
// Huttenlocher 2012, doi:10.4086/toc.2012.v008a019). If `nearest` is given it receives that sample's seed.
// Without any seed all distances are 1e9.
void distance_to_seeds(const grid *g, const uint8_t *seeds, float *distance_mm, uint8_t *nearest);

// Depth of every sample below the closing of `inside` by a ball of radius_mm: 0 outside the closing,
// mm inside. The grid must leave more than radius_mm of empty border.
void depth_below_closing(const grid *g, const uint8_t *inside, double radius_mm, float *depth_mm);

// Keeps the largest 6-connected component of field > 0 and fills the cavities in it, by moving the field of
// what changes side to `off` (< 0) or `on` (> 0).
void keep_largest_solid(const grid *g, float *field, float off, float on);

// Fills samples until no cell of eight has two diagonal samples inside with the rest of their face outside
// (or the like across the cell): then the surface of field > 0 is a 2-manifold (well-composed sets, Latecki
// 1997). The border layer must be outside.
void make_well_composed(const grid *g, float *field, float on);

#endif
