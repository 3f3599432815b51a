// First-order lag y' = rate (v(t) - y), integrated without error over a step in which v is a straight line:
// an exponential integrator, stable and positive for any step. What a coarse step loses is only what the
// straight line misses of v.
#ifndef NEUROTIDE_MODEL_LAG_H
#define NEUROTIDE_MODEL_LAG_H

// y(end) = keep * y(start) + from * v(start) + to * v(end); the three are >= 0 and add up to 1.
typedef struct lag {
    double keep, from, to;
} lag;

lag lag_make(double rate, double dt); // rate * dt > 0

#endif
