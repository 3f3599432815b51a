// The steps of diffusion.c for 1 lane (diffusion_internal.h).
#ifndef NEUROTIDE_MODEL_DIFFUSION_KERNEL_1_H
#define NEUROTIDE_MODEL_DIFFUSION_KERNEL_1_H

#include "model/diffusion_internal.h"

diffusion_kernel *diffusion_kernel_1(diffusion_shape shape, bool chances);

#endif
