#include "app/words/settings_file.h"

#include "platform/files.h"

#include <stdio.h>
#include <stdlib.h>

static const char file_name[] = "settings.yaml";

bool settings_load(const char *folder, settings *out)
{
    *out = settings_default();
    char path[PATH_MAX_BYTES], *bytes = NULL;
    size_t length = 0;
    if (!folder[0] || !path_join(path, folder, file_name) || !file_exists(path))
        return true;
    bool good =
        file_read(path, SETTINGS_BYTES_MOST, &bytes, &length, NULL) && settings_parse(bytes, length, out);
    free(bytes);
    return good;
}

bool settings_set_aside(const char *folder, char *aside, size_t capacity, error *e)
{
    char path[PATH_MAX_BYTES];
    path_join(path, folder, file_name);
    return file_set_aside(path, aside, capacity, e);
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

bool settings_save(const char *folder, const settings *s, unsigned changes, settings *kept, bool *broken,
                   error *e)
{
    char path[PATH_MAX_BYTES];
    saving v = {.s = s, .changes = changes, .kept = kept, .broken = broken};
    error why = {0};
    *broken = false;
    if (!folder[0])
        return true;
    if (!path_join(path, folder, file_name)) {
        error_set(e, "The settings are not saved: the name of their folder is too long.");
        return false;
    }
    bool done = folder_make(folder, &why) && file_update(path, SETTINGS_BYTES_MOST, merge, &v, &why);
    if (done && v.no_memory)
        error_set_memory(&why, "saving the settings");
    if (done && *broken)
        error_set(&why, "%s has mistakes.", path);
    if (done && !v.no_memory && !*broken)
        return true;
    error_set(e, "The settings are not saved and hold until the program ends. %s", why.text);
    if (e)
        e->cause = why.cause;
    return false;
}

bool settings_crisis_line(const char *folder, char *out, size_t capacity)
{
    enum { MORE = 64 }; // what is left out in the end
    char path[PATH_MAX_BYTES], *bytes = NULL;
    size_t length = 0;
    out[0] = '\0';
    if (!folder[0] || !path_join(path, folder, "crisis-line.txt") || !file_exists(path))
        return true;
    bool good = file_read(path, capacity + MORE, &bytes, &length, NULL) &&
                settings_crisis_line_parse(bytes, length, out, capacity);
    free(bytes);
    return good;
}
