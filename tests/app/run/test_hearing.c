// Events one after the other: what a press does is done before the next is heard, none is lost, and building
// the interface changes nothing.
#include "app/run/hearing.h"
#include "app/state/requests.h"
#include "chrome_fixture.h"

static void key(int key, bool repeat)
{
    app_event(&a, &(input_event){.kind = INPUT_KEY_DOWN, .key = key, .repeat = repeat});
}

static void click(const char *id)
{
    rect r = fixture_widget(&a, id).visible;
    float x = r.x + 0.5f * r.w, y = r.y + 0.5f * r.h;
    app_event(&a, &(input_event){.kind = INPUT_POINTER_MOVE, .x = x, .y = y});
    app_event(&a, &(input_event){.kind = INPUT_POINTER_DOWN, .x = x, .y = y, .button = BUTTON_LEFT});
    app_event(&a, &(input_event){.kind = INPUT_POINTER_UP, .x = x, .y = y, .button = BUTTON_LEFT});
}

static int builds_until_heard(void)
{
    int builds = 0;
    while (app_waits(&a) && builds < 1000) {
        app_build_flat(&a, 0.0);
        builds++;
    }
    return builds;
}

// All at once: the button opens the menu, Esc is the menu's, V the stage's again.
static void what_was_pressed_is_done_before_the_next_event_is_heard(void **state)
{
    (void)state;
    fixture_build(&a);
    view_halves before = a.session.view.halves;
    click("bar.menu");
    key(KEY_ESCAPE, false);
    key('v', false);
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_int_equal(a.session.view.halves, before);
    assert_int_equal(a.hearing.count, 2);
    app_build_flat(&a, 0.0);
    assert_int_equal(a.stage.overlay, OVERLAY_MENU);
    assert_int_equal(a.session.view.halves, before);
    builds_until_heard();
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_int_equal(a.session.view.halves, (before + 1) % 3);
}

// Tab is the panel's that a key has just opened.
static void a_panel_opened_by_a_key_takes_the_next_one(void **state)
{
    (void)state;
    ui_focus first, second;
    fixture_key(&a, KEY_F10, 0);
    fixture_build(&a);
    assert_true(ui_focused(a.parts.ui, &first));
    fixture_key(&a, KEY_TAB, 0);
    assert_true(ui_focused(a.parts.ui, &second));
    assert_string_not_equal(first.id, second.id);
    fixture_key(&a, KEY_ESCAPE, 0);
    fixture_build(&a);
    key(KEY_F10, false);
    key(KEY_TAB, false);
    builds_until_heard();
    fixture_build(&a);
    assert_true(ui_focused(a.parts.ui, &first));
    assert_string_equal(first.id, second.id);
}

static void nothing_is_lost_and_the_order_is_kept(void **state)
{
    (void)state;
    fixture_build(&a);
    a.session.view.halves = VIEW_BOTH;
    enum { MANY = 2 * HEARING_MOST + 1 };
    click("bar.view");
    for (int i = 0; i < MANY; i++)
        key('v', false);
    assert_int_equal(a.hearing.count, HEARING_MOST); // those before were heard without their build
    builds_until_heard();
    assert_int_equal(a.hearing.count, 0);
    assert_int_equal(a.session.view.halves, (MANY + 1) % 3);
    // by the action and its opposite: only the right order ends where it began
    a.session.view.t_min = 0.0;
    a.session.view.pinned[SIDE_SSRI] = a.session.view.pinned[SIDE_KETAMINE] = false;
    fixture_build(&a);
    click("dock.forward");
    key(KEY_PAGE_UP, false);
    key(KEY_PAGE_DOWN, false);
    builds_until_heard();
    check_near(a.session.view.t_min, 40.0, 1e-9);
}

static void size_and_end_of_a_window_wait_for_nothing(void **state)
{
    (void)state;
    fixture_build(&a);
    click("bar.menu");
    assert_true(app_waits(&a));
    app_event(&a, &(input_event){.kind = INPUT_RESIZE, .width = 900, .height = 500});
    assert_int_equal(a.frame.width, 900);
    app_event(&a, &(input_event){.kind = INPUT_CLOSE});
    assert_true(a.asked.quit);
    a.asked.quit = false;
}

// A held key would go on long after it was let go where building is slow.
static void a_held_key_does_not_pile_up(void **state)
{
    (void)state;
    a.session.card_open = true;
    fixture_build(&a);
    ui_focus_set(a.parts.ui, "card.ketamine");
    fixture_build(&a);
    a.session.view.ketamine_mg_per_kg = 0.0;
    for (int i = 0; i < 6; i++)
        key(KEY_RIGHT, i > 0);
    assert_true(app_waits(&a));
    assert_int_equal(a.hearing.count, 0);
    app_build_flat(&a, 0.0);
    assert_false(app_waits(&a));
    check_near(a.session.view.ketamine_mg_per_kg, 0.3, 1e-9);
}

// A picture is saved between two frames; what comes after the key is not in it.
static void a_picture_is_of_the_moment_that_was_asked_for(void **state)
{
    (void)state;
    fixture_build(&a);
    view_halves before = a.session.view.halves;
    request_picture(&a);
    key('v', false);
    app_build_flat(&a, 0.0);
    assert_int_equal(a.session.view.halves, before);
    requests_picture_taken(&a);
    app_build_flat(&a, 0.0);
    assert_int_not_equal(a.session.view.halves, before);
}

// --- building

static void assert_build_asks(const char *id)
{
    static session before;
    click(id);
    before = a.session;
    requests_taken(&a);
    bool whole = app_build_flat(&a, 0.0);
    if (whole && view_state_equal(&before.view, &a.session.view))
        fail_msg("%s asked for nothing", id);
    builds_until_heard();
    fixture_build(&a);
}

// One press for every kind of change: a frame that asks is no whole one, but where a hand is followed.
static void a_build_asks_and_what_it_asked_for_is_in_the_next(void **state)
{
    (void)state;
    a.session.card_open = true;
    fixture_build(&a);
    static const char *const ids[] = {"bar.view",  "bar.labels", "bar.reset",   "dock.forward",
                                      "dock.play", "bar.sure",   "panel.close", "bar.menu",
                                      "set.theme", "set.motion", "set.letters", "panel.close"};
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
        assert_build_asks(ids[i]);
}

static int seen_changes, last_change;

static void note_change(app *to, const void *with)
{
    (void)to;
    seen_changes++;
    last_change = last_change * 10 + *(const int *)with;
}

static void changes_are_made_once_and_in_order(void **state)
{
    (void)state;
    fixture_build(&a);
    seen_changes = last_change = 0;
    for (int i = 1; i <= 3; i++)
        request_change(&a, note_change, &i, sizeof i);
    assert_int_equal(seen_changes, 0);
    requests_make_changes(&a);
    requests_make_changes(&a);
    assert_int_equal(seen_changes, 3);
    assert_int_equal(last_change, 123);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_pressed_is_done_before_the_next_event_is_heard, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_panel_opened_by_a_key_takes_the_next_one, open_app, close_app),
        cmocka_unit_test_setup_teardown(nothing_is_lost_and_the_order_is_kept, open_app, close_app),
        cmocka_unit_test_setup_teardown(size_and_end_of_a_window_wait_for_nothing, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_held_key_does_not_pile_up, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_picture_is_of_the_moment_that_was_asked_for, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_build_asks_and_what_it_asked_for_is_in_the_next, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(changes_are_made_once_and_in_order, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
