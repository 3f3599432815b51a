// The steps of diffusion.c for 8 lanes.
#define SIMD_LANES 8
#include "base/simd.h"

#include "model/diffusion_kernel.h"
#include "model/diffusion_kernel_8.h"

diffusion_kernel *diffusion_kernel_8(diffusion_shape shape, bool chances)
{
    return kernel_for(shape, chances);
}

SIMD_END
