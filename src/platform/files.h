// Whole files in and out, portable C with one atomic rename.
#ifndef NEUROTIDE_PLATFORM_FILES_H
#define NEUROTIDE_PLATFORM_FILES_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

// Reads at most `limit` bytes (a longer file is an error). *bytes is NUL-terminated, the caller frees it.
bool file_read(const char *path, size_t limit, char **bytes, size_t *length, error *e);

// Writes to a temporary name in the same folder, then renames: the old file is whole until the new one is. A
// link stays, and what it leads to is written; a device or a pipe is written into.
bool file_write(const char *path, const char *bytes, size_t length, error *e);

bool file_exists(const char *path);     // a file or a folder
bool file_is_special(const char *path); // a device or a pipe: to be written into, not replaced

// The file that a link leads to, there or not yet, else a copy of `path`. The caller frees it; NULL without
// memory.
char *file_target(const char *path);

// By which a file is seen to have changed.
typedef struct file_stamp {
    bool exists;
    long long seconds, nanoseconds; // of its last change
    long long bytes;
} file_stamp;
file_stamp file_stamp_of(const char *path);
bool file_stamp_same(const file_stamp *a, const file_stamp *b);

// Moves a broken file aside: "settings.yaml" -> "settings.yaml.broken", or "settings.yaml.broken-2" and so on
// where older ones are kept. A link stays, and what it leads to is moved. `aside` receives the new name.
bool file_set_aside(const char *path, char *aside, size_t capacity, error *e);

// Makes a folder and those above it, for this user alone; true when it is there in the end.
bool folder_make(const char *path, error *e);

// Calls `each` with the name of every entry that ends in `suffix`, in byte order. False when there is no
// folder.
bool files_each(const char *folder, const char *suffix, void (*each)(void *ctx, const char *name), void *ctx);

#endif
