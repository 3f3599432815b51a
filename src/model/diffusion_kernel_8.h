// The steps of diffusion.c for 8 lanes (diffusion_internal.h).
#ifndef NEUROTIDE_MODEL_DIFFUSION_KERNEL_8_H
#define NEUROTIDE_MODEL_DIFFUSION_KERNEL_8_H

#include "model/diffusion_internal.h"

diffusion_kernel *diffusion_kernel_8(diffusion_shape shape, bool chances);

#endif
