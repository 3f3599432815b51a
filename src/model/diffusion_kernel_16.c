// The steps of diffusion.c for 16 lanes.
#define SIMD_LANES 16
#include "base/simd.h"

#include "model/diffusion_kernel.h"
#include "model/diffusion_kernel_16.h"

diffusion_kernel *diffusion_kernel_16(diffusion_shape shape, bool chances)
{
    return kernel_for(shape, chances);
}

SIMD_END
