// Where finished frames go: a file, later a video.
#ifndef NEUROTIDE_EXPORT_SINK_H
#define NEUROTIDE_EXPORT_SINK_H

#include "base/error.h"
#include "base/image.h"

#include <stdbool.h>

typedef struct sink {
    void *ctx;
    // Takes one frame; the image stays the caller's. False with a sentence on failure.
    bool (*frame)(void *ctx, const image *picture, error *e);
} sink;

#endif
