#include "view/view_text.h"

#include "base/printf_like.h"
#include "view/view_keys.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { QUOTE_MAX = 48, PAIR_MAX = VIEW_STRING_MAX + 1 };

NEUROTIDE_PRINTF_LIKE(2, 3)
static void problem(view_problems *p, const char *format, ...)
{
    if (!p)
        return;
    if (p->count == VIEW_PROBLEMS) {
        p->dropped++;
        return;
    }
    va_list args;
    va_start(args, format);
    vsnprintf(p->text[p->count++], VIEW_PROBLEM_TEXT, format, args);
    va_end(args);
}

static bool is_plain(char c)
{
    return c >= ' ' && c <= '~';
}

// A stretch of the input as it may be shown: unprintable bytes become '?', and it ends early with "...".
static const char *quote(const char *text, char out[QUOTE_MAX])
{
    size_t used = 0;
    for (; text[used] && used < QUOTE_MAX - 4; used++)
        out[used] = is_plain(text[used]) ? text[used] : '?';
    strcpy(out + used, text[used] ? "..." : "");
    return out;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

// Cuts the blanks at both ends, in place; returns the new start.
static char *trimmed(char *text)
{
    while (is_blank(*text))
        text++;
    size_t length = strlen(text);
    while (length && is_blank(text[length - 1]))
        length--;
    text[length] = '\0';
    return text;
}

// Least number of letters to put in, take out or change to get from a to b, upper and lower case alike.
static size_t edit_distance(const char *a, const char *b)
{
    size_t row[VIEW_KEY_NAME_MAX], width = strlen(b);
    for (size_t j = 0; j <= width; j++)
        row[j] = j;
    for (size_t i = 1; a[i - 1]; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= width; j++) {
            size_t change = diagonal + (tolower((unsigned char)a[i - 1]) != b[j - 1]);
            size_t step = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            diagonal = row[j];
            row[j] = change < step ? change : step;
        }
    }
    return row[width];
}

static const char *nearest_key(const char *name)
{
    const char *nearest = NULL;
    size_t least = strlen(name) / 2 + 1; // further away than that is a guess, not a help
    for (view_key_id k = 0; k < VIEW_KEYS; k++) {
        size_t d = edit_distance(name, view_key_name(k));
        if (d < least) {
            least = d;
            nearest = view_key_name(k);
        }
    }
    return nearest;
}

static bool find_key(const char *name, view_key_id *out)
{
    for (view_key_id k = 0; k < VIEW_KEYS; k++) {
        if (strcmp(name, view_key_name(k)) == 0) {
            *out = k;
            return true;
        }
    }
    return false;
}

typedef struct reading {
    view_state *state;
    view_state defaults;
    bool seen[VIEW_KEYS];
    view_problems *problems;
} reading;

static void using_default(const reading *r, view_key_id key, char out[VIEW_VALUE_MAX])
{
    view_key_write(key, &r->defaults, out);
    if (!out[0])
        strcpy(out, "none");
}

static void read_pair(reading *r, char *pair)
{
    char q1[QUOTE_MAX], q2[QUOTE_MAX], instead[VIEW_VALUE_MAX], expected[VIEW_EXPECTED_MAX];
    char *equals = strchr(pair, '=');
    view_key_id key;
    for (const char *c = pair; *c; c++) {
        if (!is_plain(*c) && !is_blank(*c)) {
            problem(r->problems, "%s: expected plain ASCII characters only (byte 0x%02X is none); left out",
                    quote(pair, q1), (unsigned)(unsigned char)*c);
            return;
        }
    }
    if (!equals) {
        problem(r->problems, "%s: expected key=value; left out", quote(pair, q1));
        return;
    }
    *equals = '\0';
    const char *name = trimmed(pair), *value = trimmed(equals + 1);
    if (!find_key(name, &key)) {
        const char *nearest = nearest_key(name);
        problem(r->problems, "%s=%s: unknown key; %s%s%sleft out", quote(name, q1), quote(value, q2),
                nearest ? "did you mean " : "", nearest ? nearest : "", nearest ? "? " : "");
    } else if (r->seen[key]) {
        problem(r->problems, "%s=%s: %s is given twice; using the first", quote(name, q1), quote(value, q2),
                name);
    } else {
        r->seen[key] = true;
        if (!view_key_read(key, value, r->state)) {
            using_default(r, key, instead);
            view_key_expected(key, expected);
            problem(r->problems, "%s=%s: expected %s; using %s", name, quote(value, q2), expected, instead);
        }
    }
}

// The scene decides what the other defaults are, so it is looked up before anything is read.
static view_scene scene_in(const char *text)
{
    view_state v = {.scene = VIEW_BRAIN};
    for (const char *at = text; *at; at += strcspn(at, ","), at += *at == ',') {
        char pair[PAIR_MAX];
        size_t length = strcspn(at, ",");
        memcpy(pair, at, length);
        pair[length] = '\0';
        char *equals = strchr(pair, '=');
        if (!equals)
            continue;
        *equals = '\0';
        if (strcmp(trimmed(pair), view_key_name(VIEW_KEY_SCENE)) == 0) {
            view_key_read(VIEW_KEY_SCENE, trimmed(equals + 1), &v);
            break; // given twice, the first counts
        }
    }
    return v.scene;
}

static bool is_version(const char *text)
{
    return text[0] == 'v' && text[1] >= '0' && text[1] <= '9' && !text[1 + strspn(text + 1, "0123456789")];
}

bool view_state_is_meant(const char *text)
{
    char first[PAIR_MAX];
    text += strspn(text, " \t");
    size_t length = strcspn(text, ", \t\r\n");
    if (length >= 8)
        return false;
    memcpy(first, text, length);
    first[length] = '\0';
    return is_version(first);
}

// The version that starts the string. True when the rest may be read; *at is then where it starts.
static bool read_version(const char **at, view_problems *problems)
{
    char pair[PAIR_MAX], q[QUOTE_MAX];
    size_t length = strcspn(*at, ",");
    memcpy(pair, *at, length);
    pair[length] = '\0';
    const char *version = trimmed(pair);
    if (strcmp(version, "v1") == 0) {
        *at += length + ((*at)[length] == ',');
        return true;
    }
    if (is_version(version)) {
        problem(problems, "%s: expected v1, the version this program reads; using the default view",
                quote(version, q));
        return false;
    }
    problem(problems, "%s: expected v1 at the start; reading on as v1",
            *version ? quote(version, q) : "(empty)");
    return true;
}

bool view_state_parse(const char *text, view_state *out, view_problems *problems)
{
    view_problems local;
    view_problems *p = problems ? problems : &local;
    *p = (view_problems){0};
    *out = view_state_default(VIEW_BRAIN);
    text = text ? text : "";
    size_t total = 0;
    while (total <= VIEW_STRING_MAX && text[total])
        total++;
    if (total > VIEW_STRING_MAX) {
        problem(p, "the state string is longer than %d characters; using the default view", VIEW_STRING_MAX);
        return false;
    }
    const char *at = text;
    if (!read_version(&at, p))
        return false;
    *out = view_state_default(scene_in(at));
    reading r = {.state = out, .defaults = *out, .problems = p};
    bool empty = !at[strspn(at, " \t\r\n")];
    while (!empty) {
        char pair[PAIR_MAX];
        size_t length = strcspn(at, ",");
        memcpy(pair, at, length);
        pair[length] = '\0';
        char *trim = trimmed(pair);
        if (*trim)
            read_pair(&r, trim);
        else
            problem(p, "nothing between two commas or at the end: expected key=value; left out");
        at += length;
        if (!*at++)
            break;
    }
    return p->count == 0;
}

size_t view_state_print(const view_state *v, char *out, size_t capacity)
{
    view_state defaults = view_state_default(v->scene);
    // The scene is left out as well when it is the one a string without it means.
    defaults.scene = VIEW_BRAIN;
    if (!capacity)
        return 0;
    size_t used = (size_t)snprintf(out, capacity, "v1");
    if (used >= capacity) {
        out[0] = '\0';
        return 0;
    }
    for (int place = 0; place < VIEW_KEYS; place++) {
        view_key_id k = view_key_printed(place);
        char value[VIEW_VALUE_MAX], usual[VIEW_VALUE_MAX];
        view_key_write(k, v, value);
        view_key_write(k, &defaults, usual);
        if (!value[0] || strcmp(value, usual) == 0)
            continue;
        int length = snprintf(out + used, capacity - used, ",%s=%s", view_key_name(k), value);
        if ((size_t)length < capacity - used)
            used += (size_t)length;
        out[used] = '\0';
    }
    return used;
}
