// The deep structures of the brain asset, with all levels of detail.
#ifndef NEUROTIDE_BAKE_DEEP_H
#define NEUROTIDE_BAKE_DEEP_H

#include "bake/anatomy.h"
#include "bake/asset.h"

// Thalamus, amygdala, hippocampus, caudate, putamen from their labels; the nuclei that AAL does not have as
// ellipsoids at the atlas' centres. False with a sentence.
bool deep_add(const anatomy *a, asset *out, error *e);

#endif
