// --kiosk: tells itself, lets visitors do anything, and undoes it a minute after the last of them.
#include "app/chrome/chrome_words.h"
#include "app/run/frame.h"
#include "app/story/kiosk.h"
#include "app/story/present.h"
#include "app/story/story_player.h"
#include "chrome_fixture.h"
#include "own_story.h"

static int open_kiosk(void **state)
{
    (void)state;
    error e = {0};
    fixture_open(&a);
    if (!kiosk_begin(&a, lesson, 60.0, &e))
        return -1;
    fixture_build(&a);
    return 0;
}

static int open_own_kiosk(void **state)
{
    (void)state;
    error e = {0};
    fixture_open(&a);
    own_make();
    return kiosk_begin(&a, own, 60.0, &e) ? 0 : -1;
}

static void wait(double seconds)
{
    for (double t = 0.0; t < seconds; t += 0.5) {
        a.frame.now_s += 0.5;
        player_watch(&a);
        present_advance(&a, 0.5);
        kiosk_advance(&a);
    }
}

static void it_tells_itself_in_a_loop(void **state)
{
    (void)state;
    assert_true(present_is_on(&a));
    bool seen[3] = {false}, answered = false, again = false;
    for (int i = 0; i < 400; i++) {
        wait(0.5);
        again = again || (seen[2] && a.player.step == 0);
        seen[a.player.step] = true;
        answered = answered || a.player.revealed;
    }
    assert_true(seen[1] && seen[2] && answered && again);
}

static void a_visitor_is_not_interrupted(void **state)
{
    (void)state;
    for (int i = 0; i < 30; i++) {
        fixture_key(&a, KEY_TAB, 0);
        wait(20.0);
        assert_int_equal(a.player.step, 0);
    }
}

static void what_a_visitor_did_is_undone_after_a_minute(void **state)
{
    (void)state;
    fixture_key(&a, KEY_ESCAPE, 0);
    fixture_key(&a, 't', 0);
    fixture_key(&a, 'l', MOD_CTRL);
    fixture_key(&a, '+', MOD_CTRL);
    fixture_key(&a, 'm', 0);
    fixture_key(&a, '>', 0);
    assert_int_equal(a.session.speed, SPEED_FAST);
    fixture_key(&a, KEY_F2, 0);
    fixture_key(&a, 'w', MOD_CTRL);
    fixture_key(&a, ' ', 0);
    fixture_key(&a, KEY_F1, 0);
    a.session.card_open = true;
    assert_string_equal(a.session.look.lang, "es");
    assert_false(player_is_open(&a) || present_is_on(&a));
    assert_true(app_wake_in_s(&a) <= 1.0); // even then it does not sleep for ever
    wait(59.0);
    assert_string_equal(a.session.look.lang, "es");
    wait(2.0);
    assert_true(player_is_open(&a) && present_is_on(&a));
    assert_string_equal(a.session.look.lang, "en");
    assert_string_equal(chrome_word(&a, "story.next"), "Next");
    assert_int_equal(a.session.look.theme, THEME_NIGHT);
    check_near(a.session.look.text_scale, 1.0, 0.0);
    assert_true(a.session.letter_keys && !a.session.look.reduce_motion && !a.session.playing &&
                !a.session.card_open);
    assert_int_equal(a.session.speed, SPEED_NORMAL);
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_false(player_is_away(&a));
    wait(12.0);
    assert_int_equal(a.player.step, 1); // and tells itself again
}

static void move(float x)
{
    app_event(&a, &(input_event){.kind = INPUT_POINTER_MOVE, .x = x, .y = 100.0f});
}

// Going to full screen and back brings the pointer into the window without anybody's hand; taken for a
// visitor it would begin the story anew for ever.
static void a_pointer_that_nobody_moves_is_no_visitor(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        move(100.0f);
        wait(4.0);
    }
    move(300.0f);
    assert_false(a.kiosk.visited);
    for (int i = 0; i < 6; i++) {
        move(300.0f + 3.0f * (float)i);
        a.frame.now_s += 0.02;
    }
    assert_true(a.kiosk.visited);
}

static void a_blank_screen_is_undone_too(void **state)
{
    (void)state;
    fixture_key(&a, 'b', 0);
    wait(61.0);
    assert_false(present_is_blanked(&a));
}

static void tells_itself(void)
{
    assert_true(present_is_on(&a) && player_is_open(&a));
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    int step = a.player.step;
    wait(10.0);
    assert_int_equal(a.player.step, 1 - step);
}

// Nobody is there to close a panel.
static void a_file_that_breaks_leaves_the_story_as_it_was(void **state)
{
    (void)state;
    own_break();
    wait(2.0);
    tells_itself();
    fixture_build(&a);
    fixture_key(&a, KEY_F1, 0); // a visitor
    wait(61.0);
    assert_int_equal(a.player.step, 0);
    tells_itself();
    remove(own);
    fixture_build(&a);
    fixture_key(&a, KEY_ESCAPE, 0);
    wait(61.0);
    tells_itself();
}

static void a_story_that_a_visitor_closed_comes_back_once_its_file_is_mended(void **state)
{
    (void)state;
    fixture_build(&a);
    own_break();
    fixture_key(&a, KEY_ESCAPE, 0);
    fixture_key(&a, 'w', MOD_CTRL);
    assert_false(player_is_open(&a));
    wait(61.0);
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_false(player_is_open(&a) || present_is_on(&a));
    own_whole();
    wait(61.0);
    tells_itself();
}

static void a_story_that_is_not_there_is_a_sentence(void **state)
{
    (void)state;
    error e = {0};
    assert_false(kiosk_begin(&a, "nosuchstory", 60.0, &e));
    assert_true(e.text[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_tells_itself_in_a_loop, open_kiosk, close_app),
        cmocka_unit_test_setup_teardown(a_visitor_is_not_interrupted, open_kiosk, close_app),
        cmocka_unit_test_setup_teardown(what_a_visitor_did_is_undone_after_a_minute, open_kiosk, close_app),
        cmocka_unit_test_setup_teardown(a_pointer_that_nobody_moves_is_no_visitor, open_kiosk, close_app),
        cmocka_unit_test_setup_teardown(a_blank_screen_is_undone_too, open_kiosk, close_app),
        cmocka_unit_test_setup_teardown(a_file_that_breaks_leaves_the_story_as_it_was, open_own_kiosk,
                                        close_own),
        cmocka_unit_test_setup_teardown(a_story_that_a_visitor_closed_comes_back_once_its_file_is_mended,
                                        open_own_kiosk, close_own),
        cmocka_unit_test_setup_teardown(a_story_that_is_not_there_is_a_sentence, open_kiosk, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
