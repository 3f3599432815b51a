// Files and folders: nothing is ever half written, nothing is read without end.
#define _DEFAULT_SOURCE // mknod, seteuid
#include "base/utf8.h"
#include "check.h"
#include "platform/file_out.h"
#include "platform/monitors.h"
#include "platform/process.h"
#include "temp_folder.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>

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

typedef struct tally {
    const char *part;
    int count;
} tally;

static void count_one(void *ctx, const char *name)
{
    tally *t = ctx;
    t->count += strstr(name, t->part) != NULL;
}

// Files of the folder whose names hold `part`.
static int count_beside(const char *part)
{
    tally t = {.part = part};
    files_each(folder, "", count_one, &t);
    return t.count;
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
    assert_int_equal(count_beside(".neurotide"), 0);
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

static bool is_there_as(const char *path, mode_t kind)
{
    struct stat s;
    return lstat(path, &s) == 0 && (s.st_mode & S_IFMT) == kind;
}

// A writer that is killed while it writes.
static void kill_a_writer(const char *path)
{
    error e = {0};
    pid_t writer = fork();
    if (writer == 0) {
        file_out *o = file_out_open(path, &e);
        if (o)
            fputs("half", file_out_stream(o)), fflush(file_out_stream(o));
        kill(getpid(), SIGKILL);
    }
    int status = 0;
    assert_true(writer > 0 && waitpid(writer, &status, 0) == writer && WIFSIGNALED(status));
}

static void what_killed_writers_left_is_cleared_away(void **state)
{
    (void)state;
    error e = {0};
    assert_true(file_write(in("often"), "whole", 5, &e));
    for (int i = 0; i < 30; i++) {
        kill_a_writer(in("often"));
        holds(in("often"), "whole");
        assert_int_equal(count_beside("often.neurotide"), 1); // the next takes the place of the last
    }
    char name[64];
    for (int i = 2; i < 5; i++) { // as of several that were killed at one time
        snprintf(name, sizeof name, ".often.neurotide-%d", i);
        FILE *f = fopen(in(name), "wb");
        assert_non_null(f);
        fclose(f);
    }
    assert_true(file_write(in("often"), "new", 3, &e));
    assert_int_equal(count_beside("often.neurotide"), 0);
    holds(in("often"), "new");
}

// What is called like one of ours but is no plain file is none of ours.
static void a_pipe_or_folder_of_such_a_name_is_left_alone(void **state)
{
    (void)state;
    error e = {0};
    struct stat s;
    assert_int_equal(mkfifo(in(".named.neurotide-1"), 0600), 0);
    assert_int_equal(mkfifo(in(".named.neurotide-3"), 0600), 0);
    assert_int_equal(mkdir(in(".named.neurotide-2"), 0700), 0);
    for (int i = 0; i < 2; i++) {
        assert_true(file_write(in("named"), "kept", 4, &e));
        holds(in("named"), "kept");
        assert_true(lstat(in(".named.neurotide-1"), &s) == 0 && S_ISFIFO(s.st_mode));
        assert_true(lstat(in(".named.neurotide-2"), &s) == 0 && S_ISDIR(s.st_mode));
        assert_true(lstat(in(".named.neurotide-3"), &s) == 0 && S_ISFIFO(s.st_mode));
        assert_int_equal(count_beside("named.neurotide"), 3);
    }
}

static void two_writers_do_not_meet(void **state)
{
    (void)state;
    error e = {0};
    file_out *first = file_out_open(in("both"), &e), *second = file_out_open(in("both"), &e);
    assert_true(first && second);
    fputs("first, and long", file_out_stream(first));
    fputs("second", file_out_stream(second));
    assert_int_equal(count_beside("both.neurotide"), 2);
    assert_true(file_out_close(second, true, &e));
    holds(in("both"), "second");
    assert_true(file_out_close(first, true, &e));
    holds(in("both"), "first, and long");
    file_out *third = file_out_open(in("both"), &e);
    assert_true(third && !file_out_close(third, false, &e)); // given up
    holds(in("both"), "first, and long");
    assert_int_equal(count_beside("both.neurotide"), 0);
}

// "--still /dev/stdout >> file": what was there before stays.
static void the_name_of_an_open_stream_goes_on_in_it(void **state)
{
    (void)state;
    char name[64], link[PATH_MAX_BYTES];
    error e = {0};
    if (!file_exists("/proc/self/fd") && !file_exists("/dev/fd"))
        skip();
    path_join(link, folder, "to-stream");
    assert_true(file_write(in("log"), "before, ", 8, &e));
    FILE *f = fopen(in("log"), "ab");
    assert_non_null(f);
    snprintf(name, sizeof name, file_exists("/proc/self/fd") ? "/proc/self/fd/%d" : "/dev/fd/%d", fileno(f));
    assert_int_equal(symlink(name, link), 0);
    const char *const names[] = {name, link};
    for (int i = 0; i < 2; i++) {
        file_out *o = file_out_open(names[i], &e);
        assert_non_null(o);
        fputs("more. ", file_out_stream(o));
        assert_true(file_out_close(o, true, &e));
    }
    fputs("after", f);
    fclose(f);
    holds(in("log"), "before, more. more. after");
    remove(link);
}

static void a_pipe_is_written_into_and_a_full_disk_told(void **state)
{
    (void)state;
    char pipe[PATH_MAX_BYTES], got[8] = "";
    error e = {0};
    path_join(pipe, folder, "pipe-out");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    int reader = open(pipe, O_RDONLY | O_NONBLOCK);
    file_out *o = file_out_open(pipe, &e);
    assert_non_null(o);
    fputs("hello", file_out_stream(o));
    assert_true(file_out_close(o, true, &e));
    assert_int_equal(read(reader, got, sizeof got - 1), 5);
    assert_string_equal(got, "hello");
    close(reader);
    assert_true(is_there_as(pipe, S_IFIFO));
    remove(pipe);
    if ((o = file_out_open("/dev/full", &e)) != NULL) {
        fputs("x", file_out_stream(o));
        assert_false(file_out_close(o, true, &e));
        assert_non_null(strstr(e.text, "No space"));
        assert_int_equal(e.cause, ERROR_DISK_FULL);
    }
}

typedef struct adding {
    const char *more;
    bool leave;
} adding;

static char *add_text(void *ctx, const char *before, size_t length, size_t *new_length)
{
    const adding *a = ctx;
    if (a->leave)
        return NULL;
    *new_length = length + strlen(a->more);
    char *bytes = malloc(*new_length + 1);
    assert_non_null(bytes);
    snprintf(bytes, *new_length + 1, "%s%s", before ? before : "", a->more);
    return bytes;
}

// Several programs that change one file at one time: no change is lost.
static void changes_of_several_programs_add_up(void **state)
{
    (void)state;
    enum { PROGRAMS = 4, TIMES = 20 };
    error e = {0};
    for (int p = 0; p < PROGRAMS; p++) {
        if (fork() > 0)
            continue;
        adding a = {.more = "x"};
        bool good = true;
        for (int i = 0; good && i < TIMES; i++)
            good = file_update(in("sum"), 1000, add_text, &a, &e);
        _exit(!good);
    }
    for (int p = 0; p < PROGRAMS; p++) {
        int status = 0;
        assert_true(wait(&status) > 0 && status == 0);
    }
    char *bytes;
    size_t length;
    assert_true(file_read(in("sum"), 1000, &bytes, &length, &e));
    assert_int_equal(length, PROGRAMS * TIMES);
    free(bytes);
    adding leave = {.leave = true};
    assert_true(file_update(in("sum"), 1000, add_text, &leave, &e));
    assert_false(file_update(in("sum"), 10, add_text, &leave, &e)); // cannot be read: stays
    assert_non_null(strstr(e.text, "longer"));
}

// Of version 0.1, which called its temporary files so and in the end found no name any more.
static void what_an_older_version_left_is_cleared_away(void **state)
{
    (void)state;
    error e = {0};
    char name[32];
    adding a = {.more = "x"};
    for (int i = 1; i < 30; i++) {
        snprintf(name, sizeof name, i == 1 ? "old.new" : "old.new-%d", i);
        assert_true(file_write(in(name), "", 0, &e));
    }
    assert_true(file_update(in("old"), 100, add_text, &a, &e));
    assert_int_equal(count_beside("old.new"), 0);
}

static void who_may_not_write_is_told_so(void **state)
{
    (void)state;
    error e = {0};
    char deep[PATH_MAX_BYTES], closed[PATH_MAX_BYTES];
    path_join(closed, folder, "closed");
    path_join(deep, folder, "closed/a/b");
    assert_int_equal(mkdir(closed, 0500), 0);
    if (geteuid() == 0) // who may do everything steps down for a while
        assert_true(chown(closed, 65534, 65534) == 0 && chmod(folder, 0711) == 0 && seteuid(65534) == 0);
    bool made = folder_make(deep, &e);
    if (getuid() == 0)
        assert_int_equal(seteuid(0), 0);
    assert_false(made);
    assert_non_null(strstr(e.text, "Permission denied"));
    assert_int_equal(e.cause, ERROR_NOT_ALLOWED);
    rmdir(closed);
    path_join(deep, "/proc", "nothing/here");
    assert_false(folder_make(deep, &e));
    assert_int_equal(e.cause, ERROR_NOT_THERE);
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

// Hidden names are ours; what is called as another program's temporary file would be is somebody's.
static void no_other_file_is_touched_by_writing(void **state)
{
    (void)state;
    error e = {0};
    assert_true(file_write(in("mine.new"), "mine", 4, &e));
    assert_true(file_write(in("mine"), "x", 1, &e));
    holds(in("mine.new"), "mine");
    holds(in("mine"), "x");
    assert_int_equal(count_beside("mine.neurotide"), 0);
}

// A link into a folder that was not filled yet: what it leads to is made, and a broken one is moved itself.
static void a_link_is_written_through_and_moved_itself(void **state)
{
    (void)state;
    error e = {0};
    char link[PATH_MAX_BYTES], kept[PATH_MAX_BYTES], led[PATH_MAX_BYTES] = "", aside[PATH_MAX_BYTES] = "";
    path_join(link, folder, "early-link");
    path_join(kept, folder, "later");
    assert_int_equal(symlink("later", link), 0);
    assert_true(file_write(link, "first", 5, &e));
    assert_true(readlink(link, led, sizeof led - 1) > 0);
    holds(kept, "first");
    assert_true(file_set_aside(link, aside, sizeof aside, &e));
    assert_non_null(strstr(aside, "early-link.broken"));
    holds(kept, "first");
    assert_string_equal(led, "later");
    assert_true(readlink(aside, led, sizeof led - 1) > 0);
    assert_true(file_write(link, "again", 5, &e)); // no link any more
    holds(kept, "first");
    remove(link);
    remove(kept);
    remove(aside);
}

// What is no plain file, made here: a pipe, and a device where this user may make one.
static int specials(char out[2][PATH_MAX_BYTES])
{
    path_join(out[0], folder, "pipe");
    path_join(out[1], folder, "device");
    assert_int_equal(mkfifo(out[0], 0600), 0);
    return mknod(out[1], S_IFCHR | 0600, makedev(1, 3)) == 0 ? 2 : 1; // as /dev/null
}

static void a_pipe_and_a_device_are_neither_waited_for_nor_moved(void **state)
{
    (void)state;
    static const mode_t kinds[2] = {S_IFIFO, S_IFCHR};
    char special[2][PATH_MAX_BYTES], link[PATH_MAX_BYTES], aside[PATH_MAX_BYTES], *bytes;
    int count = specials(special);
    size_t length;
    path_join(link, folder, "to-special");
    alarm(20); // what waits for a pipe's writer would wait for ever
    for (int i = 0; i < count; i++) {
        error e = {0};
        const char *const names[2] = {special[i], link};
        assert_int_equal(symlink(special[i], link), 0);
        for (int n = 0; n < 2; n++) {
            assert_false(file_read(names[n], 100, &bytes, &length, &e));
            assert_non_null(strstr(e.text, "only a plain file is read"));
            assert_false(file_write(names[n], "x", 1, &e));
            assert_non_null(strstr(e.text, "only a plain file is written"));
            assert_true(is_there_as(special[i], kinds[i]));
        }
        assert_false(file_set_aside(special[i], aside, sizeof aside, &e));
        assert_non_null(strstr(e.text, "stays where it is"));
        assert_true(file_set_aside(link, aside, sizeof aside, &e)); // the link alone
        assert_true(is_there_as(special[i], kinds[i]) && is_there_as(aside, S_IFLNK));
        remove(aside);
        remove(special[i]);
    }
    alarm(0);
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

static const char *asked_languages(void)
{
    static char list[256];
    char all[PROCESS_LANGUAGES_MAX][PROCESS_LANGUAGE_BYTES];
    int count = process_languages(all);
    list[0] = '\0';
    for (int i = 0; i < count; i++) {
        strcat(list, i ? " " : "");
        strcat(list, all[i]);
    }
    return list;
}

static void the_languages_asked_for_come_in_their_order(void **state)
{
    (void)state;
    static const char *const names[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (int i = 0; i < 4; i++)
        unsetenv(names[i]);
    assert_string_equal(asked_languages(), "");
    setenv("LANG", "es_MX.UTF-8", 1);
    assert_string_equal(asked_languages(), "es_MX.UTF-8");
    setenv("LC_MESSAGES", "fr_FR", 1);
    setenv("LC_ALL", "", 1);
    assert_string_equal(asked_languages(), "fr_FR es_MX.UTF-8");
    setenv("LC_ALL", "C", 1);
    setenv("LANGUAGE", "pt_BR::qx:an_endless_name_that_is_no_language_at_all:de", 1);
    assert_string_equal(asked_languages(), "pt_BR qx de C fr_FR es_MX.UTF-8");
    char many[200] = "";
    for (int i = 0; i < 40; i++)
        strcat(many, "xx:");
    setenv("LANGUAGE", many, 1);
    assert_int_equal(strlen(asked_languages()), 3 * PROCESS_LANGUAGES_MAX - 1);
    for (int i = 0; i < 4; i++)
        unsetenv(names[i]);
}

// Screens are named by whoever built them.
static void a_screen_s_name_is_a_line_of_text_and_its_own(void **state)
{
    (void)state;
    monitor list[4] = {0};
    const char *const names[] = {"caf\xE9\n", NULL, "", "caf\xE9\n"};
    const char *const wanted[] = {"caf??", "?", "? 2", "caf?? 2"};
    for (int i = 0; i < 4; i++) {
        monitor_take_name(list, i, names[i]);
        assert_string_equal(list[i].name, wanted[i]);
    }
    char longest[100] = "x"; // its letters of two bytes do not end where the room does
    for (int i = 0; i < 49; i++)
        strcat(longest, "\xC3\xB1");
    monitor_take_name(list, 0, longest);
    monitor_take_name(list, 1, longest);
    assert_true(utf8_valid(list[0].name, strlen(list[0].name)) &&
                utf8_valid(list[1].name, strlen(list[1].name)));
    assert_true(strlen(list[0].name) > 55 && strcmp(list[0].name, list[1].name) != 0);
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
        cmocka_unit_test(a_link_is_written_through_and_moved_itself),
        cmocka_unit_test(a_pipe_and_a_device_are_neither_waited_for_nor_moved),
        cmocka_unit_test(what_killed_writers_left_is_cleared_away),
        cmocka_unit_test(a_pipe_or_folder_of_such_a_name_is_left_alone),
        cmocka_unit_test(two_writers_do_not_meet),
        cmocka_unit_test(the_name_of_an_open_stream_goes_on_in_it),
        cmocka_unit_test(a_pipe_is_written_into_and_a_full_disk_told),
        cmocka_unit_test(changes_of_several_programs_add_up),
        cmocka_unit_test(what_an_older_version_left_is_cleared_away),
        cmocka_unit_test(who_may_not_write_is_told_so),
        cmocka_unit_test(no_other_file_is_touched_by_writing),
        cmocka_unit_test(a_folder_is_listed_in_byte_order),
        cmocka_unit_test(folders_are_made_with_those_above),
        cmocka_unit_test(paths_are_joined_with_one_slash_and_never_cut),
        cmocka_unit_test(assets_are_found_where_they_are_named_and_missed_in_a_sentence),
        cmocka_unit_test(the_process_knows_its_age_and_size),
        cmocka_unit_test(the_languages_asked_for_come_in_their_order),
        cmocka_unit_test(a_screen_s_name_is_a_line_of_text_and_its_own),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
