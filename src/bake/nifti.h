// Reads the two volumes that bake needs: gzip-compressed NIfTI-1, 8 bits a voxel, axes along MNI's with
// x to the right (checked, so that left stays left). Format: NIfTI-1 (Cox et al. 2004, nifti.nimh.nih.gov).
#ifndef NEUROTIDE_BAKE_NIFTI_H
#define NEUROTIDE_BAKE_NIFTI_H

#include "bake/grid.h"
#include "base/error.h"

#include <stdbool.h>

typedef struct nifti {
    grid g;
    uint8_t *voxels; // grid_count(&g); owned, nifti_free()
} nifti;

// False with a sentence in `e` when the file is missing, cut, or laid out otherwise.
bool nifti_read(const char *path, nifti *out, error *e);
void nifti_free(nifti *v);

#endif
