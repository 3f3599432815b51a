// Fingers on the glass: what presses and pinches come of them, and that nothing outlives what ends it.
#include "app/state/fingers.h"
#include "check.h"

#include <math.h>
#include <string.h>

static const float near_px = 20.0f;

static struct {
    fingers f;
    double now_s;
    input_event heard[FINGERS_HEARD];
    int count;
} t;

static int begin(void **state)
{
    (void)state;
    memset(&t, 0, sizeof t);
    return 0;
}

static void tell(input_kind kind, long long id, float x, float y)
{
    input_event e = {.kind = kind, .finger = id, .x = x, .y = y, .touch = true};
    t.count = fingers_hear(&t.f, &e, t.now_s, near_px, t.heard);
}

// The one event that came of it.
static input_event only(input_kind kind, long long id, float x, float y)
{
    tell(kind, id, x, y);
    assert_int_equal(t.count, 1);
    return t.heard[0];
}

static void nothing(input_kind kind, long long id, float x, float y)
{
    tell(kind, id, x, y);
    assert_int_equal(t.count, 0);
}

static void one_finger_is_a_pointer(void **state)
{
    (void)state;
    input_event e = only(INPUT_FINGER_DOWN, 7, 100, 50);
    assert_int_equal(e.kind, INPUT_POINTER_DOWN);
    assert_int_equal(e.button, BUTTON_LEFT);
    assert_int_equal(e.clicks, 1);
    assert_true(e.touch);
    check_near(e.x, 100, 0);
    e = only(INPUT_FINGER_MOVE, 7, 120, 60);
    assert_int_equal(e.kind, INPUT_POINTER_MOVE);
    check_near(e.y, 60, 0);
    e = only(INPUT_FINGER_UP, 7, 130, 60);
    assert_int_equal(e.kind, INPUT_POINTER_UP);
    assert_int_equal(e.button, BUTTON_LEFT);
    check_near(e.x, 130, 0);
    nothing(INPUT_FINGER_UP, 7, 130, 60);
    nothing(INPUT_FINGER_MOVE, 7, 130, 60);
}

static int taps(double at_s, float x, float y)
{
    t.now_s = at_s;
    int clicks = only(INPUT_FINGER_DOWN, 1, x, y).clicks;
    only(INPUT_FINGER_UP, 1, x, y);
    return clicks;
}

static void two_quick_taps_in_one_place_are_a_double_click(void **state)
{
    (void)state;
    assert_int_equal(taps(0.0, 100, 100), 1);
    assert_int_equal(taps(0.2, 110, 95), 2);
    assert_int_equal(taps(1.0, 110, 95), 1); // too late
    assert_int_equal(taps(1.1, 200, 95), 1); // elsewhere
}

static void the_second_finger_takes_the_press_back(void **state)
{
    (void)state;
    only(INPUT_FINGER_DOWN, 1, 400, 400);
    input_event e = only(INPUT_FINGER_DOWN, 2, 800, 400);
    assert_int_equal(e.kind, INPUT_POINTER_CANCEL);
    assert_true(e.touch);
    e = only(INPUT_FINGER_MOVE, 2, 1200, 400); // 400 px apart become 800
    assert_int_equal(e.kind, INPUT_PINCH);
    check_near(e.amount, 2, 1e-5);
    check_near(e.x, 800, 1e-3);
    check_near(e.dx, 200, 1e-3);
    check_near(e.dy, 0, 1e-3);
    // the finger that stays does not drag, and joins the next pinch
    nothing(INPUT_FINGER_UP, 1, 400, 400);
    nothing(INPUT_FINGER_MOVE, 2, 100, 100);
    nothing(INPUT_FINGER_DOWN, 3, 300, 100);
    assert_int_equal(only(INPUT_FINGER_MOVE, 3, 200, 100).kind, INPUT_PINCH);
    nothing(INPUT_FINGER_UP, 2, 100, 100);
    nothing(INPUT_FINGER_UP, 3, 200, 100);
    assert_int_equal(only(INPUT_FINGER_DOWN, 4, 50, 50).kind, INPUT_POINTER_DOWN);
}

static void more_fingers_than_two_change_nothing(void **state)
{
    (void)state;
    for (int id = 0; id < 10; id++)
        tell(INPUT_FINGER_DOWN, id, 10.0f * (float)id, 50);
    assert_int_equal(t.f.count, 2);
    nothing(INPUT_FINGER_MOVE, 5, 0, 0);
    for (int id = 0; id < 10; id++)
        tell(INPUT_FINGER_UP, id, 10.0f * (float)id, 50);
    assert_int_equal(t.f.count, 0);
    assert_false(t.f.pinching);
}

static void a_finger_whose_end_is_never_told_does_not_spoil_the_taps(void **state)
{
    (void)state;
    only(INPUT_FINGER_DOWN, 1, 100, 100); // and never up
    t.now_s = 2.0;
    tell(INPUT_FINGER_DOWN, 2, 500, 500);
    assert_int_equal(t.count, 2);
    assert_int_equal(t.heard[0].kind, INPUT_POINTER_CANCEL);
    assert_int_equal(t.heard[1].kind, INPUT_POINTER_DOWN);
    assert_int_equal(only(INPUT_FINGER_UP, 2, 500, 500).kind, INPUT_POINTER_UP);
    // both ends of a pinch
    only(INPUT_FINGER_DOWN, 3, 100, 100);
    only(INPUT_FINGER_DOWN, 4, 300, 100);
    only(INPUT_FINGER_MOVE, 4, 310, 100);
    t.now_s = 4.0;
    assert_int_equal(only(INPUT_FINGER_DOWN, 5, 500, 500).kind, INPUT_POINTER_DOWN);
    assert_int_equal(only(INPUT_FINGER_UP, 5, 500, 500).kind, INPUT_POINTER_UP);
    // the same finger comes down again
    only(INPUT_FINGER_DOWN, 6, 100, 100);
    tell(INPUT_FINGER_DOWN, 6, 200, 100);
    assert_int_equal(t.count, 2);
    assert_int_equal(t.heard[0].kind, INPUT_POINTER_CANCEL);
    assert_int_equal(t.heard[1].kind, INPUT_POINTER_DOWN);
}

static void a_finger_that_only_rested_comes_back(void **state)
{
    (void)state;
    only(INPUT_FINGER_DOWN, 1, 100, 100);
    t.now_s = 3.0;
    tell(INPUT_FINGER_DOWN, 2, 300, 100); // taken for a press
    assert_int_equal(only(INPUT_FINGER_MOVE, 1, 90, 100).kind, INPUT_POINTER_CANCEL);
    assert_int_equal(only(INPUT_FINGER_MOVE, 2, 310, 100).kind, INPUT_PINCH);
}

static void a_silent_press_expires(void **state)
{
    (void)state;
    input_event e;
    assert_false(fingers_expire(&t.f, 0.0, &e));
    assert_true(isinf(fingers_wake_in_s(&t.f, 0.0)));
    only(INPUT_FINGER_DOWN, 1, 100, 100);
    t.now_s = 4.0;
    only(INPUT_FINGER_MOVE, 1, 101, 100);
    double left_s = fingers_wake_in_s(&t.f, 9.0);
    assert_true(left_s > 3.0 && left_s < 20.0);
    assert_false(fingers_expire(&t.f, 9.0, &e));
    assert_true(fingers_expire(&t.f, 9.0 + left_s + 0.01, &e));
    assert_int_equal(e.kind, INPUT_POINTER_CANCEL);
    assert_true(isinf(fingers_wake_in_s(&t.f, 30.0)));
    nothing(INPUT_FINGER_MOVE, 1, 200, 100);
    nothing(INPUT_FINGER_UP, 1, 200, 100);
    // a pinch has no press that could end
    only(INPUT_FINGER_DOWN, 1, 100, 100);
    only(INPUT_FINGER_DOWN, 2, 300, 100);
    assert_false(fingers_expire(&t.f, 60.0, &e));
    assert_int_equal(t.f.count, 0);
}

static void ends_every_press(input_kind kind, bool told)
{
    only(INPUT_FINGER_DOWN, 1, 100, 100);
    tell(kind, 0, 0, 0);
    assert_int_equal(t.count, told ? 2 : 1);
    assert_int_equal(t.heard[0].kind, INPUT_POINTER_CANCEL);
    if (told)
        assert_int_equal(t.heard[1].kind, kind);
    nothing(INPUT_FINGER_MOVE, 1, 150, 100);
    nothing(INPUT_FINGER_UP, 1, 150, 100);
    // in the midst of a pinch there is none, and the next tap is one
    only(INPUT_FINGER_DOWN, 1, 100, 100);
    only(INPUT_FINGER_DOWN, 2, 300, 100);
    tell(kind, 0, 0, 0);
    assert_int_equal(t.count, told);
    assert_int_equal(only(INPUT_FINGER_DOWN, 3, 100, 100).kind, INPUT_POINTER_DOWN);
    only(INPUT_FINGER_UP, 3, 100, 100);
}

static void what_takes_the_window_away_ends_every_press(void **state)
{
    (void)state;
    ends_every_press(INPUT_FINGER_CANCEL, false);
    ends_every_press(INPUT_FOCUS_LOST, true);
    ends_every_press(INPUT_MINIMISED, true);
}

static void mouse(input_kind kind, bool cancelled)
{
    input_event e = {.kind = kind, .x = 10, .y = 10, .button = BUTTON_RIGHT};
    t.count = fingers_hear(&t.f, &e, t.now_s, near_px, t.heard);
    assert_int_equal(t.count, cancelled ? 2 : 1);
    if (cancelled) {
        assert_int_equal(t.heard[0].kind, INPUT_POINTER_CANCEL);
        assert_int_equal(t.heard[0].button, BUTTON_RIGHT);
    }
    assert_int_equal(t.heard[t.count - 1].kind, kind);
}

static void a_press_of_the_mouse_ends_with_the_keys_and_with_the_pointer(void **state)
{
    (void)state;
    const input_kind ends[] = {INPUT_FOCUS_LOST, INPUT_POINTER_LEAVE, INPUT_MINIMISED};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        mouse(INPUT_POINTER_DOWN, false);
        mouse(ends[i], true);
        mouse(ends[i], false); // once
        mouse(INPUT_POINTER_UP, false);
        mouse(ends[i], false);
    }
    // a finger does not leave with the mouse
    only(INPUT_FINGER_DOWN, 1, 100, 100);
    mouse(INPUT_POINTER_LEAVE, false);
    assert_int_equal(only(INPUT_FINGER_UP, 1, 100, 100).kind, INPUT_POINTER_UP);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(one_finger_is_a_pointer, begin),
        cmocka_unit_test_setup(two_quick_taps_in_one_place_are_a_double_click, begin),
        cmocka_unit_test_setup(the_second_finger_takes_the_press_back, begin),
        cmocka_unit_test_setup(more_fingers_than_two_change_nothing, begin),
        cmocka_unit_test_setup(a_finger_whose_end_is_never_told_does_not_spoil_the_taps, begin),
        cmocka_unit_test_setup(a_finger_that_only_rested_comes_back, begin),
        cmocka_unit_test_setup(a_silent_press_expires, begin),
        cmocka_unit_test_setup(what_takes_the_window_away_ends_every_press, begin),
        cmocka_unit_test_setup(a_press_of_the_mouse_ends_with_the_keys_and_with_the_pointer, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
