#include "app/words/settings_file.h"

#include <stdlib.h>

static const char file_name[] = "settings.yaml";

bool settings_load(const host *h, const char *folder, settings *out)
{
    *out = settings_default();
    char *bytes;
    size_t length;
    host_fetched f = host_fetch(h, folder, file_name, SETTINGS_BYTES_MOST, &bytes, &length, NULL);
    bool good = f == HOST_NOTHING_KEPT || (f == HOST_FETCHED && settings_parse(bytes, length, out));
    free(bytes);
    return good;
}

bool settings_set_aside(const host *h, const char *folder, char *aside, size_t capacity, error *e)
{
    return host_set_aside(h, folder, file_name, aside, capacity, e);
}

typedef struct saving {
    const settings *s;
    unsigned changes;
    settings *kept;
    bool *broken;
    bool no_memory;
} saving;

static char *merge(void *ctx, const char *before, size_t length, size_t *new_length)
{
    saving *v = ctx;
    settings now = settings_default();
    *v->broken = before && !settings_parse(before, length, &now);
    settings_take(&now, v->s, v->changes);
    *v->kept = now;
    if (*v->broken)
        return NULL;
    char *bytes = settings_print(&now, before, length, new_length);
    v->no_memory = !bytes;
    return bytes;
}

bool settings_save(const host *h, const char *folder, const settings *s, unsigned changes, settings *kept,
                   bool *broken, error *e)
{
    saving v = {.s = s, .changes = changes, .kept = kept, .broken = broken};
    error why = {0};
    *broken = false;
    bool done = host_update(h, folder, file_name, SETTINGS_BYTES_MOST, merge, &v, &why);
    if (done && v.no_memory)
        error_set_memory(&why, "saving the settings");
    if (done && *broken)
        error_set(&why, "%s/%s has mistakes.", folder, file_name);
    if (done && !v.no_memory && !*broken)
        return true;
    error_set(e, "The settings are not saved and hold until the program ends. %s", why.text);
    if (e)
        e->cause = why.cause;
    return false;
}

bool settings_crisis_line(const host *h, const char *folder, char *out, size_t capacity)
{
    enum { MORE = 64 }; // what is left out in the end
    char *bytes;
    size_t length;
    out[0] = '\0';
    host_fetched f = host_fetch(h, folder, "crisis-line.txt", capacity + MORE, &bytes, &length, NULL);
    bool good = f == HOST_NOTHING_KEPT ||
                (f == HOST_FETCHED && settings_crisis_line_parse(bytes, length, out, capacity));
    free(bytes);
    return good;
}
