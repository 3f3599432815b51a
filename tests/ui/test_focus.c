#include "rig.h"

typedef struct page {
    rig *rig;
    bool modal, list, second_gone, third_disabled;
    int pressed[4];
    bool dismissed;
    double value;
    int choice;
} page;

static const char *const options[3] = {"a", "b", "c"};

// Three buttons, a slider and a choice; over them, when asked for, a modal layer with two buttons and a
// second with one.
static void build(page *p)
{
    ui *u = rig_begin(p->rig);
    const ui_button_def plain = {.label = "label"};
    const ui_button_def disabled = {.label = "label", .disabled_why = "why not"};
    p->pressed[0] += ui_button(u, "one", (rect){0, 0, 100, 40}, &plain);
    if (!p->second_gone)
        p->pressed[1] += ui_button(u, "two", (rect){100, 0, 100, 40}, &plain);
    p->pressed[2] += ui_button(u, "three", (rect){200, 0, 100, 40}, p->third_disabled ? &disabled : &plain);
    const ui_slider_def slider = {.label = "s", .value_text = "v", .low = 0, .high = 1, .step = 0.1};
    ui_slider(u, "slider", (rect){0, 50, 300, 60}, &slider, &p->value);
    ui_choice(u, "choice", (rect){0, 120, 300, 40}, NULL, options, 3, &p->choice);
    if (p->modal) {
        ui_layer_push(u, "panel", true);
        ui_card(u, (rect){400, 300, 200, 100});
        p->pressed[3] += ui_button(u, "yes", (rect){410, 310, 80, 40}, &plain);
        ui_button(u, "no", (rect){500, 310, 80, 40}, &plain);
        p->dismissed = ui_layer_dismissed(u);
        if (p->list) {
            ui_layer_push(u, "list", true);
            ui_button(u, "item", (rect){410, 360, 80, 30}, &plain);
            ui_layer_pop(u);
        }
        ui_layer_pop(u);
    }
    rig_end(p->rig);
}

static int start(void **state)
{
    page *p = calloc(1, sizeof *p);
    assert_non_null(p);
    p->rig = rig_create(800, 600, 1);
    p->value = 0.5;
    build(p);
    *state = p;
    return 0;
}

static int stop(void **state)
{
    page *p = *state;
    rig_destroy(p->rig);
    free(p);
    return 0;
}

static void tab_follows_the_order_of_building_and_wraps(void **state)
{
    page *p = *state;
    static const char *const order[6] = {"one", "two", "three", "slider", "choice", "one"};
    for (int i = 0; i < 6; i++) {
        assert_true(rig_key(p->rig, KEY_TAB));
        build(p);
        assert_string_equal(rig_focus(p->rig), order[i]);
    }
    for (int i = 4; i >= 0; i--) {
        assert_true(rig_key_mods(p->rig, KEY_TAB, MOD_SHIFT));
        build(p);
        assert_string_equal(rig_focus(p->rig), order[i]);
    }
}

static void several_tabs_between_two_builds_all_count(void **state)
{
    page *p = *state;
    for (int i = 0; i < 4; i++)
        rig_key(p->rig, KEY_TAB);
    build(p);
    assert_string_equal(rig_focus(p->rig), "slider");
    assert_true(rig_key_mods(p->rig, KEY_TAB, MOD_SHIFT));
    assert_string_equal(rig_focus(p->rig), "three");
    assert_false(rig_key_mods(p->rig, KEY_TAB, MOD_CTRL)); // the window's own
}

static bool ring_is_drawn(const page *p)
{
    const theme *t = theme_get(THEME_NIGHT);
    for (size_t i = 0; i < p->rig->draw.count; i++) {
        const draw2d_command *c = &p->rig->draw.commands[i];
        if (c->kind == DRAW2D_BOX && c->width >= 2.9f && memcmp(&c->line, &t->focus, sizeof t->focus) == 0)
            return true;
    }
    return false;
}

static void the_ring_is_seen_only_after_keys(void **state)
{
    page *p = *state;
    rig_click(p->rig, 150, 20);
    build(p);
    assert_string_equal(rig_focus(p->rig), "two");
    assert_false(ui_focus_visible(p->rig->ui) || ring_is_drawn(p));
    rig_key(p->rig, KEY_TAB);
    build(p);
    assert_string_equal(rig_focus(p->rig), "three"); // on from where the pointer was
    assert_true(ui_focus_visible(p->rig->ui) && ring_is_drawn(p));
    rig_click(p->rig, 700, 500);
    build(p);
    assert_false(ui_focus_visible(p->rig->ui) || ring_is_drawn(p));
}

static void enter_and_space_press_once_and_not_on_repeat(void **state)
{
    page *p = *state;
    rig_key(p->rig, KEY_TAB);
    build(p);
    assert_true(rig_key(p->rig, KEY_ENTER));
    build(p);
    assert_int_equal(p->pressed[0], 1);
    assert_true(rig_key(p->rig, ' '));
    input_event held = {.kind = INPUT_KEY_DOWN, .key = ' ', .repeat = true};
    assert_true(ui_event(p->rig->ui, &held));
    build(p);
    build(p);
    assert_int_equal(p->pressed[0], 2);
}

static void space_after_a_click_belongs_to_the_stage(void **state)
{
    page *p = *state;
    rig_click(p->rig, 50, 20);
    build(p);
    assert_int_equal(p->pressed[0], 1);
    assert_false(rig_key(p->rig, ' '));
    build(p);
    assert_int_equal(p->pressed[0], 1);
}

static void arrows_after_a_click_can_be_left_to_the_story(void **state)
{
    page *p = *state;
    rig_click(p->rig, 150, 90);
    build(p);
    assert_string_equal(rig_focus(p->rig), "slider");
    ui_pointer_focus_takes_keys(p->rig->ui, false);
    assert_false(rig_key(p->rig, KEY_RIGHT));
    ui_pointer_focus_takes_keys(p->rig->ui, true);
    assert_true(rig_key(p->rig, KEY_RIGHT));
}

static void focus_goes_on_from_where_a_widget_vanished(void **state)
{
    page *p = *state;
    rig_key(p->rig, KEY_TAB);
    rig_key(p->rig, KEY_TAB);
    build(p);
    assert_string_equal(rig_focus(p->rig), "two");
    p->second_gone = true;
    build(p);
    assert_string_equal(rig_focus(p->rig), "");
    rig_key(p->rig, KEY_TAB);
    assert_string_equal(rig_focus(p->rig), "three");
}

static void disabled_widgets_stay_in_the_order(void **state)
{
    page *p = *state;
    p->third_disabled = true;
    build(p);
    for (int i = 0; i < 3; i++)
        rig_key(p->rig, KEY_TAB);
    build(p);
    ui_focus f;
    assert_true(ui_focused(p->rig->ui, &f));
    assert_string_equal(f.id, "three");
    assert_true(f.disabled);
    assert_string_equal(f.hint, "why not");
}

static void a_modal_layer_takes_and_returns_the_focus(void **state)
{
    page *p = *state;
    rig_key(p->rig, KEY_TAB);
    rig_key(p->rig, KEY_TAB);
    build(p);
    p->modal = true;
    build(p);
    assert_string_equal(rig_focus(p->rig), "yes");
    rig_key(p->rig, KEY_TAB);
    assert_string_equal(rig_focus(p->rig), "no");
    rig_key(p->rig, KEY_TAB);
    assert_string_equal(rig_focus(p->rig), "yes"); // wraps inside
    p->modal = false;
    build(p);
    assert_string_equal(rig_focus(p->rig), "two");
    assert_true(ui_focus_visible(p->rig->ui));
}

static void nested_layers_give_the_focus_back_one_by_one(void **state)
{
    page *p = *state;
    rig_key(p->rig, KEY_TAB);
    build(p);
    p->modal = true;
    build(p);
    rig_key(p->rig, KEY_TAB);
    p->list = true;
    build(p);
    assert_string_equal(rig_focus(p->rig), "item");
    p->list = false;
    build(p);
    assert_string_equal(rig_focus(p->rig), "no");
    p->list = true;
    build(p);
    p->list = p->modal = false; // both at once
    build(p);
    assert_string_equal(rig_focus(p->rig), "one");
}

static void the_pointer_does_not_reach_below_a_modal_layer(void **state)
{
    page *p = *state;
    p->modal = true;
    build(p);
    assert_true(ui_wants_pointer(p->rig->ui));
    rig_move(p->rig, 50, 20);
    assert_true(rig_down(p->rig, 50, 20));
    assert_true(rig_up(p->rig, 50, 20));
    build(p);
    assert_int_equal(p->pressed[0], 0);
    assert_true(p->dismissed); // outside of its card
    build(p);
    assert_false(p->dismissed);
    rig_click(p->rig, 590, 390); // on the card
    build(p);
    assert_false(p->dismissed);
    rig_click(p->rig, 450, 330);
    build(p);
    assert_int_equal(p->pressed[3], 1);
}

static void escape_leaves_only_layers_that_ask(void **state)
{
    page *p = *state;
    assert_false(rig_key(p->rig, KEY_ESCAPE));
    p->modal = true;
    build(p);
    assert_true(rig_key(p->rig, KEY_ESCAPE));
    build(p);
    assert_true(p->dismissed);
    p->list = true; // does not ask
    build(p);
    assert_false(rig_key(p->rig, KEY_ESCAPE));
}

static void the_app_can_place_the_focus(void **state)
{
    page *p = *state;
    ui_focus_set(p->rig->ui, "choice");
    assert_true(ui_wants_frame(p->rig->ui));
    build(p);
    assert_string_equal(rig_focus(p->rig), "choice");
    p->modal = true;
    ui_focus_set(p->rig->ui, "no");
    build(p);
    assert_string_equal(rig_focus(p->rig), "no");
    p->modal = false;
    build(p);
    assert_string_equal(rig_focus(p->rig), "choice");
    ui_focus_clear(p->rig->ui);
    build(p);
    assert_string_equal(rig_focus(p->rig), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tab_follows_the_order_of_building_and_wraps, start, stop),
        cmocka_unit_test_setup_teardown(several_tabs_between_two_builds_all_count, start, stop),
        cmocka_unit_test_setup_teardown(the_ring_is_seen_only_after_keys, start, stop),
        cmocka_unit_test_setup_teardown(enter_and_space_press_once_and_not_on_repeat, start, stop),
        cmocka_unit_test_setup_teardown(space_after_a_click_belongs_to_the_stage, start, stop),
        cmocka_unit_test_setup_teardown(arrows_after_a_click_can_be_left_to_the_story, start, stop),
        cmocka_unit_test_setup_teardown(focus_goes_on_from_where_a_widget_vanished, start, stop),
        cmocka_unit_test_setup_teardown(disabled_widgets_stay_in_the_order, start, stop),
        cmocka_unit_test_setup_teardown(a_modal_layer_takes_and_returns_the_focus, start, stop),
        cmocka_unit_test_setup_teardown(nested_layers_give_the_focus_back_one_by_one, start, stop),
        cmocka_unit_test_setup_teardown(the_pointer_does_not_reach_below_a_modal_layer, start, stop),
        cmocka_unit_test_setup_teardown(escape_leaves_only_layers_that_ask, start, stop),
        cmocka_unit_test_setup_teardown(the_app_can_place_the_focus, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
