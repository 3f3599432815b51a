// The order of the focus, and what is told of it and of the caption for those who do not see them.
#include "app/chrome_parts.h"
#include "app/narrate.h"
#include "chrome_fixture.h"

static void the_focus_goes_stage_bar_dock(void **state)
{
    (void)state;
    static const char *const order[] = {"stage.ssri", "stage.ketamine", "bar.tab.brain"};
    fixture_build(&a);
    ui_focus f;
    for (int i = 0; i < 3; i++) {
        fixture_key(&a, KEY_TAB, 0);
        assert_true(ui_focused(a.ui, &f));
        assert_string_equal(f.id, order[i]);
    }
    bool dock = false;
    for (int i = 0; i < 40 && !dock; i++) {
        fixture_key(&a, KEY_TAB, 0);
        dock = ui_focused(a.ui, &f) && strcmp(f.id, "dock.axis") == 0;
    }
    assert_true(dock);
}

static char *narrated(void)
{
    FILE *file = tmpfile();
    assert_non_null(file);
    narrate_to(&a, file);
    static char text[4096];
    rewind(file);
    size_t n = fread(text, 1, sizeof text - 1, file);
    text[n] = '\0';
    fclose(file);
    return text;
}

static void focus_and_caption_are_narrated_once(void **state)
{
    (void)state;
    fixture_build(&a);
    char *text = narrated();
    assert_non_null(strstr(text, "Caption: "));
    assert_non_null(strstr(text, a.caption));
    assert_string_equal(narrated(), "");
    fixture_key(&a, KEY_TAB, 0);
    text = narrated();
    assert_non_null(strstr(text, "Focus: "));
    assert_non_null(strstr(text, chrome_word(&a, "stage.ssri")));
    assert_int_equal(text[strlen(text) - 1], '\n');
    assert_null(strchr(text, '\n') + 1 < text + strlen(text) ? text : NULL); // one line
    assert_string_equal(narrated(), "");
}

static void of_a_control_that_changes_only_the_change_is_narrated(void **state)
{
    (void)state;
    a.overlay = OVERLAY_MENU;
    fixture_build(&a);
    ui_focus_set(a.ui, "set.motion");
    fixture_build(&a);
    char *text = narrated();
    assert_non_null(strstr(text, "Focus: Calm motion, switch, off"));
    fixture_key(&a, KEY_TAB, MOD_SHIFT); // reached with a key, Space presses it
    fixture_key(&a, KEY_TAB, 0);
    narrated();
    fixture_key(&a, ' ', 0);
    fixture_build(&a);
    assert_true(a.look.reduce_motion);
    assert_string_equal(narrated(), "Focus: on\n");
}

static void a_running_clock_is_narrated_at_its_marks(void **state)
{
    (void)state;
    a.view = view_state_default(VIEW_BRAIN);
    fixture_build(&a);
    fixture_key(&a, KEY_TAB, 0); // the stage has the focus, and its value runs with the clock
    narrated();
    clock_play(&a, true);
    int told = 0;
    while (a.playing) {
        clock_advance(&a, 0.1);
        fixture_build_once(&a);
        told += narrated()[0] != '\0';
    }
    int marks;
    view_marks(&marks);
    assert_int_equal(told, marks - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_focus_goes_stage_bar_dock, open_app, close_app),
        cmocka_unit_test_setup_teardown(focus_and_caption_are_narrated_once, open_app, close_app),
        cmocka_unit_test_setup_teardown(of_a_control_that_changes_only_the_change_is_narrated, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_running_clock_is_narrated_at_its_marks, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
