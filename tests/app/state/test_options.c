// The command line: what is asked for is understood, what is wrong is named, and nothing starts before.
#include "app/state/options.h"
#include "check.h"

#include <string.h>

enum { ARGUMENTS = 16 };

// Splits at single spaces.
static bool parse(const char *line, options *o, error *e)
{
    static char copy[512];
    char *argv[ARGUMENTS + 2] = {"neurotide"};
    int argc = 1;
    snprintf(copy, sizeof copy, "%s", line);
    for (char *at = strtok(copy, " "); at && argc <= ARGUMENTS; at = strtok(NULL, " "))
        argv[argc++] = at;
    *e = (error){0};
    return options_parse(argc, argv, o, e);
}

static options good(const char *line)
{
    options o;
    error e;
    if (!parse(line, &o, &e))
        fail_msg("%s: %s", line, e.text);
    return o;
}

static void bad(const char *line, const char *says)
{
    options o;
    error e;
    assert_false(parse(line, &o, &e));
    if (!strstr(e.text, says) || strchr(e.text, '\n'))
        fail_msg("%s: \"%s\" does not say \"%s\" in one line", line, e.text, says);
}

static void no_options_open_the_window(void **state)
{
    (void)state;
    options o = good("");
    assert_int_equal(o.mode, RUN_WINDOW);
    assert_null(o.state);
    assert_false(o.has_theme || o.has_text_size || o.has_reduce_motion || o.fullscreen || o.narrate || o.es);
    assert_int_equal(o.width, 0);
}

static void every_option_is_heard(void **state)
{
    (void)state;
    options o = good("--state v1,t=2h --fullscreen --narrate --lang es --theme daylight --text-size 150");
    assert_string_equal(o.state, "v1,t=2h");
    assert_true(o.fullscreen && o.narrate && o.has_theme && o.has_text_size);
    assert_string_equal(o.lang, "es");
    assert_int_equal(o.theme, THEME_DAYLIGHT);
    check_near(o.text_scale, 1.5, 1e-6);
    o = good("--still out.png --size 640x360 --es --reduce-motion --script demo.txt");
    assert_int_equal(o.mode, RUN_STILL);
    assert_string_equal(o.still_path, "out.png");
    assert_string_equal(o.script_path, "demo.txt");
    assert_int_equal(o.width, 640);
    assert_int_equal(o.height, 360);
    assert_true(o.es && o.reduce_motion && o.has_reduce_motion);
    o = good("consult --present --lang es");
    assert_string_equal(o.story, "consult");
    assert_true(o.present);
    assert_true(good("--kiosk").kiosk);
    check_near(good("--kiosk").idle_s, 60.0, 0.0);
    check_near(good("--kiosk --idle 90").idle_s, 90.0, 0.0);
    o = good("--bench 2.5");
    assert_int_equal(o.mode, RUN_BENCH);
    check_near(o.bench_s, 2.5, 0);
    assert_int_equal(good("--describe").mode, RUN_DESCRIBE);
    o = good("--check lesson.yaml");
    assert_int_equal(o.mode, RUN_CHECK);
    assert_string_equal(o.check_path, "lesson.yaml");
    assert_int_equal(good("--diagnose").mode, RUN_DIAGNOSE);
    assert_int_equal(good("--version").mode, RUN_VERSION);
    assert_int_equal(good("--help").mode, RUN_HELP);
}

static void a_value_may_follow_an_equals_sign_and_the_last_one_counts(void **state)
{
    (void)state;
    options o = good("--size=10x20 --state=v1,t=2h,tssri=4w --size=30x40");
    assert_int_equal(o.width, 30);
    assert_string_equal(o.state, "v1,t=2h,tssri=4w"); // only the first '=' divides
    bad("--describe=yes", "takes no value");
    bad("--size", "--size WxH");
}

static void ranges_are_kept(void **state)
{
    (void)state;
    const char *sizes[] = {"0x5",
                           "5x0",
                           "8193x1",
                           "10",
                           "x",
                           "10x",
                           "x10",
                           "-5x5",
                           "1e3x5",
                           "5x5x5",
                           "5.5x5",
                           "axb",
                           "99999999999999999999x2"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        char line[64];
        snprintf(line, sizeof line, "--size %s", sizes[i]);
        bad(line, "1920x1080");
    }
    assert_int_equal(good("--size 1x1").width, 1);
    assert_int_equal(good("--size 8192x8192").height, 8192);
    bad("--text-size 79", "80 to 200");
    bad("--text-size 201", "80 to 200");
    bad("--text-size nan", "80 to 200");
    check_near(good("--text-size 80").text_scale, 0.8, 1e-6);
    check_near(good("--text-size 200").text_scale, 2, 1e-6);
    bad("--idle 4", "5 to 3600");
    bad("--idle 1e3", "5 to 3600");
    bad("--bench 0", "more than 0");
    bad("--bench -1", "more than 0");
    bad("--bench inf", "more than 0");
    bad("--bench 0x10", "more than 0");
    bad("--bench 1.2.3", "more than 0");
    bad("--theme pink", "night, daylight or contrast");
    bad("--lang ../x", "en or es");
    bad("--lang E", "en or es");
}

static void what_does_not_exist_is_named(void **state)
{
    (void)state;
    bad("--colour red", "--colour");
    bad("-x", "-x");
    bad("--", "--");
    bad("--sta v1", "--sta");
    bad("--present", "--present needs a story");
    bad("--check", "--check STORY");
    bad("--check=", "needs the name");
    bad("--check a.yaml --help", "Two things");
    bad("article consult", "Two stories");
    bad("--check a.yaml --script b.txt", "--script plays in a window");
    bad("--script b.txt --diagnose", "--script plays in a window");
    bad("--\xFF\xFE", "not text");
}

// A system of files knows bytes, not letters.
static void a_story_may_be_called_as_it_likes(void **state)
{
    (void)state;
    assert_string_equal(good("caf\xE9.yaml").story, "caf\xE9.yaml");
    assert_string_equal(good("--check caf\xE9.yaml").check_path, "caf\xE9.yaml");
    options o;
    error e;
    char *argv[] = {"neurotide", ""};
    assert_false(options_parse(2, argv, &o, &e));
    bad("caf\xE9.yaml other.yaml", "Two stories, caf?.yaml");
}

static void one_thing_is_done_at_a_time(void **state)
{
    (void)state;
    bad("--still a.png --bench 3", "Two things");
    bad("--help --version", "Two things");
    assert_int_equal(good("--still a.png --still b.png").mode, RUN_STILL);
}

static void every_option_has_a_name_for_the_help(void **state)
{
    (void)state;
    int count = 0;
    bool lang = false;
    for (; options_name(count); count++)
        lang = lang || strcmp(options_name(count)->name, "lang") == 0;
    assert_int_equal(count, 20);
    assert_true(lang);
    assert_null(options_name(-1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_options_open_the_window),
        cmocka_unit_test(every_option_is_heard),
        cmocka_unit_test(a_value_may_follow_an_equals_sign_and_the_last_one_counts),
        cmocka_unit_test(ranges_are_kept),
        cmocka_unit_test(what_does_not_exist_is_named),
        cmocka_unit_test(a_story_may_be_called_as_it_likes),
        cmocka_unit_test(one_thing_is_done_at_a_time),
        cmocka_unit_test(every_option_has_a_name_for_the_help),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
