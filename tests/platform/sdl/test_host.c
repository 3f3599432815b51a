// The desktop as a host: who calls the steps, and which languages were asked for.
#include "check.h"
#include "platform/files.h"
#include "platform/host.h"
#include "temp_folder.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static host h;

static int begin(void **state)
{
    (void)state;
    h = host_of_system();
    return h.run ? 0 : 1;
}

static int end(void **state)
{
    (void)state;
    host_close(&h);
    return 0;
}

typedef struct counted {
    int steps, left, ended;
} counted;

static double step(void *ctx)
{
    counted *c = ctx;
    c->steps++;
    return c->left-- > 0 ? 0.0 : -1.0;
}

static int finish(void *ctx)
{
    ((counted *)ctx)->ended++;
    return 7;
}

static void steps_are_called_until_one_ends(void **state)
{
    (void)state;
    counted c = {.left = 3};
    host_program p = {.ctx = &c, .step = step, .end = finish};
    assert_int_equal(host_run(&h, NULL, p), 7);
    assert_int_equal(c.steps, 4);
    assert_int_equal(c.ended, 1);
    // and without a host that does anything
    c = (counted){.left = 2};
    assert_int_equal(host_run(&(host){0}, NULL, p), 7);
    assert_int_equal(c.steps, 3);
    assert_int_equal(c.ended, 1);
}

static bool write_text(void *ctx, FILE *to, const char *name, error *e)
{
    if (ctx)
        return fputs(ctx, to) >= 0;
    error_set(e, "%s is refused.", name);
    return false;
}

static void holds(const char *folder, const char *name, const char *text)
{
    char path[PATH_MAX_BYTES], *bytes = NULL;
    size_t length = 0;
    error e = {0};
    assert_true(path_join(path, folder, name));
    if (!file_read(path, 64, &bytes, &length, &e))
        fail_msg("%s", e.text);
    assert_string_equal(bytes, text);
    free(bytes);
}

static void files_that_belong_together_are_given_under_one_free_number(void **state)
{
    (void)state;
    char home[64], path[PATH_MAX_BYTES], wanted[PATH_MAX_BYTES], one[] = "one", two[] = "two";
    host_file files[] = {{.ending = ".png", .ctx = one, .write = write_text},
                         {.ending = ".txt", .ctx = two, .write = write_text}};
    error e = {0};
    assert_true(temp_folder_make(home));
    setenv("HOME", home, 1);
    unsetenv("XDG_CONFIG_HOME");
    assert_int_equal(host_give(&h, "view", files, 2, path, &e), HOST_GIVEN);
    assert_true(path_join(wanted, home, "view-1.png"));
    assert_string_equal(path, wanted);
    holds(home, "view-1.png", "one");
    holds(home, "view-1.txt", "two");
    assert_true(path_join(wanted, home, "view-2.txt") && file_write(wanted, "mine", 4, &e));
    assert_int_equal(host_give(&h, "view", files, 2, path, &e), HOST_GIVEN);
    holds(home, "view-2.txt", "mine"); // what is there stays
    holds(home, "view-3.png", "one");
    // what cannot be written leaves nothing
    files[0].ctx = NULL;
    assert_int_equal(host_give(&h, "view", files, 2, path, &e), HOST_NOT_GIVEN);
    assert_true(strlen(e.text) > 10);
    assert_true(path_join(wanted, home, "view-4.png"));
    assert_string_equal(path, wanted);
    assert_false(file_exists(wanted));
    setenv("HOME", "", 1);
    assert_int_equal(host_give(&h, "view", files, 2, path, &e), HOST_NOWHERE);
    assert_int_equal(host_give(&(host){0}, "view", files, 2, path, &e), HOST_NOWHERE);
    assert_int_equal(temp_folder_remove(home), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(steps_are_called_until_one_ends, begin, end),
        cmocka_unit_test_setup_teardown(files_that_belong_together_are_given_under_one_free_number, begin,
                                        end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
