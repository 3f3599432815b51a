#include "platform/host.h"

#include "platform/file_out.h"
#include "platform/files.h"
#include "platform/lines_out.h"
#include "platform/sdl/wishes.h"

#include <math.h>
#include <stdlib.h>

// The desktop's host.
typedef struct desktop {
    lines_out *voice; // to the standard output; NULL without memory
} desktop;

static const double push_again_s = 0.1; // while a slow listener has not heard everything
static const double last_words_s = 1.0; // for what is not heard yet in the end

static int run(void *ctx, window *w, host_program p)
{
    desktop *d = ctx;
    double wait;
    while ((wait = p.step(p.ctx)) >= 0.0) {
        if (d->voice && lines_out_push(d->voice))
            wait = fmin(wait, push_again_s);
        if (wait > 0.0)
            window_wait(w, wait < HUGE_VAL ? wait : -1.0);
    }
    return p.end(p.ctx);
}

static host_shown show(void *ctx, window *w)
{
    (void)ctx;
    return (host_shown){.interval_ms = window_swap(w), .least_ms = 1000.0 / window_refresh_hz(w)};
}

static bool say(void *ctx, const char *line)
{
    desktop *d = ctx;
    if (!d->voice)
        return false;
    lines_out_say(d->voice, line);
    return !lines_out_is_gone(d->voice);
}

// --- what is kept

static bool path_in(char path[PATH_MAX_BYTES], const char *place, const char *name, error *e)
{
    if (path_join(path, place, name))
        return true;
    error_set(e, "The name of the folder %s is too long.", place);
    return false;
}

static host_fetched fetch(void *ctx, const char *place, const char *name, size_t limit, char **bytes,
                          size_t *length, error *e)
{
    (void)ctx;
    char path[PATH_MAX_BYTES];
    if (!path_join(path, place, name) || !file_exists(path))
        return HOST_NOTHING_KEPT;
    return file_read(path, limit, bytes, length, e) ? HOST_FETCHED : HOST_UNREADABLE;
}

static bool update(void *ctx, const char *place, const char *name, size_t limit, file_change *change,
                   void *change_ctx, error *e)
{
    (void)ctx;
    char path[PATH_MAX_BYTES];
    return path_in(path, place, name, e) && folder_make(place, e) &&
           file_update(path, limit, change, change_ctx, e);
}

static bool set_aside(void *ctx, const char *place, const char *name, char *aside, size_t capacity, error *e)
{
    (void)ctx;
    char path[PATH_MAX_BYTES];
    return path_in(path, place, name, e) && file_set_aside(path, aside, capacity, e);
}

static int languages(void *ctx, char out[PROCESS_LANGUAGES_MAX][PROCESS_LANGUAGE_BYTES])
{
    (void)ctx;
    return process_languages(out);
}

static host_wishes wishes(void *ctx)
{
    (void)ctx;
    return wishes_ask();
}

// --- files

static bool path_of(char path[PATH_MAX_BYTES], const char *folder, const char *name, int number,
                    const char *ending)
{
    char whole[128];
    int n = snprintf(whole, sizeof whole, "%s-%d%s", name, number, ending);
    return n > 0 && (size_t)n < sizeof whole && path_join(path, folder, whole);
}

// The first number under which none of the files is there; 0 for none.
static int free_number(const char *folder, const char *name, const host_file *files, int count)
{
    enum { NUMBERS = 10000 };
    char path[PATH_MAX_BYTES];
    for (int number = 1; folder[0] && number < NUMBERS; number++) {
        bool taken = false;
        for (int i = 0; i < count && !taken; i++) {
            if (!path_of(path, folder, name, number, files[i].ending))
                return 0;
            taken = file_exists(path);
        }
        if (!taken)
            return number;
    }
    return 0;
}

static bool write_file(const char *path, const host_file *f, error *e)
{
    file_out *o = file_out_open(path, e);
    bool written = o && f->write(f->ctx, file_out_stream(o), path, e);
    return o && file_out_close(o, written, e) && written;
}

static host_given give(void *ctx, const char *name, const host_file *files, int count,
                       char path[PATH_MAX_BYTES], error *e)
{
    (void)ctx;
    char folder[PATH_MAX_BYTES], further[PATH_MAX_BYTES];
    paths_pictures(folder);
    int number = free_number(folder, name, files, count);
    if (number == 0 || count == 0)
        return HOST_NOWHERE;
    path_of(path, folder, name, number, files[0].ending);
    bool good = write_file(path, &files[0], e);
    for (int i = 1; i < count && good; i++)
        good = path_of(further, folder, name, number, files[i].ending) && write_file(further, &files[i], e);
    return good ? HOST_GIVEN : HOST_NOT_GIVEN;
}

static void end(void *ctx)
{
    desktop *d = ctx;
    lines_out_close(d->voice, last_words_s);
    free(d);
}

host host_of_system(void)
{
    desktop *d = calloc(1, sizeof *d);
    if (!d)
        return (host){0};
    d->voice = lines_out_open(1);
    return (host){.ctx = d,
                  .run = run,
                  .show = show,
                  .give = give,
                  .fetch = fetch,
                  .update = update,
                  .set_aside = set_aside,
                  .languages = languages,
                  .say = say,
                  .wishes = wishes,
                  .close = end};
}
