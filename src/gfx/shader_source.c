#include "gfx/shader_source.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char opening_gl[] = "#version 330 core\n";
static const char opening_es[] = "#version 300 es\n"
                                 "#define SHADER_ES 1\n"
                                 "precision highp float;\n"
                                 "precision highp int;\n"
                                 "precision highp sampler2D;\n";

static bool add(shader_source *s, const char *text, size_t length)
{
    if (s->length + length + 1 > s->capacity) {
        size_t capacity = 2 * (s->length + length + 1) + 4096;
        char *grown = realloc(s->text, capacity);
        if (!grown)
            return false;
        s->text = grown;
        s->capacity = capacity;
    }
    memcpy(s->text + s->length, text, length);
    s->length += length;
    s->text[s->length] = '\0';
    return true;
}

static bool add_line_mark(shader_source *s, int line, int file)
{
    char mark[48];
    int length = snprintf(mark, sizeof mark, "#line %d %d\n", line, file);
    return add(s, mark, (size_t)length);
}

static const char *skip_blanks(const char *at)
{
    while (*at == ' ' || *at == '\t')
        at++;
    return at;
}

// The directive's argument when the line is `#word ...`, else NULL.
static const char *directive(const char *line, const char *word)
{
    const char *at = skip_blanks(line);
    if (*at != '#')
        return NULL;
    at = skip_blanks(at + 1);
    size_t length = strlen(word);
    if (strncmp(at, word, length) != 0 || isalnum((unsigned char)at[length]))
        return NULL;
    return skip_blanks(at + length);
}

static bool add_file(shader_source *s, const gfx_reader *reader, const char *file, const char *asked_by,
                     error *e);

static bool add_include(shader_source *s, const gfx_reader *reader, const char *argument, const char *file,
                        int line, error *e)
{
    char name[SHADER_FILE_NAME_MAX];
    const char *end = *argument == '"' ? strchr(argument + 1, '"') : NULL;
    const char *line_end = strchr(argument, '\n');
    size_t length = end ? (size_t)(end - argument - 1) : 0;
    if (!end || (line_end && end > line_end) || length == 0 || length >= sizeof name) {
        error_set(e, "Shader %s:%d: write #include \"file\" with a name of less than %d bytes.", file, line,
                  SHADER_FILE_NAME_MAX);
        return false;
    }
    memcpy(name, argument + 1, length);
    name[length] = '\0';
    return add_file(s, reader, name, file, e);
}

static bool add_lines(shader_source *s, const gfx_reader *reader, const char *text, const char *file,
                      int index, error *e)
{
    int line = 1;
    for (const char *at = text; *at; line++) {
        const char *end = strchr(at, '\n');
        size_t length = end ? (size_t)(end - at) + 1 : strlen(at);
        const char *argument = directive(at, "include");
        bool ok = true;
        if (directive(at, "version")) {
            error_set(e, "Shader %s:%d: leave out #version, the program adds it.", file, line);
            return false;
        }
        if (argument) {
            if (!add_include(s, reader, argument, file, line, e))
                return false;
            ok = add_line_mark(s, line + 1, index);
        } else {
            ok = add(s, at, length) && (end || add(s, "\n", 1));
        }
        if (!ok) {
            error_set(e, "The shader %s does not fit into memory.", file);
            return false;
        }
        at += length;
    }
    return true;
}

static bool add_file(shader_source *s, const gfx_reader *reader, const char *file, const char *asked_by,
                     error *e)
{
    for (int i = 0; i < s->file_count; i++)
        if (strcmp(s->files[i], file) == 0)
            return true;
    if (s->file_count == SHADER_FILES_MAX) {
        error_set(e, "Shader %s includes more than %d files.", s->files[0], SHADER_FILES_MAX);
        return false;
    }
    int index = s->file_count++;
    snprintf(s->files[index], SHADER_FILE_NAME_MAX, "%s", file);
    char *text = NULL;
    size_t length = 0;
    error why = {0};
    if (!reader->read || !reader->read(reader->ctx, file, &text, &length, &why)) {
        if (asked_by)
            error_set(e, "The shader file %s, included by %s, cannot be read: %s", file, asked_by, why.text);
        else
            error_set(e, "The shader file %s cannot be read: %s", file, why.text);
        return false;
    }
    bool ok = add_line_mark(s, 1, index) && add_lines(s, reader, text, file, index, e);
    free(text);
    return ok;
}

bool shader_source_load(shader_source *out, const gfx_reader *reader, const char *file,
                        shader_dialect dialect, error *e)
{
    *out = (shader_source){0};
    const char *opening = dialect == SHADER_ES300 ? opening_es : opening_gl;
    bool ok = add(out, opening, strlen(opening)) && add_file(out, reader, file, NULL, e);
    if (!ok)
        shader_source_destroy(out);
    return ok;
}

void shader_source_destroy(shader_source *s)
{
    free(s->text);
    *s = (shader_source){0};
}

void shader_source_explain(const shader_source *s, const char *compiler_log, char *out, size_t size)
{
    const char *at = compiler_log;
    while (*at && !isdigit((unsigned char)*at) && *at != '\n')
        at++;
    char *end = NULL;
    unsigned long file = strtoul(at, &end, 10), line = 0;
    // Mesa writes file:line(column), others file:line: or file(line).
    if (end > at && (*end == ':' || *end == '(')) {
        const char *number = end + 1;
        line = strtoul(number, &end, 10);
        if (end > number && file < (unsigned long)s->file_count) {
            while (*end && *end != ' ' && *end != '\n')
                end++;
            int length = (int)strcspn(end, "\n");
            snprintf(out, size, "%s:%lu:%.*s", s->files[file], line, length, end);
            return;
        }
    }
    snprintf(out, size, "%.*s", (int)strcspn(compiler_log, "\n"), compiler_log);
}
