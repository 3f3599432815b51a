// The steps of diffusion.c for 4 lanes.
#define SIMD_LANES 4
#include "base/simd.h"

#define DIFFUSION_KERNEL diffusion_kernel_4
#include "model/diffusion_kernel.h"

SIMD_END
