// Solids of the magnification `synapse`: flat profiles made into softly bevelled slabs with an ink line round
// them, in the manner of a molecular plate. Lengths are the machine's own; x right, y away from the viewer, z
// up. Private to scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_SHAPES_H
#define NEUROTIDE_SCENE_SYNAPSE_SHAPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct shape_vertex {
    float position[3];
    float normal[3];
    float matter[2]; // 0 body .. 1 ink; darkening 0..1
} shape_vertex;

// Triangles under construction; counter-clockwise seen from outside.
typedef struct shape {
    shape_vertex *vertices; // owned
    uint32_t *indices;      // owned
    size_t vertex_count, vertex_capacity, index_count, index_capacity;
    bool failed; // there was not enough memory; what is there must not be drawn
} shape;

void shape_destroy(shape *s);

enum { SHAPE_PROFILE_MAX = 192 };

// A closed outline, counter-clockwise as the viewer sees it (x right, z up).
typedef struct shape_profile {
    float points[SHAPE_PROFILE_MAX][2];
    int count;
} shape_profile;

shape_profile shape_profile_make(const float (*points)[2], int count);
// Cuts the corners `rounds` times (Chaikin 1974): an angular outline becomes a soft one.
shape_profile shape_profile_soften(const shape_profile *p, int rounds);

typedef struct shape_slab {
    float depth; // half, to both sides of y = 0
    float bevel; // of the front edge
    float ink;   // width of the line round the profile, 0 for none
    bool thin;   // front face and line only, for what is always seen from the front
} shape_slab;

void shape_add_slab(shape *s, const shape_profile *p, const shape_slab *slab);
// A round plate with a round hole, as a slab.
void shape_add_ring(shape *s, float inner, float outer, int segments, const shape_slab *slab);

#endif
