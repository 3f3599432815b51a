// The receptors of diffusion.c: where they are, which are bound, and when each lets go. Internal to the
// model.
#ifndef NEUROTIDE_MODEL_DIFFUSION_PATCHES_H
#define NEUROTIDE_MODEL_DIFFUSION_PATCHES_H

#include "base/random.h"
#include "model/diffusion_patch.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct diffusion_patches diffusion_patches;

// The steps that molecules take towards the patches: length of a step and diffusion coefficient.
typedef struct diffusion_patches_pace {
    double dt_ms, d_um2_per_ms;
} diffusion_patches_pace;

// Copies the patches; any number, also none. NULL only on lack of memory.
diffusion_patches *diffusion_patches_create(const diffusion_patch *patches, int count,
                                            diffusion_patches_pace pace);
void diffusion_patches_destroy(diffusion_patches *p);

// The largest chance of any patch to bind at one crossing, and that of one patch relative to it, 0..1.
double diffusion_patches_chance(const diffusion_patches *p);
double diffusion_patches_share(const diffusion_patches *p, int patch);

const diffusion_patch *diffusion_patches_get(const diffusion_patches *p, int patch);
int diffusion_patches_at(const diffusion_patches *p, float x, float y); // -1: none there

bool diffusion_patches_bound(const diffusion_patches *p, int patch);
uint32_t diffusion_patches_molecule(const diffusion_patches *p, int patch);

// Binds at step number `step`. When the molecule goes is drawn here, once: letting go with the same chance at
// every step is the same as a geometric waiting time.
void diffusion_patches_bind(diffusion_patches *p, int patch, uint32_t molecule, int64_t step,
                            random_state *r);
int diffusion_patches_due(const diffusion_patches *p, int64_t step); // a patch that has to let go; -1: none
uint32_t diffusion_patches_let_go(diffusion_patches *p, int patch);  // returns the molecule

uint64_t diffusion_patches_hash(const diffusion_patches *p, uint64_t hash);

#endif
