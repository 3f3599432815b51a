// What a vertex of the asset knows besides its place: occlusion, sulcal depth, nodes.
#ifndef NEUROTIDE_BAKE_ATTRIBUTES_H
#define NEUROTIDE_BAKE_ATTRIBUTES_H

#include "bake/surface.h"
#include "base/brain_format.h"

// Share of the sky, cosine-weighted, that a vertex sees: 64 rays of 18 mm through the solid samples (a hit
// near by darkens more than a far one), smoothed once over the neighbours. One value a vertex, 0..1.
void vertex_occlusion(const mesh *m, const grid *g, const uint8_t *solid, float *out);

// Every value moves half way to the mean of its neighbours.
void vertex_smooth(const mesh *m, float *value);

// Spreads one node a vertex (BRAIN_NO_NODE = none; stays none) over the surface, so that neighbours blend
// over about 7 mm (10 to 90 %), never across `domain` borders, and writes the three strongest with their
// weights into the vertices.
void vertex_nodes(const mesh *m, const uint8_t *node, const uint8_t *domain, brain_vertex *out);

// Stored forms.
void vertex_encode_position(const float p_mm[3], uint16_t out[3]);
void vertex_encode_normal(const float n[3], int8_t out[2]);

#endif
