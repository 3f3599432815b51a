// What is remembered from run to run: what a person changes, and no more.
#include "app/actions/actions.h"
#include "app/run/app.h"
#include "app/run/help.h"
#include "app/run/picture.h"
#include "app/words/settings_file.h"
#include "app/words/words.h"
#include "check.h"
#include "temp_folder.h"

static app a;
static host a_host; // the system's, but for its wishes
static host_wishes wished;
static char home[64], folder[PATH_MAX_BYTES];

static host_wishes as_wished(void *ctx)
{
    (void)ctx;
    return wished;
}

static int take_host(void **state)
{
    (void)state;
    a_host = host_of_system();
    a_host.wishes = as_wished;
    return a_host.fetch ? 0 : -1;
}

static int close_host(void **state)
{
    (void)state;
    host_close(&a_host);
    return 0;
}

static void set_or_unset(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static void speak(const char *language, const char *all, const char *messages, const char *lang)
{
    set_or_unset("LANGUAGE", language);
    set_or_unset("LC_ALL", all);
    set_or_unset("LC_MESSAGES", messages);
    set_or_unset("LANG", lang);
}

static int make_home(void **state)
{
    (void)state;
    speak(NULL, NULL, NULL, "C");
    const char *named = getenv("NEUROTIDE_TEST_ASSETS");
    setenv("NEUROTIDE_ASSETS", named ? named : NEUROTIDE_ASSETS_DIR, 1);
    if (!temp_folder_make(home) || !path_join(folder, home, "neurotide"))
        return -1;
    setenv("XDG_CONFIG_HOME", home, 1);
    error e;
    return folder_make(folder, &e) ? 0 : -1;
}

static int remove_home(void **state)
{
    (void)state;
    return temp_folder_remove(folder) || temp_folder_remove(home);
}

static const char *in(const char *name)
{
    static char path[PATH_MAX_BYTES];
    path_join(path, folder, name);
    return path;
}

static void put(const char *name, const char *text)
{
    error e = {0};
    if (!file_write(in(name), text, strlen(text), &e))
        fail_msg("%s", e.text);
}

static void begin(const options *o)
{
    error e = {0};
    if (!app_begin(&a, o, &a_host, &e))
        fail_msg("%s", e.text);
}

static void act(const char *id)
{
    action_find(id)->run(&a);
}

// By hand through all there are, and back.
static void round_of_languages(void)
{
    char langs[APP_LANGS_MAX][APP_LANG_MAX];
    for (int i = app_languages(&a, langs); i > 0; i--)
        act("app.language");
}

static settings saved(void)
{
    settings s;
    assert_true(settings_load(&a_host, folder, &s));
    return s;
}

static bool told(const char *part)
{
    for (int i = 0; i < a.notice.problems.count; i++)
        if (strstr(a.notice.problems.text[i], part))
            return a.stage.overlay == OVERLAY_PROBLEMS;
    return false;
}

static const char whole[] =
    "theme: daylight\ntext_size: 110\nlanguage: en\nreduce_motion: \"off\"\nfirst_run_done: \"on\"\n";
static const options for_today = {.lang = "es",
                                  .has_theme = true,
                                  .theme = THEME_CONTRAST,
                                  .has_text_size = true,
                                  .text_scale = 1.3f,
                                  .has_reduce_motion = true,
                                  .reduce_motion = true};

static void options_hold_for_one_run(void **state)
{
    (void)state;
    put("settings.yaml", whole);
    begin(&for_today);
    assert_int_equal(a.session.look.theme, THEME_CONTRAST);
    assert_string_equal(a.session.look.lang, "es");
    act("app.letters");
    app_end(&a);
    settings s = saved();
    assert_int_equal(s.look.theme, THEME_DAYLIGHT);
    assert_string_equal(s.look.lang, "en");
    check_near(s.look.text_scale, 1.1, 1e-6);
    assert_false(s.look.reduce_motion || s.letter_keys);
    assert_true(s.first_run_done);
}

static void what_is_changed_after_an_option_is_remembered(void **state)
{
    (void)state;
    put("settings.yaml", whole);
    begin(&for_today);
    for (int i = 0; i < THEMES; i++)
        act("app.theme"); // round to where the option had it, by hand now
    act("app.text_larger");
    act("app.motion");
    act("app.motion");
    round_of_languages();
    app_end(&a);
    settings s = saved();
    assert_int_equal(s.look.theme, THEME_CONTRAST);
    assert_string_equal(s.look.lang, "es");
    check_near(s.look.text_scale, 1.4, 1e-6);
    assert_true(s.look.reduce_motion);
}

// The system's language holds until a person chooses one, and is not taken for a choice.
static void the_language_is_the_first_shipped_one_that_the_system_asks_for(void **state)
{
    (void)state;
    static const struct {
        const char *language, *all, *messages, *lang, *is;
    } cases[] = {
        {NULL, NULL, NULL, "es_ES.UTF-8", "es"},
        {NULL, NULL, NULL, "xx_XX.UTF-8", "en"},
        {NULL, NULL, "es", "C", "es"},
        {NULL, "C.UTF-8", "es", "es", "en"},
        {"xx:es_MX:en", NULL, NULL, "en", "es"},
        {"xx", "yy_YY", "es", "en", "es"},
        {"", "", "", "", "en"},
        {NULL, NULL, NULL, NULL, "en"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        remove(in("settings.yaml"));
        speak(cases[i].language, cases[i].all, cases[i].messages, cases[i].lang);
        begin(&(options){.mode = RUN_WINDOW});
        assert_string_equal(a.session.look.lang, cases[i].is);
        act("app.theme");
        app_end(&a);
        assert_string_equal(saved().look.lang, "");
        begin(&(options){.mode = RUN_WINDOW});
        act("app.language");
        char chosen[APP_LANG_MAX];
        memcpy(chosen, a.session.look.lang, sizeof chosen);
        assert_string_not_equal(chosen, cases[i].is);
        app_end(&a);
        assert_string_equal(saved().look.lang, chosen);
        begin(&(options){.mode = RUN_WINDOW, .lang = "es-mx"}); // the nearest, for one run
        assert_string_equal(a.session.look.lang, "es");
        app_end(&a);
    }
    speak(NULL, NULL, NULL, "C");
}

// It may come back with another version; nobody chose English meanwhile.
static void a_remembered_language_that_is_missing_is_not_forgotten(void **state)
{
    (void)state;
    put("settings.yaml", "language: qx\n");
    begin(&(options){.mode = RUN_WINDOW});
    assert_string_equal(a.session.look.lang, "en");
    act("app.theme");
    app_end(&a);
    assert_string_equal(saved().look.lang, "qx");
}

static void two_windows_keep_each_other_s_settings(void **state)
{
    (void)state;
    static app b;
    error e = {0};
    put("settings.yaml", "theme: daylight\nof_a_newer_version: [1, 2]\nfirst_run_done: \"on\"\n");
    begin(&(options){.mode = RUN_WINDOW});
    assert_true(app_begin(&b, &(options){.mode = RUN_WINDOW}, &a_host, &e));
    act("app.theme");
    action_find("app.text_larger")->run(&b);
    act("app.letters");
    action_find("app.theme")->run(&b);
    action_find("app.theme")->run(&b);
    act("app.motion");
    app_end(&b);
    app_end(&a);
    settings s = saved();
    assert_int_equal(s.look.theme, (THEME_DAYLIGHT + 2) % THEMES); // who was last
    check_near(s.look.text_scale, 1.1, 1e-6);
    assert_true(!s.letter_keys && s.look.reduce_motion && s.first_run_done);
    char *bytes;
    size_t length;
    assert_true(file_read(in("settings.yaml"), 1000, &bytes, &length, &e));
    assert_non_null(strstr(bytes, "of_a_newer_version: [1, 2]\n"));
    free(bytes);
}

static void a_file_that_breaks_while_the_window_is_open_is_mended_then(void **state)
{
    (void)state;
    put("settings.yaml", whole);
    begin(&(options){.mode = RUN_WINDOW});
    put("settings.yaml", "theme: night\ntext_size: enormous\n");
    act("app.letters");
    assert_non_null(strstr(a.notice.toast, "settings.yaml.broken"));
    app_end(&a);
    settings s = saved();
    assert_int_equal(s.look.theme, THEME_NIGHT);
    assert_false(s.letter_keys);
}

// What could not be saved is with the next save that can.
static void what_was_not_saved_is_saved_later(void **state)
{
    (void)state;
    char folder_kept[PATH_MAX_BYTES];
    put("settings.yaml", whole);
    begin(&(options){.mode = RUN_WINDOW});
    memcpy(folder_kept, a.parts.paths.settings, sizeof folder_kept);
    path_join(a.parts.paths.settings, in("settings.yaml"), "below");
    act("app.letters");
    memcpy(a.parts.paths.settings, folder_kept, sizeof folder_kept);
    act("app.motion");
    app_end(&a);
    assert_true(!saved().letter_keys && saved().look.reduce_motion);
}

static void what_a_script_does_is_not_remembered(void **state)
{
    (void)state;
    put("settings.yaml", whole);
    options scripted = {.script_path = "demo.txt"}, pictured = {.mode = RUN_STILL};
    const options *const runs[] = {&scripted, &pictured};
    for (int i = 0; i < 2; i++) {
        begin(runs[i]);
        act("app.theme");
        app_end(&a);
        assert_int_equal(saved().look.theme, THEME_DAYLIGHT);
        assert_true(saved().first_run_done);
    }
}

static void a_broken_file_is_mended_and_told_in_the_window(void **state)
{
    (void)state;
    static const char *const aside[] = {"settings.yaml.broken", "settings.yaml.broken-2"};
    static const char broken[] =
        "theme: daylight\nlanguage: es\ntext_size: enormous\nfirst_run_done: \"on\"\n";
    for (int i = 0; i < 2; i++) {
        put("settings.yaml", broken);
        begin(&(options){.mode = RUN_WINDOW});
        assert_true(told("ajustes no se han podido leer"));
        assert_true(told(in(aside[i])));
        assert_true(file_exists(in(aside[i])));
        app_end(&a);
        settings s = saved();
        assert_int_equal(s.look.theme, THEME_DAYLIGHT);
        assert_string_equal(s.look.lang, "es");
        assert_true(s.first_run_done);
    }
    assert_true(file_exists(in(aside[0])));
    begin(&(options){.mode = RUN_WINDOW});
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_int_equal(a.notice.problems.count, 0);
    app_end(&a);
}

static void only_a_window_touches_a_broken_file(void **state)
{
    (void)state;
    static const char broken[] = "theme: daylight\nlanguage: es\ntext_size: enormous\n";
    put("settings.yaml", broken);
    error e = {0};
    assert_true(help_words(&a, &(options){.mode = RUN_HELP}, &e));
    assert_string_equal(words_get(&a.texts.words, "button.ok"), "Aceptar"); // what is sound is used
    app_end(&a);
    static const run_mode modes[] = {RUN_STILL, RUN_DESCRIBE, RUN_BENCH};
    for (int i = 0; i < 3; i++) {
        begin(&(options){.mode = modes[i]});
        assert_int_equal(a.notice.problems.count, 0);
        app_end(&a);
    }
    char *bytes;
    size_t length;
    assert_true(file_read(in("settings.yaml"), 1000, &bytes, &length, &e));
    assert_string_equal(bytes, broken);
    free(bytes);
}

static void a_file_that_cannot_be_set_aside_stays(void **state)
{
    (void)state;
    error e;
    remove(in("settings.yaml"));
    assert_true(folder_make(in("settings.yaml"), &e));
    begin(&(options){.mode = RUN_WINDOW});
    assert_true(told("Mend or remove"));
    act("app.theme");
    assert_string_equal(a.notice.toast, ""); // it was told
    app_end(&a);
    assert_int_equal(rmdir(in("settings.yaml")), 0);
}

static void what_cannot_be_saved_is_told_once_in_the_window(void **state)
{
    (void)state;
    put("settings.yaml", whole);
    begin(&(options){.mode = RUN_WINDOW, .lang = "es"});
    path_join(a.parts.paths.settings, in("settings.yaml"), "below"); // a file is no folder
    act("app.theme");
    assert_non_null(strstr(a.notice.toast, "ajustes no se han podido guardar"));
    assert_non_null(strstr(a.notice.toast, a.parts.paths.settings));
    assert_non_null(strstr(a.notice.toast, "Falta la carpeta"));
    a.notice.toast[0] = '\0';
    act("app.theme");
    assert_string_equal(a.notice.toast, "");
    app_end(&a);
}

static void a_crisis_line_that_cannot_be_shown_is_told(void **state)
{
    (void)state;
    put("settings.yaml", whole);
    put("crisis-line.txt", "Telephone 024\r\n");
    begin(&(options){.mode = RUN_WINDOW});
    assert_string_equal(a.texts.crisis_line, "Telephone 024");
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    app_end(&a);
    put("crisis-line.txt", "\xFF\xFEt");
    begin(&(options){.mode = RUN_WINDOW, .state = "v1,t=9w"});
    assert_true(told("crisis line"));
    assert_true(told("t=9w"));
    app_end(&a);
}

static void without_a_home_a_picture_is_not_saved_and_the_reason_told(void **state)
{
    (void)state;
    char kept[PATH_MAX_BYTES] = "";
    if (getenv("HOME"))
        snprintf(kept, sizeof kept, "%s", getenv("HOME"));
    begin(&(options){.mode = RUN_WINDOW, .lang = "es"});
    unsetenv("HOME");
    act("state.picture");
    assert_true(a.asked.picture); // by the loop
    picture_save_and_tell(&a);
    assert_false(a.asked.picture);
    assert_non_null(strstr(a.notice.toast, "La imagen no se ha guardado."));
    assert_non_null(strstr(a.notice.toast, "No hay carpeta"));
    assert_non_null(strstr(a.notice.toast, "HOME"));
    setenv("HOME", kept, 1);
    app_end(&a);
}

// The panel of the first run is not lost because something else had to be told before it.
static void the_first_panel_comes_after_what_went_wrong(void **state)
{
    (void)state;
    a = (app){.stage.overlay = OVERLAY_PROBLEMS, .stage.first_run_waits = true, .remember.off = true};
    act("app.close");
    assert_int_equal(a.stage.overlay, OVERLAY_FIRST_RUN);
    act("app.close");
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_true(a.session.first_run_done);
}

// What is wished for of the whole system holds until a person chooses otherwise here, or asks by an option;
// pictures are the same for everybody.
static void wishes_of_the_system_hold_until_a_choice(void **state)
{
    (void)state;
    wished = (host_wishes){.less_motion = true, .more_contrast = true};
    begin(&(options){.mode = RUN_WINDOW});
    assert_true(a.session.look.reduce_motion);
    assert_int_equal(a.session.look.theme, THEME_CONTRAST);
    act("app.letters"); // something else is remembered, and the wishes are not
    app_end(&a);
    assert_false(saved().motion_chosen || saved().theme_chosen);
    wished = (host_wishes){0};
    begin(&(options){.mode = RUN_WINDOW});
    assert_false(a.session.look.reduce_motion);
    assert_int_equal(a.session.look.theme, THEME_NIGHT);
    app_end(&a);
    wished = (host_wishes){.less_motion = true, .more_contrast = true};
    begin(&(options){.mode = RUN_STILL});
    assert_false(a.session.look.reduce_motion || a.session.look.theme == THEME_CONTRAST);
    app_end(&a);
    begin(&(options){.mode = RUN_WINDOW, .has_theme = true, .theme = THEME_DAYLIGHT});
    assert_int_equal(a.session.look.theme, THEME_DAYLIGHT);
    act("app.motion");
    assert_false(a.session.look.reduce_motion);
    app_end(&a);
    assert_true(saved().motion_chosen);
    assert_false(saved().theme_chosen);
    begin(&(options){.mode = RUN_WINDOW});
    assert_false(a.session.look.reduce_motion); // chosen
    assert_int_equal(a.session.look.theme, THEME_CONTRAST);
    app_end(&a);
    wished = (host_wishes){0};
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(options_hold_for_one_run, make_home, remove_home),
        cmocka_unit_test_setup_teardown(what_is_changed_after_an_option_is_remembered, make_home,
                                        remove_home),
        cmocka_unit_test_setup_teardown(the_language_is_the_first_shipped_one_that_the_system_asks_for,
                                        make_home, remove_home),
        cmocka_unit_test_setup_teardown(a_remembered_language_that_is_missing_is_not_forgotten, make_home,
                                        remove_home),
        cmocka_unit_test_setup_teardown(two_windows_keep_each_other_s_settings, make_home, remove_home),
        cmocka_unit_test_setup_teardown(a_file_that_breaks_while_the_window_is_open_is_mended_then, make_home,
                                        remove_home),
        cmocka_unit_test_setup_teardown(what_was_not_saved_is_saved_later, make_home, remove_home),
        cmocka_unit_test_setup_teardown(wishes_of_the_system_hold_until_a_choice, make_home, remove_home),
        cmocka_unit_test_setup_teardown(what_a_script_does_is_not_remembered, make_home, remove_home),
        cmocka_unit_test_setup_teardown(a_broken_file_is_mended_and_told_in_the_window, make_home,
                                        remove_home),
        cmocka_unit_test_setup_teardown(only_a_window_touches_a_broken_file, make_home, remove_home),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_set_aside_stays, make_home, remove_home),
        cmocka_unit_test_setup_teardown(what_cannot_be_saved_is_told_once_in_the_window, make_home,
                                        remove_home),
        cmocka_unit_test_setup_teardown(a_crisis_line_that_cannot_be_shown_is_told, make_home, remove_home),
        cmocka_unit_test_setup_teardown(without_a_home_a_picture_is_not_saved_and_the_reason_told, make_home,
                                        remove_home),
        cmocka_unit_test(the_first_panel_comes_after_what_went_wrong),
    };
    return cmocka_run_group_tests(tests, take_host, close_host);
}
