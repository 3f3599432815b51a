// FNV-1a, 64 bits (Fowler, Noll, Vo): a checksum against damage, not against intent.
#ifndef NEUROTIDE_BASE_FNV_H
#define NEUROTIDE_BASE_FNV_H

#include <stddef.h>
#include <stdint.h>

#define FNV1A64_START 0xCBF29CE484222325u

// The hash of `count` bytes after those already hashed into `hash` (FNV1A64_START for none).
uint64_t fnv1a64(uint64_t hash, const void *bytes, size_t count);
// The same by little-endian words of 8 bytes, what is left over byte by byte: another value, several times as
// fast. Blocks hashed one after the other give the value of the whole when all but the last hold whole words.
uint64_t fnv1a64_words(uint64_t hash, const void *bytes, size_t count);

#endif
