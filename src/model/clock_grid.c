#include "model/clock_grid.h"

#include <stdint.h>
#include <string.h>

enum { STEPS_LOG2 = 7, MANTISSA_BITS = 52, FRACTION_BITS = MANTISSA_BITS - STEPS_LOG2 };

static const double FIRST_MIN = 0.25;

static uint64_t bits_of(double x)
{
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

double clock_grid_clamp(double t_min)
{
    return t_min > 0.0 ? (t_min < COURSE_END_MIN ? t_min : COURSE_END_MIN) : 0.0;
}

clock_grid_place clock_grid_place_of(double t_min)
{
    if (t_min < FIRST_MIN) {
        double p = t_min * (CLOCK_GRID_STEPS / FIRST_MIN);
        int index = (int)p;
        return (clock_grid_place){index, p - (double)index};
    }
    uint64_t bits = bits_of(t_min);
    uint64_t steps = (bits >> FRACTION_BITS) - (bits_of(FIRST_MIN) >> FRACTION_BITS);
    uint64_t rest = bits & (((uint64_t)1 << FRACTION_BITS) - 1u);
    return (clock_grid_place){CLOCK_GRID_STEPS + (int)steps, (double)rest * 0x1p-45};
}

double clock_grid_start_min(int piece)
{
    double start = piece ? FIRST_MIN : 0.0;
    for (int n = 1; n < piece; n++)
        start *= 2.0;
    return start;
}

double clock_grid_step_min(int piece)
{
    return (piece ? clock_grid_start_min(piece) : FIRST_MIN) / CLOCK_GRID_STEPS;
}
