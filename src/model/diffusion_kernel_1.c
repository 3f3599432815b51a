// The steps of diffusion.c for 1 lane.
#define SIMD_LANES 1
#include "base/simd.h"

#include "model/diffusion_kernel.h"
#include "model/diffusion_kernel_1.h"

diffusion_kernel *diffusion_kernel_1(diffusion_shape shape, bool chances)
{
    return kernel_for(shape, chances);
}

SIMD_END
