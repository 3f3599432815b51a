// A receptor of the diffusion models: a disc on a wall that holds one molecule (diffusion.h).
#ifndef NEUROTIDE_MODEL_DIFFUSION_PATCH_H
#define NEUROTIDE_MODEL_DIFFUSION_PATCH_H

typedef struct diffusion_patch {
    float x, y;             // centre, um; patches do not overlap
    float radius;           // um
    double k_on_um3_per_ms; // per molecule
    double k_off_per_ms;
} diffusion_patch;

#endif
