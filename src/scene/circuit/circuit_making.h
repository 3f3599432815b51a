// The circuits of a new moment are made while those of the last one are still shown: warmed up and, where
// nothing lives, lived for a while, a piece a tick, so that no frame waits for them. Private to
// scene/circuit.
#ifndef NEUROTIDE_SCENE_CIRCUIT_MAKING_H
#define NEUROTIDE_SCENE_CIRCUIT_MAKING_H

#include "model/circuit.h"
#include "scene/scene.h"

// Model steps made in a tick, both sides together: a quarter of one side's warm-up, about 4 ms of one core.
enum { CIRCUIT_STEPS_A_TICK = 500 };

typedef struct circuit_moment {
    uint32_t seed;
    circuit_drive drive[SIDE_COUNT];
} circuit_moment;

typedef struct circuit_making {
    circuit *start[SIDE_COUNT]; // how each side of a moment begins, at time 0; kept for the next one
    circuit *next[SIDE_COUNT];  // what will be shown
    circuit_moment moment;      // of what is made
    bool on;                    // something is being made
    bool begun;                 // `next` stems from `start` already
    int64_t life_steps;         // to be lived before it is shown
} circuit_making;

// All four are clones of one circuit, the model of no moment yet. False on lack of memory.
bool circuit_making_create(circuit_making *m, const circuit *like);
void circuit_making_destroy(circuit_making *m);

// Begins a moment and forgets what was made of another. Both sides are at time 0, so that they stay in step:
// the same patch, at the same moment of its life, with and without the drug. A side that began alike the last
// time needs no warm-up.
void circuit_making_begin(circuit_making *m, const circuit_moment *moment, int64_t life_steps);
// Makes at most so many model steps; true when `next` is ready, which ends the making.
bool circuit_making_go_on(circuit_making *m, int steps);

// The moments are too far apart to live through what lies between.
bool circuit_moment_jumped(const circuit_moment *a, const circuit_moment *b);

#endif
