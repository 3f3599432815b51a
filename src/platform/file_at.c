#define _XOPEN_SOURCE 700 // realpath
#include "platform/file_at.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#ifndef _WIN32
#include <unistd.h>
#endif

void file_because(error *e, int number)
{
#ifdef EDQUOT
    number = number == EDQUOT ? ENOSPC : number;
#endif
    error_because(e, number);
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

static char *copy_of(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = malloc(size);
    return copy ? memcpy(copy, text, size) : NULL;
}

bool file_link(const char *path, char out[PATH_MAX_BYTES])
{
#ifdef _WIN32
    (void)path;
    (void)out;
    return false;
#else
    char link[PATH_MAX_BYTES];
    ssize_t length = readlink(path, link, sizeof link - 1);
    if (length <= 0)
        return false;
    link[length] = '\0';
    const char *slash = strrchr(path, '/');
    int folder = link[0] == '/' || !slash ? 0 : (int)(slash - path) + 1;
    return snprintf(out, PATH_MAX_BYTES, "%.*s%s", folder, path, link) < PATH_MAX_BYTES;
#endif
}

char *file_target(const char *path)
{
#ifndef _WIN32
    char *led = realpath(path, NULL), to[PATH_MAX_BYTES];
    if (led)
        return led;
    if (errno == ENOENT && file_link(path, to))
        return copy_of(to);
#endif
    return copy_of(path);
}
