// Simplification may pinch a thin bridge or tunnel into an edge shared by four triangles. Mending makes the
// mesh closed again, by index: every edge in exactly two triangles of opposite direction.
#ifndef NEUROTIDE_BAKE_MEND_H
#define NEUROTIDE_BAKE_MEND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct mend_result {
    uint32_t *index; // owned by the caller
    size_t index_count;
    uint32_t *copy_of; // vertex vertex_count + i is a copy of vertex copy_of[i]; owned by the caller
    size_t copy_count;
    bool closed; // false where an edge has more triangles on one side than on the other: beyond mending
} mend_result;

// Drops degenerate and back-to-back triangles, then gives each sheet of a pinched edge its own vertices.
mend_result mend(const uint32_t *index, size_t index_count, size_t vertex_count);

#endif
