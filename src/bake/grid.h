// Regular voxel grids in MNI space and the filters that bake needs. Values live in plain arrays of
// grid_count() elements, x running fastest; the grid says where they lie. Everything here is
// deterministic and single-threaded; a failed allocation ends the program with one sentence (bake is a
// build step and has nothing to save).
#ifndef NEUROTIDE_BAKE_GRID_H
#define NEUROTIDE_BAKE_GRID_H

#include <stddef.h>
#include <stdint.h>

typedef struct grid {
    int n[3];            // samples along x, y, z
    double origin_mm[3]; // MNI position of sample (0, 0, 0)
    double step_mm;      // the same along each axis
} grid;

// Zeroed memory, never NULL; free() it.
void *bake_alloc(size_t count, size_t size);
// `memory` grown or shrunk to count elements (new bytes are not cleared), never NULL; free() it.
void *bake_realloc(void *memory, size_t count, size_t size);

size_t grid_count(const grid *g);
size_t grid_index(const grid *g, int x, int y, int z);
// MNI position of the sample with that index.
void grid_position(const grid *g, size_t i, double p_mm[3]);
// A grid of this step covering min..max with a sample at the MNI origin of each axis.
grid grid_covering(const double min_mm[3], const double max_mm[3], double step_mm);

// Trilinear; outside the grid the nearest border value.
double grid_sample(const grid *g, const float *values, const double p_mm[3]);

// Resamples `from` onto `to` with a Gaussian of sigma_mm, or linearly where sigma_mm is 0. Beyond the
// border of `from` lies `outside`.
void grid_resample(const grid *from, const float *values, const grid *to, float *out, double sigma_mm,
                   float outside);
// Gaussian blur in place.
void grid_blur(const grid *g, float *values, double sigma_mm);

#endif
