// The words that are built into the program: they are those of the assets, they stand in for files that are
// lost, and without the safety words of the files nothing may be shown.
#include "app/words/library.h"
#include "app/words/shipped_words.h"
#include "app/words/words.h"
#include "chrome_fixture.h"
#include "platform/files.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char assets[] = NEUROTIDE_SOURCE_DIR "/assets";
static char root[] = "/tmp/neurotide-words-XXXXXX"; // assets of our own: links to those of the source
static string_table *english;

static void link_all(const char *below)
{
    char from[PATH_MAX_BYTES], to[PATH_MAX_BYTES];
    assert_true(path_join(from, assets, below) && path_join(to, root, below));
    assert_int_equal(symlink(from, to), 0);
}

static void make_folder(const char *name)
{
    char path[PATH_MAX_BYTES];
    assert_true(path_join(path, root, name));
    assert_int_equal(mkdir(path, 0700), 0);
}

static char names[SHIPPED_FILES_MAX][64];
static int name_count;

static void link_file(void *ctx, const char *name)
{
    char folder[PATH_MAX_BYTES], below[PATH_MAX_BYTES];
    assert_true(path_join(folder, "text", ctx) && path_join(below, folder, name));
    link_all(below);
    if (strcmp(ctx, "en") == 0)
        snprintf(names[name_count++], sizeof names[0], "%.63s", name);
}

static void link_language(char *lang)
{
    char folder[PATH_MAX_BYTES], below[64];
    snprintf(below, sizeof below, "text/%s", lang);
    make_folder(below);
    snprintf(folder, sizeof folder, "%s/text/%s", assets, lang);
    assert_true(files_each(folder, ".yaml", link_file, lang));
    snprintf(below, sizeof below, "text/%s/stories", lang);
    link_all(below);
}

static int begin(void **state)
{
    (void)state;
    static char en[] = "en", es[] = "es";
    error e = {0};
    if (!mkdtemp(root))
        return -1;
    make_folder("text");
    link_language(en);
    link_language(es);
    english = library_words(assets, "en", &e);
    return english ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    char command[PATH_MAX_BYTES];
    string_table_destroy(english);
    snprintf(command, sizeof command, "rm -r '%s'", root);
    return system(command);
}

static int open_there(void **state)
{
    open_app(state);
    app_words_free(&a);
    a.texts.words = (words){0};
    snprintf(a.parts.paths.assets, sizeof a.parts.paths.assets, "%s", root);
    return 0;
}

static void move(const char *lang, const char *name, bool away)
{
    char here[PATH_MAX_BYTES], there[PATH_MAX_BYTES];
    int n = snprintf(here, sizeof here, "%s/text/%s/%s", root, lang, name);
    assert_in_range(n, 1, PATH_MAX_BYTES - 1);
    assert_true(path_join(there, root, "away"));
    assert_int_equal(rename(away ? here : there, away ? there : here), 0);
}

static void put(const char *lang, const char *name, const char *text)
{
    char path[PATH_MAX_BYTES];
    error e = {0};
    int n = snprintf(path, sizeof path, "%s/text/%s/%s", root, lang, name);
    assert_in_range(n, 1, PATH_MAX_BYTES - 1);
    if (text && !file_write(path, text, strlen(text), &e))
        fail_msg("%s", e.text);
    if (!text)
        assert_int_equal(remove(path), 0);
}

static int lacking_files, lacking_texts;

static void count_lacking(void *ctx, const char *name, int lacking)
{
    (void)ctx;
    assert_true(name[0] && lacking > 0);
    lacking_files++;
    lacking_texts += lacking;
}

static void what_is_built_in_is_what_is_shipped(void **state)
{
    (void)state;
    string_table *t = string_table_create();
    shipped_files none = {0};
    lacking_files = lacking_texts = 0;
    assert_true(shipped_words_mend(t, &none, count_lacking, NULL));
    assert_int_equal(lacking_texts, string_table_count(t));
    assert_true(lacking_files >= name_count); // those of the stories too
    int safety = 0;
    for (size_t i = 0; i < string_table_count(english); i++) {
        const char *id = string_table_id_at(english, i), *text = string_table_find(t, id);
        if (strncmp(id, "safety.", 7) == 0) {
            assert_null(text); // never stands in
            safety++;
        } else {
            assert_non_null(text);
            assert_string_equal(text, string_table_text_at(english, i));
        }
    }
    assert_int_equal(string_table_count(t) + (size_t)safety, string_table_count(english));
    assert_true(safety >= 10);
    string_table_destroy(t);
}

static void a_lost_file_leaves_no_bare_id(void **state)
{
    (void)state;
    error e = {0};
    for (int i = 0; i < name_count; i++) {
        if (strcmp(names[i], "safety.yaml") == 0)
            continue;
        move("en", names[i], true);
        string_table *t = library_words(root, "en", &e);
        move("en", names[i], false);
        assert_non_null(t);
        assert_int_equal(string_table_count(t), string_table_count(english));
        string_table_destroy(t);
    }
}

static void an_own_text_is_kept_where_others_lack(void **state)
{
    (void)state;
    error e = {0};
    move("en", "clock.yaml", true);
    put("en", "clock.yaml", "clock:\n  play: Go\n");
    string_table *t = library_words(root, "en", &e);
    put("en", "clock.yaml", NULL);
    move("en", "clock.yaml", false);
    assert_string_equal(string_table_find(t, "clock.play"), "Go");
    assert_int_equal(string_table_count(t), string_table_count(english));
    string_table_destroy(t);
}

static void without_safety_words_nothing_may_be_shown(void **state)
{
    (void)state;
    error e = {0};
    move("en", "safety.yaml", true);
    assert_true(app_words_load(&a, "en", &e)); // for --help and --diagnose
    assert_false(app_words_safe(&a, &e));
    assert_non_null(strstr(e.text, "lack safety."));
    assert_non_null(strstr(e.text, "install the program again"));
    app_words_free(&a);
    move("en", "safety.yaml", false);
    assert_true(app_words_load(&a, "en", &e));
    assert_true(app_words_safe(&a, &e));
}

// Each one, not only the first.
static void every_safety_text_is_needed(void **state)
{
    (void)state;
    for (size_t left_out = 0; left_out < string_table_count(english); left_out++) {
        const char *missing = string_table_id_at(english, left_out);
        if (strncmp(missing, "safety.", 7) != 0)
            continue;
        string_table *t = string_table_create();
        char yaml[256], lacking[STRING_ID_MAX + 1];
        for (size_t i = 0; i < string_table_count(english); i++) {
            const char *id = string_table_id_at(english, i);
            int n = snprintf(yaml, sizeof yaml, "%s: x\n", id);
            if (i != left_out && strncmp(id, "safety.", 7) == 0)
                assert_true(string_table_add(t, "f.yaml", yaml, (size_t)n, NULL));
        }
        assert_false(shipped_words_safe(t, lacking));
        assert_string_equal(lacking, missing);
        string_table_destroy(t);
    }
}

static void a_language_without_its_safety_words_is_not_shown(void **state)
{
    (void)state;
    error e = {0};
    assert_true(app_words_load(&a, "en", &e));
    move("es", "safety.yaml", true);
    assert_false(app_words_load(&a, "es", &e));
    assert_non_null(strstr(e.text, "“es” lacks the safety words “safety."));
    assert_string_equal(words_get(&a.texts.words, "button.reset"), "Reset");
    move("es", "safety.yaml", false);
    assert_true(app_words_load(&a, "es", &e));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_built_in_is_what_is_shipped),
        cmocka_unit_test(a_lost_file_leaves_no_bare_id),
        cmocka_unit_test(an_own_text_is_kept_where_others_lack),
        cmocka_unit_test_setup_teardown(without_safety_words_nothing_may_be_shown, open_there, close_app),
        cmocka_unit_test(every_safety_text_is_needed),
        cmocka_unit_test_setup_teardown(a_language_without_its_safety_words_is_not_shown, open_there,
                                        close_app),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
