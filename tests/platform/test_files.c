// Files and folders: nothing is ever half written, nothing is read without end.
#include "check.h"
#include "platform/process.h"
#include "temp_folder.h"

static char folder[64];

static int make_folder(void **state)
{
    (void)state;
    return temp_folder_make(folder) ? 0 : 1;
}

static int remove_folder(void **state)
{
    (void)state;
    return temp_folder_remove(folder);
}

static const char *in(const char *name)
{
    static char path[PATH_MAX_BYTES];
    path_join(path, folder, name);
    return path;
}

static void what_is_written_is_read_back(void **state)
{
    (void)state;
    char big[100000], *bytes;
    size_t length;
    error e = {0};
    for (size_t i = 0; i < sizeof big; i++)
        big[i] = (char)(i * 7);
    assert_true(file_write(in("a"), big, sizeof big, &e));
    assert_true(file_read(in("a"), sizeof big, &bytes, &length, &e));
    assert_int_equal(length, sizeof big);
    assert_memory_equal(bytes, big, sizeof big);
    assert_int_equal(bytes[length], 0);
    free(bytes);
    assert_true(file_write(in("a"), "x", 1, &e)); // replaced, and nothing else is left in the folder
    assert_false(file_exists(in("a.new")));
    assert_true(file_write(in("empty"), "", 0, &e));
    assert_true(file_read(in("empty"), 10, &bytes, &length, &e));
    assert_int_equal(length, 0);
    free(bytes);
}

static void holds(const char *path, const char *text)
{
    char *bytes;
    size_t length;
    error e = {0};
    if (!file_read(path, 100, &bytes, &length, &e))
        fail_msg("%s", e.text);
    assert_string_equal(bytes, text);
    free(bytes);
}

// A person may keep the file elsewhere and have a link to it here.
static void what_a_link_leads_to_is_written_and_the_link_stays(void **state)
{
    (void)state;
    char link[PATH_MAX_BYTES], led[PATH_MAX_BYTES] = "";
    error e = {0};
    path_join(link, folder, "link");
    assert_true(file_write(in("kept"), "old", 3, &e));
    assert_int_equal(symlink("kept", link), 0);
    assert_true(file_write(link, "new", 3, &e));
    assert_true(readlink(link, led, sizeof led - 1) > 0);
    assert_string_equal(led, "kept");
    holds(in("kept"), "new");
}

// What happens to be called as the temporary file would be is somebody's.
static void no_other_file_is_touched_by_writing(void **state)
{
    (void)state;
    error e = {0};
    assert_true(file_write(in("mine.new"), "mine", 4, &e));
    assert_true(file_write(in("mine"), "x", 1, &e));
    holds(in("mine.new"), "mine");
    holds(in("mine"), "x");
    assert_false(file_exists(in("mine.new-2")));
}

// A link into a folder that was not filled yet: what it leads to is made, and a broken one is moved, not the
// link.
static void a_link_stays_also_where_nothing_is_yet_or_all_is_broken(void **state)
{
    (void)state;
    error e = {0};
    char link[PATH_MAX_BYTES], kept[PATH_MAX_BYTES], led[PATH_MAX_BYTES] = "", aside[PATH_MAX_BYTES] = "";
    path_join(link, folder, "early-link");
    path_join(kept, folder, "later");
    assert_int_equal(symlink("later", link), 0);
    assert_true(file_write(link, "first", 5, &e));
    assert_true(readlink(link, led, sizeof led - 1) > 0);
    assert_true(file_exists(kept));
    assert_true(file_set_aside(link, aside, sizeof aside, &e));
    assert_non_null(strstr(aside, "later.broken"));
    assert_false(file_exists(kept));
    assert_true(readlink(link, led, sizeof led - 1) > 0);
    assert_true(file_write(link, "again", 5, &e));
    assert_true(file_exists(kept));
    remove(link);
    remove(kept);
    remove(aside);
}

static void a_device_is_written_into(void **state)
{
    (void)state;
    char link[PATH_MAX_BYTES];
    error e = {0};
    path_join(link, folder, "full");
    if (!file_exists("/dev/full"))
        skip();
    assert_int_equal(symlink("/dev/full", link), 0);
    assert_false(file_write(link, "x", 1, &e));
    assert_non_null(strstr(e.text, "No space"));
    assert_true(file_is_special(link));
}

static void a_long_file_a_folder_and_nothing_are_refused_in_a_sentence(void **state)
{
    (void)state;
    char *bytes;
    size_t length;
    error e = {0};
    assert_true(file_write(in("long"), "12345", 5, &e));
    assert_false(file_read(in("long"), 4, &bytes, &length, &e));
    assert_non_null(strstr(e.text, "longer"));
    assert_null(bytes);
    assert_false(file_read(folder, 100, &bytes, &length, &e));
    assert_false(file_read(in("missing"), 100, &bytes, &length, &e));
    assert_non_null(strstr(e.text, "missing"));
    assert_false(file_write("/nonexistent/file", "x", 1, &e));
    assert_non_null(strstr(e.text, "/nonexistent/file"));
}

static void a_device_is_told_from_a_file(void **state)
{
    (void)state;
    assert_true(file_is_special("/dev/null"));
    assert_false(file_is_special("/"));
    assert_false(file_is_special("/nonexistent"));
    assert_false(file_is_special(NEUROTIDE_SOURCE_DIR "/README.md"));
}

static void a_broken_file_is_set_aside_beside_older_ones(void **state)
{
    (void)state;
    static const char *const name[] = {"s.yaml.broken", "s.yaml.broken-2", "s.yaml.broken-3"};
    char aside[PATH_MAX_BYTES];
    error e = {0};
    for (int i = 0; i < 3; i++) {
        assert_true(file_write(in("s.yaml"), name[i], strlen(name[i]), &e));
        assert_true(file_set_aside(in("s.yaml"), aside, sizeof aside, &e));
        assert_false(file_exists(in("s.yaml")));
        assert_string_equal(aside, in(name[i]));
    }
    for (int i = 0; i < 3; i++)
        holds(in(name[i]), name[i]);
    assert_false(file_set_aside(in("s.yaml"), aside, sizeof aside, &e)); // nothing is there
    assert_false(file_exists(in("s.yaml.broken-4")));
}

static void collect(void *ctx, const char *name)
{
    strcat(ctx, name);
    strcat(ctx, " ");
}

static void a_folder_is_listed_in_byte_order(void **state)
{
    (void)state;
    char names[256] = "";
    error e;
    file_write(in("b.txt"), "", 0, &e);
    file_write(in("a.txt"), "", 0, &e);
    file_write(in("B.txt"), "", 0, &e);
    assert_true(files_each(folder, ".txt", collect, names));
    assert_string_equal(names, "B.txt a.txt b.txt ");
    assert_false(files_each("/nonexistent", "", collect, names));
}

static void folders_are_made_with_those_above(void **state)
{
    (void)state;
    error e = {0};
    char deep[PATH_MAX_BYTES];
    path_join(deep, folder, "x/y");
    assert_true(folder_make(deep, &e));
    assert_true(folder_make(deep, &e)); // again is no fault
    assert_true(file_exists(deep));
    rmdir(deep);
    rmdir(in("x"));
    file_write(in("file"), "", 0, &e);
    path_join(deep, folder, "file/y");
    assert_false(folder_make(deep, &e));
}

static void paths_are_joined_with_one_slash_and_never_cut(void **state)
{
    (void)state;
    char out[PATH_MAX_BYTES], longest[PATH_MAX_BYTES];
    assert_true(path_join(out, "/a/", "b"));
    assert_string_equal(out, "/a/b");
    assert_true(path_join(out, "/a", "b"));
    assert_string_equal(out, "/a/b");
    memset(longest, 'x', sizeof longest);
    longest[sizeof longest - 1] = '\0';
    assert_false(path_join(out, longest, "b"));
    assert_string_equal(out, "");
}

static void assets_are_found_where_they_are_named_and_missed_in_a_sentence(void **state)
{
    (void)state;
    paths p;
    error e = {0};
    setenv("NEUROTIDE_ASSETS", NEUROTIDE_ASSETS_DIR, 1);
    setenv("XDG_CONFIG_HOME", "/some/where", 1);
    assert_true(paths_find(&p, &e));
    assert_non_null(strstr(p.shaders, "shaders"));
    assert_string_equal(p.settings, "/some/where/neurotide");
    setenv("NEUROTIDE_ASSETS", "/nonexistent", 1);
    assert_false(paths_find(&p, &e));
    assert_non_null(strstr(e.text, "/nonexistent"));
    unsetenv("XDG_CONFIG_HOME");
    setenv("HOME", "/home/someone", 1);
    paths_find(&p, &e);
    assert_string_equal(p.settings, "/home/someone/.config/neurotide");
    unsetenv("HOME");
    paths_find(&p, &e);
    assert_string_equal(p.settings, "");
}

static void the_process_knows_its_age_and_size(void **state)
{
    (void)state;
    double before = process_time_s(), age = process_since_start_ms();
    assert_true(age >= 0 && age < 60000);
    assert_true(process_time_s() >= before);
    check_between(process_peak_rss_mb(), 0.5, 4000);
    assert_true(process_cpu_s() >= 0);
}

static void the_system_language_is_short(void **state)
{
    (void)state;
    char lang[16];
    setenv("LANG", "es_MX.UTF-8", 1);
    unsetenv("LANGUAGE");
    process_language(lang, sizeof lang);
    assert_string_equal(lang, "es");
    unsetenv("LANG");
    process_language(lang, sizeof lang);
    assert_string_equal(lang, "en");
}

static void pictures_go_where_the_platform_keeps_them(void **state)
{
    (void)state;
    char home[PATH_MAX_BYTES], bilder[PATH_MAX_BYTES], out[PATH_MAX_BYTES], want[PATH_MAX_BYTES];
    error e = {0};
    static const char dirs[] =
        "# made by hand\nXDG_MUSIC_DIR=\"$HOME/Musik\"\nXDG_PICTURES_DIR=\"$HOME/Bilder\"\n";
    assert_true(path_join(home, folder, "home") && path_join(bilder, home, "Bilder") &&
                folder_make(home, &e));
    setenv("HOME", home, 1);
    setenv("XDG_CONFIG_HOME", folder, 1);
    paths_pictures(out);
    path_join(want, home, "");
    assert_string_equal(out, want); // the home folder itself
    assert_true(file_write(in("user-dirs.dirs"), dirs, sizeof dirs - 1, &e));
    paths_pictures(out);
    assert_string_equal(out, want); // the folder that is told of is not there
    assert_true(folder_make(bilder, &e));
    paths_pictures(out);
    assert_string_equal(out, bilder);
    rmdir(bilder);
    rmdir(home);
    unsetenv("HOME");
    paths_pictures(out);
    assert_string_equal(out, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pictures_go_where_the_platform_keeps_them),
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(a_long_file_a_folder_and_nothing_are_refused_in_a_sentence),
        cmocka_unit_test(a_device_is_told_from_a_file),
        cmocka_unit_test(a_broken_file_is_set_aside_beside_older_ones),
        cmocka_unit_test(what_a_link_leads_to_is_written_and_the_link_stays),
        cmocka_unit_test(a_link_stays_also_where_nothing_is_yet_or_all_is_broken),
        cmocka_unit_test(no_other_file_is_touched_by_writing),
        cmocka_unit_test(a_device_is_written_into),
        cmocka_unit_test(a_folder_is_listed_in_byte_order),
        cmocka_unit_test(folders_are_made_with_those_above),
        cmocka_unit_test(paths_are_joined_with_one_slash_and_never_cut),
        cmocka_unit_test(assets_are_found_where_they_are_named_and_missed_in_a_sentence),
        cmocka_unit_test(the_process_knows_its_age_and_size),
        cmocka_unit_test(the_system_language_is_short),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
