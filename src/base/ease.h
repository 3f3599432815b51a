// Easing curves: t in 0..1 (clamped) to 0..1.
#ifndef NEUROTIDE_BASE_EASE_H
#define NEUROTIDE_BASE_EASE_H

static inline double clamp(double v, double low, double high)
{
    return v < low ? low : v > high ? high : v;
}

static inline float clampf(float v, float low, float high)
{
    return v < low ? low : v > high ? high : v;
}

// Starts and ends at rest (3t^2 - 2t^3).
static inline double ease_in_out(double t)
{
    t = clamp(t, 0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}

// Starts at full speed and comes to rest (1 - (1-t)^3).
static inline double ease_out(double t)
{
    double u = 1.0 - clamp(t, 0.0, 1.0);
    return 1.0 - u * u * u;
}

#endif
