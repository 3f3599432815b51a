// A box of the fine lattice on which one part of the brain is cut out and tidied before it becomes a surface.
#ifndef NEUROTIDE_BAKE_PIECE_H
#define NEUROTIDE_BAKE_PIECE_H

#include "bake/anatomy.h"

#include <stdbool.h>

typedef struct piece {
    grid g;
    float *field;                         // > 0 inside the part; begins as the tissue
    float *left, *cerebellum, *brainstem; // the anatomy's domains, mm
} piece;

piece piece_of(const anatomy *a, const double lo_mm[3], const double hi_mm[3]);
void piece_free(piece *p);

// Nerve roots and vessel stumps that skull stripping left standing, and flakes of the neighbour at a cut: in
// the lower half of the brain, and along the median cut of a hemisphere, whatever lies away from the body
// that remains after an erosion goes. The whole brain keeps its thin optic chiasm.
void piece_trim_spurs(const anatomy *a, piece *p, bool hemisphere);

// Depth below the outline of the part closed by a ball of 10 mm, on the coarse grid; free() it.
float *piece_closed_depth(const anatomy *a, const piece *p);

// Fills what lies deeper than limit_mm (cerebellum_limit_mm in the cerebellum) below the closed outline.
void piece_fill_depths(const anatomy *a, piece *p, const float *depth, float limit_mm,
                       float cerebellum_limit_mm);

// The ventricles open into the median cut of a hemisphere (sign 1 left, -1 right). A wall a little off the
// plane takes the place of the septum pellucidum, and a floor closes the third ventricle around the thalamus.
void piece_close_ventricles(const anatomy *a, piece *p, const float *depth, float sign);

// The slit over the callosum is as narrow as the voxels, so that its surface would be a row of holes: closed
// with a small ball it becomes a groove.
void piece_close_slits(piece *p);

// In the centre of the median plane: callosum, fornix, ventricles.
bool piece_is_central(const double p_mm[3]);

#endif
