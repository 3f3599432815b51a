// The pointer over widgets: fingers that drag sideways, and a pointer that goes.
#include "rig.h"

enum { ROWS = 10 };

typedef struct seen {
    float y; // of the content
    int pressed;
    double slid;
} seen;

// A scroll box with a row of buttons and, in the middle of what is seen, a slider.
static seen list(rig *r)
{
    static const ui_button_def plain = {.label = "Row"};
    static const ui_slider_def slider = {
        .label = "Dose", .value_text = "5", .low = 0.0, .high = 10.0, .step = 0.1};
    seen s = {.pressed = -1, .slid = 5.0};
    ui *u = rig_begin(r);
    rect inner = ui_scroll_begin(u, "list", "List", (rect){0, 0, 200, 100}, 400);
    s.y = inner.y;
    for (int i = 0; i < ROWS; i++) {
        char id[24];
        rect row = {inner.x, inner.y + 40.0f * (float)i, inner.w, 36};
        snprintf(id, sizeof id, "row%d", i);
        if (i == 1)
            ui_slider(u, id, row, &slider, &s.slid);
        else if (ui_button(u, id, row, &plain))
            s.pressed = i;
    }
    ui_scroll_end(u);
    rig_end(r);
    return s;
}

static void finger(rig *r, input_kind kind, float x, float y)
{
    input_event e = {.kind = kind, .x = x, .y = y, .button = BUTTON_LEFT, .touch = true, .clicks = 1};
    ui_event(r->ui, &e);
}

// Rows take no drag, so a finger that goes more sideways than up still scrolls and presses nothing.
static void a_sideways_drag_over_a_row_scrolls_by_what_is_upward_in_it(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    list(r);
    finger(r, INPUT_POINTER_DOWN, 50, 90);
    finger(r, INPUT_POINTER_MOVE, 90, 70);
    seen s = list(r);
    finger(r, INPUT_POINTER_UP, 90, 70);
    assert_true(s.y == -20.0f);
    assert_int_equal(list(r).pressed, -1);
    rig_destroy(r);
}

// A slider's own direction stays its own; across it, its box scrolls.
static void a_finger_on_a_slider_slides_or_scrolls_by_its_direction(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    list(r);
    finger(r, INPUT_POINTER_DOWN, 100, 60);
    list(r);
    finger(r, INPUT_POINTER_MOVE, 160, 50);
    seen s = list(r);
    finger(r, INPUT_POINTER_UP, 160, 50);
    assert_true(s.y == 0.0f && s.slid > 5.0);
    list(r);
    finger(r, INPUT_POINTER_DOWN, 100, 60);
    list(r);
    finger(r, INPUT_POINTER_MOVE, 110, 20);
    s = list(r);
    finger(r, INPUT_POINTER_UP, 110, 20);
    assert_true(s.y == -40.0f);
    rig_destroy(r);
}

// Everything that is drawn, as one number.
static double drawn(const rig *r)
{
    double sum = 0.0;
    for (size_t i = 0; i < r->draw.count; i++) {
        const draw2d_command *c = &r->draw.commands[i];
        sum += (double)(i + 1) * ((double)c->fill.r + 3.0 * (double)c->fill.g + (double)c->fill.a);
    }
    return sum + 1e6 * (double)r->draw.count;
}

static void what_a_pointer_left_behind_is_at_rest(void **state)
{
    (void)state;
    rig *r = rig_create(400, 300, 1);
    list(r);
    list(r);
    double rest = drawn(r);
    assert_false(ui_wants_pointer(r->ui));
    rig_move(r, 50, 20);
    list(r);
    assert_true(ui_wants_pointer(r->ui) && drawn(r) != rest);
    ui_event(r->ui, &(input_event){.kind = INPUT_POINTER_LEAVE});
    list(r);
    assert_false(ui_wants_pointer(r->ui));
    assert_true(drawn(r) == rest);
    rig_destroy(r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sideways_drag_over_a_row_scrolls_by_what_is_upward_in_it),
        cmocka_unit_test(a_finger_on_a_slider_slides_or_scrolls_by_its_direction),
        cmocka_unit_test(what_a_pointer_left_behind_is_at_rest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
