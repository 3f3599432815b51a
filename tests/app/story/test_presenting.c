// Presenting: the keys of a remote, blank and white, the spotlight, and the pace.
#include "app/actions/actions.h"
#include "app/story/present.h"
#include "app/story/story_player.h"
#include "chrome_fixture.h"

#include "app/run/frame.h"

static int open_talk(void **state)
{
    open_lesson(state);
    fixture_build(&a);
    fixture_key(&a, KEY_F5, 0);
    fixture_build(&a);
    return 0;
}

// A key as it comes from the window, with the time passing and the picture built after it.
static void key(int k)
{
    app_event(&a, &(input_event){.kind = INPUT_KEY_DOWN, .key = k});
    present_advance(&a, 0.01);
    fixture_build_once(&a);
}

static void wait(double seconds)
{
    a.frame.now_s += seconds;
    present_advance(&a, seconds);
    fixture_build_once(&a);
}

static void the_keys_of_a_remote_lead_through_the_story(void **state)
{
    (void)state;
    static const int forward[] = {KEY_PAGE_DOWN, KEY_RIGHT, ' '};
    assert_true(present_is_on(&a));
    for (int i = 0; i < 3; i++)
        key(forward[i]); // step, answer, step
    assert_int_equal(a.player.step, 2);
    key(KEY_PAGE_UP);
    key(KEY_LEFT);
    assert_int_equal(a.player.step, 0);
    key(' ');
    key(KEY_HOME);
    assert_int_equal(a.player.step, 0);
}

static void escape_ends_the_presentation_and_f5_takes_it_up_again(void **state)
{
    (void)state;
    key(KEY_PAGE_DOWN);
    for (int i = 0; i < 4; i++) {
        key(KEY_ESCAPE);
        assert_false(a.asked.quit);
        assert_false(present_is_on(&a));
    }
    assert_true(player_is_open(&a));
    key(KEY_F5);
    assert_true(present_is_on(&a));
    assert_int_equal(a.player.step, 1);
}

static float veil(float *grey)
{
    const draw2d_command *c = &a.draw.commands[a.draw.count - 1];
    present_draw_veil(&a);
    c = &a.draw.commands[a.draw.count - 1];
    *grey = c->fill.r;
    return c->fill.a;
}

static void blank_and_white_fade_and_bring_the_same_picture_back(void **state)
{
    (void)state;
    static const struct {
        int key;
        float grey;
    } keys[] = {{'b', 0.0f}, {'.', 0.0f}, {'w', 1.0f}, {',', 1.0f}};
    view_state before = a.session.view;
    for (int i = 0; i < 4; i++) {
        float grey;
        wait(1.0);
        key(keys[i].key);
        assert_true(present_is_blanked(&a));
        wait(0.1);
        assert_true(present_is_fading(&a));
        check_near(veil(&grey), 0.55, 0.02); // half way after half of 200 ms
        check_near(grey, keys[i].grey, 0.0);
        wait(0.4);
        assert_false(present_is_fading(&a));
        check_near(veil(&grey), 1.0, 0.0);
        // Nothing else acts.
        key(KEY_PAGE_DOWN);
        key(KEY_RIGHT);
        key('v');
        key('r');
        app_event(&a, &(input_event){.kind = INPUT_WHEEL, .x = 200.0f, .y = 200.0f, .amount = 3.0f});
        assert_true(view_state_equal(&a.session.view, &before));
        assert_int_equal(a.player.step, 0);
        wait(1.0);
        key(keys[i].key);
        wait(0.5);
        assert_false(present_is_blanked(&a) || present_is_fading(&a));
        assert_true(view_state_equal(&a.session.view, &before));
    }
}

static void escape_brings_a_blank_picture_back_first(void **state)
{
    (void)state;
    key('b');
    wait(1.0);
    key(KEY_ESCAPE);
    assert_false(present_is_blanked(&a));
    assert_true(present_is_on(&a));
}

static void blank_presses_quicker_than_three_a_second_are_left_out(void **state)
{
    (void)state;
    int changes = 0;
    bool was = false;
    for (int i = 0; i < 40; i++) { // 20 presses a second for two seconds
        key('b');
        changes += present_is_blanked(&a) != was;
        was = present_is_blanked(&a);
        wait(0.05);
    }
    assert_in_range(changes, 4, 6);
    wait(0.5);
    key('b');
    was = present_is_blanked(&a);
    for (int i = 0; i < 40; i++) { // a held key is one press, however long
        wait(0.05);
        app_event(&a, &(input_event){.kind = INPUT_KEY_DOWN, .key = 'b', .repeat = true});
        assert_int_equal(present_is_blanked(&a), was);
    }
}

static void tab_gives_the_arrows_to_the_stage_and_next_takes_them_back(void **state)
{
    (void)state;
    key(KEY_TAB);
    key(KEY_RIGHT);
    assert_int_equal(a.player.step, 0);
    assert_true(player_is_away(&a));
    key(KEY_PAGE_DOWN);
    assert_int_equal(a.player.step, 1);
    assert_false(player_is_away(&a));
    fixture_build(&a);
    key(KEY_RIGHT);
    assert_true(a.player.revealed);
}

static void page_keys_are_the_story_s_whatever_has_the_focus(void **state)
{
    (void)state;
    ui_focus f = {.id = ""};
    for (int i = 0; i < 30 && strcmp(f.id, "dock.axis") != 0; i++) {
        key(KEY_TAB);
        assert_true(ui_focused(a.parts.ui, &f));
    }
    assert_string_equal(f.id, "dock.axis");
    double t = a.session.view.t_min;
    key(KEY_PAGE_DOWN);
    check_near(a.session.view.t_min, t, 0.0);
    assert_int_equal(a.player.step, 1);
}

static void dragging_and_pointing_still_work(void **state)
{
    (void)state;
    rect half = a.chrome.layout.half[SIDE_SSRI];
    float x = half.x + 0.5f * half.w, y = half.y + 0.5f * half.h;
    view_camera before = a.session.view.camera;
    fixture_pointer(&a, INPUT_POINTER_DOWN, x, y);
    fixture_pointer(&a, INPUT_POINTER_MOVE, x + 60.0f, y);
    fixture_pointer(&a, INPUT_POINTER_UP, x + 60.0f, y);
    fixture_build(&a);
    assert_true(a.session.view.camera.yaw_deg != before.yaw_deg);
    key(KEY_RIGHT); // a click gives no keys away
    assert_int_equal(a.player.step, 1);
}

static int rings(void)
{
    int count = 0;
    a.draw.count = 0;
    present_draw_spotlight(&a);
    for (size_t i = 0; i < a.draw.count; i++)
        count += a.draw.commands[i].kind == DRAW2D_ARC;
    return count;
}

static void the_spotlight_follows_the_pointer(void **state)
{
    (void)state;
    assert_int_equal(rings(), 0);
    key('l');
    app_event(&a, &(input_event){.kind = INPUT_POINTER_MOVE, .x = 300.0f, .y = 200.0f});
    assert_true(rings() > 0);
    check_near(a.draw.commands[0].a[0], 300.0, 0.5);
    key(KEY_ESCAPE);
    assert_int_equal(rings(), 0);
    assert_true(present_is_on(&a));
    player_jump(&a, 2); // this step brings a light of its own
    assert_true(rings() > 0);
    check_near(a.draw.commands[0].a[0],
               a.chrome.layout.half[SIDE_SSRI].x + 0.5f * a.chrome.layout.half[SIDE_SSRI].w, 1.0);
}

static void drifting_from_the_plan_by_a_minute_is_hinted_at(void **state)
{
    (void)state;
    check_near(present_drift_min(&a), 0.0, 0.0); // each step is planned to take a minute
    wait(119.0);
    check_near(present_drift_min(&a), 0.0, 0.0);
    wait(11.0);
    check_near(present_drift_min(&a), 130.0 / 60.0 - 1.0, 1e-9);
    player_jump(&a, 2);
    check_near(present_drift_min(&a), 0.0, 0.0);
    key(KEY_HOME);
    check_near(a.present.elapsed_s, 0.0, 0.0);
    player_jump(&a, 2);
    assert_true(present_drift_min(&a) < -1.0); // far ahead
    // Away from the presentation no time counts.
    key(KEY_ESCAPE);
    wait(500.0);
    check_near(a.present.elapsed_s, 0.0, 1e-9);
}

// The next patient's story is not late because the one before took long.
static void another_story_has_a_time_of_its_own(void **state)
{
    (void)state;
    error e = {0};
    wait(300.0);
    assert_true(present_drift_min(&a) > 1.0);
    key(KEY_ESCAPE);
    key(KEY_F5);
    check_near(a.present.elapsed_s, 300.0, 1e-9); // the same story taken up again
    key(KEY_ESCAPE);
    wait(20.0);
    assert_true(player_open(&a, lesson, &e));
    key(KEY_F5);
    check_near(a.present.elapsed_s, 0.0, 1e-9);
    check_near(present_drift_min(&a), 0.0, 0.0);
    wait(5.0);
    check_near(a.present.elapsed_s, 5.0, 1e-9);
}

static void single_letters_can_be_off_and_a_story_still_told(void **state)
{
    (void)state;
    a.session.letter_keys = false;
    key('b');
    assert_false(present_is_blanked(&a));
    key(' ');
    assert_int_equal(a.player.step, 1);
}

static void leaving_the_story_leaves_the_presentation(void **state)
{
    (void)state;
    a.stage.overlay = OVERLAY_HELP;
    fixture_build(&a);
    action_find("story.close")->run(&a); // a row of the help
    assert_false(player_is_open(&a));
    assert_false(present_is_on(&a));
}

static void f5_without_a_story_offers_them(void **state)
{
    (void)state;
    key(KEY_ESCAPE);
    player_close(&a);
    key(KEY_F5);
    assert_false(present_is_on(&a));
    assert_int_equal(a.stage.overlay, OVERLAY_STORIES);
}

// A pointer that lies on the stage brings no card; one that is moved does, for a while.
static void a_pointer_that_lies_on_the_stage_says_nothing(void **state)
{
    (void)state;
    a.frame.now_s = 10.0;
    input_event move = {.kind = INPUT_POINTER_MOVE, .x = 400.0f, .y = 200.0f};
    app_event(&a, &move); // as the window becomes full screen
    wait(1.0);
    assert_false(present_points(&a));
    for (int i = 0; i < 6; i++) {
        move.x += 5.0f;
        a.frame.now_s += 0.05;
        app_event(&a, &move);
    }
    assert_true(present_points(&a));
    wait(2.0);
    assert_true(present_points(&a));
    snprintf(a.stage.hovered, sizeof a.stage.hovered, "dlp.l");
    wait(1.5);
    assert_false(present_points(&a));
    assert_string_equal(a.stage.hovered, "");
    fixture_key(&a, KEY_ESCAPE, 0);
    assert_true(present_points(&a)); // at a desk the pointer always points
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_keys_of_a_remote_lead_through_the_story, open_talk, close_app),
        cmocka_unit_test_setup_teardown(escape_ends_the_presentation_and_f5_takes_it_up_again, open_talk,
                                        close_app),
        cmocka_unit_test_setup_teardown(blank_and_white_fade_and_bring_the_same_picture_back, open_talk,
                                        close_app),
        cmocka_unit_test_setup_teardown(escape_brings_a_blank_picture_back_first, open_talk, close_app),
        cmocka_unit_test_setup_teardown(blank_presses_quicker_than_three_a_second_are_left_out, open_talk,
                                        close_app),
        cmocka_unit_test_setup_teardown(tab_gives_the_arrows_to_the_stage_and_next_takes_them_back, open_talk,
                                        close_app),
        cmocka_unit_test_setup_teardown(page_keys_are_the_story_s_whatever_has_the_focus, open_talk,
                                        close_app),
        cmocka_unit_test_setup_teardown(dragging_and_pointing_still_work, open_talk, close_app),
        cmocka_unit_test_setup_teardown(the_spotlight_follows_the_pointer, open_talk, close_app),
        cmocka_unit_test_setup_teardown(drifting_from_the_plan_by_a_minute_is_hinted_at, open_talk,
                                        close_app),
        cmocka_unit_test_setup_teardown(another_story_has_a_time_of_its_own, open_talk, close_app),
        cmocka_unit_test_setup_teardown(single_letters_can_be_off_and_a_story_still_told, open_talk,
                                        close_app),
        cmocka_unit_test_setup_teardown(leaving_the_story_leaves_the_presentation, open_talk, close_app),
        cmocka_unit_test_setup_teardown(f5_without_a_story_offers_them, open_talk, close_app),
        cmocka_unit_test_setup_teardown(a_pointer_that_lies_on_the_stage_says_nothing, open_talk, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
