// One spine as a mesh of rings, to be drawn many times: every vertex holds its place on a grown,
// mushroom-shaped spine and on a young, thin one, and the shader goes from one to the other with age. Private
// to scene/growth.
#ifndef NEUROTIDE_SCENE_GROWTH_SPINE_H
#define NEUROTIDE_SCENE_GROWTH_SPINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Height of the whole spine above the shaft's skin and of the middle of its head, um, at factor 1.
#define GROWTH_SPINE_UM 1.75f
#define GROWTH_MUSHROOM_HEAD_UM 1.38f
#define GROWTH_THIN_HEAD_UM 1.55f
#define GROWTH_MUSHROOM_RADIUS_UM 0.47f

typedef struct growth_spine_vertex {
    float mushroom[4], thin[4]; // height, radius (um), and of the unit normal: along the axis, outwards
    float around[2];            // cosine and sine of the angle round the axis
} growth_spine_vertex;

typedef struct growth_spine_mesh {
    growth_spine_vertex *vertices;
    uint32_t *indices;
    size_t vertex_count, index_count;
} growth_spine_mesh;

// Rings from the base to the tip, sides round the axis. False on lack of memory.
bool growth_spine_make(growth_spine_mesh *m, int rings, int sides);
void growth_spine_free(growth_spine_mesh *m);

#endif
