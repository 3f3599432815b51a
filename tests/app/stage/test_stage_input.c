// Hands on the stage: what is dragged stays where it is put, a flick runs out, and no half keeps hold of a
// hand.
#include "app/run/frame.h"
#include "app/stage/stage_input.h"
#include "chrome_fixture.h"
#include "scene/scenes.h"

#include <math.h>

static const double frame_s = 1.0 / 60.0;

static int open_hand(void **state)
{
    open_app(state);
    a.session.view = view_state_default(VIEW_BRAIN);
    a.parts.eased = true;
    fixture_build(&a);
    return 0;
}

static void pass(double seconds)
{
    for (double t = 0.0; t < seconds; t += frame_s) {
        a.frame.now_s += frame_s;
        a.frame.dt_s = frame_s;
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
    rect half = a.chrome.layout.half[SIDE_SSRI];
    float x = half.x + 0.3f * half.w, y = half.y + 0.5f * half.h;
    at(INPUT_POINTER_MOVE, x, y);
    at(INPUT_POINTER_DOWN, x, y);
    for (int i = 1; i <= 6; i++)
        at(INPUT_POINTER_MOVE, x + 15.0f * (float)i, y);
}

static void release(float moved)
{
    rect half = a.chrome.layout.half[SIDE_SSRI];
    fixture_pointer(&a, INPUT_POINTER_UP, half.x + 0.3f * half.w + moved, half.y + 0.5f * half.h);
}

static void a_flick_runs_out(void **state)
{
    (void)state;
    drag();
    release(90.0f);
    double put = a.session.view.camera.yaw_deg;
    pass(2.0);
    assert_true(a.session.view.camera.yaw_deg > put + 5.0);
    double there = a.session.view.camera.yaw_deg;
    pass(1.0);
    check_near(a.session.view.camera.yaw_deg, there, 0.0);
}

static void what_was_held_still_stays_where_it_was_put(void **state)
{
    (void)state;
    drag();
    double put = a.session.view.camera.yaw_deg;
    check_between(put, 5.0, 60.0);
    pass(0.5);
    release(90.0f);
    pass(1.0);
    check_near(a.session.view.camera.yaw_deg, put, 1e-9);
}

static void only_how_it_went_at_the_end_counts(void **state)
{
    (void)state;
    drag();
    pass(0.5);
    rect half = a.chrome.layout.half[SIDE_SSRI];
    at(INPUT_POINTER_MOVE, half.x + 0.3f * half.w + 91.0f, half.y + 0.5f * half.h); // a trembling hand
    release(91.0f);
    double put = a.session.view.camera.yaw_deg;
    pass(1.0);
    check_near(a.session.view.camera.yaw_deg, put, 1e-9);
}

static void a_half_that_goes_from_under_a_hand_lets_go(void **state)
{
    (void)state;
    drag();
    a.session.view.halves = VIEW_KETAMINE;
    fixture_build(&a);
    double put = a.session.view.camera.yaw_deg;
    pass(1.0);
    release(90.0f);
    pass(1.0);
    check_near(a.session.view.camera.yaw_deg, put, 1e-9); // nor does it spin by itself
    fixture_key(&a, KEY_LEFT, 0);
    pass(1.0);
    assert_true(a.session.view.camera.yaw_deg < put - 1.0);
}

// The whole step of a key, never faster than the magnification allows; held, it does not run on for long.
static void a_key_turns_its_whole_step_and_no_faster_than_is_calm(void **state)
{
    (void)state;
    for (int i = 0; i < VIEW_SCENES; i++) {
        a.stage.scene = scene_of((view_scene)i);
        double most = a.stage.scene->turn_max_deg_s * frame_s + 1e-9, before = a.session.view.camera.yaw_deg;
        stage_push_orbit(&a, 6.0, 0.0);
        for (int k = 0; k < 180; k++) {
            double from = a.session.view.camera.yaw_deg;
            stage_advance(&a, frame_s);
            assert_true(remainder(a.session.view.camera.yaw_deg - from, 360.0) <= most);
        }
        check_near(remainder(a.session.view.camera.yaw_deg - before, 360.0), 6.0, 0.6);
        for (int k = 0; k < 60; k++) { // held for a second
            stage_push_orbit(&a, 6.0, 0.0);
            stage_advance(&a, frame_s);
        }
        before = a.session.view.camera.yaw_deg;
        for (int k = 0; k < 180; k++)
            stage_advance(&a, frame_s);
        check_between(remainder(a.session.view.camera.yaw_deg - before, 360.0), 0.5, 16.0);
        stage_push_orbit(&a, 6.0, 0.0); // the other way at once
        stage_push_orbit(&a, -6.0, 0.0);
        before = a.session.view.camera.yaw_deg;
        for (int k = 0; k < 180; k++)
            stage_advance(&a, frame_s);
        assert_true(remainder(a.session.view.camera.yaw_deg - before, 360.0) < 0.1);
    }
    a.stage.scene = scene_of(VIEW_BRAIN);
}

static void a_key_zooms_its_whole_step(void **state)
{
    (void)state;
    a.stage.scene = scene_of(VIEW_SYNAPSE);
    a.session.view.camera.zoom = 2.0;
    stage_push_zoom(&a, 1.2);
    for (int k = 0; k < 180; k++) {
        double from = a.session.view.camera.zoom;
        stage_advance(&a, frame_s);
        assert_true(log(a.session.view.camera.zoom / from) <= a.stage.scene->zoom_max_s * frame_s + 1e-9);
    }
    check_near(a.session.view.camera.zoom, 2.4, 0.03);
    a.stage.scene = scene_of(VIEW_BRAIN);
}

static void finger_at(input_kind kind, long long id, float x, float y)
{
    app_event(&a, &(input_event){.kind = kind, .finger = id, .x = x, .y = y, .touch = true});
    fixture_build_once(&a);
    pass(frame_s);
}

static void tap(const char *widget)
{
    rect r = fixture_widget(&a, widget).visible;
    finger_at(INPUT_FINGER_DOWN, 9, r.x + 0.5f * r.w, r.y + 0.5f * r.h);
    finger_at(INPUT_FINGER_UP, 9, r.x + 0.5f * r.w, r.y + 0.5f * r.h);
}

static void a_pinch_zooms_and_the_next_tap_is_a_tap(void **state)
{
    (void)state;
    rect half = a.chrome.layout.half[SIDE_SSRI];
    float x = half.x + 0.3f * half.w, y = half.y + 0.5f * half.h;
    double zoom = a.session.view.camera.zoom, yaw = a.session.view.camera.yaw_deg;
    finger_at(INPUT_FINGER_DOWN, 1, x, y);
    finger_at(INPUT_FINGER_DOWN, 2, x + 50.0f, y);
    finger_at(INPUT_FINGER_MOVE, 2, x + 100.0f, y);
    check_between(a.session.view.camera.zoom, 1.5 * zoom, 2.1 * zoom);
    check_near(a.session.view.camera.yaw_deg, yaw, 1e-9);
    finger_at(INPUT_FINGER_UP, 1, x, y);
    finger_at(INPUT_FINGER_UP, 2, x + 100.0f, y);
    tap("bar.sure");
    assert_int_equal(a.stage.overlay, OVERLAY_SURE);
}

static void a_drag_ends_when_the_keys_go_elsewhere(void **state)
{
    (void)state;
    drag();
    app_event(&a, &(input_event){.kind = INPUT_FOCUS_LOST});
    fixture_build_once(&a);
    double put = a.session.view.camera.yaw_deg;
    at(INPUT_POINTER_MOVE, 0.0f, 0.0f);
    at(INPUT_POINTER_MOVE, 300.0f, 300.0f);
    pass(1.0);
    check_near(a.session.view.camera.yaw_deg, put, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_flick_runs_out, open_hand, close_app),
        cmocka_unit_test_setup_teardown(what_was_held_still_stays_where_it_was_put, open_hand, close_app),
        cmocka_unit_test_setup_teardown(only_how_it_went_at_the_end_counts, open_hand, close_app),
        cmocka_unit_test_setup_teardown(a_key_turns_its_whole_step_and_no_faster_than_is_calm, open_hand,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_key_zooms_its_whole_step, open_hand, close_app),
        cmocka_unit_test_setup_teardown(a_pinch_zooms_and_the_next_tap_is_a_tap, open_hand, close_app),
        cmocka_unit_test_setup_teardown(a_drag_ends_when_the_keys_go_elsewhere, open_hand, close_app),
        cmocka_unit_test_setup_teardown(a_half_that_goes_from_under_a_hand_lets_go, open_hand, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
