#include "layout_check.h"
#include "rig.h"

#include <math.h>

static const ui_button_def icon = {
    .label = "settings", .icon = ICON_SETTINGS, .icon_only = true, .hint = "language, theme and text size"};

// Time enough for `s` seconds in steps of a frame.
static void live(rig *r, double s, void (*build)(rig *r, const rect *at), const rect *at)
{
    r->frame.dt_s = 0.02;
    for (double t = 0.0; t < s; t += 0.02)
        build(r, at);
}

static void one_icon(rig *r, const rect *at)
{
    ui *u = rig_begin(r);
    ui_button(u, "b", *at, &icon);
    rig_end(r);
}

static void tooltips_wait_half_a_second(void **state)
{
    (void)state;
    rig *r = rig_create(800, 600, 1);
    rect at = {300, 200, 44, 44};
    one_icon(r, &at);
    rig_move(r, 310, 210);
    live(r, 0.4, one_icon, &at);
    assert_null(rig_text(r, "settings"));
    assert_true(ui_wants_frame(r->ui));
    live(r, 0.5, one_icon, &at);
    assert_non_null(rig_text(r, "settings"));
    assert_false(ui_wants_frame(r->ui)); // nothing moves any more
    rig_move(r, 10, 10);
    one_icon(r, &at);
    assert_null(rig_text(r, "settings"));
    rig_destroy(r);
}

static void a_long_rest_does_not_count_as_hovering(void **state)
{
    (void)state;
    rig *r = rig_create(800, 600, 1);
    rect at = {300, 200, 44, 44};
    one_icon(r, &at);
    rig_move(r, 310, 210);
    r->frame.dt_s = 60.0; // nothing was drawn for a minute
    one_icon(r, &at);
    assert_null(rig_text(r, "settings"));
    rig_destroy(r);
}

static void a_press_silences_the_tooltip(void **state)
{
    (void)state;
    rig *r = rig_create(800, 600, 1);
    rect at = {300, 200, 44, 44};
    one_icon(r, &at);
    rig_click(r, 310, 210);
    live(r, 1.0, one_icon, &at);
    assert_null(rig_text(r, "settings"));
    rig_move(r, 10, 10);
    live(r, 0.1, one_icon, &at);
    rig_move(r, 310, 210);
    live(r, 1.0, one_icon, &at);
    assert_non_null(rig_text(r, "settings"));
    rig_destroy(r);
}

static void icons_say_their_name_on_keyboard_focus(void **state)
{
    (void)state;
    rig *r = rig_create(800, 600, 1);
    rect at = {300, 200, 44, 44};
    one_icon(r, &at);
    rig_key(r, KEY_TAB);
    one_icon(r, &at);
    assert_non_null(rig_text(r, "settings"));
    assert_non_null(rig_text(r, "language, theme"));
    rig_destroy(r);
}

static void fingers_do_not_hover(void **state)
{
    (void)state;
    rig *r = rig_create(800, 600, 1);
    rect at = {300, 200, 44, 44};
    one_icon(r, &at);
    input_event e = {.kind = INPUT_POINTER_DOWN, .x = 310, .y = 210, .button = BUTTON_LEFT, .touch = true};
    ui_event(r->ui, &e);
    e.kind = INPUT_POINTER_UP;
    ui_event(r->ui, &e);
    live(r, 1.0, one_icon, &at);
    assert_null(rig_text(r, "settings"));
    rig_destroy(r);
}

// The bubble is inside the surface and off its widget, from every place, at every size of text.
static void tooltips_stay_inside_and_beside(void **state)
{
    (void)state;
    static const float sizes[3][2] = {{800, 600}, {640, 360}, {360, 640}};
    int shown = 0;
    for (int s = 0; s < 3; s++) {
        for (int scale = 0; scale < 3; scale++) {
            for (int place = 0; place < 25; place++) {
                float w = sizes[s][0], h = sizes[s][1];
                rig *r = rig_create(w, h, h / 1080.0f + 0.1f);
                r->frame.text_scale = 0.8f + 0.6f * (float)scale;
                rect at = {(w - 40.0f) * (float)(place % 5) / 4.0f, (h - 40.0f) * (float)(place / 5) / 4.0f,
                           40, 40};
                one_icon(r, &at);
                rig_key(r, KEY_TAB);
                one_icon(r, &at);
                shown += rig_text(r, "settings") != NULL;
                rect surface = {0, 0, w, h};
                for (size_t i = 0; i < r->draw.count; i++) {
                    const draw2d_command *c = &r->draw.commands[i];
                    if (c->kind != DRAW2D_TEXT)
                        continue;
                    assert_true(layout_holds(surface, c->box));
                    assert_false(rects_overlap(c->box, at));
                }
                rig_destroy(r);
            }
        }
    }
    assert_int_equal(shown, 3 * 3 * 25);
}

static void one_disabled(rig *r, const rect *at)
{
    ui *u = rig_begin(r);
    ui_button(u, "b", *at, &(ui_button_def){.label = "story", .disabled_why = "no story is open"});
    ui_button(u, "c", (rect){500, 400, 100, 44}, &(ui_button_def){.label = "other"});
    rig_end(r);
}

static void a_disabled_button_says_why_when_pressed(void **state)
{
    (void)state;
    rig *r = rig_create(800, 600, 1);
    rect at = {300, 200, 100, 44};
    one_disabled(r, &at);
    assert_null(rig_text(r, "no story"));
    rig_click(r, 310, 210);
    one_disabled(r, &at);
    assert_non_null(rig_text(r, "no story"));
    live(r, 4.2, one_disabled, &at);
    assert_null(rig_text(r, "no story"));
    rig_key(r, KEY_TAB); // and as soon as the keys reach it
    rig_key_mods(r, KEY_TAB, MOD_SHIFT);
    one_disabled(r, &at);
    assert_non_null(rig_text(r, "no story"));
    rig_destroy(r);
}

// --- easing

static bool lit;

static void one_tab(rig *r, const rect *at)
{
    ui *u = rig_begin(r);
    ui_button(u, "t", *at, &(ui_button_def){.label = "tab", .look = UI_BUTTON_TAB, .selected = lit});
    rig_end(r);
}

static float underline(const rig *r)
{
    for (size_t i = 0; i < r->draw.count; i++) {
        const draw2d_command *c = &r->draw.commands[i];
        if (c->kind == DRAW2D_CAPSULE)
            return c->b[0] - c->a[0];
    }
    return 0.0f;
}

static void selection_eases_over_200_ms(void **state)
{
    (void)state;
    rig *r = rig_create(800, 600, 1);
    rect at = {100, 100, 200, 44};
    lit = false;
    one_tab(r, &at);
    lit = true;
    r->frame.dt_s = 0.05;
    float before = 0.0f;
    for (int i = 0; i < 20 && (i == 0 || ui_wants_frame(r->ui)); i++) {
        one_tab(r, &at);
        assert_true(underline(r) > before);
        before = underline(r);
        assert_true(i < 6); // 200 ms, the first step counted as one frame at most
    }
    assert_true(before == 168.0f);
    rig_destroy(r);
}

static void nothing_eases_in_stills_or_with_reduced_motion(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        rig *r = rig_create(800, 600, 1);
        rect at = {100, 100, 200, 44};
        lit = false;
        one_tab(r, &at);
        lit = true;
        r->frame.dt_s = i ? 0.01 : 0.0;
        r->frame.reduce_motion = i == 1;
        one_tab(r, &at);
        assert_true(underline(r) == 168.0f);
        assert_false(ui_wants_frame(r->ui));
        rig_destroy(r);
    }
}

static void a_new_widget_appears_as_it_is(void **state)
{
    (void)state;
    rig *r = rig_create(800, 600, 1);
    rect at = {100, 100, 200, 44};
    lit = true;
    r->frame.dt_s = 0.01;
    one_tab(r, &at);
    assert_true(underline(r) == 168.0f);
    rig_destroy(r);
}

// --- the layout check finds what it is for

static void the_layout_check_finds_faults(void **state)
{
    (void)state;
    rig *r = rig_create(800, 600, 1);
    const ui_button_def b = {.label = "ab"};
    ui *u = rig_begin(r);
    ui_area(u, "stage", (rect){0, 0, 800, 600}, &(ui_area_def){.label = "stage"});
    ui_button(u, "a", (rect){10, 10, 100, 44}, &b);
    ui_button(u, "b", (rect){120, 10, 100, 44}, &b);
    rig_end(r);
    assert_int_equal(layout_faults(u, &r->draw, 800, 600), 0);
    u = rig_begin(r);
    ui_button(u, "a", (rect){10, 10, 100, 44}, &b);
    ui_button(u, "b", (rect){60, 10, 100, 44}, &b);   // overlaps
    ui_button(u, "c", (rect){740, 100, 100, 44}, &b); // sticks out
    ui_button(u, "d", (rect){10, 100, 20, 44}, &b);   // too narrow a target
    ui_line(u, (rect){10, 200, 40, 44}, "will never fit in here", TYPE_LABEL, TEXT_REGULAR, UI_LEFT,
            r->frame.theme->ink);
    ui_line(u, (rect){10, 300, 400, 44}, "one upon", TYPE_LABEL, TEXT_REGULAR, UI_LEFT, r->frame.theme->ink);
    ui_line(u, (rect){20, 305, 400, 44}, "another", TYPE_LABEL, TEXT_REGULAR, UI_LEFT, r->frame.theme->ink);
    rig_end(r);
    assert_int_equal(layout_overlaps(u), 1);
    assert_int_equal(layout_outside(u, 800, 600), 1);
    assert_int_equal(layout_small(u, 24.0f), 1);
    assert_true(layout_texts(&r->draw, 800, 600) >= 1);
    assert_true(ui_ellipsis_count(u) >= 1);
    rig_destroy(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tooltips_wait_half_a_second),
        cmocka_unit_test(a_long_rest_does_not_count_as_hovering),
        cmocka_unit_test(a_press_silences_the_tooltip),
        cmocka_unit_test(icons_say_their_name_on_keyboard_focus),
        cmocka_unit_test(fingers_do_not_hover),
        cmocka_unit_test(tooltips_stay_inside_and_beside),
        cmocka_unit_test(a_disabled_button_says_why_when_pressed),
        cmocka_unit_test(selection_eases_over_200_ms),
        cmocka_unit_test(nothing_eases_in_stills_or_with_reduced_motion),
        cmocka_unit_test(a_new_widget_appears_as_it_is),
        cmocka_unit_test(the_layout_check_finds_faults),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
