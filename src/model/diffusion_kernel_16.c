// The steps of diffusion.c for 16 lanes.
#define SIMD_LANES 16
#include "base/simd.h"

#define DIFFUSION_KERNEL diffusion_kernel_16
#include "model/diffusion_kernel.h"

SIMD_END
