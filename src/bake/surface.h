// Triangle meshes from voxel fields.
#ifndef NEUROTIDE_BAKE_SURFACE_H
#define NEUROTIDE_BAKE_SURFACE_H

#include "bake/grid.h"

typedef struct mesh {
    size_t vertex_count, index_count;
    float (*position)[3]; // MNI mm
    float (*normal)[3];   // unit, outward
    uint32_t *index;      // triangles, counter-clockwise seen from outside
} mesh;

// The surface field = 0 around field > 0 as naive surface nets (Gibson 1998), one vertex a cell, then
// `passes` pairs of Taubin smoothing (0.5 / -0.53; Taubin 1995, doi:10.1145/218380.218473). Closed and
// 2-manifold when the field is well-composed (morphology.h).
mesh surface_nets(const grid *g, const float *field, int passes);

// An ellipsoid with semi-axes radii_mm around centre_mm; its third axis leans along `axis` (unit length).
// `rings` from pole to pole.
mesh surface_ellipsoid(const double centre_mm[3], const double radii_mm[3], const double axis[3], int rings);

// Area-weighted vertex normals from the triangles.
void mesh_compute_normals(mesh *m);
void mesh_free(mesh *m);

#endif
