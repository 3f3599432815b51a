// Pictures as PNG files. Same pixels, same bytes: no time and no text goes into the file.
#ifndef NEUROTIDE_EXPORT_PNG_H
#define NEUROTIDE_EXPORT_PNG_H

#include "export/sink.h"

// Writes a picture of 1 (grey), 3 (sRGB) or 4 channels to a temporary file beside `path` and renames it, so
// that `path` is never half a picture. False with one sentence on failure; a file that stood there is then
// untouched.
bool png_write(const char *path, const image *picture, error *e);

// The same straight into `path`: for devices and pipes, which a rename would put a file in the place of.
bool png_write_in_place(const char *path, const image *picture, error *e);

// A sink whose every frame replaces the file at `path` (borrowed, must outlive the sink).
sink sink_png(const char *path);

#endif
