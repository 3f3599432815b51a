#include "base/image.h"

#include <stdlib.h>

enum { IMAGE_SIDE_MAX = 16384 };

bool image_create(image *out, int width, int height, int channels)
{
    *out = (image){0};
    if (width < 1 || height < 1 || width > IMAGE_SIDE_MAX || height > IMAGE_SIDE_MAX)
        return false;
    if (channels != 1 && channels != 3 && channels != 4)
        return false;
    uint8_t *data = calloc((size_t)width * (size_t)height, (size_t)channels);
    if (!data)
        return false;
    *out = (image){.width = width, .height = height, .channels = channels, .data = data};
    return true;
}

void image_destroy(image *img)
{
    free(img->data);
    *img = (image){0};
}
