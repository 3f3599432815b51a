// From the two volumes to the fields that the meshes are cut from: where there is tissue, which of it is
// left or right cerebrum, cerebellum or brainstem, and which node the cortex belongs to.
//   tissue: ch2better.nii.gz, the Colin 27 average (Holmes 1998, doi:10.1097/00004728-199803000-00032),
//           skull-stripped, 0.5 mm
//   labels: aal.nii.gz (Tzourio-Mazoyer 2002, doi:10.1006/nimg.2001.0978), 1 mm
#ifndef NEUROTIDE_BAKE_ANATOMY_H
#define NEUROTIDE_BAKE_ANATOMY_H

#include "bake/nifti.h"

typedef struct anatomy {
    grid fine;             // 0.7 mm
    float *tissue;         // > 0 in tissue, about 1 per 0.6 mm near its surface; one solid without cavities
    grid coarse;           // 1.4 mm, with room around for closings; the fields below are signed mm, smooth
    float *left;           // > 0 nearer to the left cerebrum's labels than to the right's
    float *cerebellum;     // > 0 nearer to the cerebellum's labels than to all else
    float *brainstem;      // > 0 nearer to the brainstem than to all else
    grid label_grid;       // of the arrays below
    uint8_t *label;        // AAL label, 0 = none
    uint8_t *cortex_node;  // nearest cortical node + 1, everywhere
    float *cortex_mm;      // distance to it
    uint8_t *midwall_node; // the same, caudate and thalamus included
    float *midwall_mm;
} anatomy;

// Reads both volumes from `folder`. False with a sentence in `e`.
bool anatomy_read(const char *folder, anatomy *out, error *e);
void anatomy_free(anatomy *a);

#endif
