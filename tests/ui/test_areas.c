// Places that take the pointer whole: areas and scroll boxes.
#include "layout_check.h"
#include "rig.h"

#include <math.h>

static const ui_button_def plain = {.label = "label"};

// --- area

static ui_area_result area(rig *r)
{
    ui *u = rig_begin(r);
    ui_area_result a =
        ui_area(u, "a", (rect){0, 0, 200, 200}, &(ui_area_def){.label = "stage", .focusable = true});
    rig_end(r);
    return a;
}

static void drags_add_up(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    area(r);
    rig_move(r, 50, 50);
    rig_down(r, 50, 50);
    rig_move(r, 60, 52);
    rig_move(r, 90, 40);
    rig_move(r, 300, 45); // outside: still its drag
    ui_area_result a = area(r);
    assert_true(a.began && a.pressed && !a.ended && !a.clicked);
    assert_true(a.drag_x == 250.0f && a.drag_y == -5.0f && a.button == BUTTON_LEFT);
    a = area(r);
    assert_true(a.pressed && a.drag_x == 0.0f && !a.began);
    rig_up(r, 310, 45);
    rig_move(r, 20, 20);
    rig_down(r, 20, 20); // a second drag before the next build
    rig_move(r, 40, 20);
    rig_up(r, 40, 20);
    a = area(r);
    assert_true(a.drag_x == 10.0f + 20.0f && a.began && a.ended && !a.pressed && !a.clicked);
    rig_destroy(r);
}

static void a_still_press_is_a_click_and_a_drag_is_not(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    area(r);
    rig_down(r, 50, 50);
    rig_move(r, 52, 51); // a shaking hand
    rig_up(r, 52, 51);
    assert_true(area(r).clicked);
    rig_down(r, 50, 50);
    rig_move(r, 80, 50);
    rig_move(r, 50, 50);
    rig_up(r, 50, 50);
    assert_false(area(r).clicked);
    rig_destroy(r);
}

static void wheel_and_pinch_add_up(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    area(r);
    for (int i = 0; i < 3; i++) {
        assert_true(ui_event(r->ui, &(input_event){.kind = INPUT_WHEEL, .x = 9, .y = 9, .amount = 1.5f}));
        assert_true(ui_event(
            r->ui, &(input_event){.kind = INPUT_PINCH, .x = 9, .y = 9, .amount = 1.25f, .dx = 2, .dy = -1}));
    }
    ui_area_result a = area(r);
    assert_true(a.wheel == 4.5f);
    assert_true(fabsf(a.pinch - 1.953125f) < 1e-6f);
    assert_true(a.pinch_dx == 6.0f && a.pinch_dy == -3.0f);
    assert_true(area(r).pinch == 1.0f);
    for (int i = 0; i < 3; i++)
        ui_event(r->ui, &(input_event){.kind = INPUT_PINCH, .x = 9, .y = 9, .amount = 1.25f});
    assert_true(fabsf(area(r).pinch - 1.953125f) < 1e-6f);
    input_event outside = {.kind = INPUT_WHEEL, .x = 300, .y = 9, .amount = 1};
    assert_false(ui_event(r->ui, &outside));
    input_event nonsense = {.kind = INPUT_PINCH, .x = 9, .y = 9, .amount = 0};
    assert_false(ui_event(r->ui, &nonsense));
    rig_destroy(r);
}

static void keys_that_an_area_has_are_the_apps(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    area(r);
    assert_null(ui_keys_are_of(r->ui)); // no focus yet
    rig_key(r, KEY_TAB);
    assert_string_equal(ui_keys_are_of(r->ui), "a");
    assert_false(rig_key(r, KEY_LEFT));
    assert_false(ui_awaits_build(r->ui));
    ui_pointer_focus_takes_keys(r->ui, false);
    rig_click(r, 300, 250); // somewhere else: the focus stays, but it takes no keys
    assert_null(ui_keys_are_of(r->ui));
    rig_destroy(r);
}

// --- scroll

typedef struct list {
    rect inner;
    int pressed;
} list;

static list scroll(rig *r)
{
    list l = {.pressed = -1};
    ui *u = rig_begin(r);
    l.inner = ui_scroll_begin(u, "list", "List", (rect){0, 0, 200, 100}, 400);
    for (int i = 0; i < 10; i++) {
        char id[24];
        snprintf(id, sizeof id, "row%d", i);
        if (ui_button(u, id, (rect){l.inner.x, l.inner.y + 40.0f * (float)i, l.inner.w, 36}, &plain))
            l.pressed = i;
    }
    ui_scroll_end(u);
    rig_end(r);
    return l;
}

static void scrolling_stops_at_both_ends(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    assert_true(scroll(r).inner.y == 0.0f);
    input_event wheel = {.kind = INPUT_WHEEL, .x = 50, .y = 50, .amount = -100};
    assert_true(ui_event(r->ui, &wheel)); // over a row: its box scrolls
    assert_true(scroll(r).inner.y == -300.0f);
    wheel.amount = 0.5f;
    ui_event(r->ui, &wheel);
    float y = scroll(r).inner.y;
    assert_true(y > -300.0f && y < 0.0f);
    wheel.amount = 1e9f;
    ui_event(r->ui, &wheel);
    assert_true(scroll(r).inner.y == 0.0f);
    rig_destroy(r);
}

static void keys_and_focus_scroll(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    scroll(r);
    rig_key(r, KEY_TAB); // the box itself
    assert_true(rig_key(r, KEY_END));
    assert_true(scroll(r).inner.y == -300.0f);
    assert_true(rig_key(r, KEY_HOME));
    assert_true(rig_key(r, KEY_PAGE_DOWN));
    assert_true(scroll(r).inner.y == -85.0f);
    for (int i = 0; i < 9; i++)
        rig_key(r, KEY_PAGE_DOWN);
    rig_key(r, KEY_PAGE_UP); // back from the end, not from beyond it
    assert_true(scroll(r).inner.y == -215.0f);
    rig_key(r, KEY_HOME);
    scroll(r);
    for (int i = 0; i < 7; i++)
        rig_key(r, KEY_TAB); // to row 6, at 240..276
    scroll(r);
    list l = scroll(r);
    assert_string_equal(rig_focus(r), "row6");
    assert_true(l.inner.y + 240.0f >= 0.0f && l.inner.y + 276.0f <= 100.0f);
    rig_destroy(r);
}

static void what_is_scrolled_away_is_not_hit(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    scroll(r);
    rig_click(r, 50, 140); // row 3 would lie here, below the box
    assert_int_equal(scroll(r).pressed, -1);
    rig_click(r, 50, 90);
    assert_int_equal(scroll(r).pressed, 2);
    rig_destroy(r);
}

static void a_finger_scrolls_instead_of_pressing(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    scroll(r);
    input_event e = {
        .kind = INPUT_POINTER_DOWN, .x = 50, .y = 90, .button = BUTTON_LEFT, .touch = true, .clicks = 1};
    ui_event(r->ui, &e);
    e.kind = INPUT_POINTER_MOVE;
    e.y = 30;
    assert_true(ui_event(r->ui, &e));
    e.kind = INPUT_POINTER_UP;
    ui_event(r->ui, &e);
    list l = scroll(r);
    assert_int_equal(l.pressed, -1);
    assert_true(l.inner.y == -60.0f);
    e.kind = INPUT_POINTER_DOWN; // a tap presses
    ui_event(r->ui, &e);
    e.kind = INPUT_POINTER_UP;
    ui_event(r->ui, &e);
    assert_int_equal(scroll(r).pressed, 2);
    rig_destroy(r);
}

static void the_bar_moves_the_content(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    list l = scroll(r);
    assert_true(l.inner.w < 200.0f); // the bar has a place of its own
    rig_down(r, 195, 10);            // thumb of 25 px, travel 75 px for 300 px
    rig_move(r, 195, 35);
    rig_up(r, 195, 35);
    assert_true(scroll(r).inner.y == -100.0f);
    rig_destroy(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drags_add_up),
        cmocka_unit_test(a_still_press_is_a_click_and_a_drag_is_not),
        cmocka_unit_test(wheel_and_pinch_add_up),
        cmocka_unit_test(keys_that_an_area_has_are_the_apps),
        cmocka_unit_test(scrolling_stops_at_both_ends),
        cmocka_unit_test(keys_and_focus_scroll),
        cmocka_unit_test(what_is_scrolled_away_is_not_hit),
        cmocka_unit_test(a_finger_scrolls_instead_of_pressing),
        cmocka_unit_test(the_bar_moves_the_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
