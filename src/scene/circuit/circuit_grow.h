// Growing tapered neurites for scene/circuit_patch.h: random walks with a memory of their direction, axons
// that lead to their targets, terminals, places of receptors. Private to scene/circuit.
#ifndef NEUROTIDE_SCENE_CIRCUIT_GROW_H
#define NEUROTIDE_SCENE_CIRCUIT_GROW_H

#include "base/random.h"
#include "scene/circuit/circuit_patch.h"

// The patch under construction; its arrays are as large as they may become until circuit_grow_end().
typedef struct circuit_grow {
    circuit_patch *patch;
    size_t points, neurites, terminals, sites;
} circuit_grow;

typedef struct circuit_growth {
    float at[3], direction[3]; // direction of unit length
    float length;              // um
    float radius_from, radius_to;
    float wander;  // spread of the direction's change a step
    float pull[3]; // added to the direction each step
    float path;    // at the start
    float beads;   // depth of beads along it, 0 smooth
    bool flare;    // widens into the soma at its start
    int cell;
    circuit_part part;
} circuit_growth;

bool circuit_grow_begin(circuit_grow *g); // false on lack of memory
void circuit_grow_end(circuit_grow *g);

// Adds one neurite; what comes back starts where it ended.
circuit_growth circuit_grow_neurite(circuit_grow *g, const circuit_growth *from, random_state *r);
// The axon of a cell with its branches and terminals; dendrites of all cells must have grown.
void circuit_grow_axon(circuit_grow *g, int cell, random_state *r);
// Places of NMDA receptors of a cell.
void circuit_grow_sites(circuit_grow *g, int cell, random_state *r);

#endif
