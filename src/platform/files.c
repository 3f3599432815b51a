#define _XOPEN_SOURCE 700 // realpath
#include "platform/files.h"

#include "base/fresh_file.h"
#include "platform/paths.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#ifndef _WIN32
#include <fcntl.h>
#include <unistd.h>
#endif

bool file_read(const char *path, size_t limit, char **bytes, size_t *length, error *e)
{
    *bytes = NULL;
    *length = 0;
    FILE *f = fopen(path, "rb");
    if (!f) {
        error_set(e, "%s cannot be opened: %s.", path, strerror(errno));
        return false;
    }
    size_t capacity = 4096, count = 0;
    char *data = malloc(capacity + 1);
    while (data && !ferror(f)) {
        count += fread(data + count, 1, capacity - count, f);
        if (count > limit || feof(f))
            break;
        if (count < capacity)
            continue;
        capacity *= 2;
        char *more = realloc(data, capacity + 1);
        if (!more) {
            free(data);
            data = NULL;
        } else {
            data = more;
        }
    }
    bool failed = ferror(f) != 0;
    fclose(f);
    if (!data)
        error_set_memory(e, "reading %s", path);
    else if (failed)
        error_set(e, "%s cannot be read; it may be a folder.", path);
    else if (count > limit)
        error_set(e, "%s is longer than the %zu bytes it may have.", path, limit);
    if (!data || failed || count > limit) {
        free(data);
        return false;
    }
    data[count] = '\0';
    *bytes = data;
    *length = count;
    return true;
}

// The bytes must be on the disk before the new name is: else a power cut could leave an empty file.
static bool write_through(FILE *f, const char *bytes, size_t length)
{
    bool good = fwrite(bytes, 1, length, f) == length && fflush(f) == 0;
#ifndef _WIN32
    good = good && fsync(fileno(f)) == 0;
#endif
    return fclose(f) == 0 && good;
}

static bool replace(const char *from, const char *to)
{
#ifdef _WIN32
    remove(to); // rename() does not replace there
#endif
    return rename(from, to) == 0;
}

static char *copy_of(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    return copy ? memcpy(copy, text, size) : NULL;
}

#ifndef _WIN32
// Where a link leads although nothing is there yet; false for what is no link.
static bool read_link(const char *path, char out[PATH_MAX_BYTES])
{
    char link[PATH_MAX_BYTES];
    ssize_t length = readlink(path, link, sizeof link - 1);
    if (length <= 0)
        return false;
    link[length] = '\0';
    const char *slash = strrchr(path, '/');
    int folder = link[0] == '/' || !slash ? 0 : (int)(slash - path) + 1;
    return snprintf(out, PATH_MAX_BYTES, "%.*s%s", folder, path, link) < PATH_MAX_BYTES;
}
#endif

char *file_target(const char *path)
{
#ifndef _WIN32
    char *led = realpath(path, NULL), to[PATH_MAX_BYTES];
    if (led)
        return led;
    if (errno == ENOENT && read_link(path, to))
        return copy_of(to);
#endif
    return copy_of(path);
}

// Room for path, ending and a number.
static char *room_beside(const char *path, const char *ending, size_t *size)
{
    *size = strlen(path) + strlen(ending) + FRESH_NAME_MORE;
    return malloc(*size);
}

static bool write_beside(const char *path, const char *bytes, size_t length)
{
    static const char ending[] = ".new";
    size_t size;
    char *name = room_beside(path, ending, &size);
    FILE *f = name ? fresh_file(path, ending, name, size) : NULL;
    bool good = f && write_through(f, bytes, length) && replace(name, path);
    int why = errno;
    if (f && !good)
        remove(name);
    free(name);
    errno = why;
    return good;
}

static bool write_into(const char *path, const char *bytes, size_t length)
{
    FILE *f = fopen(path, "wb");
    bool good = f && fwrite(bytes, 1, length, f) == length && fflush(f) == 0;
    int why = errno;
    if (f && fclose(f) != 0 && good)
        return false;
    errno = why;
    return good;
}

bool file_write(const char *path, const char *bytes, size_t length, error *e)
{
    char *target = file_target(path);
    errno = target ? 0 : ENOMEM;
    bool good = target && (file_is_special(target) ? write_into(target, bytes, length)
                                                   : write_beside(target, bytes, length));
    if (!good)
        error_set(e, "%s cannot be written: %s.", path, strerror(errno));
    free(target);
    return good;
}

bool file_exists(const char *path)
{
    struct stat s;
    return stat(path, &s) == 0;
}

bool file_is_special(const char *path)
{
    struct stat s;
    return stat(path, &s) == 0 && !S_ISREG(s.st_mode) && !S_ISDIR(s.st_mode);
}

file_stamp file_stamp_of(const char *path)
{
    struct stat s;
    file_stamp f = {.exists = stat(path, &s) == 0};
    if (!f.exists)
        return f;
    f.seconds = (long long)s.st_mtime;
#if defined(__linux__)
    f.nanoseconds = (long long)s.st_mtim.tv_nsec;
#endif
    f.bytes = (long long)s.st_size;
    return f;
}

bool file_stamp_same(const file_stamp *a, const file_stamp *b)
{
    return a->exists == b->exists && a->seconds == b->seconds && a->nanoseconds == b->nanoseconds &&
           a->bytes == b->bytes;
}

bool file_set_aside(const char *path, char *aside, size_t capacity, error *e)
{
    static const char ending[] = ".broken";
    size_t size;
    char *target = file_target(path), *name = target ? room_beside(target, ending, &size) : NULL;
    FILE *place = name ? fresh_file(target, ending, name, size) : NULL;
    bool good = place && fclose(place) == 0 && replace(target, name);
    if (good)
        snprintf(aside, capacity, "%s", name);
    else
        error_set(e, "%s is broken and cannot be set aside: %s.", path, strerror(errno));
    if (place && !good)
        remove(name);
    free(name);
    free(target);
    return good;
}

bool folder_make(const char *path, error *e)
{
    size_t size = strlen(path) + 1;
    char *part = malloc(size);
    if (!part) {
        error_set_memory(e, "making the folder %s", path);
        return false;
    }
    memcpy(part, path, size);
    for (size_t i = 1; i < size; i++) {
        if (part[i] != '/' && part[i] != '\0')
            continue;
        part[i] = '\0';
#ifdef _WIN32
        mkdir(part);
#else
        mkdir(part, 0700);
#endif
        part[i] = path[i];
    }
    free(part);
    struct stat s;
    bool good = stat(path, &s) == 0 && S_ISDIR(s.st_mode);
    if (!good)
        error_set(e, "The folder %s cannot be made: %s.", path, strerror(errno));
    return good;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool ends_with(const char *name, const char *suffix)
{
    size_t n = strlen(name), s = strlen(suffix);
    return n >= s && strcmp(name + n - s, suffix) == 0;
}

bool files_each(const char *folder, const char *suffix, void (*each)(void *ctx, const char *name), void *ctx)
{
    DIR *d = opendir(folder);
    if (!d)
        return false;
    char **names = NULL;
    size_t count = 0;
    for (struct dirent *entry = readdir(d); entry; entry = readdir(d)) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, "..") || !ends_with(entry->d_name, suffix))
            continue;
        size_t size = strlen(entry->d_name) + 1;
        char **more = realloc(names, (count + 1) * sizeof *names);
        if (more)
            names = more;
        char *name = more ? malloc(size) : NULL;
        if (!name)
            break;
        memcpy(name, entry->d_name, size);
        names[count++] = name;
    }
    closedir(d);
    if (count > 0)
        qsort(names, count, sizeof *names, by_bytes);
    for (size_t i = 0; i < count; i++) {
        each(ctx, names[i]);
        free(names[i]);
    }
    free(names);
    return true;
}
