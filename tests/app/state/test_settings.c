// Settings as bytes: what is written is read back, what is not ours stays, and any bytes are survived.
#include "app/state/settings.h"
#include "check.h"

#include <stdlib.h>
#include <string.h>

static settings parsed(const char *text)
{
    settings s;
    if (!settings_parse(text, strlen(text), &s))
        fail_msg("not sound: %s", text);
    return s;
}

static void prints(const settings *s, const char *before, const char *wanted)
{
    size_t length;
    char *bytes = settings_print(s, before, before ? strlen(before) : 0, &length);
    assert_non_null(bytes);
    assert_int_equal(length, strlen(bytes));
    assert_string_equal(bytes, wanted);
    free(bytes);
}

#define HEAD "# What Neurotide remembers between runs. Delete this file to start afresh.\n"

static void what_is_printed_is_read_back(void **state)
{
    (void)state;
    settings s = {{THEME_CONTRAST, 1.35f, "pt_BR", true}, false, true, "DELL \\ 27\" {2}: #1", true, true},
             usual = settings_default();
    static const char all[] = HEAD "theme: contrast\ntext_size: 135\nlanguage: pt_BR\nreduce_motion: \"on\"\n"
                                   "letter_keys: \"off\"\nfirst_run_done: \"on\"\n"
                                   "stage_screen: \"DELL \\\\ 27\\\" {2}: #1\"\n";
    prints(&s, NULL, all);
    settings back = parsed(all);
    assert_int_equal(settings_changes(&s, &back), 0);
    assert_string_equal(back.stage_screen, s.stage_screen);
    prints(&usual, "",
           "text_size: 100\nletter_keys: \"on\"\nfirst_run_done: \"off\"\n"); // nothing is chosen
    strcpy(s.look.lang, "no"); // Norwegian, which older readers take for false
    assert_string_equal(parsed("language: \"no\"").look.lang, "no");
    settings_take(&usual, &s, SETTINGS_ALL);
    assert_int_equal(settings_changes(&s, &usual), 0);
}

// A newer version's entries, a person's comments and order.
static void what_is_not_known_here_stays(void **state)
{
    (void)state;
    settings s = settings_default();
    s.look.theme = THEME_DAYLIGHT;
    s.theme_chosen = s.motion_chosen = s.first_run_done = true;
    prints(&s,
           "# mine\nzoom: {least: 1,\n  most: 2}\ntheme: night # dark\n\n# sizes\nwidgets:\n  - a\n  - "
           "theme: x\n"
           "text_size: 100\nreduce_motion: \"off\"\nletter_keys: \"on\"\nlast: |\n  text\n  theme: y",
           "# mine\nzoom: {least: 1,\n  most: 2}\ntheme: daylight\n\n# sizes\nwidgets:\n  - a\n  - theme: x\n"
           "text_size: 100\nreduce_motion: \"off\"\nletter_keys: \"on\"\nlast: |\n  text\n  theme: y\n"
           "first_run_done: \"on\"\n");
    // The same twice counts once, a value on the next line is renewed whole, and an empty one goes.
    prints(&s,
           "theme: night\ntheme: contrast\ntext_size:\n  120\nlanguage: es\nreduce_motion: \"on\"\n"
           "letter_keys: \"on\"\nfirst_run_done: \"on\"\n",
           "theme: daylight\ntext_size: 100\nreduce_motion: \"off\"\nletter_keys: \"on\"\nfirst_run_done: "
           "\"on\"\n");
}

// Sound, but not a line an entry: begun anew rather than said twice.
static void an_old_file_of_another_layout_is_begun_anew(void **state)
{
    (void)state;
    static const char *const layouts[] = {"{theme: contrast, text_size: 120}\n", "\"theme\": contrast\n",
                                          "theme : contrast\n", "? theme\n: contrast\n"};
    for (size_t i = 0; i < sizeof layouts / sizeof layouts[0]; i++) {
        settings s = parsed(layouts[i]);
        assert_int_equal(s.look.theme, THEME_CONTRAST);
        s.look.theme = THEME_DAYLIGHT;
        size_t length;
        char *bytes = settings_print(&s, layouts[i], strlen(layouts[i]), &length);
        assert_non_null(bytes);
        settings back = parsed(bytes);
        assert_int_equal(settings_changes(&s, &back), 0);
        free(bytes);
    }
}

static void an_entry_of_another_version_is_no_fault(void **state)
{
    (void)state;
    assert_int_equal(parsed("theme: contrast\npresenter_screen: left\n").look.theme, THEME_CONTRAST);
    assert_int_equal(parsed("future: {a: [b]}\ntheme: contrast\n").look.theme, THEME_CONTRAST);
    assert_int_equal(parsed("\xEF\xBB\xBFtheme: contrast\r\n").look.theme, THEME_CONTRAST);
    assert_int_equal(parsed("").look.theme, THEME_NIGHT);
}

static void what_is_not_sound_is_told_and_the_rest_taken(void **state)
{
    (void)state;
    static const char *const broken[] = {"theme: daylight\ntext_size: enormous\n",
                                         "theme: daylight\nlanguage: ../../etc\n",
                                         "theme: daylight\nreduce_motion: perhaps\n",
                                         "theme: daylight\ntext_size: 9999\n",
                                         "theme: daylight\ntext_size: [1, 2]\n",
                                         "theme: daylight\nstage_screen: [a, b]\n",
                                         "theme: daylight\nnonsense\n",
                                         "theme: daylight\nfuture: \"no end\n"};
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        settings s;
        if (settings_parse(broken[i], strlen(broken[i]), &s))
            fail_msg("sound: %s", broken[i]);
        assert_int_equal(s.look.theme, THEME_DAYLIGHT);
        check_near(s.look.text_scale, 1, 0);
        assert_string_equal(s.look.lang, "");
    }
    settings s;
    assert_false(settings_parse("- a\n", 4, &s));
    assert_false(settings_parse("a", 1, &s));
    assert_false(settings_parse("theme: daylight\n\n\x01\x02\n", 20, &s));
}

// Screens may call themselves anything; the file is readable all the same, and the rest of the settings with
// it.
static void any_name_of_a_screen_leaves_the_file_readable(void **state)
{
    (void)state;
    static const char *const names[] = {
        "caf\xE9",
        "line\nbreak\ttab",
        "\x01\x7F\xC2\x85",
        "\xE2\x80\xAEright",
        "",
        "\"\\\"",
        "{x",
        "\xF0\x9F\x96",
        "on",
        ": - #",
        "-",
        "\xEF\xBB\xBF",
        "012345678901234567890123456789012345678901234567890123456789\xC3\xB1"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        settings s = settings_default();
        s.look.theme = THEME_CONTRAST;
        s.theme_chosen = true;
        strcpy(s.stage_screen, names[i]);
        size_t length;
        char *bytes = settings_print(&s, NULL, 0, &length);
        assert_non_null(bytes);
        settings back = parsed(bytes);
        assert_int_equal(back.look.theme, THEME_CONTRAST);
        assert_int_equal(settings_changes(&s, &back), 0);
        free(bytes);
    }
    for (int byte = 1; byte < 256; byte++) {
        settings s = settings_default();
        s.stage_screen[0] = (char)byte;
        s.stage_screen[1] = 'x';
        size_t length;
        char *bytes = settings_print(&s, NULL, 0, &length);
        parsed(bytes);
        free(bytes);
    }
}

static void any_bytes_are_survived(void **state)
{
    (void)state;
    static const char letters[] = "theme: night\ntext_size: 10[]{}\"'#-|>&*!%@`\\,?\t\r \xEF\xBB\xBF\x80";
    unsigned x = 1;
    for (int round = 0; round < 3000; round++) {
        char bytes[200];
        size_t length = (x = x * 1664525u + 1013904223u) >> 24;
        length = length < sizeof bytes ? length : sizeof bytes;
        for (size_t i = 0; i < length; i++)
            bytes[i] = letters[((x = x * 1664525u + 1013904223u) >> 16) % (sizeof letters - 1)];
        settings s, back;
        settings_parse(bytes, length, &s);
        check_between(s.look.text_scale, 0.8, 2);
        assert_true(s.look.theme < THEMES);
        s.look.theme = THEME_CONTRAST;
        s.theme_chosen = true;
        size_t printed;
        char *out = settings_print(&s, bytes, length, &printed);
        assert_non_null(out);
        assert_true(settings_parse(out, printed, &back));
        assert_int_equal(settings_changes(&s, &back), 0);
        free(out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_printed_is_read_back),
        cmocka_unit_test(what_is_not_known_here_stays),
        cmocka_unit_test(an_old_file_of_another_layout_is_begun_anew),
        cmocka_unit_test(an_entry_of_another_version_is_no_fault),
        cmocka_unit_test(what_is_not_sound_is_told_and_the_rest_taken),
        cmocka_unit_test(any_name_of_a_screen_leaves_the_file_readable),
        cmocka_unit_test(any_bytes_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
