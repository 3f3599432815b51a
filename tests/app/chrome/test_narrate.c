// The order of the focus, and what is told of it and of the caption for those who do not see them.
#include "app/chrome/chrome_words.h"
#include "app/chrome/narrate.h"
#include "app/stage/clock.h"
#include "app/stage/move_run.h"
#include "app/stage/moves.h"
#include "app/stage/visit.h"
#include "app/state/notice.h"
#include "chrome_fixture.h"
#include "view/view_clock.h"
#include "view/view_text.h"

static void the_focus_goes_stage_bar_dock(void **state)
{
    (void)state;
    static const char *const order[] = {"stage.ssri", "stage.ketamine", "bar.tab.brain"};
    fixture_build(&a);
    ui_focus f;
    for (int i = 0; i < 3; i++) {
        fixture_key(&a, KEY_TAB, 0);
        assert_true(ui_focused(a.parts.ui, &f));
        assert_string_equal(f.id, order[i]);
    }
    bool dock = false;
    for (int i = 0; i < 40 && !dock; i++) {
        fixture_key(&a, KEY_TAB, 0);
        dock = ui_focused(a.parts.ui, &f) && strcmp(f.id, "dock.axis") == 0;
    }
    assert_true(dock);
}

static char heard[32768];

static bool hear(void *ctx, const char *line)
{
    (void)ctx;
    size_t used = strlen(heard);
    snprintf(heard + used, sizeof heard - used, "%s\n", line);
    return true;
}

static bool hear_no_more(void *ctx, const char *line)
{
    hear(ctx, line);
    return false;
}

static char *narrated(void)
{
    heard[0] = '\0';
    a.parts.host = (host){.say = hear};
    narrate_switch(&a, true);
    narrate(&a);
    return heard;
}

static void without_a_listener_the_narration_stops_and_nothing_else(void **state)
{
    (void)state;
    fixture_build(&a);
    narrated();
    a.parts.host = (host){.say = hear_no_more};
    heard[0] = '\0';
    fixture_key(&a, KEY_TAB, 0);
    narrate(&a);
    assert_non_null(strstr(heard, "Focus: "));
    assert_false(a.narration.on);
    assert_false(a.asked.quit);
}

static void focus_and_caption_are_narrated_once(void **state)
{
    (void)state;
    fixture_build(&a);
    char *text = narrated();
    assert_non_null(strstr(text, "Caption: "));
    assert_non_null(strstr(text, a.chrome.caption));
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
    a.stage.overlay = OVERLAY_MENU;
    fixture_build(&a);
    ui_focus_set(a.parts.ui, "set.motion");
    fixture_build(&a);
    char *text = narrated();
    assert_non_null(strstr(text, "Focus: Calm motion, switch, off"));
    fixture_key(&a, KEY_TAB, MOD_SHIFT); // reached with a key, Space presses it
    fixture_key(&a, KEY_TAB, 0);
    narrated();
    fixture_key(&a, ' ', 0);
    fixture_build(&a);
    assert_true(a.session.look.reduce_motion);
    assert_string_equal(narrated(), "Focus: on\n");
}

static void a_running_clock_is_narrated_at_its_marks(void **state)
{
    (void)state;
    a.session.view = view_state_default(VIEW_BRAIN);
    fixture_build(&a);
    fixture_key(&a, KEY_TAB, 0); // the stage has the focus, and its value runs with the clock
    narrated();
    clock_play(&a, true);
    int told = 0;
    while (a.session.playing) {
        clock_advance(&a, 0.1);
        fixture_build_once(&a);
        told += narrated()[0] != '\0';
    }
    int marks;
    view_marks(&marks);
    assert_int_equal(told, marks - 1);
}

static bool told(const char *text, const char *prefix, const char *sentence)
{
    char line[1024];
    snprintf(line, sizeof line, "%s: %s\n", prefix, sentence);
    return strstr(text, line) != NULL;
}

static void a_panel_is_told_when_it_opens_and_when_its_words_change(void **state)
{
    (void)state;
    static const char *const ids[] = {"first_run.title", "safety.advice", "safety.crisis",
                                      "safety.risks_ssri"};
    a.narration.on = true;
    a.stage.overlay = OVERLAY_FIRST_RUN;
    for (int l = 0; l < language_count; l++) {
        fixture_language(&a, every_language[l]);
        fixture_build(&a);
        char *text = narrated();
        for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
            assert_true(told(text, chrome_word(&a, "narrate.panel"), chrome_word(&a, ids[i])));
        fixture_build(&a);
        assert_string_equal(narrated(), "");
    }
    fixture_language(&a, "en");
    for (int i = 0; i < 2; i++) { // told each time it opens
        a.notice.problems = (view_problems){.count = 1, .text = {"t=9w: using 0"}};
        a.stage.overlay = OVERLAY_PROBLEMS;
        fixture_build(&a);
        assert_true(told(narrated(), "Panel", "t=9w: using 0"));
        a.stage.overlay = OVERLAY_NONE;
        fixture_build(&a);
        assert_null(strstr(narrated(), "Panel: "));
    }
}

static void every_panel_is_told_in_bounds(void **state)
{
    (void)state;
    a.narration.on = true;
    for (int l = 0; l < language_count; l++) {
        fixture_language(&a, every_language[l]);
        for (int o = OVERLAY_FIRST_RUN; o <= OVERLAY_PROBLEMS; o++) {
            a.stage.overlay = (overlay)o;
            fixture_build(&a);
            size_t length = strlen(a.chrome.panel_words);
            assert_true(length > 0 && length < CHROME_PANEL_WORDS - 1);
        }
    }
}

static void a_toast_is_told_once_each_time(void **state)
{
    (void)state;
    fixture_build(&a);
    narrated();
    for (int i = 0; i < 2; i++) {
        notice_toast(&a, "toast.letters_off");
        assert_true(told(narrated(), "Notice", chrome_word(&a, "toast.letters_off")));
        assert_string_equal(narrated(), "");
    }
}

static void of_a_glide_only_the_end_is_told(void **state)
{
    (void)state;
    a.parts.eased = true;
    a.session.view = view_state_default(VIEW_BRAIN);
    a.session.view.t_min = 60480.0;
    fixture_build(&a);
    fixture_key(&a, KEY_TAB, 0);
    narrated();
    visit_reset(&a);
    int lines = 0;
    while (move_run_is_on(&a)) {
        moves_advance(&a, 0.02);
        fixture_build_once(&a);
        char *text = narrated();
        assert_true(*text == '\0' || !move_run_is_on(&a));
        lines += *text != '\0';
    }
    assert_int_equal(lines, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_focus_goes_stage_bar_dock, open_app, close_app),
        cmocka_unit_test_setup_teardown(without_a_listener_the_narration_stops_and_nothing_else, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(focus_and_caption_are_narrated_once, open_app, close_app),
        cmocka_unit_test_setup_teardown(of_a_control_that_changes_only_the_change_is_narrated, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_panel_is_told_when_it_opens_and_when_its_words_change, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(every_panel_is_told_in_bounds, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_toast_is_told_once_each_time, open_app, close_app),
        cmocka_unit_test_setup_teardown(of_a_glide_only_the_end_is_told, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_running_clock_is_narrated_at_its_marks, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
