// The steps of diffusion.c for 8 lanes.
#define SIMD_LANES 8
#include "base/simd.h"

#define DIFFUSION_KERNEL diffusion_kernel_8
#include "model/diffusion_kernel.h"

SIMD_END
