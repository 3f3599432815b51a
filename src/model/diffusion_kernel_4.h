// The steps of diffusion.c for 4 lanes (diffusion_internal.h).
#ifndef NEUROTIDE_MODEL_DIFFUSION_KERNEL_4_H
#define NEUROTIDE_MODEL_DIFFUSION_KERNEL_4_H

#include "model/diffusion_internal.h"

diffusion_kernel *diffusion_kernel_4(diffusion_shape shape, bool chances);

#endif
