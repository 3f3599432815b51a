// Pictures as PNG files. Same pixels, same bytes: no time and no text goes into the file.
#ifndef NEUROTIDE_EXPORT_PNG_H
#define NEUROTIDE_EXPORT_PNG_H

#include "export/sink.h"

#include <stdio.h>

// Writes a picture of 1 (grey), 3 (sRGB) or 4 channels to a stream, which stays open; `name` is how messages
// call it. False with one sentence on failure; what fails only when the stream is flushed is the caller's to
// see.
bool png_write(FILE *to, const char *name, const image *picture, error *e);

// A sink that appends every frame to a stream. Both are borrowed and outlive the sink.
typedef struct png_stream {
    FILE *file;
    const char *name; // as above
} png_stream;
sink sink_png(png_stream *to);

#endif
