#include "content/yaml_file.h"

#include "base/utf8.h"
#include "content/yaml_limits.h"

#include <errno.h>
#include <libfyaml.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SECTIONS_MAX = 1000 };

struct yaml_file {
    const char *name;
    char *bytes; // own copy: libfyaml's texts point into it
    size_t length;
    content_problems *problems;
    struct fy_document *document;
};

static bool is_unwanted(uint32_t c)
{
    return utf8_is_control(c) && c != '\n' && c != '\r' && c != '\t';
}

static bool check_bytes(yaml_file *f)
{
    int line = 1, column = 1, quotes = 0;
    if (memchr(f->bytes, '\0', f->length)) {
        content_problem_add(f->problems, f->name, 1, 1,
                            "expected text; there is a zero byte; the file is left out");
        return false;
    }
    for (const char *at = f->bytes; *at;) {
        const char *before = at;
        uint32_t c = utf8_next(&at);
        bool broken = c == 0xFFFD && at - before == 1;
        if (broken || is_unwanted(c)) {
            content_problem_add(
                f->problems, f->name, line, column,
                broken ? "expected UTF-8 text; a broken character stands here; the file is left out"
                       : "expected text; the control character U+%04X stands here; the file is "
                         "left out",
                (unsigned)c);
            return false;
        }
        // libfyaml 0.7.12 loses memory over runs of quotes, and nobody writes them.
        quotes = c == '\'' ? quotes + 1 : 0;
        if (quotes == 4) {
            content_problem_add(
                f->problems, f->name, line, column,
                "expected text; four single quotes in a row stand here; the file is left out");
            return false;
        }
        column++;
        if (c == '\n') {
            line++;
            column = 1;
        }
    }
    return true;
}

// Before the library sees any of it.
static bool check_limits(const yaml_file *f)
{
    yaml_limits l = yaml_limits_of(f->bytes);
    if (l.reached == YAML_TOO_DEEP)
        content_problem_add(f->problems, f->name, l.line, l.column,
                            "expected at most %d lists or maps in one another; the file is left out",
                            (int)YAML_NESTING_MAX);
    else if (l.reached == YAML_TOO_MANY)
        content_problem_add(f->problems, f->name, l.line, l.column,
                            "expected at most %d lines, commas and brackets; the file is left out",
                            (int)YAML_MARKS_MAX);
    return l.reached == YAML_WITHIN;
}

static bool is_empty(const char *text, size_t length)
{
    bool comment = false;
    for (size_t i = 0; i < length; i++) {
        comment = text[i] == '#' || (comment && text[i] != '\n');
        if (!comment && !strchr(" \t\r\n", text[i]))
            return false;
    }
    return true;
}

// Cuts the blanks at the ends of lines, which say nothing. (libfyaml 0.7.12 loses memory over block texts
// that end in lines of blanks.)
static void strip_line_ends(char *bytes)
{
    char *to = bytes;
    for (const char *at = bytes; *at; at++) {
        if (*at == '\n')
            while (to > bytes && strchr(" \t\r", to[-1]))
                to--;
        *to++ = *at;
    }
    while (to > bytes && strchr(" \t\r", to[-1]))
        to--;
    *to = '\0';
}

// Whether a line opens a section: it is not blank, not indented and no comment.
static bool opens_section(const char *line)
{
    return *line && !strchr(" \t\r\n#", *line);
}

static char *next_line(char *at)
{
    at += strcspn(at, "\n");
    return at + (*at == '\n');
}

// One file is one document; libfyaml would silently stop at the next.
static void check_one_document(const yaml_file *f)
{
    bool content = false;
    int line = 1;
    for (char *at = f->bytes; *at; at = next_line(at), line++) {
        bool marker = strncmp(at, "---", 3) == 0 && strchr(" \t\r\n", at[3]);
        if (marker && content) {
            content_problem_add(f->problems, f->name, line, 1,
                                "expected one document; what follows this line is left out");
            *at = '\0';
            return;
        }
        content = content || (opens_section(at) && *at != '%');
    }
}

// The first of libfyaml's errors in a sentence; `line` is that of the file where the parsed text starts, 0 to
// tell none.
static void tell_failure(const yaml_file *f, struct fy_diag *diag, int line, const char *lost)
{
    void *iterator = NULL;
    struct fy_diag_error *e = fy_diag_errors_iterate(diag, &iterator);
    if (errno == ENOMEM) { // the library itself says nothing of it
        yaml_file_no_memory(f);
    } else if (line > 0) {
        char quoted[CONTENT_QUOTE];
        const char *what = e && e->msg ? e->msg : "not YAML";
        content_problem_add(f->problems, f->name, line + (e && e->line > 0 ? e->line - 1 : 0),
                            e && e->column > 0 ? e->column : 1, "expected YAML (%s); %s",
                            content_quote(what, strlen(what), quoted), lost);
    }
}

// `line` > 0: tells what is wrong with a text that starts on that line, and what is lost by it.
static struct fy_document *build(const yaml_file *f, const char *text, size_t length, int line,
                                 const char *lost)
{
    struct fy_diag_cfg diag_cfg;
    fy_diag_cfg_default(&diag_cfg);
    diag_cfg.fp = NULL;
    struct fy_diag *diag = fy_diag_create(&diag_cfg);
    if (!diag) {
        yaml_file_no_memory(f);
        return NULL;
    }
    fy_diag_set_collect_errors(diag, true);
    struct fy_parse_cfg cfg = {.flags = FYPCF_ALLOW_DUPLICATE_KEYS | FYPCF_DISABLE_ACCELERATORS,
                               .diag = diag};
    errno = 0;
    struct fy_document *d = fy_document_build_from_string(&cfg, text, length);
    if (!d)
        tell_failure(f, diag, line, lost);
    fy_diag_destroy(diag);
    return d;
}

static void blank(char *start, const char *end)
{
    for (char *c = start; c < end; c++)
        if (*c != '\n')
            *c = ' ';
}

// Whether an entry of a list begins on this line, and how far it is indented.
static bool opens_item(const char *line, size_t *indent)
{
    *indent = strspn(line, " ");
    return line[*indent] == '-' && line[*indent + 1] && strchr(" \n", line[*indent + 1]);
}

// In a section that is a list: tells what is wrong with the entries that are not YAML by themselves and
// blanks them. False when there is no such entry, or the section is broken for another reason.
static bool blank_bad_items(const yaml_file *f, char *start, const char *end, int line)
{
    size_t indent = 0, each;
    char *at = next_line(start);
    int bad = 0, items = 0;
    for (line++; at < end && !opens_item(at, &indent); line++)
        at = next_line(at);
    while (at < end && items++ < SECTIONS_MAX) {
        char *item = at;
        int first = line;
        do {
            at = next_line(at);
            line++;
        } while (at < end && !(opens_item(at, &each) && each == indent));
        struct fy_document *d = build(f, item, (size_t)(at - item), first, "this entry is left out");
        if (!d) {
            blank(item, at);
            bad++;
        }
        fy_document_destroy(d);
    }
    struct fy_document *d = bad ? build(f, start, (size_t)(end - start), 0, NULL) : NULL;
    fy_document_destroy(d);
    return d;
}

static void check_section(const yaml_file *f, char *start, size_t length, int line)
{
    struct fy_document *d = build(f, start, length, 0, NULL);
    if (!d && blank_bad_items(f, start, start + length, line))
        return;
    if (!d)
        d = build(f, start, length, line, "this section is left out");
    yaml_node *root = d ? fy_document_root(d) : NULL;
    bool stray = root && !fy_node_is_mapping(root);
    if (stray)
        content_problem_add(f->problems, f->name, line, 1,
                            "expected a name, a colon and a text; this section is left out");
    if (!d || stray)
        blank(start, start + length);
    fy_document_destroy(d);
}

// Whether a line that is not indented goes on with the list that a section's first line announces.
static bool continues_list(const char *section, const char *line)
{
    size_t head = strcspn(section, "\n");
    return line[0] == '-' && line[1] && strchr(" \n", line[1]) && head > 0 && section[head - 1] == ':';
}

// Tells what is wrong with each section that is not YAML by itself and blanks it, keeping the numbers of the
// lines. Of a list only the bad entries are lost.
static void blank_bad_sections(const yaml_file *f)
{
    int line = 1, sections = 0;
    for (char *start = f->bytes; *start;) {
        int first = line;
        char *end = start;
        do {
            end = next_line(end);
            line++;
        } while (*end && (!opens_section(end) || continues_list(start, end)));
        size_t length = (size_t)(end - start);
        if (!is_empty(start, length)) {
            if (++sections > SECTIONS_MAX)
                return;
            check_section(f, start, length, first);
        }
        start = end;
    }
}

yaml_file *yaml_file_open(const char *name, const char *bytes, size_t length, content_problems *problems)
{
    if (length > YAML_BYTES_MAX) {
        content_problem_add(problems, name, 1, 1,
                            "the file has %zu bytes, expected at most %d; it is left out", length,
                            (int)YAML_BYTES_MAX);
        return NULL;
    }
    bytes = utf8_after_mark(bytes, &length);
    yaml_file *f = calloc(1, sizeof *f);
    char *copy = malloc(length + 1);
    if (!f || !copy) {
        free(f);
        free(copy);
        content_problem_memory(problems, name);
        return NULL;
    }
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    *f = (yaml_file){.name = name, .bytes = copy, .length = length, .problems = problems};
    if (!check_bytes(f) || !check_limits(f)) {
        yaml_file_close(f);
        return NULL;
    }
    check_one_document(f);
    strip_line_ends(f->bytes);
    if (is_empty(f->bytes, strlen(f->bytes)))
        return f;
    f->document = build(f, f->bytes, strlen(f->bytes), 0, NULL);
    if (f->document)
        return f;
    blank_bad_sections(f);
    strip_line_ends(f->bytes);
    if (!is_empty(f->bytes, strlen(f->bytes)))
        f->document = build(f, f->bytes, strlen(f->bytes), 1, "the file is left out");
    return f;
}

void yaml_file_close(yaml_file *f)
{
    if (!f)
        return;
    fy_document_destroy(f->document);
    free(f->bytes);
    free(f);
}

yaml_node *yaml_file_root(const yaml_file *f)
{
    return f->document ? fy_document_root(f->document) : NULL;
}

bool yaml_file_is_map(const yaml_file *f)
{
    return !f->document || fy_node_is_mapping(fy_document_root(f->document));
}

yaml_node *yaml_file_entry(const yaml_file *f, const char *key)
{
    yaml_node *root = yaml_file_root(f);
    return root && fy_node_is_mapping(root) ? fy_node_mapping_lookup_by_string(root, key, strlen(key)) : NULL;
}

// libfyaml keeps places of scalars only: another node starts about where its first scalar does.
static void place_of(yaml_node *n, int *line, int *column)
{
    *line = *column = 1;
    while (n && !fy_node_is_scalar(n))
        n = fy_node_is_sequence(n) ? fy_node_sequence_get_by_index(n, 0)
                                   : fy_node_pair_key(fy_node_mapping_get_by_index(n, 0));
    struct fy_token *token = n ? fy_node_get_scalar_token(n) : NULL;
    const struct fy_mark *mark = token ? fy_token_start_mark(token) : NULL;
    if (!mark)
        return;
    // The mark stands behind an opening quote and behind the '*' of an alias.
    enum fy_node_style style = fy_node_get_style(n);
    bool behind = fy_node_is_alias(n) || style == FYNS_SINGLE_QUOTED || style == FYNS_DOUBLE_QUOTED;
    *line = mark->line + 1;
    *column = mark->column + (behind && mark->column > 0 ? 0 : 1);
}

void yaml_file_problem(const yaml_file *f, yaml_node *at, const char *format, ...)
{
    char text[CONTENT_PROBLEM_TEXT];
    int line, column;
    if (f->problems && f->problems->no_memory)
        return; // what memory took away is no mistake of the file
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    place_of(at, &line, &column);
    content_problem_add(f->problems, f->name, line, column, "%s", text);
}

void yaml_file_no_memory(const yaml_file *f)
{
    content_problem_memory(f->problems, f->name);
}

// Escapes in double quotes can still make what the bytes of the file may not hold.
static bool is_sound(const char *text, size_t length)
{
    bool sound = utf8_valid(text, length);
    for (size_t i = 0; sound && i < length;) {
        const char *at = text + i;
        uint32_t c = utf8_next(&at);
        sound = !is_unwanted(c) && c != '\t' && c != '\r';
        i = (size_t)(at - text);
    }
    return sound;
}

bool yaml_file_text(const yaml_file *f, yaml_node *n, const char **text, size_t *length)
{
    if (!n || !fy_node_is_scalar(n) || fy_node_is_alias(n)) {
        yaml_file_problem(f, n, "expected a text");
        return false;
    }
    size_t count = 0;
    const char *bytes = fy_node_get_scalar(n, &count);
    if (!bytes) {
        bytes = "";
        count = 0;
    }
    if (!is_sound(bytes, count)) {
        yaml_file_problem(f, n, "expected a text without control characters");
        return false;
    }
    while (count && bytes[count - 1] == '\n')
        count--;
    *text = bytes;
    *length = count;
    return true;
}
