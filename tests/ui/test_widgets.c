// What is pressed: buttons, switches, words, entries.
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

// A second button that goes down meanwhile is nothing: neither a press of its own nor the end of the first.
static void one_press_at_a_time(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    rect at = {10, 10, 100, 40};
    presses(r, at);
    rig_down(r, 50, 30);
    input_event right = {.kind = INPUT_POINTER_DOWN, .x = 300, .y = 200, .button = BUTTON_RIGHT, .clicks = 1};
    assert_true(ui_event(r->ui, &right));
    right.kind = INPUT_POINTER_UP;
    assert_true(ui_event(r->ui, &right));
    rig_move(r, 50, 30);
    rig_up(r, 50, 30);
    assert_int_equal(presses(r, at), 1);
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

static void a_press_that_is_given_up_chooses_nothing(void **state)
{
    (void)state;
    const input_kind ends[] = {INPUT_POINTER_CANCEL, INPUT_MINIMISED};
    for (int i = 0; i < 2; i++) {
        rig *r = rig_create(400, 300, 1);
        rect at = {10, 10, 100, 40};
        presses(r, at);
        rig_down(r, 50, 30);
        ui_event(r->ui, &(input_event){.kind = ends[i]});
        assert_false(rig_up(r, 50, 30));
        assert_int_equal(presses(r, at), 0);
        rig_click(r, 50, 30); // and the next one counts
        assert_int_equal(presses(r, at), 1);
        rig_destroy(r);
    }
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

// --- words in a paragraph and entries of lists

static int terms(rig *r, const ui_term *list, int count)
{
    static const char text[] = "Glutamate goes from one nerve cell to the next nerve cell.";
    ui *u = rig_begin(r);
    rect box = {10.0f, 10.0f, 18.0f * 0.55f * ui_type(u, TYPE_LABEL), 0.0f};
    ui_paragraph(u, box, text, TYPE_LABEL, TEXT_REGULAR, UI_LEFT, (colour){1, 1, 1, 1});
    int pressed = ui_terms(u, box, text, TYPE_LABEL, TEXT_REGULAR, list, count);
    rig_end(r);
    return pressed;
}

static const ui_term two_terms[2] = {{"one", 0, 9, "Glutamate", "A messenger."},
                                     {"two", 24, 10, "Nerve cell", "It talks to others."}};

static void a_word_is_pressed_where_it_stands(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    terms(r, two_terms, 2);
    for (int i = 0; i < 2; i++) {
        ui_widget_info w;
        assert_true(ui_widget_at(r->ui, i, &w));
        assert_string_equal(w.role, "term");
        rig_click(r, w.box.x + 0.5f * w.box.w, w.box.y + 0.5f * w.box.h);
        assert_int_equal(terms(r, two_terms, 2), i);
        assert_int_equal(terms(r, two_terms, 2), -1);
    }
    rig_click(r, 390.0f, 290.0f);
    assert_int_equal(terms(r, two_terms, 2), -1);
    rig_destroy(r);
}

static void a_word_takes_enter_and_leaves_space(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    terms(r, two_terms, 2);
    rig_key(r, KEY_TAB);
    assert_string_equal(rig_focus(r), "one");
    rig_key(r, KEY_TAB);
    assert_false(rig_key(r, ' '));
    assert_int_equal(terms(r, two_terms, 2), -1);
    assert_true(rig_key(r, KEY_ENTER));
    assert_int_equal(terms(r, two_terms, 2), 1);
    rig_destroy(r);
}

static void an_explanation_is_shown_to_keys_and_pointer_alike(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    terms(r, two_terms, 2);
    assert_null(rig_text(r, "messenger"));
    rig_key(r, KEY_TAB);
    terms(r, two_terms, 2);
    assert_non_null(rig_text(r, "messenger"));
    rig_destroy(r);
}

static void an_entry_is_as_high_as_its_words_and_is_pressed_anywhere(void **state)
{
    (void)state;
    rig *r = rig_create(600, 400, 1);
    static const char title[] = "A claim that is long enough to need more than a single line here";
    for (int narrow = 0; narrow < 2; narrow++) {
        float width = narrow ? 260.0f : 560.0f, x = 10.0f + 0.9f * width;
        for (int round = 0; round < 2; round++) {
            ui *u = rig_begin(r);
            rect at = {10.0f, 10.0f, width, ui_entry_height(u, width, ICON_PLAY, title, "Debated")};
            assert_int_equal(ui_entry(u, "e", at, ICON_PLAY, title, "Debated"), round);
            rig_end(r);
            assert_int_equal(layout_faults(r->ui, &r->draw, 600.0f, 400.0f), 0);
            const draw2d_command *note = rig_text(r, "Debated");
            assert_true(note->box.y + note->box.h <= at.y + at.h);
            if (round == 0)
                rig_click(r, x, at.y + at.h - 3.0f);
        }
    }
    rig_destroy(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_press_and_release_between_two_builds_is_a_click),
        cmocka_unit_test(every_click_counts_one_a_build),
        cmocka_unit_test(one_press_at_a_time),
        cmocka_unit_test(release_outside_is_no_click),
        cmocka_unit_test(only_the_left_button_presses),
        cmocka_unit_test(a_press_dies_with_its_widget),
        cmocka_unit_test(a_press_that_is_given_up_chooses_nothing),
        cmocka_unit_test(toggles_follow_every_press),
        cmocka_unit_test(a_card_stops_the_pointer),
        cmocka_unit_test(a_word_is_pressed_where_it_stands),
        cmocka_unit_test(a_word_takes_enter_and_leaves_space),
        cmocka_unit_test(an_explanation_is_shown_to_keys_and_pointer_alike),
        cmocka_unit_test(an_entry_is_as_high_as_its_words_and_is_pressed_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
