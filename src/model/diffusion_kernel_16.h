// The steps of diffusion.c for 16 lanes (diffusion_internal.h).
#ifndef NEUROTIDE_MODEL_DIFFUSION_KERNEL_16_H
#define NEUROTIDE_MODEL_DIFFUSION_KERNEL_16_H

#include "model/diffusion_internal.h"

diffusion_kernel *diffusion_kernel_16(diffusion_shape shape, bool chances);

#endif
