// What is told stays as long as it takes to read, and problems are kept until they were seen.
#include "app/state/notice.h"
#include "chrome_fixture.h"

// Seconds that a notice is there, in frames of `dt_s`.
static double told_for(const char *text, double dt_s)
{
    double s = 0.0;
    notice_text(&a, text);
    while (notice_advance(&a, dt_s))
        s += dt_s;
    assert_string_equal(a.notice.toast, "");
    return s;
}

static void a_short_notice_stays_four_seconds_whatever_the_frames(void **state)
{
    (void)state;
    check_near(told_for("Saved.", 0.01), 4.0, 0.011);
    check_near(told_for("Saved.", 0.25), 4.0, 0.26);
}

static void a_long_one_stays_until_it_can_be_read(void **state)
{
    (void)state;
    char text[121];
    memset(text, 'a', sizeof text - 1);
    text[sizeof text - 1] = '\0';
    check_near(told_for(text, 0.01), 120.0 * 0.075, 0.011);
}

static void a_new_one_begins_anew_and_an_ended_one_is_gone(void **state)
{
    (void)state;
    notice_text(&a, "first");
    notice_advance(&a, 3.9);
    notice_text(&a, "second");
    assert_true(notice_advance(&a, 3.9));
    assert_string_equal(a.notice.toast, "second");
    notice_end(&a);
    assert_false(notice_advance(&a, 0.01));
}

static void problems_are_counted_when_there_is_no_room_and_go_when_they_were_seen(void **state)
{
    (void)state;
    for (int i = 0; i < VIEW_PROBLEMS + 3; i++)
        notice_problem(&a, "something");
    assert_int_equal(a.notice.problems.count, VIEW_PROBLEMS);
    assert_int_equal(a.notice.problems.dropped, 3);
    notice_problems_read(&a);
    assert_int_equal(a.notice.problems.count, 0);
    assert_int_equal(a.notice.problems.dropped, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_short_notice_stays_four_seconds_whatever_the_frames, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_long_one_stays_until_it_can_be_read, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_new_one_begins_anew_and_an_ended_one_is_gone, open_app, close_app),
        cmocka_unit_test_setup_teardown(problems_are_counted_when_there_is_no_room_and_go_when_they_were_seen,
                                        open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
