// Every shader of the repository, as the loader hands it to the driver, is valid in both dialects and links.
#include "fixture.h"
#include "gfx/shader_source.h"

#include <dirent.h>
#include <string.h>
#include <unistd.h>

enum { SHADERS_MAX = 128 };

static int list_shaders(char names[SHADERS_MAX][64])
{
    DIR *folder = opendir(NEUROTIDE_SOURCE_DIR "/shaders");
    assert_non_null(folder);
    int count = 0;
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        const char *dot = strrchr(entry->d_name, '.');
        if (!dot || strcmp(dot, ".frag") != 0)
            continue;
        assert_true(count < SHADERS_MAX);
        snprintf(names[count++], 64, "%.*s", (int)(dot - entry->d_name), entry->d_name);
    }
    closedir(folder);
    return count;
}

static void expand(const char *folder, const char *name, const char *ending, shader_dialect dialect)
{
    char file[80], path[256];
    snprintf(file, sizeof file, "%s.%s", name, ending);
    snprintf(path, sizeof path, "%s/one.%s", folder, ending);
    gfx_reader reader = {NULL, fixture_read};
    shader_source s;
    error e = {0};
    if (!shader_source_load(&s, &reader, file, dialect, &e))
        fail_msg("%s", e.text);
    FILE *out = fopen(path, "wb");
    assert_non_null(out);
    assert_int_equal(fwrite(s.text, 1, s.length, out), s.length);
    fclose(out);
    shader_source_destroy(&s);
}

static void check_all(shader_dialect dialect)
{
    static char names[SHADERS_MAX][64];
    int count = list_shaders(names);
    assert_true(count >= 6);
    char folder[] = "/tmp/neurotide-shaders-XXXXXX", command[512];
    assert_non_null(mkdtemp(folder));
    int failed = 0;
    for (int i = 0; i < count; i++) {
        expand(folder, names[i], "vert", dialect);
        expand(folder, names[i], "frag", dialect);
        snprintf(command, sizeof command, "\"%s\" -l %s/one.vert %s/one.frag", GLSLANG_VALIDATOR, folder,
                 folder);
        if (system(command) != 0) {
            fprintf(stderr, "shader %s fails as %s\n", names[i],
                    dialect == SHADER_ES300 ? "300 es" : "330 core");
            failed++;
        }
    }
    snprintf(command, sizeof command, "rm -r %s", folder);
    assert_int_equal(system(command), 0);
    assert_int_equal(failed, 0);
}

static void every_shader_is_valid_glsl_330_core(void **state)
{
    (void)state;
    check_all(SHADER_GL330);
}

static void every_shader_is_valid_glsl_300_es(void **state)
{
    (void)state;
    check_all(SHADER_ES300);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_shader_is_valid_glsl_330_core),
        cmocka_unit_test(every_shader_is_valid_glsl_300_es),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
