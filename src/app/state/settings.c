#include "app/state/settings.h"

#include "base/utf8.h"
#include "content/language.h"
#include "content/yaml_file.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { VALUE_BYTES = 2 * MONITOR_NAME_MAX };

settings settings_default(void)
{
    return (settings){.look = {.theme = THEME_NIGHT, .text_scale = 1}, .letter_keys = true};
}

// --- the entries: each take_ function leaves what is there and returns false when the text is not one of its
// values

static bool take_switch(const char *text, bool *out)
{
    bool on = strcmp(text, "on") == 0, off = strcmp(text, "off") == 0;
    if (on || off)
        *out = on;
    return on || off;
}

static void put_switch(bool on, char *out, size_t capacity)
{
    snprintf(out, capacity, "%s", on ? "on" : "off");
}

static bool take_theme(const char *text, settings *s)
{
    bool good = !*text || theme_find(text, &s->look.theme);
    s->theme_chosen = good && *text;
    return good;
}

static void put_theme(const settings *s, char *out, size_t capacity)
{
    snprintf(out, capacity, "%s", s->theme_chosen ? theme_get(s->look.theme)->id : "");
}

static bool take_text_size(const char *text, settings *s)
{
    char *end;
    double percent = strtod(text, &end);
    bool good = end != text && !*end && presentation_text_is(percent);
    if (good)
        s->look.text_scale = (float)(percent / 100);
    return good;
}

static void put_text_size(const settings *s, char *out, size_t capacity)
{
    snprintf(out, capacity, "%.0f", 100 * (double)s->look.text_scale);
}

static bool take_language(const char *text, settings *s)
{
    bool good = !*text || language_id_is(text);
    if (good)
        snprintf(s->look.lang, sizeof s->look.lang, "%s", text);
    return good;
}

static void put_language(const settings *s, char *out, size_t capacity)
{
    snprintf(out, capacity, "%s", s->look.lang);
}

static bool take_motion(const char *text, settings *s)
{
    bool good = !*text || take_switch(text, &s->look.reduce_motion);
    s->motion_chosen = good && *text;
    return good;
}

static void put_motion(const settings *s, char *out, size_t capacity)
{
    out[0] = '\0';
    if (s->motion_chosen)
        put_switch(s->look.reduce_motion, out, capacity);
}

static bool take_letters(const char *text, settings *s)
{
    return take_switch(text, &s->letter_keys);
}

static void put_letters(const settings *s, char *out, size_t capacity)
{
    put_switch(s->letter_keys, out, capacity);
}

static bool take_first_run(const char *text, settings *s)
{
    return take_switch(text, &s->first_run_done);
}

static void put_first_run(const settings *s, char *out, size_t capacity)
{
    put_switch(s->first_run_done, out, capacity);
}

// Any text may be the name of a screen; what a file cannot hold was written as '?', and finds none.
static bool take_screen(const char *text, settings *s)
{
    bool good = strlen(text) < sizeof s->stage_screen;
    if (good)
        snprintf(s->stage_screen, sizeof s->stage_screen, "%s", text);
    return good;
}

static void put_screen(const settings *s, char *out, size_t capacity)
{
    utf8_copy_plain(out, capacity, s->stage_screen);
}

// An entry whose value is empty is left out of the file.
static const struct entry {
    const char *key;
    bool (*take)(const char *text, settings *s);
    void (*put)(const settings *s, char *out, size_t capacity);
} entries[] = {
    {"theme", take_theme, put_theme},           {"text_size", take_text_size, put_text_size},
    {"language", take_language, put_language},  {"reduce_motion", take_motion, put_motion},
    {"letter_keys", take_letters, put_letters}, {"first_run_done", take_first_run, put_first_run},
    {"stage_screen", take_screen, put_screen},
};
enum { ENTRIES = sizeof entries / sizeof entries[0] };
_Static_assert(SETTINGS_ALL == (1 << ENTRIES) - 1, "a bit for each entry");

unsigned settings_changes(const settings *a, const settings *b)
{
    unsigned changes = 0;
    for (unsigned i = 0; i < ENTRIES; i++) {
        char of_a[VALUE_BYTES], of_b[VALUE_BYTES];
        entries[i].put(a, of_a, sizeof of_a);
        entries[i].put(b, of_b, sizeof of_b);
        if (strcmp(of_a, of_b) != 0)
            changes |= 1u << i;
    }
    return changes;
}

void settings_take(settings *into, const settings *from, unsigned changes)
{
    for (unsigned i = 0; i < ENTRIES; i++) {
        char value[VALUE_BYTES];
        if (!(changes & 1u << i))
            continue;
        entries[i].put(from, value, sizeof value);
        entries[i].take(value, into);
    }
}

// --- from bytes

static bool take_node(const yaml_file *f, const struct entry *entry, settings *s)
{
    yaml_node *node = yaml_file_entry(f, entry->key);
    const char *text;
    size_t length;
    char value[VALUE_BYTES];
    if (!node)
        return true;
    if (!yaml_file_text(f, node, &text, &length) || length >= sizeof value)
        return false;
    memcpy(value, text, length);
    value[length] = '\0';
    return entry->take(value, s);
}

bool settings_parse(const char *bytes, size_t length, settings *out)
{
    content_problems problems = {0};
    yaml_file *f = yaml_file_open("settings.yaml", bytes, length, &problems);
    *out = settings_default();
    if (!f)
        return false;
    bool good = yaml_file_is_map(f) && problems.count == 0;
    for (size_t i = 0; i < ENTRIES; i++)
        good = take_node(f, &entries[i], out) && good;
    yaml_file_close(f);
    return good;
}

// --- to bytes

typedef struct writing {
    char *bytes;
    size_t used, capacity;
} writing;

static void put_bytes(writing *w, const char *bytes, size_t count)
{
    if (w->used + count >= w->capacity)
        return; // more than all of the old file and every entry never comes
    memcpy(w->bytes + w->used, bytes, count);
    w->used += count;
}

static void put_text(writing *w, const char *text)
{
    put_bytes(w, text, strlen(text));
}

// Words that older readers of YAML take for true and false stand in quotes.
static bool is_plain(const char *value)
{
    static const char *const taken[] = {"on", "off", "no", "yes"};
    for (size_t i = 0; i < sizeof taken / sizeof taken[0]; i++)
        if (strcmp(value, taken[i]) == 0)
            return false;
    static const char sure[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
    return value[0] != '-' && strspn(value, sure) == strlen(value);
}

static void put_entry(writing *w, const struct entry *entry, const settings *s)
{
    char value[VALUE_BYTES];
    entry->put(s, value, sizeof value);
    if (!value[0])
        return;
    bool plain = is_plain(value);
    put_text(w, entry->key);
    put_text(w, plain ? ": " : ": \"");
    for (const char *c = value; *c; c++) {
        if (*c == '"' || *c == '\\')
            put_bytes(w, "\\", 1);
        put_bytes(w, c, 1);
    }
    put_text(w, plain ? "\n" : "\"\n");
}

static size_t line_length(const char *at, const char *end)
{
    const char *line_end = memchr(at, '\n', (size_t)(end - at));
    return (size_t)((line_end ? line_end + 1 : end) - at);
}

// The entry that a line of the old file begins; ENTRIES for any other line.
static int entry_of(const char *line, size_t length)
{
    for (int i = 0; i < ENTRIES; i++) {
        size_t n = strlen(entries[i].key);
        if (length > n && memcmp(line, entries[i].key, n) == 0 && line[n] == ':')
            return i;
    }
    return ENTRIES;
}

static void renew(writing *w, const settings *s, const char *before, size_t length)
{
    bool done[ENTRIES] = {false}, inside = false; // inside an entry that was renewed
    const char *end = before + length;
    for (const char *at = before; at < end;) {
        size_t count = line_length(at, end);
        int i = entry_of(at, count);
        inside = i < ENTRIES || (inside && (*at == ' ' || *at == '\t'));
        if (i < ENTRIES && !done[i])
            put_entry(w, &entries[i], s);
        if (i < ENTRIES)
            done[i] = true;
        if (!inside)
            put_bytes(w, at, count);
        at += count;
    }
    if (w->used > 0 && w->bytes[w->used - 1] != '\n')
        put_text(w, "\n");
    for (int i = 0; i < ENTRIES; i++)
        if (!done[i])
            put_entry(w, &entries[i], s);
}

char *settings_print(const settings *s, const char *before, size_t length, size_t *out_length)
{
    static const char head[] = "# What Neurotide remembers between runs. Delete this file to start afresh.\n";
    settings back;
    if (before)
        before = utf8_after_mark(before, &length);
    else
        length = 0;
    size_t capacity = length + sizeof head + (size_t)ENTRIES * (2 * VALUE_BYTES + 32);
    writing w = {.bytes = malloc(capacity), .capacity = capacity};
    if (!w.bytes)
        return NULL;
    if (before)
        renew(&w, s, before, length);
    // An old file written in a way that lines do not show is begun anew.
    if (!before || !settings_parse(w.bytes, w.used, &back) || settings_changes(&back, s) != 0) {
        w.used = 0;
        put_text(&w, head);
        renew(&w, s, "", 0);
    }
    w.bytes[w.used] = '\0';
    *out_length = w.used;
    return w.bytes;
}

// --- the crisis line

bool settings_crisis_line_parse(const char *bytes, size_t length, char *out, size_t capacity)
{
    size_t used = 0;
    bool good = true;
    bytes = utf8_after_mark(bytes, &length);
    while (length > 0 && (unsigned char)bytes[length - 1] <= ' ')
        length--;
    // As editors write it: line ends of other systems, tabs.
    for (size_t i = 0; good && i < length; i++) {
        if (bytes[i] == '\r')
            continue;
        char c = bytes[i] == '\t' ? ' ' : bytes[i];
        good = used + 1 < capacity && ((unsigned char)c >= ' ' || c == '\n');
        if (good)
            out[used++] = c;
    }
    good = good && utf8_valid(out, used);
    out[good ? used : 0] = '\0';
    return good;
}
