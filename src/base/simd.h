// Vectors of 32-bit floats and words: the one file that uses compiler extensions.
//
// A source file asks for one width and is compiled for it:
//
//   #define SIMD_LANES 8              // 1, 4, 8 or 16
//   #include "base/simd.h"            // first of all includes
//   #if SIMD_PRESENT
//   ... functions written with simd_float, simd_uint and the operators + - * & | ^ << >> ...
//   #endif
//   SIMD_END                          // the last line
//
// From that include to the end of the file functions are compiled for the processor that the width needs
// (8: AVX2, 16: AVX-512), so the rest of the file may run only where simd_can_run(SIMD_LANES) says so. Width
// 1 is plain C11 and is there with every compiler; NEUROTIDE_SIMD_SCALAR leaves only that. The operators work
// lane by lane and each rounds once (FMA contraction is off in this project), so every width gives the same
// bits.
#ifndef NEUROTIDE_BASE_SIMD_H
#define NEUROTIDE_BASE_SIMD_H

#ifndef SIMD_LANES
#define SIMD_LANES 1
#endif

#if (defined(__GNUC__) || defined(__clang__)) && !defined(NEUROTIDE_SIMD_SCALAR)
#define SIMD_COMPILER_HAS_VECTORS 1
#else
#define SIMD_COMPILER_HAS_VECTORS 0
#endif
#if SIMD_COMPILER_HAS_VECTORS && defined(__x86_64__)
#define SIMD_X86 1
#else
#define SIMD_X86 0
#endif

#define SIMD_PRESENT (SIMD_LANES == 1 || SIMD_X86 || (SIMD_COMPILER_HAS_VECTORS && SIMD_LANES == 4))

// The processor is named before any header, so that all of them agree.
#if SIMD_X86 && SIMD_LANES == 8
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
#else
#pragma GCC target("avx2")
#endif
#elif SIMD_X86 && SIMD_LANES == 16
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,avx512f,avx512bw,avx512dq,avx512vl"))),             \
                             apply_to = function)
#else
#pragma GCC target("avx2,avx512f,avx512bw,avx512dq,avx512vl")
#endif
#endif

#if defined(__clang__) && SIMD_X86 && SIMD_LANES >= 8
#define SIMD_END _Pragma("clang attribute pop")
#else
#define SIMD_END
#endif

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#if SIMD_X86 && SIMD_LANES > 1
#include <immintrin.h>
#endif

#if SIMD_COMPILER_HAS_VECTORS
#define SIMD_INLINE static inline __attribute__((always_inline, unused))
#define SIMD_NEVER_INLINE __attribute__((noinline))
#else
#define SIMD_INLINE static inline
#define SIMD_NEVER_INLINE
#endif

// Whether this processor runs code compiled for that many lanes.
SIMD_INLINE bool simd_can_run(int lanes)
{
#if SIMD_X86
    if (lanes == 8)
        return __builtin_cpu_supports("avx2");
    if (lanes == 16)
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
               __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
#endif
    return lanes == 1 || (lanes == 4 && SIMD_COMPILER_HAS_VECTORS);
}

#if SIMD_PRESENT

#if SIMD_LANES == 1
typedef float simd_float;
typedef uint32_t simd_uint;
typedef int32_t simd_int;
#else
typedef float simd_float __attribute__((vector_size(4 * SIMD_LANES)));
typedef uint32_t simd_uint __attribute__((vector_size(4 * SIMD_LANES)));
typedef int32_t simd_int __attribute__((vector_size(4 * SIMD_LANES)));
#endif

// Any address will do; aligned ones are faster.
SIMD_INLINE simd_float simd_load(const float *from)
{
    simd_float v;
    memcpy(&v, from, sizeof v);
    return v;
}

SIMD_INLINE void simd_store(float *to, simd_float v)
{
    memcpy(to, &v, sizeof v);
}

SIMD_INLINE simd_uint simd_load_uint(const uint32_t *from)
{
    simd_uint v;
    memcpy(&v, from, sizeof v);
    return v;
}

SIMD_INLINE void simd_store_uint(uint32_t *to, simd_uint v)
{
    memcpy(to, &v, sizeof v);
}

// The same number in every lane.
SIMD_INLINE simd_float simd_all(float x)
{
#if SIMD_LANES == 1
    return x;
#else
    return x - (simd_float){0};
#endif
}

// The bits of a float as a word, and back.
SIMD_INLINE simd_uint simd_bits(simd_float v)
{
    simd_uint bits;
    memcpy(&bits, &v, sizeof bits);
    return bits;
}

SIMD_INLINE simd_float simd_from_bits(simd_uint bits)
{
    simd_float v;
    memcpy(&v, &bits, sizeof v);
    return v;
}

SIMD_INLINE simd_float simd_absolute(simd_float v)
{
    return simd_from_bits(simd_bits(v) & 0x7FFFFFFFu);
}

// The words taken as signed (two's complement) integers, rounded to nearest.
SIMD_INLINE simd_float simd_from_signed(simd_uint words)
{
    simd_int v;
    memcpy(&v, &words, sizeof v);
#if SIMD_LANES == 1
    return (float)v;
#else
    return __builtin_convertvector(v, simd_float);
#endif
}

// v >= 0 in every lane.
SIMD_INLINE simd_float simd_sqrt(simd_float v)
{
#if SIMD_LANES == 1
    return sqrtf(v);
#elif SIMD_X86 && SIMD_LANES == 4
    return (simd_float)_mm_sqrt_ps((__m128)v);
#elif SIMD_X86 && SIMD_LANES == 8
    return (simd_float)_mm256_sqrt_ps((__m256)v);
#elif SIMD_X86 && SIMD_LANES == 16
    return (simd_float)_mm512_sqrt_ps((__m512)v);
#else
    simd_float root = v;
    for (int i = 0; i < SIMD_LANES; i++)
        root[i] = sqrtf(v[i]);
    return root;
#endif
}

// The smaller; `b` where either is NaN.
SIMD_INLINE simd_float simd_smaller(simd_float a, simd_float b)
{
#if SIMD_LANES == 1
    return a < b ? a : b;
#elif SIMD_X86 && SIMD_LANES == 4
    return (simd_float)_mm_min_ps((__m128)a, (__m128)b);
#elif SIMD_X86 && SIMD_LANES == 8
    return (simd_float)_mm256_min_ps((__m256)a, (__m256)b);
#elif SIMD_X86 && SIMD_LANES == 16
    return (simd_float)_mm512_min_ps((__m512)a, (__m512)b);
#else
    simd_float least = b;
    for (int i = 0; i < SIMD_LANES; i++)
        least[i] = a[i] < b[i] ? a[i] : b[i];
    return least;
#endif
}

// Bit i is set where a < b in lane i; never where either is NaN.
SIMD_INLINE uint32_t simd_less(simd_float a, simd_float b)
{
#if SIMD_LANES == 1
    return a < b;
#elif SIMD_X86 && SIMD_LANES == 4
    return (uint32_t)_mm_movemask_ps(_mm_cmplt_ps((__m128)a, (__m128)b));
#elif SIMD_X86 && SIMD_LANES == 8
    return (uint32_t)_mm256_movemask_ps(_mm256_cmp_ps((__m256)a, (__m256)b, _CMP_LT_OQ));
#elif SIMD_X86 && SIMD_LANES == 16
    return (uint32_t)_mm512_cmp_ps_mask((__m512)a, (__m512)b, _CMP_LT_OQ);
#else
    uint32_t bits = 0;
    for (int i = 0; i < SIMD_LANES; i++)
        bits |= (uint32_t)(a[i] < b[i]) << i;
    return bits;
#endif
}

// Number of set bits.
SIMD_INLINE int simd_count(uint32_t bits)
{
#if SIMD_COMPILER_HAS_VECTORS
    return __builtin_popcount(bits);
#else
    int count = 0;
    for (; bits; bits &= bits - 1)
        count++;
    return count;
#endif
}

#endif
#endif
