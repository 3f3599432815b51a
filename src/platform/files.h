// Whole files in and out. What stands at a path: platform/file_at.h.
#ifndef NEUROTIDE_PLATFORM_FILES_H
#define NEUROTIDE_PLATFORM_FILES_H

#include "base/error.h"
#include "platform/file_at.h"

#include <stdbool.h>
#include <stddef.h>

// Reads at most `limit` bytes (a longer file is an error). *bytes is NUL-terminated, the caller frees it.
// Only a plain file, or a link to one, is read: a pipe or a device is refused at once and never waited for.
bool file_read(const char *path, size_t limit, char **bytes, size_t *length, error *e);

// Writes a plain file as file_out.h does: the old one is whole until the new one is. A link stays, and what
// it leads to is written; a pipe or a device is refused.
bool file_write(const char *path, const char *bytes, size_t length, error *e);

// Reads a file, lets `change` make the new bytes of it and writes them, in one go for all programs that do it
// by this function. `before` is NULL where there is no file. `change` returns allocated bytes, or NULL to
// leave the file as it is, which is no fault of this function. A file that cannot be read is left as it is:
// false.
typedef char *file_change(void *ctx, const char *before, size_t length, size_t *new_length);
bool file_update(const char *path, size_t limit, file_change *change, void *ctx, error *e);

// By which a file is seen to have changed.
typedef struct file_stamp {
    bool exists;
    long long seconds, nanoseconds; // of its last change
    long long bytes;
} file_stamp;
file_stamp file_stamp_of(const char *path);
bool file_stamp_same(const file_stamp *a, const file_stamp *b);

// Moves a broken file aside: "settings.yaml" -> "settings.yaml.broken", or "settings.yaml.broken-2" and so on
// where older ones are kept. A link is moved itself, what it leads to stays; a device, a pipe or a folder is
// refused. `aside` receives the new name.
bool file_set_aside(const char *path, char *aside, size_t capacity, error *e);

// Makes a folder and those above it, for this user alone; true when it is there in the end.
bool folder_make(const char *path, error *e);

// Calls `each` with the name of every entry that ends in `suffix`, in byte order. False when there is no
// folder.
bool files_each(const char *folder, const char *suffix, void (*each)(void *ctx, const char *name), void *ctx);

#endif
