// A language in a script that the typeface lacks is refused with a sentence, and the one before stays.
#include "app/chrome/chrome_words.h"
#include "app/words/languages.h"
#include "app/words/words.h"
#include "chrome_fixture.h"
#include "platform/files.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char root[] = "/tmp/neurotide-script-XXXXXX";

static void under_root(const char *name, char out[PATH_MAX_BYTES])
{
    path_join(out, root, name);
}

static void make_folder(const char *name)
{
    char path[PATH_MAX_BYTES];
    under_root(name, path);
    assert_int_equal(mkdir(path, 0700), 0);
}

static void make_file(const char *name, const char *text)
{
    char path[PATH_MAX_BYTES];
    error e;
    under_root(name, path);
    assert_true(file_write(path, text, strlen(text), &e));
}

static int write_languages(void **state)
{
    (void)state;
    char at[PATH_MAX_BYTES];
    if (!mkdtemp(root))
        return -1;
    make_folder("text");
    under_root("text/en", at);
    assert_int_equal(symlink(NEUROTIDE_SOURCE_DIR "/assets/text/en", at), 0);
    under_root("text/es", at);
    assert_int_equal(symlink(NEUROTIDE_SOURCE_DIR "/assets/text/es", at), 0);
    make_folder("text/zh");
    make_file("text/zh/interface.yaml", "language:\n  name: \"中文\"\nbutton:\n  reset: \"重置中\"\n");
    make_folder("text/el");
    make_file("text/el/interface.yaml", "language:\n  name: \"Ελληνικά\"\nbutton:\n  reset: \"Επαναφορά\"\n");
    under_root("text/el/safety.yaml", at); // without them no language is shown
    assert_int_equal(symlink(NEUROTIDE_SOURCE_DIR "/assets/text/en/safety.yaml", at), 0);
    return 0;
}

static int remove_languages(void **state)
{
    (void)state;
    char command[PATH_MAX_BYTES];
    snprintf(command, sizeof command, "rm -r '%s'", root);
    return system(command);
}

static int open_there(void **state)
{
    open_app(state);
    snprintf(a.parts.paths.assets, sizeof a.parts.paths.assets, "%s", root);
    return 0;
}

static void the_sentence_names_the_language_and_what_is_missing(void **state)
{
    (void)state;
    error e = {0};
    assert_false(app_words_load(&a, "zh", &e));
    assert_non_null(strstr(e.text, "“zh” needs 4 characters"));
    assert_non_null(strstr(e.text, "U+4E2D, U+6587, U+91CD"));
    assert_non_null(strstr(e.text, "Latin, Greek or Cyrillic"));
    assert_null(strchr(e.text, '\n'));
    assert_string_equal(a.session.look.lang, "en");
    assert_string_equal(chrome_word(&a, "button.reset"), "Reset");
    fixture_language(&a, "es");
    assert_false(app_words_load(&a, "zh", &e));
    assert_non_null(strstr(e.text, "El idioma «zh»"));
    assert_string_equal(a.session.look.lang, "es");
}

static void greek_is_shown(void **state)
{
    (void)state;
    fixture_language(&a, "el");
    assert_string_equal(chrome_word(&a, "button.reset"), "Επαναφορά");
}

static void the_menu_says_why_and_stays(void **state)
{
    (void)state;
    languages_open(&a);
    language_list l = languages(&a);
    assert_int_equal(l.count, 4);
    assert_string_equal(l.id[3], "zh");
    assert_string_equal(l.name[3], "zh"); // its own name cannot be drawn
    a.stage.overlay = OVERLAY_MENU;
    fixture_build(&a);
    ui_focus_set(a.parts.ui, "set.language");
    fixture_build(&a);
    fixture_key(&a, KEY_END, 0);
    fixture_build(&a);
    assert_string_equal(a.session.look.lang, "en");
    assert_non_null(strstr(a.notice.toast, "U+4E2D"));
    assert_true(a.notice.toast_left_s > 8.0); // long enough to read it
    assert_int_equal(a.stage.overlay, OVERLAY_MENU);
}

static void the_key_goes_past_it(void **state)
{
    (void)state;
    fixture_language(&a, "es");
    fixture_build(&a);
    fixture_key(&a, 'l', MOD_CTRL);
    assert_string_equal(a.session.look.lang, "el");
    assert_non_null(strstr(a.notice.toast, "zh"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_sentence_names_the_language_and_what_is_missing, open_there,
                                        close_app),
        cmocka_unit_test_setup_teardown(greek_is_shown, open_there, close_app),
        cmocka_unit_test_setup_teardown(the_menu_says_why_and_stays, open_there, close_app),
        cmocka_unit_test_setup_teardown(the_key_goes_past_it, open_there, close_app),
    };
    return cmocka_run_group_tests(tests, write_languages, remove_languages);
}
