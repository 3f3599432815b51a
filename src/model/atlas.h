// The region graph of science model A: 24 regions, 47 nodes (23 bilateral pairs and the midline DRN).
// Names follow AAL3v1 (Rolls et al. 2020, doi:10.1016/j.neuroimage.2019.116189); all weights are
// illustrative.
#ifndef NEUROTIDE_MODEL_ATLAS_H
#define NEUROTIDE_MODEL_ATLAS_H

#include "base/side.h"

#include <stdbool.h>

enum { ATLAS_REGIONS = 24, ATLAS_NODES = 47 };

// In the order of the table of docs/models.md; nodes go in the same order, left before right.
typedef enum atlas_region_id {
    ATLAS_DRN,
    ATLAS_LC,
    ATLAS_VTA,
    ATLAS_HYP,
    ATLAS_THA,
    ATLAS_AMY,
    ATLAS_HIP,
    ATLAS_NAC,
    ATLAS_CAU,
    ATLAS_PUT,
    ATLAS_SGA,
    ATLAS_PGA,
    ATLAS_DAC,
    ATLAS_PCC,
    ATLAS_DLP,
    ATLAS_MPF,
    ATLAS_OFC,
    ATLAS_INS,
    ATLAS_MOT,
    ATLAS_SOM,
    ATLAS_PAR,
    ATLAS_TEM,
    ATLAS_OCC,
    ATLAS_CER
} atlas_region_id;

typedef enum atlas_hemisphere { ATLAS_MIDLINE, ATLAS_LEFT, ATLAS_RIGHT } atlas_hemisphere;

typedef struct atlas_region {
    const char *id;           // "drn": lower case, also the value of the state key `pick` and of message ids
    double mni_left_mm[3];    // left centroid in MNI space: x right, y front, z up
    double drive[SIDE_COUNT]; // direct engagement weight, 0..1, illustrative
    bool deep;                // drawn as a deep structure or small nucleus, not on the cortex
} atlas_region;

typedef struct atlas_node {
    atlas_region_id region;
    atlas_hemisphere hemisphere;
    double mni_mm[3];
} atlas_node;

const atlas_region *atlas_region_get(atlas_region_id id);
const atlas_node *atlas_node_get(int node); // 0..46
// The node of a region in a hemisphere; the DRN's one node whatever the hemisphere.
int atlas_node_of(atlas_region_id region, atlas_hemisphere hemisphere);
int atlas_mirror(int node);
// "dlp" -> region; false when there is none of that id.
bool atlas_region_find(const char *id, atlas_region_id *out);

// The node that an AAL1 label (1..116) belongs to at a place (needed for label 31/32, split by the nearest of
// SGA, PGA, DAC); -1 for 0 or an unknown label.
int atlas_node_of_aal(int label, const double mni_mm[3]);

// Symmetric weights, ATLAS_NODES x ATLAS_NODES, zero diagonal; built anew on each call (deterministic).
void atlas_weights(double weights[ATLAS_NODES][ATLAS_NODES]);

#endif
