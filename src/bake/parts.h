// The parts of the brain asset, built from the anatomy. Each function adds its parts with all levels of
// detail, or returns false with a sentence.
#ifndef NEUROTIDE_BAKE_PARTS_H
#define NEUROTIDE_BAKE_PARTS_H

#include "bake/anatomy.h"
#include "bake/asset.h"

// The whole outer surface; air deep below it is filled, so that no unseen inner walls remain.
bool parts_add_hull(const anatomy *a, asset *out, error *e);
// Left and right hemisphere, each closed with its own medial wall.
bool parts_add_hemispheres(const anatomy *a, asset *out, error *e);
// Cerebellum and brainstem alone.
bool parts_add_stem(const anatomy *a, asset *out, error *e);

#endif
