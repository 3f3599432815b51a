#include "platform/files.h"

#include "platform/file_out.h"
#include "platform/path.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#ifndef _WIN32
#include <fcntl.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>
#endif

static bool is_plain(const struct stat *s, const char *path, error *e)
{
    if (S_ISREG(s->st_mode))
        return true;
    error_set(e, "%s is %s; only a plain file is read.", path,
              S_ISDIR(s->st_mode) ? "a folder" : "a pipe or a device");
    return false;
}

// Opening a pipe waits for who writes into it, for ever if need be, and opening a device may move it.
static FILE *open_plain(const char *path, error *e)
{
    struct stat s;
    FILE *f = NULL;
    if (stat(path, &s) == 0) {
        if (!is_plain(&s, path, e))
            return NULL;
#ifdef _WIN32
        f = fopen(path, "rb");
#else
        int fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC); // it may be another one by now
        if (fd >= 0 && fstat(fd, &s) == 0 && !is_plain(&s, path, e)) {
            close(fd);
            return NULL;
        }
        f = fd >= 0 ? fdopen(fd, "rb") : NULL;
        if (fd >= 0 && !f)
            close(fd);
#endif
    }
    if (!f) {
        int why = errno;
        error_set(e, "%s cannot be opened: %s.", path, strerror(why));
        file_because(e, why);
    }
    return f;
}

bool file_read(const char *path, size_t limit, char **bytes, size_t *length, error *e)
{
    *bytes = NULL;
    *length = 0;
    FILE *f = open_plain(path, e);
    if (!f)
        return false;
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
        error_set(e, "%s cannot be read.", path);
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

bool file_write(const char *path, const char *bytes, size_t length, error *e)
{
    if (file_is_special(path)) {
        error_set(e, "%s is a pipe or a device; only a plain file is written.", path);
        return false;
    }
    file_out *o = file_out_open(path, e);
    if (!o)
        return false;
    fwrite(bytes, 1, length, file_out_stream(o)); // what fails is told in the end
    return file_out_close(o, true, e);
}

#ifndef _WIN32
// The folder of a file, locked for us; -1 where that cannot be had soon: then the little time between reading
// and writing has to do.
static int lock_folder_of(const char *path)
{
    enum { TRIES = 1000 };
    const struct timespec pause = {.tv_nsec = 2000000};
    char folder[PATH_MAX_BYTES];
    const char *slash = strrchr(path, '/');
    snprintf(folder, sizeof folder, "%.*s", slash ? (int)(slash - path) + 1 : 1, slash ? path : ".");
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (int i = 0; fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0; i++) {
        if (errno != EWOULDBLOCK || i == TRIES) {
            close(fd);
            return -1;
        }
        nanosleep(&pause, NULL);
    }
    return fd;
}
#endif

// Version 0.1 called its temporary files so and never cleared them away.
static void sweep_old(const char *path)
{
    enum { NAMES = 1000 };
    size_t size = strlen(path) + 16;
    char *name = malloc(size);
    for (int i = 1; name && i < NAMES; i++) {
        if (i == 1)
            snprintf(name, size, "%s.new", path);
        else
            snprintf(name, size, "%s.new-%d", path, i);
        if (file_is_special(name) || remove(name) != 0)
            break;
    }
    free(name);
}

static bool update(const char *path, size_t limit, file_change *change, void *ctx, error *e)
{
    char *before = NULL;
    size_t length = 0, new_length = 0;
    if (file_exists(path) && !file_read(path, limit, &before, &length, e))
        return false;
    char *bytes = change(ctx, before, length, &new_length);
    bool same = bytes && before && new_length == length && memcmp(bytes, before, length) == 0;
    bool good = !bytes || same || file_write(path, bytes, new_length, e);
    sweep_old(path);
    free(bytes);
    free(before);
    return good;
}

bool file_update(const char *path, size_t limit, file_change *change, void *ctx, error *e)
{
#ifdef _WIN32
    return update(path, limit, change, ctx, e);
#else
    int lock = lock_folder_of(path);
    bool good = update(path, limit, change, ctx, e);
    if (lock >= 0)
        close(lock);
    return good;
#endif
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

// Makes an empty file of a name that was free: "settings.yaml.broken", else "settings.yaml.broken-2" ... What
// was there is a person's and never touched.
static bool free_place(const char *path, const char *ending, char *name, size_t capacity)
{
    enum { NAMES = 100000 };
    FILE *f = NULL;
    errno = EEXIST;
    for (int i = 1; !f && errno == EEXIST && i < NAMES; i++) {
        if (i == 1)
            snprintf(name, capacity, "%s%s", path, ending);
        else
            snprintf(name, capacity, "%s%s-%d", path, ending, i);
        f = fopen(name, "wbx");
    }
    return f && fclose(f) == 0;
}

// What a name itself is: a plain file or a link. A device, a pipe or a folder is moved by nobody but its
// owner.
static bool may_be_moved(const char *path, error *e)
{
#ifdef _WIN32
    bool good = file_exists(path) && !file_is_special(path);
#else
    struct stat s;
    bool there = lstat(path, &s) == 0, good = there && (S_ISREG(s.st_mode) || S_ISLNK(s.st_mode));
    if (!there) {
        error_set(e, "%s is broken and cannot be set aside: %s.", path, strerror(errno));
        return false;
    }
#endif
    if (!good)
        error_set(e, "%s is no plain file and stays where it is.", path);
    return good;
}

bool file_set_aside(const char *path, char *aside, size_t capacity, error *e)
{
    static const char ending[] = ".broken";
    size_t size = strlen(path) + sizeof ending + 8;
    if (!may_be_moved(path, e))
        return false;
    char *name = malloc(size);
    errno = ENOMEM;
    bool placed = name && free_place(path, ending, name, size);
    bool good = placed && rename(path, name) == 0;
    if (good)
        snprintf(aside, capacity, "%s", name);
    else
        error_set(e, "%s is broken and cannot be set aside: %s.", path, strerror(errno));
    if (placed && !good)
        remove(name);
    free(name);
    return good;
}

// One folder of a path. *why keeps the first fault: the later ones only follow from it.
static void make_one(const char *path, int *why)
{
#ifdef _WIN32
    int made = mkdir(path);
#else
    int made = mkdir(path, 0700);
#endif
    if (made != 0 && errno != EEXIST && *why == 0)
        *why = errno;
}

bool folder_make(const char *path, error *e)
{
    size_t size = strlen(path) + 1;
    char *part = malloc(size);
    int why = 0;
    if (!part) {
        error_set_memory(e, "making the folder %s", path);
        return false;
    }
    memcpy(part, path, size);
    for (size_t i = 1; i < size; i++) {
        if (part[i] != '/' && part[i] != '\0')
            continue;
        part[i] = '\0';
        make_one(part, &why);
        part[i] = path[i];
    }
    free(part);
    struct stat s;
    bool there = stat(path, &s) == 0, good = there && S_ISDIR(s.st_mode);
    if (!good) {
        why = there ? ENOTDIR : why ? why : errno;
        error_set(e, "The folder %s cannot be made: %s.", path, strerror(why));
        file_because(e, why);
    }
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
