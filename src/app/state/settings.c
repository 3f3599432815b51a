#include "app/state/settings.h"

#include "base/utf8.h"
#include "content/string_table.h"
#include "platform/files.h"
#include "platform/paths.h"
#include "platform/process.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SETTINGS_BYTES_MOST = 16384 };

static const char file_name[] = "settings.yaml";

settings settings_default(void)
{
    settings s = {.look = {.theme = THEME_NIGHT, .text_scale = 1}, .letter_keys = true};
    char system[APP_LANG_MAX];
    process_language(system, sizeof system);
    snprintf(s.look.lang, sizeof s.look.lang, "%s", strcmp(system, "es") == 0 ? "es" : "en");
    return s;
}

// Each take_ function leaves the default and returns false when the text is not one of its values. A missing
// entry is no fault: an older version may have written the file.
static bool take_switch(const char *text, bool *out)
{
    if (!text)
        return true;
    bool on = strcmp(text, "on") == 0;
    if (on || strcmp(text, "off") == 0)
        *out = on;
    return on || strcmp(text, "off") == 0;
}

static bool take_theme(const char *text, theme_id *out)
{
    return !text || theme_find(text, out);
}

static bool take_text_size(const char *text, float *scale)
{
    if (!text)
        return true;
    char *end;
    double percent = strtod(text, &end);
    bool good = end != text && !*end && percent >= 80 && percent <= 200;
    if (good)
        *scale = (float)(percent / 100);
    return good;
}

static bool take_language(const char *text, char out[APP_LANG_MAX])
{
    if (!text)
        return true;
    size_t length = strlen(text);
    bool good = length >= 2 && length < APP_LANG_MAX;
    for (size_t i = 0; good && i < length; i++)
        good = (text[i] >= 'a' && text[i] <= 'z') || (i > 1 && text[i] == '-');
    if (good)
        memcpy(out, text, length + 1);
    return good;
}

// Any name may be one; what a file cannot hold was written as '?', and finds no screen.
static bool take_screen(const char *text, char out[MONITOR_NAME_MAX])
{
    if (text && strlen(text) < MONITOR_NAME_MAX)
        snprintf(out, MONITOR_NAME_MAX, "%s", text);
    return !text || strlen(text) < MONITOR_NAME_MAX;
}

static bool take_all(const string_table *t, settings *s)
{
    bool good = take_theme(string_table_find(t, "theme"), &s->look.theme);
    good = take_text_size(string_table_find(t, "text_size"), &s->look.text_scale) && good;
    good = take_language(string_table_find(t, "language"), s->look.lang) && good;
    good = take_switch(string_table_find(t, "reduce_motion"), &s->look.reduce_motion) && good;
    good = take_switch(string_table_find(t, "letter_keys"), &s->letter_keys) && good;
    good = take_screen(string_table_find(t, "stage_screen"), s->stage_screen) && good;
    return take_switch(string_table_find(t, "first_run_done"), &s->first_run_done) && good;
}

bool settings_read(const char *name, const char *bytes, size_t length, settings *out)
{
    string_table *t = string_table_create();
    if (!t)
        return false;
    bool good = string_table_add(t, name, bytes, length, NULL);
    good = take_all(t, out) && good;
    string_table_destroy(t);
    return good;
}

bool settings_load(const char *folder, settings *out)
{
    *out = settings_default();
    char path[PATH_MAX_BYTES];
    if (!folder[0] || !path_join(path, folder, file_name) || !file_exists(path))
        return true;
    char *bytes = NULL;
    size_t length = 0;
    bool good = file_read(path, SETTINGS_BYTES_MOST, &bytes, &length, NULL) &&
                settings_read(path, bytes, length, out);
    free(bytes);
    return good;
}

bool settings_set_aside(const char *folder, char *aside, size_t capacity, error *e)
{
    char path[PATH_MAX_BYTES];
    path_join(path, folder, file_name);
    return file_set_aside(path, aside, capacity, e);
}

// As editors write it: line ends of other systems, a mark of UTF-8 at the start, tabs. Returns the length.
static size_t plain_text(char *bytes, size_t length)
{
    static const char mark[] = "\xEF\xBB\xBF";
    size_t from = length >= 3 && memcmp(bytes, mark, 3) == 0 ? 3 : 0, n = 0;
    for (size_t i = from; i < length; i++)
        if (bytes[i] != '\r')
            bytes[n++] = bytes[i] == '\t' ? ' ' : bytes[i];
    while (n > 0 && (unsigned char)bytes[n - 1] <= ' ')
        n--;
    return n;
}

bool settings_crisis_read(char *bytes, size_t length, char *out, size_t capacity)
{
    length = plain_text(bytes, length);
    out[0] = '\0';
    bool good = length < capacity && utf8_valid(bytes, length);
    for (size_t i = 0; good && i < length; i++)
        good = (unsigned char)bytes[i] >= ' ' || bytes[i] == '\n';
    if (good) {
        memcpy(out, bytes, length);
        out[length] = '\0';
    }
    return good;
}

bool settings_crisis_line(const char *folder, char *out, size_t capacity)
{
    enum { MORE = 64 }; // what is left out in the end
    char path[PATH_MAX_BYTES], *bytes = NULL;
    size_t length = 0;
    out[0] = '\0';
    if (!folder[0] || !path_join(path, folder, "crisis-line.txt") || !file_exists(path))
        return true;
    if (!file_read(path, capacity + MORE, &bytes, &length, NULL))
        return false;
    bool good = settings_crisis_read(bytes, length, out, capacity);
    free(bytes);
    return good;
}

static const char *switch_text(bool on)
{
    return on ? "on" : "off";
}

// A name between double quotes. Braces would be read as a place to fill.
static void quoted(const char *name, char *out, size_t capacity)
{
    size_t used = 0;
    for (const char *c = name; *c && used + 3 < capacity; c++) {
        bool plain = (unsigned char)*c >= ' ' && *c != '{' && *c != '}';
        if (*c == '"' || *c == '\\')
            out[used++] = '\\';
        out[used++] = plain ? *c : '?';
    }
    out[used] = '\0';
}

bool settings_save(const char *folder, const settings *s, error *e)
{
    char path[PATH_MAX_BYTES], text[768], screen[2 * MONITOR_NAME_MAX], line[2 * MONITOR_NAME_MAX + 32] = "";
    if (!folder[0])
        return true;
    if (!path_join(path, folder, file_name)) {
        error_set(e, "The settings are not saved: the name of their folder is too long.");
        return false;
    }
    quoted(s->stage_screen, screen, sizeof screen);
    if (screen[0])
        snprintf(line, sizeof line, "stage_screen: \"%s\"\n", screen);
    int length = snprintf(text, sizeof text,
                          "# What Neurotide remembers between runs. Delete this file to start afresh.\n"
                          "theme: %s\n"
                          "text_size: %.0f\n"
                          "language: %s\n"
                          "reduce_motion: \"%s\"\n"
                          "letter_keys: \"%s\"\n"
                          "first_run_done: \"%s\"\n"
                          "%s",
                          theme_get(s->look.theme)->id, 100 * (double)s->look.text_scale, s->look.lang,
                          switch_text(s->look.reduce_motion), switch_text(s->letter_keys),
                          switch_text(s->first_run_done), line);
    error why = {0};
    if (folder_make(folder, &why) && file_write(path, text, (size_t)length, &why))
        return true;
    error_set(e, "The settings are not saved and hold until the program ends. %s", why.text);
    if (e)
        e->cause = why.cause;
    return false;
}
