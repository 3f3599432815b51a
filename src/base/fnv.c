#include "base/fnv.h"

uint64_t fnv1a64(uint64_t hash, const void *bytes, size_t count)
{
    const unsigned char *b = bytes;
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ b[i]) * 0x100000001B3u;
    return hash;
}
