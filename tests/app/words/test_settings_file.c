// Settings in a folder: remembered, and never in the way.
#include "app/words/settings_file.h"
#include "check.h"
#include "temp_folder.h"

static char folder[64], path[PATH_MAX_BYTES];
static host h;

static int make_folder(void **state)
{
    (void)state;
    h = host_of_system();
    return temp_folder_make(folder) && path_join(path, folder, "settings.yaml") ? 0 : 1;
}

static int remove_folder(void **state)
{
    (void)state;
    host_close(&h);
    return temp_folder_remove(folder);
}

static void put(const char *text)
{
    error e;
    assert_true(file_write(path, text, strlen(text), &e));
}

static void check_equal(const settings *a, const settings *b)
{
    assert_int_equal(a->look.theme, b->look.theme);
    check_near(a->look.text_scale, b->look.text_scale, 1e-6);
    assert_string_equal(a->look.lang, b->look.lang);
    assert_int_equal(a->look.reduce_motion, b->look.reduce_motion);
    assert_int_equal(a->letter_keys, b->letter_keys);
    assert_int_equal(a->first_run_done, b->first_run_done);
    assert_string_equal(a->stage_screen, b->stage_screen);
}

static void without_a_file_the_usual_ones_hold(void **state)
{
    (void)state;
    settings s, usual = settings_default();
    assert_true(settings_load(&h, folder, &s));
    check_equal(&s, &usual);
    assert_true(settings_load(&h, "", &s));
    check_equal(&s, &usual);
    assert_string_equal(usual.look.lang, ""); // as the system speaks
    assert_true(usual.letter_keys && !usual.first_run_done && !usual.look.reduce_motion);
}

static bool save(const char *where, const settings *s, error *e)
{
    settings kept;
    bool broken;
    return settings_save(&h, where, s, SETTINGS_ALL, &kept, &broken, e);
}

static void what_is_saved_comes_back(void **state)
{
    (void)state;
    settings s = {{THEME_CONTRAST, 1.35f, "es", true}, false, true, "DELL \\ 27\" 2", true, true}, back;
    error e = {0};
    char deep[PATH_MAX_BYTES];
    assert_true(save(folder, &s, &e));
    assert_true(settings_load(&h, folder, &back));
    check_equal(&s, &back);
    path_join(deep, folder, "new");
    assert_true(save(deep, &s, &e)); // the folder is made
    assert_true(settings_load(&h, deep, &back));
    check_equal(&s, &back);
    temp_folder_remove(deep);
    assert_true(save("", &s, &e)); // nowhere to save is no fault
}

static void the_sound_part_of_a_broken_file_is_read_and_the_file_stays(void **state)
{
    (void)state;
    const char *broken[] = {
        "theme: daylight\ntext_size: enormous\n", "theme: daylight\nlanguage: ../../etc\n",
        "theme: daylight\n\n\x01\x02\n",          "theme: daylight\nreduce_motion: perhaps\n",
        "theme: daylight\ntext_size: 9999\n",     "theme: daylight\ntext_size: [1, 2]\n",
    };
    settings s;
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        put(broken[i]);
        assert_false(settings_load(&h, folder, &s));
        assert_true(file_exists(path));
        check_between(s.look.text_scale, 0.8, 2);
        assert_string_equal(s.look.lang, "");
    }
    put(broken[0]);
    settings_load(&h, folder, &s);
    assert_int_equal(s.look.theme, THEME_DAYLIGHT);
}

static void any_bytes_are_survived(void **state)
{
    (void)state;
    char bytes[2000];
    unsigned x = 1;
    for (int round = 0; round < 200; round++) {
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = (char)((x = x * 1664525u + 1013904223u) >> 24);
        settings s;
        error e = {0};
        assert_true(file_write(path, bytes, sizeof bytes, &e));
        settings_load(&h, folder, &s);
        check_between(s.look.text_scale, 0.8, 2);
        assert_true(s.look.theme < THEMES);
    }
}

// Two windows, and a file that was changed meanwhile: each keeps what the other one and a hand wrote.
static void only_what_was_changed_is_written_over(void **state)
{
    (void)state;
    settings a, b, kept;
    error e = {0};
    bool broken;
    put("theme: daylight\ntext_size: 120\nfuture: [1, 2]\n");
    assert_true(settings_load(&h, folder, &a) && settings_load(&h, folder, &b));
    settings before = a;
    a.look.theme = THEME_CONTRAST;
    b.letter_keys = false;
    assert_true(settings_save(&h, folder, &a, settings_changes(&before, &a), &kept, &broken, &e));
    assert_true(settings_save(&h, folder, &b, settings_changes(&before, &b), &kept, &broken, &e));
    assert_int_equal(kept.look.theme, THEME_CONTRAST);
    assert_false(kept.letter_keys);
    char *bytes;
    size_t length;
    assert_true(file_read(path, 1000, &bytes, &length, &e));
    assert_non_null(strstr(bytes, "future: [1, 2]\n"));
    free(bytes);
    assert_true(settings_load(&h, folder, &b));
    check_equal(&b, &kept);
}

static void a_file_that_broke_meanwhile_stays_and_what_is_sound_is_known(void **state)
{
    (void)state;
    static const char text[] = "theme: daylight\ntext_size: enormous\n";
    settings s = settings_default(), kept;
    error e = {0};
    bool broken = false;
    put(text);
    s.letter_keys = false;
    settings usual = settings_default();
    assert_false(settings_save(&h, folder, &s, settings_changes(&usual, &s), &kept, &broken, &e));
    assert_true(broken && kept.look.theme == THEME_DAYLIGHT && !kept.letter_keys);
    char *bytes;
    size_t length;
    assert_true(file_read(path, 1000, &bytes, &length, &e));
    assert_string_equal(bytes, text);
    free(bytes);
}

static void a_folder_that_cannot_be_written_is_told_in_a_sentence(void **state)
{
    (void)state;
    settings s = settings_default();
    error e = {0};
    put("x");
    char below[PATH_MAX_BYTES];
    path_join(below, path, "folder"); // a file stands where the folder should be
    assert_false(save(below, &s, &e));
    assert_non_null(strstr(e.text, "not saved"));
    assert_non_null(strstr(e.text, "Not a directory"));
    assert_int_equal(e.cause, ERROR_NOT_THERE);
    assert_null(strchr(e.text, '\n'));
}

static void a_clinic_s_own_crisis_line_is_read_and_only_text_is_taken(void **state)
{
    (void)state;
    char line[64], file[PATH_MAX_BYTES];
    error e = {0};
    path_join(file, folder, "crisis-line.txt");
    assert_true(settings_crisis_line(&h, folder, line, sizeof line));
    assert_string_equal(line, "");
    assert_true(settings_crisis_line(&h, "", line, sizeof line));
    // as an editor writes it: line ends of Windows, a mark at the start, tabs
    const char *good = "\xEF\xBB\xBFTel\xC3\xA9"
                       "fono\t024\r\nday and night\r\n\r\n";
    assert_true(file_write(file, good, strlen(good), &e));
    assert_true(settings_crisis_line(&h, folder, line, sizeof line));
    assert_string_equal(line, "Tel\xC3\xA9"
                              "fono 024\nday and night");
    char endless[200];
    memset(endless, '.', sizeof endless - 1);
    endless[sizeof endless - 1] = '\0';
    const char *const bad[] = {"\xFF\xFE!", "be\all",
                               "longer than the room of sixty-three bytes: ...........................",
                               endless};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_true(file_write(file, bad[i], strlen(bad[i]), &e));
        assert_false(settings_crisis_line(&h, folder, line, sizeof line));
        assert_string_equal(line, "");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_file_the_usual_ones_hold),
        cmocka_unit_test(what_is_saved_comes_back),
        cmocka_unit_test(the_sound_part_of_a_broken_file_is_read_and_the_file_stays),
        cmocka_unit_test(any_bytes_are_survived),
        cmocka_unit_test(only_what_was_changed_is_written_over),
        cmocka_unit_test(a_file_that_broke_meanwhile_stays_and_what_is_sound_is_known),
        cmocka_unit_test(a_clinic_s_own_crisis_line_is_read_and_only_text_is_taken),
        cmocka_unit_test(a_folder_that_cannot_be_written_is_told_in_a_sentence),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
