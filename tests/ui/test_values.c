// What is set: sliders and choices.
#include "layout_check.h"
#include "rig.h"

#include <math.h>

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

static void a_slider_whose_press_is_taken_away_has_its_value_again(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    double v = 0.25;
    slide(r, &v, NULL);
    rig_down(r, 113, 60);
    rig_move(r, 163, 60);
    slide(r, &v, NULL);
    assert_true(fabs(v - 0.75) < 1e-9);
    ui_event(r->ui, &(input_event){.kind = INPUT_POINTER_CANCEL});
    slide(r, &v, NULL);
    assert_true(fabs(v - 0.25) < 1e-9);
    rig_move(r, 33, 60); // and it is not held any more
    slide(r, &v, NULL);
    assert_true(fabs(v - 0.25) < 1e-9);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slider_keys_move_by_steps),
        cmocka_unit_test(slider_follows_the_pointer_even_outside),
        cmocka_unit_test(a_slider_whose_press_is_taken_away_has_its_value_again),
        cmocka_unit_test(a_disabled_slider_says_why),
        cmocka_unit_test(a_slider_takes_no_nonsense),
        cmocka_unit_test(choice_keys_go_round),
        cmocka_unit_test(choice_takes_the_segment_pressed_and_released),
        cmocka_unit_test(choice_wraps_into_rows_where_it_is_narrow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
