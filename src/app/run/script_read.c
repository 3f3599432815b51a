#include "app/run/script_read.h"

#include "app/run/script.h"
#include "app/run/script_random.h"
#include "base/utf8.h"
#include "platform/files.h"

#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_MOST = 8, BYTES_MOST = 4 << 20, RANDOM_MOST = 100000, SIZE_MOST = 8192 };

// One line being read.
typedef struct reader {
    script *s;
    double time_s;           // of this line
    float x, y;              // where the pointer was left
    char *words[WORDS_MOST]; // the command and its arguments
    int count;               // of words
    const char *rest;        // the line after the command, spaces and all
    const char *expected;    // set when the line is wrong
} reader;

static bool number(const char *text, double low, double high, double *out)
{
    char *end;
    *out = strtod(text, &end);
    return end != text && !*end && *out >= low && *out <= high; // also refuses nan
}

static bool want(reader *r, bool good, const char *expected)
{
    if (!good)
        r->expected = expected;
    return good;
}

static bool coordinates(reader *r, int at, const char *expected)
{
    double x, y;
    bool good =
        r->count >= at + 2 && number(r->words[at], -1e5, 1e5, &x) && number(r->words[at + 1], -1e5, 1e5, &y);
    if (good) {
        r->x = (float)x;
        r->y = (float)y;
    }
    return want(r, good, expected);
}

static bool add(reader *r, script_kind kind, input_event e, const char *text)
{
    script_command c = {.time_s = r->time_s, .kind = kind, .event = e, .text = text};
    return want(r, script_add(r->s, c), "a shorter script");
}

static bool add_pointer(reader *r, input_kind kind, int button, bool touch)
{
    input_event e = {
        .kind = kind, .x = r->x, .y = r->y, .button = button, .clicks = button ? 1 : 0, .touch = touch};
    return add(r, SCRIPT_EVENT, e, NULL);
}

// --- keys

static const struct {
    const char *name;
    int key;
} key_names[] = {
    {"space", ' '},
    {"escape", KEY_ESCAPE},
    {"enter", KEY_ENTER},
    {"tab", KEY_TAB},
    {"backspace", KEY_BACKSPACE},
    {"delete", KEY_DELETE},
    {"left", KEY_LEFT},
    {"right", KEY_RIGHT},
    {"up", KEY_UP},
    {"down", KEY_DOWN},
    {"pageup", KEY_PAGE_UP},
    {"pagedown", KEY_PAGE_DOWN},
    {"home", KEY_HOME},
    {"end", KEY_END},
};

static int key_named(const char *name)
{
    for (size_t i = 0; i < sizeof key_names / sizeof *key_names; i++)
        if (strcmp(key_names[i].name, name) == 0)
            return key_names[i].key;
    double f;
    if (name[0] == 'f' && name[1] && number(name + 1, 1, 12, &f) && f == floor(f))
        return KEY_F1 + (int)f - 1;
    bool single = name[0] > ' ' && name[0] < 0x7F && !name[1] && !(name[0] >= 'A' && name[0] <= 'Z');
    return single ? name[0] : KEY_NONE;
}

static unsigned take_mod(const char **name)
{
    static const struct {
        const char *prefix;
        unsigned mod;
    } mods[] = {{"ctrl+", MOD_CTRL}, {"shift+", MOD_SHIFT}, {"alt+", MOD_ALT}, {"meta+", MOD_META}};
    for (size_t i = 0; i < sizeof mods / sizeof *mods; i++) {
        size_t length = strlen(mods[i].prefix);
        if (strncmp(*name, mods[i].prefix, length) == 0) {
            *name += length;
            return mods[i].mod;
        }
    }
    return 0;
}

static bool read_key(reader *r)
{
    const char *name = r->count == 2 ? r->words[1] : "";
    unsigned mods = 0, mod;
    while ((mod = take_mod(&name)) != 0)
        mods |= mod;
    int key = key_named(name);
    if (!want(r, key != KEY_NONE, "a key such as space, ctrl+c, shift+tab, f1, pagedown, ? or a"))
        return false;
    input_event e = {.kind = INPUT_KEY_DOWN, .key = key, .mods = mods};
    if (!add(r, SCRIPT_EVENT, e, NULL))
        return false;
    e.kind = INPUT_KEY_UP;
    return add(r, SCRIPT_EVENT, e, NULL);
}

// --- pointer

static bool read_move(reader *r)
{
    return coordinates(r, 1, "move X Y, in pixels from the top left") &&
           add_pointer(r, INPUT_POINTER_MOVE, 0, false);
}

static int button_named(const char *name)
{
    return !strcmp(name, "left")     ? BUTTON_LEFT
           : !strcmp(name, "middle") ? BUTTON_MIDDLE
           : !strcmp(name, "right")  ? BUTTON_RIGHT
                                     : 0;
}

static bool read_button(reader *r)
{
    int button = r->count < 2 ? BUTTON_LEFT : button_named(r->words[1]);
    if (!want(r, button != 0 && r->count <= 2, "left, middle, right or nothing after down and up"))
        return false;
    return add_pointer(r, strcmp(r->words[0], "down") ? INPUT_POINTER_UP : INPUT_POINTER_DOWN, button, false);
}

static bool read_click(reader *r)
{
    return coordinates(r, 1, "click X Y, in pixels from the top left") &&
           add_pointer(r, INPUT_POINTER_MOVE, 0, false) &&
           add_pointer(r, INPUT_POINTER_DOWN, BUTTON_LEFT, false) &&
           add_pointer(r, INPUT_POINTER_UP, BUTTON_LEFT, false);
}

static bool read_wheel(reader *r)
{
    double notches = 0;
    if (!want(r, r->count == 2 && number(r->words[1], -100, 100, &notches),
              "wheel NOTCHES, positive zooms in"))
        return false;
    input_event e = {.kind = INPUT_WHEEL, .x = r->x, .y = r->y, .amount = (float)notches};
    return add(r, SCRIPT_EVENT, e, NULL);
}

static bool read_touch(reader *r)
{
    static const char expected[] = "touch down X Y, touch move X Y or touch up";
    const char *what = r->count > 1 ? r->words[1] : "";
    if (strcmp(what, "up") == 0 && r->count == 2)
        return add_pointer(r, INPUT_POINTER_UP, BUTTON_LEFT, true);
    bool down = strcmp(what, "down") == 0;
    if (!want(r, down || strcmp(what, "move") == 0, expected) || !coordinates(r, 2, expected))
        return false;
    return add_pointer(r, down ? INPUT_POINTER_DOWN : INPUT_POINTER_MOVE, down ? BUTTON_LEFT : 0, true);
}

static bool read_pinch(reader *r)
{
    static const char expected[] = "pinch X Y FACTOR, the factor from 0.1 to 10";
    double factor = 0;
    if (!coordinates(r, 1, expected) ||
        !want(r, r->count == 4 && number(r->words[3], 0.1, 10, &factor), expected))
        return false;
    input_event e = {.kind = INPUT_PINCH, .x = r->x, .y = r->y, .amount = (float)factor, .touch = true};
    return add(r, SCRIPT_EVENT, e, NULL);
}

// --- the program

static bool read_size(reader *r)
{
    double width = 0, height = 0;
    char *x = r->count == 2 ? strchr(r->words[1], 'x') : NULL;
    if (x)
        *x = '\0';
    bool good = x && number(r->words[1], 1, SIZE_MOST, &width) && number(x + 1, 1, SIZE_MOST, &height);
    if (!want(r, good, "size WIDTHxHEIGHT, each from 1 to 8192 pixels"))
        return false;
    input_event e = {.kind = INPUT_RESIZE, .width = (int)width, .height = (int)height};
    return add(r, SCRIPT_SIZE, e, NULL);
}

static bool read_named(reader *r)
{
    bool still = strcmp(r->words[0], "still") == 0;
    const char *expected = still ? "still FILE.png" : "action ID, such as action clock.play";
    return want(r, r->rest[0] && (still || r->count == 2), expected) &&
           add(r, still ? SCRIPT_STILL : SCRIPT_ACTION, (input_event){0}, r->rest);
}

static bool read_random(reader *r)
{
    double count = 0, seed = 7;
    bool seeded =
        r->count == 4 && strcmp(r->words[2], "seed") == 0 && number(r->words[3], 0, UINT32_MAX, &seed);
    bool good = (r->count == 2 || seeded) && number(r->words[1], 1, RANDOM_MOST, &count);
    if (!want(r, good, "random COUNT seed NUMBER"))
        return false;
    double end = script_add_random(r->s, r->time_s, (int)count, (uint32_t)seed);
    r->time_s = end; // "+" on the next line counts from the last event
    return want(r, end >= 0, "a shorter script");
}

static bool read_plain(reader *r)
{
    script_kind kind = !strcmp(r->words[0], "state")      ? SCRIPT_STATE
                       : !strcmp(r->words[0], "describe") ? SCRIPT_DESCRIBE
                                                          : SCRIPT_QUIT;
    return want(r, r->count == 1, "nothing after state, describe and quit") &&
           add(r, kind, (input_event){0}, NULL);
}

static const struct {
    const char *name;
    bool (*read)(reader *r);
} commands[] = {
    {"key", read_key},     {"move", read_move},      {"down", read_button}, {"up", read_button},
    {"click", read_click}, {"wheel", read_wheel},    {"touch", read_touch}, {"pinch", read_pinch},
    {"size", read_size},   {"action", read_named},   {"still", read_named}, {"random", read_random},
    {"state", read_plain}, {"describe", read_plain}, {"quit", read_plain},
};

static bool read_command(reader *r)
{
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(commands[i].name, r->words[0]) == 0)
            return commands[i].read(r);
    return want(
        r, false,
        "key, move, down, up, click, wheel, touch, pinch, size, action, still, random, state, describe or "
        "quit after the time");
}

static bool read_time(reader *r, const char *word)
{
    double t = 0;
    bool relative = word[0] == '+';
    bool good = number(word + relative, 0, 1e5, &t);
    if (!want(r, good, "a time in seconds first, such as 1.5, or +0.5 after the line before"))
        return false;
    if (relative)
        t += r->time_s;
    if (!want(r, t >= r->time_s, "a time that is not before the line above"))
        return false;
    r->time_s = t;
    return true;
}

// `line` is cut into words in place.
static bool read_line(reader *r, char *line)
{
    char whole[SCRIPT_TEXT_MAX];
    if (!want(r, strlen(line) < sizeof whole, "a line of at most 255 bytes") ||
        !want(r, utf8_valid(line, strlen(line)), "text in UTF-8"))
        return false;
    char *at = line + strspn(line, " \t\r");
    if (!*at || *at == '#')
        return true;
    memcpy(whole, at, strlen(at) + 1);
    for (char *end = whole + strlen(whole); end > whole && strchr(" \t\r", end[-1]);)
        *--end = '\0';
    char *words[WORDS_MOST + 1];
    int count = 0;
    while (*at && count <= WORDS_MOST) {
        words[count++] = at;
        at += strcspn(at, " \t\r");
        if (*at)
            *at++ = '\0';
        at += strspn(at, " \t\r");
    }
    if (!want(r, count <= WORDS_MOST, "fewer words on a line") || !read_time(r, words[0]) ||
        !want(r, count > 1, "a command after the time, such as key space"))
        return false;
    r->count = count - 1;
    memcpy(r->words, words + 1, (size_t)r->count * sizeof *words);
    const char *rest = whole + (words[1] - words[0]) + strlen(words[1]);
    r->rest = rest + strspn(rest, " \t");
    return read_command(r);
}

script *script_parse(const char *name, const char *bytes, size_t length, error *e)
{
    script *s = length <= BYTES_MOST ? script_create() : NULL;
    char *copy = s ? malloc(length + 1) : NULL;
    if (!copy) {
        error_set(e, "%s is too long for a script.", name);
        free(s);
        return NULL;
    }
    const char *text = utf8_after_mark(bytes, &length);
    memcpy(copy, text, length);
    copy[length] = '\0';
    reader r = {.s = s};
    int line = 1;
    bool good = true;
    for (char *at = copy; good && at <= copy + length; line++) {
        size_t cut = strcspn(at, "\n");
        at[cut] = '\0';
        good =
            want(&r, at + cut == copy + length || text[at + cut - copy] == '\n', "text without zero bytes") &&
            read_line(&r, at);
        at += cut + 1;
    }
    free(copy);
    if (good)
        return s;
    error_set(e, "%s:%d: expected %s.", name, line - 1, r.expected);
    script_destroy(s);
    return NULL;
}

script *script_load(const char *path, error *e)
{
    char *bytes = NULL;
    size_t length = 0;
    if (!file_read(path, BYTES_MOST, &bytes, &length, e))
        return NULL;
    script *s = script_parse(path, bytes, length, e);
    free(bytes);
    return s;
}
