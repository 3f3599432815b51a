// The steps of diffusion.c for 1 lane.
#define SIMD_LANES 1
#include "base/simd.h"

#define DIFFUSION_KERNEL diffusion_kernel_1
#include "model/diffusion_kernel.h"

SIMD_END
