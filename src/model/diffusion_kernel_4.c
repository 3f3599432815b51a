// The steps of diffusion.c for 4 lanes.
#define SIMD_LANES 4
#include "base/simd.h"

#include "model/diffusion_kernel.h"
#include "model/diffusion_kernel_4.h"

diffusion_kernel *diffusion_kernel_4(diffusion_shape shape, bool chances)
{
    return kernel_for(shape, chances);
}

SIMD_END
