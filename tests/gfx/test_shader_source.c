// The shader loader, without GL.
#include "fixture.h"
#include "gfx/shader_source.h"

#include <string.h>

typedef struct file {
    const char *name, *text;
} file;

static bool read_files(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    for (const file *f = ctx; f->name; f++) {
        if (strcmp(f->name, name) != 0)
            continue;
        *length = strlen(f->text);
        *bytes = malloc(*length + 1);
        assert_non_null(*bytes);
        memcpy(*bytes, f->text, *length + 1);
        return true;
    }
    error_set(e, "there is no such file.");
    return false;
}

static bool load(file *files, const char *name, shader_dialect dialect, shader_source *out, error *e)
{
    gfx_reader reader = {files, read_files};
    return shader_source_load(out, &reader, name, dialect, e);
}

static void the_dialect_comes_first_and_includes_once(void **state)
{
    (void)state;
    file files[] = {{"a.frag", "#include \"b.glsl\"\n  #  include \"c.glsl\"\nvoid main() {}"},
                    {"b.glsl", "float b;\n#include \"c.glsl\"\n"},
                    {"c.glsl", "#include \"b.glsl\"\nfloat c;\n"},
                    {0}};
    shader_source s;
    error e = {0};
    assert_true(load(files, "a.frag", SHADER_GL330, &s, &e));
    assert_int_equal(strncmp(s.text, "#version 330 core\n", 18), 0);
    const char *b = strstr(s.text, "float b;"), *c = strstr(s.text, "float c;");
    assert_true(b && c && c > b && strstr(s.text, "void main() {}\n") > c);
    assert_null(strstr(b + 1, "float b;"));
    assert_null(strstr(c + 1, "float c;"));
    assert_null(strstr(s.text, "include"));
    shader_source_destroy(&s);
    assert_true(load(files, "a.frag", SHADER_ES300, &s, &e));
    assert_int_equal(strncmp(s.text, "#version 300 es\n", 16), 0);
    assert_non_null(strstr(s.text, "precision highp float;"));
    shader_source_destroy(&s);
}

static void line_marks_lead_back_to_the_file(void **state)
{
    (void)state;
    file files[] = {{"a.frag", "one\n#include \"b.glsl\"\nthree\n"}, {"b.glsl", "bee\n"}, {0}};
    shader_source s;
    error e = {0};
    assert_true(load(files, "a.frag", SHADER_GL330, &s, &e));
    assert_non_null(strstr(s.text, "#line 1 0\none\n#line 1 1\nbee\n#line 3 0\nthree\n"));
    char text[128];
    shader_source_explain(&s, "1:1(3): error: `bee' undeclared\nmore", text, sizeof text);
    assert_string_equal(text, "b.glsl:1: error: `bee' undeclared");
    shader_source_explain(&s, "ERROR: 0:3: 'three' : syntax error\n", text, sizeof text);
    assert_string_equal(text, "a.frag:3: 'three' : syntax error");
    shader_source_explain(&s, "0(3) : error C0000: bad\n", text, sizeof text);
    assert_string_equal(text, "a.frag:3: : error C0000: bad");
    shader_source_explain(&s, "no number here", text, sizeof text);
    assert_string_equal(text, "no number here");
    shader_source_destroy(&s);
}

static void broken_sources_are_named(void **state)
{
    (void)state;
    file files[] = {{"lost.frag", "#include \"gone.glsl\"\n"},   {"quote.frag", "\n#include gone.glsl\n"},
                    {"open.frag", "#include \"gone.glsl\n\"\n"}, {"empty.frag", "#include \"\"\n"},
                    {"own.frag", "// ok\n#version 330\n"},       {0}};
    static const char *const expected[][2] = {
        {"gone.frag", "The shader file gone.frag cannot be read: there is no such file."},
        {"lost.frag",
         "The shader file gone.glsl, included by lost.frag, cannot be read: there is no such file."},
        {"quote.frag", "Shader quote.frag:2: write #include \"file\" with a name of less than 64 bytes."},
        {"open.frag", "Shader open.frag:1: write #include \"file\" with a name of less than 64 bytes."},
        {"empty.frag", "Shader empty.frag:1: write #include \"file\" with a name of less than 64 bytes."},
        {"own.frag", "Shader own.frag:2: leave out #version, the program adds it."}};
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        shader_source s;
        error e = {0};
        assert_false(load(files, expected[i][0], SHADER_GL330, &s, &e));
        assert_string_equal(e.text, expected[i][1]);
        assert_null(s.text);
    }
}

static void too_many_includes_are_refused(void **state)
{
    (void)state;
    enum { COUNT = SHADER_FILES_MAX + 4 };
    static char names[COUNT][24], texts[COUNT][48];
    file files[COUNT + 1] = {0};
    for (int i = 0; i < COUNT; i++) {
        snprintf(names[i], sizeof names[i], "%d.glsl", i);
        snprintf(texts[i], sizeof texts[i], "#include \"%d.glsl\"\n", i + 1);
        files[i] = (file){names[i], texts[i]};
    }
    shader_source s;
    error e = {0};
    assert_false(load(files, "0.glsl", SHADER_GL330, &s, &e));
    assert_string_equal(e.text, "Shader 0.glsl includes more than 16 files.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_dialect_comes_first_and_includes_once),
        cmocka_unit_test(line_marks_lead_back_to_the_file),
        cmocka_unit_test(broken_sources_are_named),
        cmocka_unit_test(too_many_includes_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
