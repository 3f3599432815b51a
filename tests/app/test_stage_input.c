// Hands on the stage: what is dragged stays where it is put, a flick runs out, and no half keeps hold of a
// hand.
#include "app/stage_input.h"
#include "chrome_fixture.h"

static const double frame_s = 1.0 / 60.0;

static int open_hand(void **state)
{
    open_app(state);
    a.view = view_state_default(VIEW_BRAIN);
    a.eased = true;
    fixture_build(&a);
    return 0;
}

static void pass(double seconds)
{
    for (double t = 0.0; t < seconds; t += frame_s) {
        a.now_s += frame_s;
        a.dt_s = frame_s;
        stage_advance(&a, frame_s);
        fixture_build_once(&a);
    }
}

static void at(input_kind kind, float x, float y)
{
    fixture_pointer(&a, kind, x, y);
    pass(frame_s);
}

// Presses on the left half and drags to the right, fast.
static void drag(void)
{
    rect half = a.layout.half[SIDE_SSRI];
    float x = half.x + 0.3f * half.w, y = half.y + 0.5f * half.h;
    at(INPUT_POINTER_MOVE, x, y);
    at(INPUT_POINTER_DOWN, x, y);
    for (int i = 1; i <= 6; i++)
        at(INPUT_POINTER_MOVE, x + 15.0f * (float)i, y);
}

static void release(float moved)
{
    rect half = a.layout.half[SIDE_SSRI];
    fixture_pointer(&a, INPUT_POINTER_UP, half.x + 0.3f * half.w + moved, half.y + 0.5f * half.h);
}

static void a_flick_runs_out(void **state)
{
    (void)state;
    drag();
    release(90.0f);
    double put = a.view.camera.yaw_deg;
    pass(2.0);
    assert_true(a.view.camera.yaw_deg > put + 5.0);
    double there = a.view.camera.yaw_deg;
    pass(1.0);
    check_near(a.view.camera.yaw_deg, there, 0.0);
}

static void what_was_held_still_stays_where_it_was_put(void **state)
{
    (void)state;
    drag();
    double put = a.view.camera.yaw_deg;
    check_between(put, 5.0, 60.0);
    pass(0.5);
    release(90.0f);
    pass(1.0);
    check_near(a.view.camera.yaw_deg, put, 1e-9);
}

static void only_how_it_went_at_the_end_counts(void **state)
{
    (void)state;
    drag();
    pass(0.5);
    rect half = a.layout.half[SIDE_SSRI];
    at(INPUT_POINTER_MOVE, half.x + 0.3f * half.w + 91.0f, half.y + 0.5f * half.h); // a trembling hand
    release(91.0f);
    double put = a.view.camera.yaw_deg;
    pass(1.0);
    check_near(a.view.camera.yaw_deg, put, 1e-9);
}

static void a_half_that_goes_from_under_a_hand_lets_go(void **state)
{
    (void)state;
    drag();
    a.view.halves = VIEW_KETAMINE;
    fixture_build(&a);
    double put = a.view.camera.yaw_deg;
    pass(1.0);
    release(90.0f);
    pass(1.0);
    check_near(a.view.camera.yaw_deg, put, 1e-9); // nor does it spin by itself
    fixture_key(&a, KEY_LEFT, 0);
    pass(1.0);
    assert_true(a.view.camera.yaw_deg < put - 1.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_flick_runs_out, open_hand, close_app),
        cmocka_unit_test_setup_teardown(what_was_held_still_stays_where_it_was_put, open_hand, close_app),
        cmocka_unit_test_setup_teardown(only_how_it_went_at_the_end_counts, open_hand, close_app),
        cmocka_unit_test_setup_teardown(a_half_that_goes_from_under_a_hand_lets_go, open_hand, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
