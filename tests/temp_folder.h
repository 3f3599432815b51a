// A folder for the files of one test.
#ifndef NEUROTIDE_TESTS_TEMP_FOLDER_H
#define NEUROTIDE_TESTS_TEMP_FOLDER_H

#include "platform/files.h"
#include "platform/paths.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static inline bool temp_folder_make(char out[64])
{
    strcpy(out, "/tmp/neurotide-test-XXXXXX");
    return mkdtemp(out) != NULL;
}

static inline void temp_folder_take_away(void *ctx, const char *name)
{
    char path[PATH_MAX_BYTES];
    path_join(path, ctx, name);
    remove(path);
}

// With the files in it, but not with folders in it: 0 when it is gone.
static inline int temp_folder_remove(char *folder)
{
    files_each(folder, "", temp_folder_take_away, folder);
    return rmdir(folder);
}

#endif
