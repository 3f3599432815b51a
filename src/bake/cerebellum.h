// The template does not resolve the leaves (folia) of the cerebellum, so its surface is rebuilt: the closed,
// smoothed outline of its tissue with procedural grooves. The grooves follow planes that fan out from a
// transverse axis near the fourth ventricle, as the real fissures do in a sagittal cut; their number, depth
// and waviness are drawn for looks, not measured.
#ifndef NEUROTIDE_BAKE_CEREBELLUM_H
#define NEUROTIDE_BAKE_CEREBELLUM_H

#include "bake/grid.h"

// The fields of an anatomy (bake/anatomy.h) that it goes by.
typedef struct cerebellum_fields {
    const grid *fine;
    float *tissue; // on `fine`; rebuilt in the cerebellum's domain
    const grid *coarse;
    const float *cerebellum, *brainstem; // on `coarse`
} cerebellum_fields;

void cerebellum_rebuild(const cerebellum_fields *a);

// Depth of the groove at a point of the cerebellum's surface, mm; 0 on a folium's crown.
double cerebellum_groove_mm(const double p_mm[3]);

#endif
