#include "platform/host.h"

void host_close(host *h)
{
    if (h->close)
        h->close(h->ctx);
    *h = (host){0};
}

int host_run(const host *h, window *w, host_program p)
{
    if (h->run)
        return h->run(h->ctx, w, p);
    while (p.step(p.ctx) >= 0.0) {
    }
    return p.end(p.ctx);
}

host_shown host_show(const host *h, window *w)
{
    return h->show ? h->show(h->ctx, w) : (host_shown){0};
}

host_given host_give(const host *h, const char *name, const host_file *files, int count,
                     char path[PATH_MAX_BYTES], error *e)
{
    path[0] = '\0';
    return h->give ? h->give(h->ctx, name, files, count, path, e) : HOST_NOWHERE;
}

host_fetched host_fetch(const host *h, const char *place, const char *name, size_t limit, char **bytes,
                        size_t *length, error *e)
{
    *bytes = NULL;
    *length = 0;
    return h->fetch && place[0] ? h->fetch(h->ctx, place, name, limit, bytes, length, e) : HOST_NOTHING_KEPT;
}

bool host_update(const host *h, const char *place, const char *name, size_t limit, file_change *change,
                 void *change_ctx, error *e)
{
    return !h->update || !place[0] || h->update(h->ctx, place, name, limit, change, change_ctx, e);
}

bool host_set_aside(const host *h, const char *place, const char *name, char *aside, size_t capacity,
                    error *e)
{
    return h->set_aside && h->set_aside(h->ctx, place, name, aside, capacity, e);
}

int host_languages(const host *h, char out[PROCESS_LANGUAGES_MAX][PROCESS_LANGUAGE_BYTES])
{
    return h->languages ? h->languages(h->ctx, out) : 0;
}

bool host_address(const host *h, char *out, size_t capacity)
{
    return h->address && h->address(h->ctx, out, capacity);
}

void host_show_address(const host *h, const char *state)
{
    if (h->show_address)
        h->show_address(h->ctx, state);
}

bool host_say(const host *h, const char *line)
{
    return h->say && h->say(h->ctx, line);
}

host_wishes host_wishes_now(const host *h)
{
    return h->wishes ? h->wishes(h->ctx) : (host_wishes){0};
}
