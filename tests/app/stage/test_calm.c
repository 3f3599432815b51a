// However fast hands are, the picture is replaced at most every 0.4 s; motion and dragging go on.
#include "check.h"

#include "app/stage/calm.h"
#include "app/stage/stage_input.h"
#include "view/view_clock.h"

#include <string.h>

static const double frame_s = 1.0 / 60.0;

static app a;

static int begin(void **state)
{
    (void)state;
    static const scene_class plain = {
        .id = "plain", .zoom_min = 0.5, .zoom_max = 12.0, .turn_max_deg_s = 32.0, .zoom_max_s = 0.3};
    memset(&a, 0, sizeof a);
    a.stage.scene = &plain;
    a.session.view = view_state_default(VIEW_BRAIN);
    a.parts.eased = true;
    a.frame.width = 640;
    a.frame.height = 360;
    for (int i = 0; i < 60; i++)
        assert_false(calm_holds(&a, frame_s));
    return 0;
}

// How many of a second's frames show something else than the frame before, when a press comes every frame.
static int pictures_in_a_second(void (*press)(int n))
{
    int shown = 0;
    for (int i = 0; i < 60; i++) {
        press(i);
        shown += !calm_holds(&a, frame_s);
    }
    return shown;
}

static void press_theme(int n)
{
    a.session.look.theme = (theme_id)((n + 1) % THEMES);
}

static void press_panel(int n)
{
    a.stage.overlay = n % 2 ? OVERLAY_NONE : OVERLAY_HELP;
}

static void press_mark(int n)
{
    a.session.view.t_min = n % 2 ? 0.0 : 40.0;
}

static void press_scene(int n)
{
    a.session.view.scene = n % 2 ? VIEW_BRAIN : VIEW_SYNAPSE;
}

static void press_look(int n)
{
    a.session.view.look = (view_look)((n + 1) % VIEW_LOOKS);
}

static void press_blank(int n)
{
    a.present.blank = n % 2 ? BLANK_NONE : BLANK_WHITE;
}

static void every_kind_of_jump_is_shown_three_times_a_second(void **state)
{
    static void (*const presses[])(int) = {press_theme, press_panel, press_mark,
                                           press_scene, press_look,  press_blank};
    for (size_t i = 0; i < sizeof presses / sizeof presses[0]; i++) {
        begin(state);
        assert_in_range(pictures_in_a_second(presses[i]), 3, 4); // the first at once
    }
}

static void a_single_press_is_shown_at_once(void **state)
{
    (void)state;
    a.stage.overlay = OVERLAY_HELP;
    assert_false(calm_holds(&a, frame_s));
    assert_false(calm_is_holding(&a));
}

static void the_second_press_is_shown_when_its_time_comes(void **state)
{
    (void)state;
    a.stage.overlay = OVERLAY_HELP;
    assert_false(calm_holds(&a, frame_s));
    a.stage.overlay = OVERLAY_NONE;
    int frames = 0;
    while (calm_holds(&a, frame_s))
        frames++;
    assert_in_range(frames, 23, 25);
    assert_false(calm_holds(&a, frame_s));
}

static void there_and_back_while_nobody_looks_waits_as_well(void **state)
{
    (void)state;
    a.stage.overlay = OVERLAY_HELP;
    assert_false(calm_holds(&a, frame_s));
    a.stage.overlay = OVERLAY_NONE;
    assert_true(calm_holds(&a, frame_s));
    a.stage.overlay = OVERLAY_HELP;
    assert_true(calm_holds(&a, frame_s)); // its swelling in has begun anew
}

static void the_running_clock_and_a_turning_camera_are_not_held(void **state)
{
    (void)state;
    for (int i = 0; i < 60; i++) {
        a.session.view.t_min =
            view_time_of_axis(0.3 + 0.0012 * i); // the fastest of the speeds is 1/15 a second
        a.session.view.camera.yaw_deg += 1.5;
        assert_false(calm_holds(&a, frame_s));
    }
}

static void a_dragging_hand_is_not_held(void **state)
{
    (void)state;
    a.chrome.clock_held = a.stage.camera_held = true;
    for (int i = 0; i < 60; i++) {
        a.session.view.t_min = i % 2 ? 0.0 : 40.0;
        a.session.view.camera.yaw_deg = i % 2 ? 0.0 : 40.0;
        assert_false(calm_holds(&a, frame_s));
    }
}

static void under_reduced_motion_steps_of_the_camera_are_pictures(void **state)
{
    (void)state;
    a.session.look.reduce_motion = true;
    int shown = 0;
    for (int i = 0; i < 60; i++) {
        stage_push_orbit(&a, 6.0, 0.0);
        shown += !calm_holds(&a, frame_s);
    }
    assert_in_range(shown, 3, 4);
    check_near(a.session.view.camera.yaw_deg - view_state_default(VIEW_BRAIN).camera.yaw_deg, 0.0,
               1e-6); // 360 degrees
}

static void a_new_size_is_drawn_at_once(void **state)
{
    (void)state;
    a.stage.overlay = OVERLAY_HELP;
    assert_false(calm_holds(&a, frame_s));
    a.stage.overlay = OVERLAY_NONE;
    a.frame.width = 800;
    assert_false(calm_holds(&a, frame_s));
}

// Degrees turned in a second by a key that is held, 30 presses a second.
static void a_held_key_turns_no_faster_than_the_eye_may_follow(void **state)
{
    (void)state;
    double turned = 0.0, was = a.session.view.camera.yaw_deg;
    for (int i = 0; i < 120; i++) {
        if (i % 2 == 0)
            stage_push_orbit(&a, 6.0, 0.0);
        stage_advance(&a, frame_s);
        turned += fabs(remainder(a.session.view.camera.yaw_deg - was, 360.0));
        was = a.session.view.camera.yaw_deg;
    }
    check_between(turned / 2.0, 25.0, 33.0);
}

static void one_press_of_an_arrow_turns_by_about_its_six_degrees(void **state)
{
    (void)state;
    double was = a.session.view.camera.yaw_deg;
    stage_push_orbit(&a, 6.0, 0.0);
    for (int i = 0; i < 120; i++)
        stage_advance(&a, frame_s);
    check_near(a.session.view.camera.yaw_deg - was, 6.0, 0.7);
    assert_false(stage_advance(&a, frame_s)); // and rests
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(every_kind_of_jump_is_shown_three_times_a_second, begin),
        cmocka_unit_test_setup(a_single_press_is_shown_at_once, begin),
        cmocka_unit_test_setup(the_second_press_is_shown_when_its_time_comes, begin),
        cmocka_unit_test_setup(there_and_back_while_nobody_looks_waits_as_well, begin),
        cmocka_unit_test_setup(the_running_clock_and_a_turning_camera_are_not_held, begin),
        cmocka_unit_test_setup(a_dragging_hand_is_not_held, begin),
        cmocka_unit_test_setup(under_reduced_motion_steps_of_the_camera_are_pictures, begin),
        cmocka_unit_test_setup(a_new_size_is_drawn_at_once, begin),
        cmocka_unit_test_setup(a_held_key_turns_no_faster_than_the_eye_may_follow, begin),
        cmocka_unit_test_setup(one_press_of_an_arrow_turns_by_about_its_six_degrees, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
