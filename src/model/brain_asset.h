// The brain asset in memory: bytes of the file (base/brain_format.h) in, checked parts out. Whatever the
// bytes, reading either gives an asset that is safe to walk (every index in range, every node known, all
// parts below present) or an error; it never crashes.
#ifndef NEUROTIDE_MODEL_BRAIN_ASSET_H
#define NEUROTIDE_MODEL_BRAIN_ASSET_H

#include "base/brain_format.h"
#include "base/error.h"
#include "model/atlas.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct brain_asset brain_asset;

// One closed mesh at one level of detail. Pointers belong to the asset.
typedef struct brain_part {
    brain_part_kind kind;
    int lod; // 0 finest .. 2
    atlas_hemisphere hemisphere;
    int node; // the one node of a deep part, or -1
    const brain_vertex *vertices;
    size_t vertex_count;
    const uint32_t *indices; // triangles, counter-clockwise seen from outside
    size_t index_count;
    double centre_mm[3], radius_mm; // bounding sphere
} brain_part;

// Copies what it needs; the caller keeps `bytes`. NULL with one sentence on anything unexpected.
// An asset read without error has, at each of the three lods: the hull, both hemispheres, the stem, and a
// deep part for every node whose region is `deep`.
brain_asset *brain_asset_read(const void *bytes, size_t count, error *e);
void brain_asset_free(brain_asset *a);

size_t brain_asset_part_count(const brain_asset *a);
const brain_part *brain_asset_part_at(const brain_asset *a, size_t i);

// The part of this kind at this lod (clamped to 0..2). `hemisphere` is looked at for hemispheres, `node` for
// deep parts only. NULL when there is no such part (a region that is not deep, the midline hemisphere).
const brain_part *brain_asset_part(const brain_asset *a, brain_part_kind kind, int lod,
                                   atlas_hemisphere hemisphere, int node);

void brain_vertex_position_mm(const brain_vertex *v, double out[3]);
void brain_vertex_normal(const brain_vertex *v, double out[3]); // unit, outward

typedef struct brain_hit {
    double distance; // along the direction, in its lengths
    size_t triangle; // indices[3 * triangle ..]
    int node;        // that weighs most at the hit point, -1 on tissue without a node
} brain_hit;

// First triangle that the ray meets from outside; origin and direction in MNI mm. False when it misses.
// Walks all triangles: about 0.5 ms at lod 2 of the hull, 4 ms at lod 0.
bool brain_asset_ray(const brain_part *p, const double origin_mm[3], const double direction[3],
                     brain_hit *hit);

#endif
