// Collects parts with their levels of detail and writes the brain asset (base/brain_format.h).
#ifndef NEUROTIDE_BAKE_ASSET_H
#define NEUROTIDE_BAKE_ASSET_H

#include "bake/surface.h"
#include "base/brain_format.h"
#include "base/error.h"

#include <stdbool.h>

typedef struct asset {
    brain_file_part *parts;
    brain_vertex *vertices;
    uint32_t *indices;
    size_t part_count, vertex_count, index_count;
} asset;

typedef struct asset_lod {
    size_t triangles; // wanted
    double error_mm;  // never coarser than this
} asset_lod;

// The mesh reduced with meshopt_simplify; vertices are a subset of the given ones, normals are kept, the
// result is closed if `m` is.
mesh asset_simplify(const mesh *m, asset_lod lod);

// Adds the mesh, whose attributes are given per vertex, as lod 0 and its simplifications as 1 and 2.
// Returns false with a sentence if a level would not be closed.
bool asset_add(asset *a, brain_file_part part, const mesh *m, const brain_vertex *vertices,
               const asset_lod coarser[BRAIN_LODS - 1], error *e);

// Writes beside `path` first and then renames, so that a reader never sees half a file.
bool asset_write(const asset *a, const char *path, error *e);
void asset_free(asset *a);

#endif
