// Where things are: the program's assets, the user's settings, the font.
#ifndef NEUROTIDE_PLATFORM_PATHS_H
#define NEUROTIDE_PLATFORM_PATHS_H

#include "base/error.h"
#include "platform/path.h"

#include <stdbool.h>

typedef struct paths {
    char assets[PATH_MAX_BYTES]; // folder with text/, brain.ntb, fonts/
    char shaders[PATH_MAX_BYTES];
    char settings[PATH_MAX_BYTES]; // folder; empty when there is none to be had
} paths;

// Finds assets from any working directory, built or installed: $NEUROTIDE_ASSETS, then beside the executable
// (build tree), then the installed share folder relative to the executable. False: one sentence what was
// sought.
bool paths_find(paths *out, error *e);

// The folder where the platform keeps a person's pictures, else the home folder; empty when there is none.
void paths_pictures(char out[PATH_MAX_BYTES]);

#endif
