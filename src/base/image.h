// A picture in memory: 8 bits a channel, rows from top to bottom, tightly packed.
#ifndef NEUROTIDE_BASE_IMAGE_H
#define NEUROTIDE_BASE_IMAGE_H

#include <stdbool.h>
#include <stdint.h>

typedef struct image {
    int width;     // pixels
    int height;    // pixels
    int channels;  // 1 (coverage), 3 (sRGB) or 4 (sRGB + straight alpha)
    uint8_t *data; // width * height * channels bytes, owned
} image;

// Allocates zeroed pixels. False on a size outside 1..16384, a wrong channel count or lack of memory;
// `out` is then empty. The caller ends it with image_destroy().
bool image_create(image *out, int width, int height, int channels);

// Frees the pixels and empties the struct; harmless on an empty one.
void image_destroy(image *img);

#endif
