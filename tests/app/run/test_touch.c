// A finger from what the window system tells to what it does: buttons, names in the picture, lists; and that
// a pointer names what the finger picks.
#include "stage_fixture.h"

#include "platform/sdl/events.h"

#include <stdio.h>

static event_reader reader;

static int open_window(void **state)
{
    open_stage(state);
    a.frame.width = 960;
    a.frame.height = 600;
    reader = (event_reader){.width = 960, .height = 600, .px_per_unit = 1};
    return 0;
}

static void touch(Uint32 type, float x, float y)
{
    SDL_Event e = {.type = type};
    input_event heard;
    e.tfinger.type = type;
    e.tfinger.fingerId = 7;
    e.tfinger.x = x / (float)reader.width;
    e.tfinger.y = y / (float)reader.height;
    events_read(&reader, &e, NULL);
    while (events_next(&reader, &heard))
        fixture_event(&a, &heard);
    a.frame.now_s += 0.05;
}

static void tap(float x, float y)
{
    touch(SDL_FINGERDOWN, x, y);
    touch(SDL_FINGERUP, x, y);
    a.frame.now_s += 2.0;
    fixture_build(&a);
}

static void tap_widget(const char *id)
{
    rect r = fixture_widget(&a, id).visible;
    tap(r.x + 0.5f * r.w, r.y + 0.5f * r.h);
}

static void a_tap_presses_the_button_below_it(void **state)
{
    (void)state;
    fixture_build(&a);
    tap_widget("bar.menu");
    assert_int_equal(a.stage.overlay, OVERLAY_MENU);
    tap(5.0f, 0.5f * (float)a.frame.height); // beside the menu
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    tap_widget("bar.help");
    assert_int_equal(a.stage.overlay, OVERLAY_HELP);
}

static void a_finger_scrolls_the_help_and_presses_nothing_in_it(void **state)
{
    (void)state;
    fixture_build(&a);
    tap_widget("bar.help");
    ui_widget_info row = {0};
    rect from = {0};
    char id[64] = "";
    for (int i = 0; i < ui_widget_count(a.parts.ui); i++) {
        ui_widget_at(a.parts.ui, i, &row); // the last row that is seen: there is room above it
        if (row.in_scroll && row.focusable && row.visible.h > 10.0f) {
            snprintf(id, sizeof id, "%s", row.id);
            from = row.visible;
        }
    }
    assert_true(id[0] && from.y > 250.0f);
    float before = fixture_widget(&a, id).box.y, x = from.x + 0.5f * from.w, y = from.y + 0.5f * from.h;
    touch(SDL_FINGERDOWN, x, y);
    for (int i = 1; i <= 10; i++)
        touch(SDL_FINGERMOTION, x + 1.0f * (float)i, y - 10.0f * (float)i);
    touch(SDL_FINGERUP, x + 10.0f, y - 100.0f);
    assert_true(fixture_widget(&a, id).box.y < before - 60.0f);
    assert_int_equal(a.stage.overlay, OVERLAY_HELP);
}

// The pointer names a part in the picture, a press picks it, and a finger on its name picks the same.
static void what_a_pointer_names_a_press_and_a_finger_pick(void **state)
{
    (void)state;
    static const view_scene scenes[] = {VIEW_CIRCUIT, VIEW_SYNAPSE, VIEW_GROWTH};
    for (size_t i = 0; i < sizeof scenes / sizeof scenes[0]; i++) {
        fixture_show(scenes[i]);
        fixture_build(&a);
        assert_true(a.stage.names.count > 0);
        rect name = a.stage.names.at[0].box;
        float x = name.x + 0.5f * name.w, y = name.y + 0.5f * name.h;
        assert_string_equal(a.stage.hovered, "");
        fixture_pointer(&a, INPUT_POINTER_MOVE, x, y);
        char named[VIEW_PICK_MAX];
        snprintf(named, sizeof named, "%s", a.stage.hovered);
        assert_true(named[0] != '\0');
        fixture_event(&a, &(input_event){.kind = INPUT_POINTER_LEAVE});
        fixture_build(&a);
        assert_string_equal(a.stage.hovered, "");
        assert_string_equal(a.session.view.pick, "");

        fixture_pointer(&a, INPUT_POINTER_MOVE, x, y);
        fixture_pointer(&a, INPUT_POINTER_DOWN, x, y);
        fixture_pointer(&a, INPUT_POINTER_UP, x, y);
        assert_string_equal(a.session.view.pick, named);
        fixture_show(scenes[i]);
        fixture_event(&a, &(input_event){.kind = INPUT_POINTER_LEAVE});
        fixture_build(&a);
        assert_string_equal(a.session.view.pick, "");
        name = a.stage.names.at[0].box;
        tap(name.x + 0.5f * name.w, name.y + 0.5f * name.h);
        assert_string_equal(a.session.view.pick, named);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_tap_presses_the_button_below_it, open_window, close_stage),
        cmocka_unit_test_setup_teardown(a_finger_scrolls_the_help_and_presses_nothing_in_it, open_window,
                                        close_stage),
        cmocka_unit_test_setup_teardown(what_a_pointer_names_a_press_and_a_finger_pick, open_window,
                                        close_stage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
