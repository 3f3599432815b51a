// Tapered tubes along smooth curves, for dendrites, axons and fibres: geometry only, no GPU. A curve runs
// through its knots (Catmull & Rom 1974) and is looked up by its share of arc length; a tube is a skin of
// rings round it, whose frames are carried along without twist.
#ifndef NEUROTIDE_SCENE_TUBE_H
#define NEUROTIDE_SCENE_TUBE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct tube_knot {
    float at[3];
    float radius; // in the units of `at`
} tube_knot;

enum { TUBE_SAMPLES = 257 };

typedef struct tube_curve {
    float at[TUBE_SAMPLES][3];
    float radius[TUBE_SAMPLES];
    float reach[TUBE_SAMPLES]; // arc length from the start
} tube_curve;

// Two knots or more; fewer give a curve of no length.
void tube_curve_make(tube_curve *c, const tube_knot *knots, int count);
float tube_curve_length(const tube_curve *c);

typedef struct tube_place {
    float at[3];
    float along[3]; // unit, in the direction of the curve
    float radius;
} tube_place;

// The place at a share of the arc length, clamped to 0..1.
tube_place tube_curve_at(const tube_curve *c, float share);

typedef struct tube_vertex {
    float position[3];
    float normal[3]; // unit, outwards, tilted by the taper
    float along;     // share of the arc length, 0..1
    float tag;       // tube_def.tag, to tell tubes of one mesh apart
} tube_vertex;

// A growing triangle mesh; start with zeros, end with tube_mesh_free(). Triangles are counter-clockwise seen
// from outside.
typedef struct tube_mesh {
    tube_vertex *vertices;
    uint32_t *indices;
    size_t vertex_count, vertex_capacity, index_count, index_capacity;
} tube_mesh;

typedef struct tube_def {
    const tube_curve *curve;
    int rings, sides; // at least 2 and 3
    float tag;
} tube_def;

// Appends a tube, open at both ends (let the radius run out to close it). False on lack of memory; the mesh
// is then as it was.
bool tube_mesh_add(tube_mesh *m, const tube_def *def);
void tube_mesh_free(tube_mesh *m);

#endif
