#include "content/yaml_file.h"

#include "base/utf8.h"

#include <libfyaml.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RETRIES_MAX = 8 };

struct yaml_file {
    const char *name;
    char *bytes; // own copy: libfyaml's texts point into it
    size_t length;
    content_problems *problems;
    struct fy_document *document;
};

// Neither seen nor wanted in a text: controls but tab and line end, and marks that reorder what is shown.
static bool is_control(uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c <= 0x9F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF || c == 0xFFFE ||
           c == 0xFFFF;
}

static bool check_bytes(yaml_file *f)
{
    int line = 1, column = 1;
    if (memchr(f->bytes, '\0', f->length)) {
        content_problem_add(f->problems, f->name, 1, 1,
                            "expected text; there is a zero byte; the file is left out");
        return false;
    }
    for (const char *at = f->bytes; *at;) {
        const char *before = at;
        uint32_t c = utf8_next(&at);
        bool broken = c == 0xFFFD && at - before == 1;
        if (broken || is_control(c)) {
            content_problem_add(
                f->problems, f->name, line, column,
                broken ? "expected UTF-8 text; a broken character stands here; the file is left out"
                       : "expected text; the control character U+%04X stands here; the file is "
                         "left out",
                (unsigned)c);
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

// Blanks the section around a line that is not YAML: from the last unindented line at or before it up to the
// next one after it. Line numbers stay as they are. False when there was nothing left to blank.
static bool blank_section(char *bytes, int line)
{
    char *start = bytes, *at = bytes;
    int number = 1;
    for (; *at; number++) {
        bool opens = *at != ' ' && *at != '\t' && *at != '\n' && *at != '\r' && *at != '#';
        if (opens && number <= line)
            start = at;
        if (opens && number > line)
            break;
        at += strcspn(at, "\n");
        at += *at == '\n';
    }
    bool any = false;
    for (char *c = start; c < at; c++) {
        if (*c != '\n' && *c != ' ') {
            *c = ' ';
            any = true;
        }
    }
    return any;
}

// The first of libfyaml's errors, told in our words round its own; returns its line, 1-based.
static int tell_syntax(const yaml_file *f, struct fy_diag *diag)
{
    void *iterator = NULL;
    struct fy_diag_error *e = fy_diag_errors_iterate(diag, &iterator);
    int line = e && e->line > 0 ? e->line : 1, column = e && e->column > 0 ? e->column : 1;
    char quoted[CONTENT_QUOTE];
    const char *what = e && e->msg ? e->msg : "not YAML";
    content_problem_add(f->problems, f->name, line, column, "expected YAML (%s); this section is left out",
                        content_quote(what, strlen(what), quoted));
    return line;
}

static struct fy_document *build(const yaml_file *f, int *bad_line)
{
    struct fy_diag_cfg diag_cfg;
    fy_diag_cfg_default(&diag_cfg);
    diag_cfg.fp = NULL;
    struct fy_diag *diag = fy_diag_create(&diag_cfg);
    if (!diag)
        return NULL;
    fy_diag_set_collect_errors(diag, true);
    struct fy_parse_cfg cfg = {.flags = FYPCF_ALLOW_DUPLICATE_KEYS | FYPCF_DISABLE_ACCELERATORS,
                               .diag = diag};
    struct fy_document *d = fy_document_build_from_string(&cfg, f->bytes, f->length);
    if (!d)
        *bad_line = tell_syntax(f, diag);
    fy_diag_destroy(diag);
    return d;
}

static bool is_empty(const char *bytes)
{
    while (*bytes) {
        bytes += strspn(bytes, " \t\r\n");
        if (*bytes == '#')
            bytes += strcspn(bytes, "\n");
        else if (*bytes)
            return false;
    }
    return true;
}

yaml_file *yaml_file_open(const char *name, const char *bytes, size_t length, content_problems *problems)
{
    if (length > YAML_BYTES_MAX) {
        content_problem_add(problems, name, 1, 1,
                            "the file has %zu bytes, expected at most %d; it is left out", length,
                            (int)YAML_BYTES_MAX);
        return NULL;
    }
    if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
        bytes += 3;
        length -= 3;
    }
    yaml_file *f = calloc(1, sizeof *f);
    char *copy = malloc(length + 1);
    if (!f || !copy) {
        free(f);
        free(copy);
        content_problem_add(problems, name, 1, 1, "out of memory; the file is left out");
        return NULL;
    }
    if (length)
        memcpy(copy, bytes, length);
    copy[length] = '\0';
    *f = (yaml_file){.name = name, .bytes = copy, .length = length, .problems = problems};
    if (!check_bytes(f)) {
        yaml_file_close(f);
        return NULL;
    }
    for (int i = 0; i < RETRIES_MAX && !is_empty(f->bytes); i++) {
        int line = 1;
        f->document = build(f, &line);
        if (f->document || !blank_section(f->bytes, line))
            break;
    }
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

// libfyaml keeps places of scalars only: another node starts about where its first scalar does.
static const struct fy_mark *mark_of(yaml_node *n)
{
    while (n && !fy_node_is_scalar(n))
        n = fy_node_is_sequence(n) ? fy_node_sequence_get_by_index(n, 0)
                                   : fy_node_pair_key(fy_node_mapping_get_by_index(n, 0));
    struct fy_token *t = n ? fy_node_get_scalar_token(n) : NULL;
    return t ? fy_token_start_mark(t) : NULL;
}

void yaml_file_problem(const yaml_file *f, yaml_node *at, const char *format, ...)
{
    char text[CONTENT_PROBLEM_TEXT];
    const struct fy_mark *mark = mark_of(at);
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    content_problem_add(f->problems, f->name, mark ? mark->line + 1 : 1, mark ? mark->column + 1 : 1, "%s",
                        text);
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
    // Escapes in double quotes can still make what the bytes of the file may not hold.
    bool sound = utf8_valid(bytes, count);
    for (size_t i = 0; sound && i < count;) {
        const char *at = bytes + i;
        uint32_t c = utf8_next(&at);
        sound = !is_control(c) && c != '\t' && c != '\r';
        i = (size_t)(at - bytes);
    }
    if (!sound) {
        yaml_file_problem(f, n, "expected a text without control characters");
        return false;
    }
    while (count && bytes[count - 1] == '\n')
        count--;
    *text = bytes;
    *length = count;
    return true;
}
