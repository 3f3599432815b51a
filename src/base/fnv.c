#include "base/fnv.h"

#define PRIME 0x100000001B3u

uint64_t fnv1a64(uint64_t hash, const void *bytes, size_t count)
{
    const unsigned char *b = bytes;
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ b[i]) * PRIME;
    return hash;
}

static uint64_t word_at(const unsigned char *b)
{
    uint64_t word = 0;
    for (int k = 7; k >= 0; k--)
        word = word << 8 | b[k];
    return word;
}

uint64_t fnv1a64_words(uint64_t hash, const void *bytes, size_t count)
{
    const unsigned char *b = bytes;
    size_t whole = count - count % 8;
    for (size_t i = 0; i < whole; i += 8)
        hash = (hash ^ word_at(b + i)) * PRIME;
    return fnv1a64(hash, b + whole, count - whole);
}
