// The grid of treatment times on which slow models are tabulated: 128 equal steps from 0 to 15 s, then 128
// equal steps in every doubling, up to the first point past eight weeks. A time's place in it is read off the
// bits of the number; the end of the infusion (40 min = 32 * 1.25) is a point, so that no step straddles it.
#ifndef NEUROTIDE_MODEL_CLOCK_GRID_H
#define NEUROTIDE_MODEL_CLOCK_GRID_H

#include "base/course.h"

enum { CLOCK_GRID_STEPS = 128, CLOCK_GRID_PIECES = 20, CLOCK_GRID_POINTS = 2463 };

// A place between two grid points.
typedef struct clock_grid_place {
    int index;    // of the point before, 0..CLOCK_GRID_POINTS - 2
    double share; // of the way to the next, 0..1
} clock_grid_place;

// Into 0..COURSE_END_MIN; NaN becomes 0.
double clock_grid_clamp(double t_min);
clock_grid_place clock_grid_place_of(double t_min); // t_min in 0..COURSE_END_MIN

// Pieces of equal steps: 0 from time 0, n > 0 the doubling from 15 s * 2^(n - 1). All in minutes.
double clock_grid_start_min(int piece);
double clock_grid_step_min(int piece);

static inline double clock_grid_between(const double table[CLOCK_GRID_POINTS], clock_grid_place p)
{
    return table[p.index] + p.share * (table[p.index + 1] - table[p.index]);
}

#endif
