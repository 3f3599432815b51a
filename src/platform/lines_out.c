#include "platform/lines_out.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#ifdef _WIN32
#include <io.h>
#else
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

struct lines_out {
    int descriptor;
    bool own;       // the descriptor is one of ours, which never waits
    bool is_socket; // each call says that it must not wait
    bool gone;
    bool begun;    // the first line kept is the rest of one that has begun to go out
    size_t length; // bytes kept
    char kept[LINES_OUT_MOST];
};

#ifdef _WIN32
static void open_without_waiting(lines_out *l)
{
    l->own = false;
}

static long put(lines_out *l, const char *bytes, size_t count)
{
    return _write(l->descriptor, bytes, (unsigned)count);
}

static bool wait_for_room(const lines_out *l, int ms)
{
    (void)l;
    (void)ms;
    return true;
}
#else
// The flag that a stream must not wait holds for everybody who shares it, a shell among them, so that it is
// set on a door of our own to the same stream. A plain file has no such door, for it never keeps one waiting.
static void open_without_waiting(lines_out *l)
{
    struct stat s;
    if (fstat(l->descriptor, &s) != 0)
        return;
    l->is_socket = S_ISSOCK(s.st_mode);
#ifdef __linux__
    char name[32];
    if (!S_ISFIFO(s.st_mode) && !S_ISCHR(s.st_mode))
        return;
    snprintf(name, sizeof name, "/proc/self/fd/%d", l->descriptor);
    int door = open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (door < 0)
        return;
    l->descriptor = door;
    l->own = true;
#endif
}

static bool wait_for_room(const lines_out *l, int ms)
{
    struct pollfd p = {.fd = l->descriptor, .events = POLLOUT};
    return poll(&p, 1, ms) > 0;
}

static long put(lines_out *l, const char *bytes, size_t count)
{
    enum { SURE = 512 }; // for so much there is room where there is any
    if (l->is_socket)
        return send(l->descriptor, bytes, count, MSG_DONTWAIT | MSG_NOSIGNAL);
    if (l->own)
        return write(l->descriptor, bytes, count);
    if (wait_for_room(l, 0))
        return write(l->descriptor, bytes, count < SURE ? count : SURE);
    errno = EAGAIN;
    return -1;
}
#endif

lines_out *lines_out_open(int descriptor)
{
    lines_out *l = calloc(1, sizeof *l);
    if (!l)
        return NULL;
    l->descriptor = descriptor;
    open_without_waiting(l);
#ifndef _WIN32
    signal(SIGPIPE, SIG_IGN);
#endif
    return l;
}

static void drop(lines_out *l, size_t from, size_t to)
{
    memmove(l->kept + from, l->kept + to, l->length - to);
    l->length -= to - from;
}

// Where the line that begins at `from` ends.
static size_t end_of_line(const lines_out *l, size_t from)
{
    const char *end = memchr(l->kept + from, '\n', l->length - from);
    return end ? (size_t)(end - l->kept) + 1 : l->length;
}

// A line that has begun to go out goes out whole.
static void make_room(lines_out *l, size_t wanted)
{
    size_t oldest = l->begun ? end_of_line(l, 0) : 0;
    while (LINES_OUT_MOST - l->length < wanted && oldest < l->length)
        drop(l, oldest, end_of_line(l, oldest));
}

void lines_out_say(lines_out *l, const char *line)
{
    size_t count = strlen(line);
    if (l->gone)
        return;
    if (LINES_OUT_MOST - l->length < count + 1)
        make_room(l, count + 1);
    size_t room = LINES_OUT_MOST - l->length;
    if (room == 0)
        return;
    count = count < room ? count : room - 1;
    memcpy(l->kept + l->length, line, count);
    l->kept[l->length + count] = '\n';
    l->length += count + 1;
    lines_out_push(l);
}

bool lines_out_push(lines_out *l)
{
    while (l->length > 0 && !l->gone) {
        errno = EAGAIN;
        long n = put(l, l->kept, l->length);
        if (n > 0) {
            l->begun = l->kept[n - 1] != '\n';
            drop(l, 0, (size_t)n);
        } else if (errno != EINTR) {
            l->gone = errno != EAGAIN && errno != EWOULDBLOCK;
            break;
        }
    }
    if (l->gone)
        l->length = 0;
    return l->length > 0;
}

bool lines_out_is_gone(const lines_out *l)
{
    return l->gone;
}

void lines_out_close(lines_out *l, double patience_s)
{
    enum { SLICE_MS = 20 };
    if (!l)
        return;
    for (double left_s = patience_s; lines_out_push(l) && left_s > 0; left_s -= 1e-3 * SLICE_MS)
        wait_for_room(l, SLICE_MS);
    if (l->own) {
#ifndef _WIN32
        close(l->descriptor);
#endif
    }
    free(l);
}
