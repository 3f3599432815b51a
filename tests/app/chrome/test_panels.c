// What is pressed on the controls card and in the panels does what it says.
#include "app/actions/action_keys.h"
#include "app/actions/actions.h"
#include "app/chrome/chrome_words.h"
#include "app/stage/visit.h"
#include "app/story/story_player.h"
#include "chrome_fixture.h"

static void the_card_changes_the_models_inputs(void **state)
{
    (void)state;
    a.session.card_open = true;
    a.session.view = view_state_default(VIEW_BRAIN);
    fixture_build(&a);
    ui_focus_set(a.parts.ui, "card.ketamine");
    fixture_build(&a);
    fixture_key(&a, KEY_END, 0);
    fixture_build(&a);
    check_near(a.session.view.ketamine_mg_per_kg, 1.0, 0.0);
    check_near(treatment_inputs_of(a.parts.treatment).ketamine_mg_per_kg, 1.0, 0.0);
    fixture_click(&a, "card.pin_ssri");
    assert_true(a.session.view.pinned[SIDE_SSRI]);
    fixture_click(&a, "card.close");
    assert_false(a.session.card_open);
}

static const char *focused(void)
{
    static ui_focus f;
    fixture_build(&a);
    return ui_focused(a.parts.ui, &f) ? f.id : "";
}

static void a_key_takes_the_focus_to_the_controls_and_back(void **state)
{
    (void)state;
    fixture_build(&a);
    for (int i = 0; i < 3; i++)
        fixture_key(&a, KEY_TAB, 0);
    assert_string_equal(focused(), "bar.tab.brain");
    for (int by = 0; by < 2; by++) {
        fixture_key(&a, 'c', 0);
        assert_string_equal(focused(), "brain.look");
        assert_true(ui_focus_visible(a.parts.ui));
        fixture_key(&a, KEY_TAB, 0);
        fixture_key(&a, by == 0 ? 'c' : KEY_ESCAPE, 0);
        assert_string_equal(focused(), "bar.tab.brain");
        assert_false(a.session.card_open);
    }
    fixture_key(&a, 'c', 0);
    fixture_key(&a, KEY_TAB, MOD_SHIFT);
    assert_string_equal(focused(), "card.close");
    fixture_key(&a, KEY_ENTER, 0);
    assert_string_equal(focused(), "bar.tab.brain");
}

static void the_pointer_leaves_the_focus_out_of_the_controls(void **state)
{
    (void)state;
    fixture_build(&a);
    fixture_click(&a, "bar.card");
    assert_true(a.session.card_open);
    assert_string_equal(focused(), "bar.card");
    fixture_click(&a, "bar.card");
    assert_string_equal(focused(), "bar.card");
}

// Where its content does not fit, its controls scroll into sight; the box itself is no stop.
static void every_stop_of_the_controls_has_a_name(void **state)
{
    (void)state;
    a.frame.height = 480;
    a.session.card_open = true;
    fixture_build(&a);
    ui_widget_info w;
    for (int i = 0; ui_widget_at(a.parts.ui, i, &w); i++)
        if (w.focusable && !w.label[0])
            fail_msg("%s has no name", w.id);
    a.stage.overlay = OVERLAY_HELP;
    fixture_build(&a);
    assert_string_equal(fixture_widget(&a, "panel.scroll").label, chrome_word(&a, "help.title"));
    assert_true(fixture_widget(&a, "panel.scroll").focusable);
}

static void escape_closes_a_panel_then_a_pick_then_the_controls(void **state)
{
    (void)state;
    a.session.card_open = true;
    a.stage.overlay = OVERLAY_HELP;
    snprintf(a.session.view.pick, sizeof a.session.view.pick, "dlp.l");
    fixture_build(&a);
    fixture_key(&a, KEY_ESCAPE, 0);
    fixture_build(&a);
    assert_true(a.stage.overlay == OVERLAY_NONE && a.session.view.pick[0] && a.session.card_open);
    fixture_key(&a, KEY_ESCAPE, 0);
    assert_true(!a.session.view.pick[0] && a.session.card_open);
    fixture_key(&a, KEY_ESCAPE, 0);
    assert_true(!a.session.card_open && !a.asked.quit);
    assert_non_null(action_why_not(&a, action_find("pick.clear")));
}

static void help_lists_every_action(void **state)
{
    (void)state;
    a.stage.overlay = OVERLAY_HELP;
    fixture_build(&a);
    const action *act;
    for (int i = 0; (act = action_at(i)) != NULL; i++) {
        char id[96];
        snprintf(id, sizeof id, "help.%s", act->id);
        if (action_is_listed(act)) // what works only where the focus is, is said there
            fixture_widget(&a, id);
        char group[64];
        snprintf(group, sizeof group, "help.group.%.*s", (int)strcspn(act->id, "."), act->id);
        assert_string_not_equal(chrome_word(&a, group), group);
    }
    fixture_click(&a, "help.clock.step_forward"); // a row does what it says, on the stage
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_true(a.session.view.t_min > 0.0);
}

static bool has_widget(const char *id)
{
    ui_widget_info w = {0};
    for (int i = 0; i < ui_widget_count(a.parts.ui); i++)
        if (ui_widget_at(a.parts.ui, i, &w) && strcmp(w.id, id) == 0)
            return true;
    return false;
}

// Visitors of a kiosk neither end it nor write files; who runs it has the keys.
static void the_menu_of_a_kiosk_offers_what_visitors_need(void **state)
{
    (void)state;
    static const char *const own[] = {"menu.app.quit", "menu.state.picture", "menu.app.fullscreen"};
    for (int kiosk = 0; kiosk < 2; kiosk++) {
        a.kiosk.on = kiosk;
        a.stage.overlay = OVERLAY_MENU;
        fixture_build(&a);
        for (size_t i = 0; i < sizeof own / sizeof own[0]; i++)
            assert_int_equal(has_widget(own[i]), !kiosk);
        assert_true(has_widget("menu.app.help"));
    }
    a.kiosk.on = false;
}

static void the_menu_sets_language_theme_and_text_size(void **state)
{
    (void)state;
    a.stage.overlay = OVERLAY_MENU;
    fixture_build(&a);
    assert_true(fixture_shows(&a, "Español"));
    ui_focus_set(a.parts.ui, "set.language");
    fixture_build(&a);
    fixture_key(&a, KEY_RIGHT, 0);
    fixture_build(&a);
    assert_string_equal(a.session.look.lang, "es");
    assert_true(fixture_shows(&a, chrome_word(&a, "settings.title")));
    ui_focus_set(a.parts.ui, "set.theme");
    fixture_build(&a);
    fixture_key(&a, KEY_RIGHT, 0);
    fixture_build(&a);
    assert_int_equal(a.session.look.theme, THEME_DAYLIGHT);
    ui_focus_set(a.parts.ui, "set.text_size");
    fixture_build(&a);
    fixture_key(&a, KEY_END, 0);
    fixture_build(&a);
    check_near(a.session.look.text_scale, 2.0, 1e-6);
    assert_int_equal(a.stage.overlay, OVERLAY_MENU);
}

static void a_panel_that_a_key_opened_is_used_with_enter(void **state)
{
    (void)state;
    fixture_build(&a);
    fixture_pointer(&a, INPUT_POINTER_DOWN, 640.0f, 360.0f); // the mouse was used before
    fixture_pointer(&a, INPUT_POINTER_UP, 640.0f, 360.0f);
    fixture_key(&a, 'o', MOD_CTRL);
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_STORIES);
    assert_true(ui_focus_visible(a.parts.ui));
    fixture_key(&a, KEY_ENTER, 0);
    fixture_build(&a);
    assert_true(player_is_open(&a));
    assert_non_null(strstr(a.player.path, "explore")); // what stands first
}

static void a_part_is_pointed_at_only_while_the_pointer_is_on_the_stage(void **state)
{
    (void)state;
    fixture_build(&a);
    rect dock = fixture_widget(&a, "dock.play").box;
    snprintf(a.stage.hovered, sizeof a.stage.hovered, "dlp.l");
    fixture_pointer(&a, INPUT_POINTER_MOVE, dock.x + 5.0f, dock.y + 5.0f);
    assert_string_equal(a.stage.hovered, "");
}

// The first panel is to be answered: what is opened over it gives it back.
static void other_panels_give_the_first_one_back(void **state)
{
    (void)state;
    static const input_event opens[] = {
        {.kind = INPUT_KEY_DOWN, .key = KEY_F1},  {.kind = INPUT_KEY_DOWN, .key = 'i'},
        {.kind = INPUT_KEY_DOWN, .key = KEY_F10}, {.kind = INPUT_KEY_DOWN, .key = 'e'},
        {.kind = INPUT_KEY_DOWN, .key = 'd'},     {.kind = INPUT_KEY_DOWN, .key = 'o', .mods = MOD_CTRL}};
    a.stage.first_run_waits = true;
    a.stage.overlay = OVERLAY_FIRST_RUN;
    for (size_t i = 0; i < sizeof opens / sizeof opens[0]; i++) {
        fixture_build(&a);
        fixture_key(&a, opens[i].key, opens[i].mods);
        assert_int_not_equal(a.stage.overlay, OVERLAY_FIRST_RUN);
        assert_int_not_equal(a.stage.overlay, OVERLAY_NONE);
        fixture_build(&a);
        fixture_key(&a, KEY_ESCAPE, 0);
        assert_int_equal(a.stage.overlay, OVERLAY_FIRST_RUN);
    }
    visit_paste(&a, "v1,t=never");
    assert_int_equal(a.stage.overlay, OVERLAY_PROBLEMS);
    fixture_build(&a);
    fixture_click(&a, "problems.ok");
    assert_int_equal(a.stage.overlay, OVERLAY_FIRST_RUN);
    fixture_key(&a, KEY_F1, 0);
    fixture_build(&a);
    fixture_click(&a, "help.clock.step_forward"); // done, and seen afterwards
    assert_true(a.session.view.t_min > 0.0);
    assert_int_equal(a.stage.overlay, OVERLAY_FIRST_RUN);
    assert_false(a.session.first_run_done);
    fixture_build(&a);
    fixture_click(&a, "first_run.look");
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_true(a.session.first_run_done);
    fixture_key(&a, KEY_F1, 0);
    fixture_build(&a);
    fixture_key(&a, KEY_ESCAPE, 0);
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
}

// A story that is chosen in a panel over the first one waits behind it.
static void a_story_waits_behind_the_first_panel(void **state)
{
    (void)state;
    a.stage.first_run_waits = true;
    a.stage.overlay = OVERLAY_STORIES;
    fixture_build(&a);
    fixture_click(&a, "stories.explore");
    assert_true(player_is_open(&a));
    assert_int_equal(a.stage.overlay, OVERLAY_FIRST_RUN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_card_changes_the_models_inputs, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_key_takes_the_focus_to_the_controls_and_back, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_pointer_leaves_the_focus_out_of_the_controls, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(every_stop_of_the_controls_has_a_name, open_app, close_app),
        cmocka_unit_test_setup_teardown(escape_closes_a_panel_then_a_pick_then_the_controls, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(help_lists_every_action, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_menu_of_a_kiosk_offers_what_visitors_need, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_menu_sets_language_theme_and_text_size, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_panel_that_a_key_opened_is_used_with_enter, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_part_is_pointed_at_only_while_the_pointer_is_on_the_stage, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(other_panels_give_the_first_one_back, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_story_waits_behind_the_first_panel, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
