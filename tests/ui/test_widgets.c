#include "layout_check.h"
#include "rig.h"

#include <math.h>

static const ui_button_def plain = {.label = "label"};

// --- presses

static int presses(rig *r, rect at)
{
    ui *u = rig_begin(r);
    int pressed = ui_button(u, "b", at, &plain);
    rig_end(r);
    return pressed;
}

static void a_press_and_release_between_two_builds_is_a_click(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    rect at = {10, 10, 100, 40};
    presses(r, at);
    rig_click(r, 50, 30);
    assert_int_equal(presses(r, at), 1);
    assert_int_equal(presses(r, at), 0);
    rig_destroy(r);
}

static void every_click_counts_one_a_build(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    rect at = {10, 10, 100, 40};
    presses(r, at);
    for (int i = 0; i < 5; i++)
        rig_click(r, 50, 30);
    int sum = 0;
    for (int i = 0; i < 5; i++) {
        sum += presses(r, at);
        assert_int_equal(ui_wants_frame(r->ui), i < 4);
    }
    assert_int_equal(sum, 5);
    rig_destroy(r);
}

static void release_outside_is_no_click(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    rect at = {10, 10, 100, 40};
    presses(r, at);
    rig_down(r, 50, 30);
    assert_true(rig_move(r, 300, 200)); // still its press
    assert_true(rig_up(r, 300, 200));
    assert_int_equal(presses(r, at), 0);
    rig_down(r, 300, 200);
    assert_false(rig_up(r, 50, 30));
    assert_int_equal(presses(r, at), 0);
    rig_destroy(r);
}

static void only_the_left_button_presses(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    rect at = {10, 10, 100, 40};
    presses(r, at);
    input_event e = {.kind = INPUT_POINTER_DOWN, .x = 50, .y = 30, .button = BUTTON_RIGHT};
    assert_true(ui_event(r->ui, &e));
    e.kind = INPUT_POINTER_UP;
    assert_true(ui_event(r->ui, &e));
    assert_int_equal(presses(r, at), 0);
    rig_destroy(r);
}

static void a_press_dies_with_its_widget(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    rect at = {10, 10, 100, 40};
    presses(r, at);
    rig_down(r, 50, 30);
    rig_begin(r);
    rig_end(r);                       // it is gone
    assert_true(rig_move(r, 60, 35)); // swallowed, not handed to the stage in the middle of a press
    assert_true(rig_up(r, 60, 35));
    assert_false(rig_down(r, 60, 35));
    rig_up(r, 60, 35);
    assert_int_equal(presses(r, at), 0); // and nothing is remembered when it comes back
    rig_down(r, 50, 30);
    rig_begin(r);
    rig_end(r);
    presses(r, at); // back before the release: not the press it had
    rig_up(r, 50, 30);
    assert_int_equal(presses(r, at), 0);
    rig_destroy(r);
}

static void a_minimised_window_lets_go(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    rect at = {10, 10, 100, 40};
    presses(r, at);
    rig_down(r, 50, 30);
    ui_event(r->ui, &(input_event){.kind = INPUT_MINIMISED});
    assert_false(rig_up(r, 50, 30));
    assert_int_equal(presses(r, at), 0);
    rig_destroy(r);
}

static void toggles_follow_every_press(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    bool on = false;
    for (int clicks = 0; clicks < 4; clicks++) {
        bool before = on;
        for (int i = 0; i < clicks; i++)
            rig_click(r, 50, 30);
        ui *u = rig_begin(r);
        bool changed = ui_toggle(u, "t", (rect){10, 10, 200, 40}, "label", NULL, &on);
        rig_end(r);
        assert_int_equal(on != before, clicks % 2);
        assert_int_equal(changed, on != before);
    }
    rig_destroy(r);
}

static void a_card_stops_the_pointer(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    ui *u = rig_begin(r);
    ui_area(u, "stage", (rect){0, 0, 400, 300}, &(ui_area_def){.label = "stage"});
    ui_card(u, (rect){100, 100, 100, 100});
    rig_end(r);
    assert_int_equal(ui_widget_count(r->ui), 1);
    rig_move(r, 150, 150);
    assert_true(ui_wants_pointer(r->ui));
    assert_true(rig_down(r, 150, 150));
    assert_true(rig_move(r, 20, 20)); // the press stays the card's
    assert_true(rig_up(r, 20, 20));
    input_event wheel = {.kind = INPUT_WHEEL, .x = 150, .y = 150, .amount = 1.0f};
    assert_true(ui_event(r->ui, &wheel));
    u = rig_begin(r);
    ui_area_result a = ui_area(u, "stage", (rect){0, 0, 400, 300}, &(ui_area_def){.label = "stage"});
    rig_end(r);
    assert_false(a.began || a.clicked || a.wheel != 0.0f || a.drag_x != 0.0f);
    rig_destroy(r);
}

// --- slider

static bool slide(rig *r, double *v, const char *why)
{
    ui *u = rig_begin(r);
    const ui_slider_def def = {
        .label = "dose", .value_text = "x", .low = 0.0, .high = 1.0, .step = 0.05, .disabled_why = why};
    bool changed = ui_slider(u, "s", (rect){0, 0, 226, 80}, &def, v);
    rig_end(r);
    return changed;
}

static void slider_keys_move_by_steps(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    double v = 0.5;
    slide(r, &v, NULL);
    rig_key(r, KEY_TAB);
    const struct {
        int key;
        double is;
    } moves[] = {{KEY_RIGHT, 0.55},    {KEY_UP, 0.6},  {KEY_LEFT, 0.55}, {KEY_DOWN, 0.5}, {KEY_PAGE_UP, 0.75},
                 {KEY_PAGE_DOWN, 0.5}, {KEY_END, 1.0}, {KEY_RIGHT, 1.0}, {KEY_HOME, 0.0}, {KEY_LEFT, 0.0}};
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        double before = v;
        assert_true(rig_key(r, moves[i].key));
        assert_int_equal(slide(r, &v, NULL), fabs(moves[i].is - before) > 1e-9);
        assert_true(fabs(v - moves[i].is) < 1e-9);
    }
    rig_key(r, KEY_RIGHT); // several between two builds add up
    rig_key(r, KEY_RIGHT);
    rig_key(r, KEY_RIGHT);
    slide(r, &v, NULL);
    assert_true(fabs(v - 0.15) < 1e-9);
    assert_false(rig_key_mods(r, KEY_RIGHT, MOD_CTRL));
    rig_destroy(r);
}

static void slider_follows_the_pointer_even_outside(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1); // the thumb is 13 px: the track runs from 13 to 213
    double v = 0.0;
    slide(r, &v, NULL);
    rig_down(r, 113, 60);
    slide(r, &v, NULL);
    assert_true(fabs(v - 0.5) < 1e-9);
    rig_move(r, 163, 250);
    slide(r, &v, NULL);
    assert_true(fabs(v - 0.75) < 1e-9);
    rig_move(r, 900, 60);
    rig_up(r, 900, 60);
    slide(r, &v, NULL);
    assert_true(v == 1.0);
    rig_down(r, 113, 8); // on the label: takes the focus, leaves the value
    rig_up(r, 113, 8);
    assert_false(slide(r, &v, NULL));
    rig_destroy(r);
}

static void a_disabled_slider_says_why(void **state)
{
    (void)state;
    rig *r = rig_create(600, 300, 1);
    double v = 0.5;
    slide(r, &v, "pinned");
    rig_click(r, 40, 60);
    assert_false(slide(r, &v, "pinned"));
    assert_true(v == 0.5);
    assert_non_null(rig_text(r, "pinned"));
    rig_destroy(r);
}

static void a_slider_takes_no_nonsense(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    double v = NAN;
    slide(r, &v, NULL);
    rig_key(r, KEY_TAB);
    rig_key(r, KEY_RIGHT);
    slide(r, &v, NULL);
    assert_true(fabs(v - 0.05) < 1e-9);
    ui *u = rig_begin(r);
    double w = 1.0;
    ui_slider_def bad = {.label = "x", .value_text = "x", .low = NAN, .high = 1.0, .step = 0.1};
    assert_false(ui_slider(u, "s", (rect){0, 0, 200, 80}, &bad, &w));
    bad.low = 1.0; // no range
    bad.high = 1.0;
    assert_false(ui_slider(u, "t", (rect){NAN, 0, INFINITY, 80}, &bad, &w));
    rig_end(r);
    assert_true(w == 1.0);
    rig_destroy(r);
}

// --- choice

static const char *const looks[3] = {"glass", "solid", "inside"};

static bool choose(rig *r, float width, int *selected)
{
    ui *u = rig_begin(r);
    float h = ui_choice_height(u, width, "look", looks, 3);
    bool changed = ui_choice(u, "c", (rect){0, 0, width, h}, "look", looks, 3, selected);
    rig_end(r);
    return changed;
}

static void choice_keys_go_round(void **state)
{
    (void)state;
    rig *r = rig_create(800, 600, 1);
    int selected = 0;
    choose(r, 500, &selected);
    rig_key(r, KEY_TAB);
    const struct {
        int key, is;
    } moves[] = {{KEY_RIGHT, 1}, {KEY_DOWN, 2}, {KEY_RIGHT, 0}, {KEY_LEFT, 2},
                 {KEY_UP, 1},    {KEY_HOME, 0}, {KEY_END, 2}};
    for (size_t i = 0; i < sizeof moves / sizeof *moves; i++) {
        assert_true(rig_key(r, moves[i].key));
        assert_true(choose(r, 500, &selected));
        assert_int_equal(selected, moves[i].is);
    }
    selected = -1; // nothing chosen yet
    assert_false(choose(r, 500, &selected));
    assert_int_equal(selected, -1);
    rig_key(r, KEY_RIGHT);
    assert_true(choose(r, 500, &selected));
    assert_int_equal(selected, 0);
    rig_destroy(r);
}

static void choice_takes_the_segment_pressed_and_released(void **state)
{
    (void)state;
    rig *r = rig_create(800, 600, 1);
    int selected = 0;
    choose(r, 540, &selected);
    float y = ui_choice_height(r->ui, 540, "look", looks, 3) - 10.0f;
    rig_click(r, 500, y);
    assert_true(choose(r, 540, &selected));
    assert_int_equal(selected, 2);
    rig_down(r, 500, y); // slid to another segment: nothing meant
    rig_up(r, 20, y);
    assert_false(choose(r, 540, &selected));
    rig_destroy(r);
}

static void choice_wraps_into_rows_where_it_is_narrow(void **state)
{
    (void)state;
    rig *r = rig_create(800, 600, 1);
    int selected = 0;
    choose(r, 540, &selected);
    float row = ui_target_px(r->ui), one = ui_choice_height(r->ui, 540, NULL, looks, 3);
    assert_true(one == row);
    float three = ui_choice_height(r->ui, 130, NULL, looks, 3);
    assert_true(three >= 3.0f * row);
    choose(r, 130, &selected);
    float height = ui_choice_height(r->ui, 130, "look", looks, 3);
    rig_click(r, 60, height - 10.0f); // the last row is the last option
    assert_true(choose(r, 130, &selected));
    assert_int_equal(selected, 2);
    assert_int_equal(ui_ellipsis_count(r->ui), 0);
    rig_destroy(r);
}

// --- area

static ui_area_result area(rig *r)
{
    static const int keys[] = {KEY_LEFT, KEY_RIGHT, 'q', 0};
    ui *u = rig_begin(r);
    ui_area_result a = ui_area(u, "a", (rect){0, 0, 200, 200},
                               &(ui_area_def){.label = "stage", .focusable = true, .keys = keys});
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

static void an_area_takes_its_keys_one_a_build(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    area(r);
    assert_false(rig_key(r, KEY_LEFT)); // no focus yet
    rig_key(r, KEY_TAB);
    assert_true(rig_key(r, KEY_LEFT));
    assert_true(rig_key_mods(r, 'q', MOD_SHIFT));
    assert_false(rig_key(r, 'w'));
    ui_area_result a = area(r);
    assert_true(a.keys_handled && a.key == KEY_LEFT && a.focused);
    assert_true(ui_wants_frame(r->ui));
    a = area(r);
    assert_true(a.key == 'q' && a.key_mods == MOD_SHIFT);
    a = area(r);
    assert_true(!a.keys_handled && a.key == KEY_NONE);
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
    l.inner = ui_scroll_begin(u, "list", (rect){0, 0, 200, 100}, 400);
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

// --- menu, rows, links

static void a_menu_gives_its_choice_or_closes(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    rect anchor = {10, 10, 60, 40};
    for (int round = 0; round < 3; round++) {
        ui *u = rig_begin(r);
        assert_int_equal(ui_menu(u, "m", anchor, looks, 3, 1), UI_MENU_OPEN);
        rig_end(r);
        if (round == 0) {
            rig_key(r, KEY_TAB);
            rig_key(r, KEY_ENTER);
        } else if (round == 1)
            rig_click(r, 390, 290);
        else
            rig_key(r, KEY_ESCAPE);
        u = rig_begin(r);
        assert_int_equal(ui_menu(u, "m", anchor, looks, 3, 1), round == 0 ? 1 : UI_MENU_CLOSED);
        rig_end(r);
        rig_begin(r);
        rig_end(r);
    }
    rig_destroy(r);
}

static void a_menu_stays_inside_the_surface(void **state)
{
    (void)state;
    const char *many[40];
    for (int i = 0; i < 40; i++)
        many[i] = "an entry";
    rig *r = rig_create(640, 360, 0.34f);
    const rect anchors[3] = {{0, 0, 24, 24}, {616, 336, 24, 24}, {300, 150, 24, 24}};
    for (int i = 0; i < 3; i++) {
        ui *u = rig_begin(r);
        ui_menu(u, "m", anchors[i], many, 40, -1);
        rig_end(r);
        assert_int_equal(layout_outside(r->ui, 640.0f, 360.0f), 0);
        for (int k = 0; k < ui_widget_count(r->ui); k++) {
            ui_widget_info w;
            ui_widget_at(r->ui, k, &w);
            assert_true(w.visible.x >= 0 && w.visible.y >= 0 && w.visible.x + w.visible.w <= 640.0f &&
                        w.visible.y + w.visible.h <= 360.0f);
            assert_false(rects_overlap(w.visible, anchors[i]));
        }
    }
    rig_destroy(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_press_and_release_between_two_builds_is_a_click),
        cmocka_unit_test(every_click_counts_one_a_build),
        cmocka_unit_test(release_outside_is_no_click),
        cmocka_unit_test(only_the_left_button_presses),
        cmocka_unit_test(a_press_dies_with_its_widget),
        cmocka_unit_test(a_minimised_window_lets_go),
        cmocka_unit_test(toggles_follow_every_press),
        cmocka_unit_test(a_card_stops_the_pointer),
        cmocka_unit_test(slider_keys_move_by_steps),
        cmocka_unit_test(slider_follows_the_pointer_even_outside),
        cmocka_unit_test(a_disabled_slider_says_why),
        cmocka_unit_test(a_slider_takes_no_nonsense),
        cmocka_unit_test(choice_keys_go_round),
        cmocka_unit_test(choice_takes_the_segment_pressed_and_released),
        cmocka_unit_test(choice_wraps_into_rows_where_it_is_narrow),
        cmocka_unit_test(drags_add_up),
        cmocka_unit_test(a_still_press_is_a_click_and_a_drag_is_not),
        cmocka_unit_test(wheel_and_pinch_add_up),
        cmocka_unit_test(an_area_takes_its_keys_one_a_build),
        cmocka_unit_test(scrolling_stops_at_both_ends),
        cmocka_unit_test(keys_and_focus_scroll),
        cmocka_unit_test(what_is_scrolled_away_is_not_hit),
        cmocka_unit_test(a_finger_scrolls_instead_of_pressing),
        cmocka_unit_test(the_bar_moves_the_content),
        cmocka_unit_test(a_menu_gives_its_choice_or_closes),
        cmocka_unit_test(a_menu_stays_inside_the_surface),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
