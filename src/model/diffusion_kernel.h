// One step of all free molecules, written once for every vector width. Included by diffusion_kernel_N.c after
// base/simd.h; kernel_for() is for that file.
#include "model/diffusion_internal.h"

#include <stddef.h>

#if SIMD_PRESENT

typedef struct kernel_random {
    simd_uint s0, s1, s2, s3;
} kernel_random;

SIMD_INLINE kernel_random random_load(const diffusion_pass *p, int lane)
{
    return (kernel_random){simd_load_uint(&p->random[0][lane]), simd_load_uint(&p->random[1][lane]),
                           simd_load_uint(&p->random[2][lane]), simd_load_uint(&p->random[3][lane])};
}

SIMD_INLINE void random_store(diffusion_pass *p, int lane, const kernel_random *r)
{
    simd_store_uint(&p->random[0][lane], r->s0);
    simd_store_uint(&p->random[1][lane], r->s1);
    simd_store_uint(&p->random[2][lane], r->s2);
    simd_store_uint(&p->random[3][lane], r->s3);
}

SIMD_INLINE simd_uint random_next(kernel_random *r)
{
    simd_uint result = r->s0 + r->s3, t = r->s1 << 9u;
    r->s2 ^= r->s0;
    r->s3 ^= r->s1;
    r->s1 ^= r->s2;
    r->s0 ^= r->s3;
    r->s2 ^= t;
    r->s3 = (r->s3 << 11u) | (r->s3 >> 21u);
    return result;
}

// The polynomials here are summed in Estrin's order: what a processor waits for is the chain of dependent
// operations, not their number.

// ln(u / 2^31) for 1 <= u <= 2^31; relative error below 4e-7, never above 0. The polynomial is ln(1 + f) / f,
// minimax on sqrt(1/2) - 1 .. sqrt(2) - 1.
SIMD_INLINE simd_float log_of_uniform(simd_float u)
{
    simd_uint bits = simd_bits(u) - 0x3F3504F3u; // exponent and mantissa part at sqrt(1/2)
    simd_float exponent = simd_from_signed((bits >> 23u) - 31u);
    simd_float f = simd_from_bits((bits & 0x7FFFFFu) + 0x3F3504F3u) - 1.0f;
    simd_float f2 = f * f, f4 = f2 * f2;
    simd_float low = (f * -0.5000034428f + 0.9999999179f) + (f * -0.2497156030f + 0.3333560791f) * f2;
    simd_float high = (f * -0.1721242542f + 0.1988423530f) + (f * -0.1037871998f + 0.1633814695f) * f2;
    simd_float p = low + high * f4;
    return exponent * 0.6931471806f + p * f;
}

// Two independent normal deviates of the step's variance (Box & Muller 1958). The angle lies in the right
// half of the circle, +-pi/2, and a random sign mirrors it; both polynomials are minimax, error below 1e-7.
SIMD_INLINE void normal_pair(kernel_random *r, simd_float minus_two_variance, simd_float *a, simd_float *b)
{
    simd_uint first = random_next(r), second = random_next(r);
    simd_float radius = simd_sqrt(minus_two_variance * log_of_uniform(simd_from_signed(first >> 1u) + 1.0f));
    simd_uint sign = second & 0x80000000u;
    simd_float turn = simd_from_signed(second << 1u) * 0x1p-31f; // of a quarter circle
    simd_float w = turn * turn;
    simd_float w2 = w * w;
    simd_float sine = (w * -6.459637613e-1f + 1.570796320f) +
                      ((w * -4.674157496e-3f + 7.968992687e-2f) + w2 * 1.516785319e-4f) * w2;
    simd_float cosine = (w * -1.233698215f + 0.9999999535f) +
                        ((w * -2.081062752e-2f + 2.536507446e-1f) + w2 * 8.581908190e-4f) * w2;
    *a = radius * simd_from_bits(simd_bits(cosine) ^ sign);
    *b = radius * (sine * turn);
}

// Nearest integer for |v| < 2^22, in the arithmetic of floats alone.
SIMD_INLINE simd_float nearest(simd_float v)
{
    return (v + 12582912.0f) - 12582912.0f;
}

// The place in 0..size that the mirrors bring q to; *images is the mirror image it was in: the number of
// times that the straight step crossed the wall at `size`, up to its sign.
SIMD_INLINE simd_float fold(const diffusion_pass *p, int axis, simd_float q, simd_float *images)
{
    *images = nearest(q * p->over_twice_size[axis]);
    return simd_smaller(simd_absolute(q - *images * p->twice_size[axis]), simd_all(p->size[axis]));
}

static SIMD_NEVER_INLINE void note_events(diffusion_pass *p, int index, uint32_t which, uint32_t gone,
                                          const simd_float step[7])
{
    float values[7][SIMD_LANES];
    for (int v = 0; v < 7; v++)
        simd_store(values[v], step[v]);
    for (int lane = 0; lane < SIMD_LANES; lane++) {
        if (!(which >> lane & 1u))
            continue;
        diffusion_event *e = &p->events[p->event_count++];
        e->index = index + lane;
        e->gone = gone >> lane & 1u;
        for (int axis = 0; axis < 3; axis++) {
            e->from[axis] = values[axis][lane];
            e->to[axis] = values[3 + axis][lane];
        }
        e->chance = values[6][lane];
    }
}

// Moves SIMD_LANES molecules from `index` on by the given steps.
SIMD_INLINE void move(diffusion_pass *p, diffusion_shape shape, bool chances, int index, simd_float dx,
                      simd_float dy, simd_float dz, simd_float chance)
{
    simd_float x = simd_load(p->x + index), y = simd_load(p->y + index), z = simd_load(p->z + index);
    simd_float x_end = x + dx, y_end = y + dy, z_end = z + dz;
    simd_float x_new = x_end, y_new = y_end, z_new = z_end, images, images_z = z;
    uint32_t here = SIMD_LANES < 32 ? (1u << SIMD_LANES) - 1u : ~0u;
    if (p->count - index < SIMD_LANES)
        here = p->count > index ? (1u << (p->count - index)) - 1u : 0u;
    uint32_t gone = 0, which = 0;
    if (shape != DIFFUSION_UNBOUNDED)
        z_new = fold(p, 2, z_end, &images_z);
    if (shape == DIFFUSION_BOX) {
        x_new = fold(p, 0, x_end, &images);
        y_new = fold(p, 1, y_end, &images);
    }
    if (shape == DIFFUSION_DISC) {
        simd_float r2 = x_end * x_end + y_end * y_end;
        gone = ~simd_less(r2, simd_all(p->rim_squared)) & here;
        p->near_axis += simd_count(simd_less(r2, simd_all(p->probe_squared)) & here);
    }
    if (chances) {
        which = simd_less(chance, simd_absolute(images_z) * p->bind_chance);
        if (shape == DIFFUSION_BOX)
            which |= simd_less(simd_all(p->tile_chance), chance) & simd_less(z_end, simd_all(0.0f));
    }
    which = (which & here) | gone;
    simd_store(p->x + index, x_new);
    simd_store(p->y + index, y_new);
    simd_store(p->z + index, z_new);
    if (which)
        note_events(p, index, which, gone, (const simd_float[7]){x, y, z, x_end, y_end, z_end, chance});
}

SIMD_INLINE void step_all(diffusion_pass *p, diffusion_shape shape, bool chances)
{
    simd_float spread = simd_all(p->minus_two_variance);
    for (int first = 0; first < p->count; first += DIFFUSION_BLOCK) {
        for (int lane = 0; lane < DIFFUSION_STREAMS; lane += SIMD_LANES) {
            kernel_random r = random_load(p, lane);
            simd_float dx[2], dy[2], dz[2], chance[2] = {spread, spread};
            normal_pair(&r, spread, &dx[0], &dx[1]);
            normal_pair(&r, spread, &dy[0], &dy[1]);
            normal_pair(&r, spread, &dz[0], &dz[1]);
            for (int half = 0; half < 2; half++) {
                if (chances)
                    chance[half] = simd_from_signed(random_next(&r) >> 1u) * 0x1p-31f;
                move(p, shape, chances, first + lane + half * DIFFUSION_STREAMS, dx[half], dy[half], dz[half],
                     chance[half]);
            }
            random_store(p, lane, &r);
        }
    }
}

// A loop of its own for each shape: what a shape does not need is left out by the compiler.
static void step_unbounded(diffusion_pass *p)
{
    step_all(p, DIFFUSION_UNBOUNDED, false);
}

static void step_slab(diffusion_pass *p)
{
    step_all(p, DIFFUSION_SLAB, false);
}

static void step_slab_chances(diffusion_pass *p)
{
    step_all(p, DIFFUSION_SLAB, true);
}

static void step_box(diffusion_pass *p)
{
    step_all(p, DIFFUSION_BOX, false);
}

static void step_box_chances(diffusion_pass *p)
{
    step_all(p, DIFFUSION_BOX, true);
}

static void step_disc(diffusion_pass *p)
{
    step_all(p, DIFFUSION_DISC, false);
}

static void step_disc_chances(diffusion_pass *p)
{
    step_all(p, DIFFUSION_DISC, true);
}

static diffusion_kernel *kernel_for(diffusion_shape shape, bool chances)
{
    switch (shape) {
    case DIFFUSION_SLAB:
        return chances ? step_slab_chances : step_slab;
    case DIFFUSION_BOX:
        return chances ? step_box_chances : step_box;
    case DIFFUSION_DISC:
        return chances ? step_disc_chances : step_disc;
    default:
        return step_unbounded;
    }
}

#else

static diffusion_kernel *kernel_for(diffusion_shape shape, bool chances)
{
    (void)shape;
    (void)chances;
    return NULL;
}

#endif
