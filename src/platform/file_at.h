// What stands at a path.
#ifndef NEUROTIDE_PLATFORM_FILE_AT_H
#define NEUROTIDE_PLATFORM_FILE_AT_H

#include "base/error.h"
#include "platform/path.h"

#include <stdbool.h>

bool file_exists(const char *path);     // a file or a folder
bool file_is_special(const char *path); // a device or a pipe

// Where a link leads, there or not yet; false for what is no link.
bool file_link(const char *path, char out[PATH_MAX_BYTES]);
// The file that a link leads to in the end, there or not yet, else a copy of `path`. The caller frees it;
// NULL without memory.
char *file_target(const char *path);

// After error_set(): the cause behind an errno, of the platform's own ones too.
void file_because(error *e, int number);

#endif
