#define _XOPEN_SOURCE 700 // realpath, fdopen
#include "platform/file_out.h"

#include "platform/file_at.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#ifndef _WIN32
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

// A writer that is killed leaves its file behind. Who writes keeps a lock on his, so the next one tells what
// is left over from what is in use; names are ours alone, so that no file of a person is taken for one.
enum { NAMES = 1000, SWEPT = 8, BASE_MOST = 200, PLACE_MORE = 32 };

struct file_out {
    char *path;   // as the caller calls it, for messages
    char *target; // what it leads to
    char *place;  // where the bytes go; NULL: into the target itself
    FILE *stream;
};

// Room for what place_name() writes.
static size_t place_size(const char *target)
{
    return strlen(target) + PLACE_MORE;
}

static void place_name(const char *target, int number, char *out, size_t size)
{
    const char *slash = strrchr(target, '/'), *base = slash ? slash + 1 : target;
    snprintf(out, size, "%.*s.%.*s.neurotide-%d", (int)(base - target), target, BASE_MOST, base, number);
}

#ifdef _WIN32
static FILE *take_place(const char *name)
{
    return fopen(name, "wbx");
}

static void sweep(const char *target, int number)
{
    (void)target;
    (void)number;
}

static int stream_called(const char *path)
{
    (void)path;
    return -1;
}

static FILE *open_stream(int number)
{
    (void)number;
    return NULL;
}

static bool put_in_place(file_out *o)
{
    bool good = fclose(o->stream) == 0;
    o->stream = NULL;
    remove(o->target); // rename() does not replace there
    return good && rename(o->place, o->target) == 0;
}
#else
static bool is_still_called(int fd, const char *name)
{
    struct stat held, named;
    return fstat(fd, &held) == 0 && lstat(name, &named) == 0 && held.st_dev == named.st_dev &&
           held.st_ino == named.st_ino;
}

// A plain file that nobody writes any more, locked for us; -1 for anything else.
static int take_left_over(const char *name)
{
    int fd = open(name, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat s;
    if (fd >= 0 && fstat(fd, &s) == 0 && S_ISREG(s.st_mode) && flock(fd, LOCK_EX | LOCK_NB) == 0 &&
        is_still_called(fd, name))
        return fd;
    if (fd >= 0)
        close(fd);
    errno = EEXIST;
    return -1;
}

static FILE *take_place(const char *name)
{
    int fd = open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    bool made = fd >= 0, others = made && flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (made && (others || !is_still_called(fd, name))) {
        close(fd); // another one took it for left over before it was locked
        errno = EEXIST;
        return NULL;
    }
    if (fd < 0 && errno == EEXIST)
        fd = take_left_over(name);
    FILE *f = fd >= 0 && ftruncate(fd, 0) == 0 ? fdopen(fd, "wb") : NULL;
    int why = errno;
    if (fd >= 0 && !f)
        close(fd);
    errno = why;
    return f;
}

// What killed writers left under the first names.
static void sweep(const char *target, int number)
{
    size_t size = place_size(target);
    char *name = malloc(size);
    for (int i = 1; name && i <= SWEPT; i++) {
        place_name(target, i, name, size);
        int fd = i == number ? -1 : take_left_over(name);
        if (fd < 0)
            continue;
        unlink(name);
        close(fd);
    }
    free(name);
}

// The number of "3" in a folder of open streams; -1 where `path` does not stand in one.
static int stream_number(const char *path)
{
    char folder[PATH_MAX_BYTES], own[64];
    const char *slash = strrchr(path, '/');
    size_t digits = slash ? strspn(slash + 1, "0123456789") : 0;
    if (digits == 0 || digits > 6 || slash[1 + digits])
        return -1;
    snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
    snprintf(own, sizeof own, "/proc/%ld/fd", (long)getpid());
    char *led = realpath(folder, NULL);
    bool ours = led && (strcmp(led, own) == 0 || strcmp(led, "/dev/fd") == 0);
    free(led);
    return ours ? (int)strtol(slash + 1, NULL, 10) : -1;
}

// The open stream that a name stands for, through any links; -1 for none.
static int stream_called(const char *path)
{
    enum { LINKS_MOST = 16 };
    char at[PATH_MAX_BYTES], next[PATH_MAX_BYTES];
    if (snprintf(at, sizeof at, "%s", path) >= (int)sizeof at)
        return -1;
    for (int i = 0; i < LINKS_MOST; i++) {
        int number = stream_number(at);
        if (number >= 0 || !file_link(at, next))
            return number;
        memcpy(at, next, sizeof at);
    }
    return -1;
}

// Opened by its name the file would begin anew, and what others wrote before us would be lost.
static FILE *open_stream(int number)
{
    fflush(stdout);
    int fd = dup(number);
    FILE *f = fd >= 0 ? fdopen(fd, "wb") : NULL;
    int why = errno;
    if (fd >= 0 && !f)
        close(fd);
    errno = why;
    return f;
}

// The bytes must be on the disk before the new name is: else a power cut could leave an empty file. And the
// name changes before the lock is gone.
static bool put_in_place(file_out *o)
{
    return fsync(fileno(o->stream)) == 0 && rename(o->place, o->target) == 0;
}
#endif

static void say_why(const file_out *o, int why, error *e)
{
    error_set(e, "%s cannot be written: %s.", o->path, strerror(why));
    file_because(e, why);
}

static void end(file_out *o)
{
    free(o->path);
    free(o->target);
    free(o->place);
    free(o);
}

static FILE *begin_beside(file_out *o)
{
    size_t size = place_size(o->target);
    FILE *f = NULL;
    o->place = malloc(size);
    errno = o->place ? EEXIST : ENOMEM;
    for (int i = 1; o->place && !f && errno == EEXIST && i < NAMES; i++) {
        place_name(o->target, i, o->place, size);
        f = take_place(o->place);
        if (f)
            sweep(o->target, i);
    }
    return f;
}

file_out *file_out_open(const char *path, error *e)
{
    file_out *o = calloc(1, sizeof *o);
    size_t size = strlen(path) + 1;
    if (!o || !(o->path = malloc(size)) || !(o->target = file_target(path))) {
        error_set_memory(e, "%s", path);
        if (o)
            end(o);
        return NULL;
    }
    memcpy(o->path, path, size);
    int number = stream_called(path);
    o->stream = number >= 0                  ? open_stream(number)
                : file_is_special(o->target) ? fopen(o->target, "wb")
                                             : begin_beside(o);
    if (o->stream)
        return o;
    say_why(o, errno, e);
    end(o);
    return NULL;
}

FILE *file_out_stream(const file_out *o)
{
    return o->stream;
}

bool file_out_close(file_out *o, bool keep, error *e)
{
    errno = 0;
    bool good = keep && !ferror(o->stream) && fflush(o->stream) == 0 && (!o->place || put_in_place(o));
    int why = errno ? errno : EIO;
    if (!good && o->place)
        remove(o->place);
    if (o->stream && fclose(o->stream) != 0 && good) {
        good = false;
        why = errno;
    }
    if (keep && !good)
        say_why(o, why, e);
    end(o);
    return good;
}
