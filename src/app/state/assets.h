// Reading a file beside the program.
#ifndef NEUROTIDE_APP_ASSETS_H
#define NEUROTIDE_APP_ASSETS_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

// All bytes of `name` in `folder` (one of paths.assets, paths.shaders), to be given back with free(). False
// with one sentence.
bool assets_read(const char *folder, const char *name, char **bytes, size_t *length, error *e);

#endif
