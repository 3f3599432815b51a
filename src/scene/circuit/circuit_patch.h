// The patch of prefrontal cortex that is drawn: 40 of the 400 cells of model/circuit.h with procedural
// dendrites, axons and terminals, different for each seed. Who is drawn as connected to whom follows the
// model's own wiring (three to five of a cell's targets among the drawn ones), so that a pulse seen to arrive
// is a spike that did. Places and shapes are illustrative: pyramidal somata in two layers with apical tufts
// in layer 1, interneurons between them, their axons ending as baskets on pyramidal somata; heights are
// compressed.
//
// Lengths in drawn micrometres. Axes as the camera's: x away from the viewer at yaw 0, y to the left, z up
// (towards the brain's surface).
#ifndef NEUROTIDE_SCENE_CIRCUIT_PATCH_H
#define NEUROTIDE_SCENE_CIRCUIT_PATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    CIRCUIT_PATCH_PYRAMIDAL = 30,
    CIRCUIT_PATCH_INTERNEURONS = 10,
    CIRCUIT_PATCH_CELLS = 40, // pyramidal cells 0..29, interneurons 30..39
    CIRCUIT_PATCH_OUTPUTS = 5
};

// Half extents of the box that holds all somata, tufts and axons.
#define CIRCUIT_PATCH_HALF_WIDTH_UM 490.0f
#define CIRCUIT_PATCH_HALF_HEIGHT_UM 215.0f
#define CIRCUIT_PATCH_HALF_DEPTH_UM 130.0f
// Lower borders of the layers, z.
#define CIRCUIT_PATCH_LAYER_1_UM 128.0f
#define CIRCUIT_PATCH_LAYER_23_UM -28.0f

typedef enum circuit_part {
    CIRCUIT_PART_SOMA,
    CIRCUIT_PART_DENDRITE,
    CIRCUIT_PART_APICAL,
    CIRCUIT_PART_AXON,
    CIRCUIT_PART_TERMINAL
} circuit_part;

typedef struct circuit_patch_point {
    float at[3];
    float radius;
    float path; // length along the neurite from the soma
} circuit_patch_point;

// A tapered tube through count points.
typedef struct circuit_patch_neurite {
    uint32_t first;
    uint16_t count;
    uint8_t cell;
    uint8_t part; // circuit_part
} circuit_patch_neurite;

typedef struct circuit_patch_terminal {
    float at[3];
    float radius;
    float path; // of its axon, where a pulse arrives
    uint8_t cell, target;
} circuit_patch_terminal;

// A place of NMDA receptors; plugged while the share of blocked ones is above `order`, 0..1.
typedef struct circuit_patch_site {
    float at[3];
    float order;
    uint8_t cell;
} circuit_patch_site;

typedef struct circuit_patch_cell {
    uint16_t model_cell; // index in model/circuit.h
    bool pyramidal;
    float centre[3];
    float axis[3];                          // unit, from the soma into the apical trunk
    float size;                             // radius of the soma
    float apical[3];                        // half-way up the apical dendrite (pyramidal cells)
    uint8_t outputs[CIRCUIT_PATCH_OUTPUTS]; // drawn cells it reaches
    int output_count;
} circuit_patch_cell;

typedef struct circuit_patch {
    circuit_patch_cell cells[CIRCUIT_PATCH_CELLS];
    circuit_patch_point *points;
    circuit_patch_neurite *neurites;
    circuit_patch_terminal *terminals;
    circuit_patch_site *sites;
    size_t point_count, neurite_count, terminal_count, site_count;
} circuit_patch;

// Ends a patch (circuit_patch_create.h makes one); NULL is harmless.
void circuit_patch_destroy(circuit_patch *p);

// Radius of a soma at a height along its axis, both in soma sizes; 0 outside of its ends.
#define CIRCUIT_PATCH_SOMA_LOW -0.95f
#define CIRCUIT_PATCH_SOMA_HIGH 2.1f
float circuit_patch_soma_radius(bool pyramidal, float height);

#endif
