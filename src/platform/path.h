// Names of files and folders as text.
#ifndef NEUROTIDE_PLATFORM_PATH_H
#define NEUROTIDE_PLATFORM_PATH_H

#include <stdbool.h>

enum { PATH_MAX_BYTES = 1024 };

// Joins folder and name with one slash; false when it does not fit.
bool path_join(char out[PATH_MAX_BYTES], const char *folder, const char *name);

#endif
