// The action table: no key twice, words in every language, keys that can be switched off.
#include "app/actions/action_keys.h"
#include "app/actions/actions.h"
#include "app/stage/clock.h"
#include "app/stage/move_run.h"
#include "app/stage/moves.h"
#include "app/stage/visit.h"
#include "chrome_fixture.h"
#include "scene/scenes.h"

static bool same_key(action_key x, action_key y)
{
    return x.key == y.key && x.mods == y.mods;
}

static void no_key_means_two_things_in_one_context(void **state)
{
    (void)state;
    const action *x, *y;
    for (int i = 0; (x = action_at(i)) != NULL; i++)
        for (int j = 0; j < i; j++) {
            y = action_at(j);
            for (int k = 0; k < ACTION_KEYS && x->keys[k].key; k++)
                for (int l = 0; l < ACTION_KEYS && y->keys[l].key; l++)
                    if ((action_key_contexts(x, x->keys[k]) & action_key_contexts(y, y->keys[l])) &&
                        same_key(x->keys[k], y->keys[l]))
                        fail_msg("%s and %s share a key", x->id, y->id);
        }
}

static void every_action_has_its_own_id_and_a_use(void **state)
{
    (void)state;
    const action *act;
    for (int i = 0; (act = action_at(i)) != NULL; i++) {
        assert_ptr_equal(action_find(act->id), act);
        assert_non_null(act->run);
        assert_int_not_equal(act->contexts, 0);
        assert_int_not_equal(act->keys[0].key, 0);
        for (int k = 0; k < ACTION_KEYS && act->keys[k].key; k++) {
            action_key key = act->keys[k];
            assert_int_equal(key.contexts & ~act->contexts, 0);
            // Shift is part of a character; only named keys tell it apart.
            if (key.key < KEY_ESCAPE)
                assert_int_equal(key.mods & MOD_SHIFT, 0);
        }
    }
    assert_null(action_find("no.such.action"));
}

static void has_text(const char *id)
{
    const char *text = a.texts.words.get(a.texts.words.ctx, id);
    if (!text || !*text)
        fail_msg("%s has no words in %s", id, a.session.look.lang);
}

static void every_action_has_words_in_every_language(void **state)
{
    (void)state;
    const action *act;
    for (int l = 0; l < language_count; l++) {
        fixture_language(&a, every_language[l]);
        string_table *own = a.texts.strings; // without the fallback to English
        for (int i = 0; (act = action_at(i)) != NULL; i++) {
            const char *const parts[] = {"label", "help", "why"};
            for (int p = 0; p < (act->enabled ? 3 : 2); p++) {
                char id[128];
                snprintf(id, sizeof id, "action.%s.%s", act->id, parts[p]);
                has_text(id);
                if (own && !string_table_find(own, id))
                    fail_msg("%s is not translated to %s", id, every_language[l]);
            }
        }
    }
    fixture_language(&a, "en");
}

static const action *pressed(int key, unsigned mods)
{
    return action_of_key(&a, &(input_event){.kind = INPUT_KEY_DOWN, .key = key, .mods = mods}).act;
}

static void assert_action(const action *act, const char *id)
{
    assert_non_null(act);
    assert_string_equal(act->id, id);
}

static void keys_find_their_actions(void **state)
{
    (void)state;
    assert_action(pressed(' ', 0), "clock.play");
    assert_action(pressed('?', MOD_SHIFT), "app.help");
    assert_action(pressed('+', MOD_CTRL | MOD_SHIFT), "app.text_larger");
    assert_action(pressed(KEY_LEFT, 0), "camera.left");
    assert_action(pressed(KEY_LEFT, MOD_SHIFT), "camera.pan_left");
    assert_action(pressed(KEY_LEFT, MOD_CTRL), "clock.scrub_back");
    assert_action(pressed('c', MOD_CTRL), "state.copy");
    assert_action(pressed('c', 0), "app.card");
    assert_null(pressed('c', MOD_ALT));
    assert_null(pressed('y', 0));
}

typedef struct layout_key {
    const char *layout;
    int sign, place;
    unsigned mods;
    const char *id; // NULL: it means nothing
} layout_key;

static void typed_keys_are_found(const layout_key *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const layout_key *k = &keys[i];
        input_event e = {.kind = INPUT_KEY_DOWN, .key = k->sign, .place = k->place, .mods = k->mods};
        const action *act = action_of_key(&a, &e).act;
        if ((act == NULL) != (k->id == NULL) || (act && strcmp(act->id, k->id) != 0))
            fail_msg("%s: sign %#x at the place of %#x is %s, not %s", k->layout, (unsigned)k->sign,
                     (unsigned)k->place, act ? act->id : "nothing", k->id ? k->id : "nothing");
    }
}

// Every default key works on every layout, by its sign or else by its place.
static void keys_are_found_on_every_layout(void **state)
{
    (void)state;
    const layout_key keys[] = {
        {"us", '1', '1', 0, "scene.brain"},
        {"us", '?', '/', MOD_SHIFT, "app.help"},
        {"us", '<', ',', MOD_SHIFT, "clock.slower"},
        {"us", '!', '1', MOD_SHIFT, NULL}, // not the digit below it
        {"us", 'z', 'z', 0, NULL},
        {"fr", '&', '1', 0, "scene.brain"},
        {"fr", '1', '1', MOD_SHIFT, "scene.brain"},
        {"fr", 0xE9, '2', 0, "scene.circuit"},
        {"fr", 'a', 'q', MOD_CTRL, NULL}, // a letter means itself: Ctrl+A does not quit
        {"fr", 'q', 'a', MOD_CTRL, "app.quit"},
        {"fr", 0xE0, '0', MOD_CTRL, "app.text_normal"},
        {"fr", '<', 0, 0, "clock.slower"},
        {"de", 'z', 'y', 0, NULL},
        {"de", 0xFC, '[', 0, "pick.previous"},
        {"de", '[', '8', 0, "pick.previous"}, // AltGr
        {"de", 0xDF, '-', 0, "camera.zoom_out"},
        {"de", '-', '/', 0, "camera.zoom_out"},
        {"de", 0xB4, '=', 0, "camera.zoom_in"}, // a dead key
        {"tr", 0x131, 'i', 0, "app.about"},
        {"tr", 'i', '\'', 0, "app.about"},
        {"tr", 0xE7, '.', 0, "clock.live_step"},
        {"ru", 0x43A, 'r', 0, "view.reset"},
        {"ru", 0x439, 'q', MOD_CTRL, "app.quit"},
        {"ru", 0x41A, 'r', MOD_SHIFT, "view.reset"},
        {"ru", '.', '/', 0, "clock.live_step"},
    };
    a.stage.scene = scene_of(VIEW_SYNAPSE); // where the step is
    typed_keys_are_found(keys, sizeof keys / sizeof *keys);
    // while presenting, what the blank button of a remote sends
    const layout_key remote[] = {
        {"us", '.', '.', 0, "present.black"},
        {"us", 'b', 'b', 0, "present.black"},
        {"fr", ':', '.', 0, "present.black"},
        {"fr", ';', ',', 0, "present.white"},
        {"fr", 'b', 'b', 0, "present.black"},
        {"de", '.', '.', 0, "present.black"},
        {"tr", 0xE7, '.', 0, "present.black"},
        {"tr", 0xF6, ',', 0, "present.white"},
        {"ru", 0x44E, '.', 0, "present.black"},
        {"ru", 0x438, 'b', 0, "present.black"},
        {"ru", KEY_PAGE_DOWN, KEY_PAGE_DOWN, 0, "story.next"},
    };
    a.present.on = true;
    typed_keys_are_found(remote, sizeof remote / sizeof *remote);
}

static void focus_on(const char *id)
{
    ui_focus_set(a.parts.ui, id);
    ui_focus_by_key(a.parts.ui);
    fixture_build(&a);
    assert_string_equal(ui_keys_are_of(a.parts.ui), id);
}

static void a_drawing_that_has_the_focus_has_its_keys(void **state)
{
    (void)state;
    fixture_build(&a);
    focus_on("dock.axis");
    assert_action(pressed(KEY_LEFT, 0), "clock.scrub_back");
    assert_action(pressed(KEY_UP, 0), "clock.scrub_forward");
    assert_action(pressed(KEY_LEFT, MOD_SHIFT), "clock.stride_back");
    assert_action(pressed(KEY_RIGHT, MOD_SHIFT), "clock.stride_forward");
    assert_action(pressed(KEY_HOME, 0), "clock.start");
    assert_action(pressed(KEY_END, 0), "clock.end");
    assert_action(pressed(KEY_PAGE_UP, 0), "clock.step_back");
    assert_action(pressed(' ', 0), "clock.play"); // the stage's stand behind
    a.stage.overlay = OVERLAY_HELP;               // not yet built: the focus is still there
    assert_action(pressed(KEY_ESCAPE, 0), "app.close");
    a.stage.overlay = OVERLAY_NONE;
    focus_on("dock.play");
    input_event space = {.kind = INPUT_KEY_DOWN, .key = ' '};
    assert_true(action_of_key(&a, &space).widget);
    assert_null(action_of_key(&a, &space).act);
    ui_focus_clear(a.parts.ui);
    assert_action(pressed(KEY_LEFT, 0), "camera.left");
    assert_null(pressed(KEY_LEFT, MOD_SHIFT | MOD_CTRL));
}

static void a_remote_is_heard_before_what_has_the_focus(void **state)
{
    (void)state;
    fixture_build(&a);
    focus_on("dock.axis");
    a.present.on = true;
    assert_action(pressed(KEY_PAGE_DOWN, 0), "story.next");
    assert_action(pressed(KEY_PAGE_UP, 0), "story.back");
    assert_action(pressed(KEY_RIGHT, 0), "clock.scrub_forward");
    a.stage.overlay = OVERLAY_HELP;
    assert_action(pressed(KEY_PAGE_DOWN, 0), "app.close");
    a.stage.overlay = OVERLAY_NONE;
    ui_focus_clear(a.parts.ui);
    assert_action(pressed(KEY_RIGHT, 0), "story.next");
    fixture_build(&a);
    focus_on("stage.ssri");
    assert_action(pressed(KEY_RIGHT, 0), "camera.right");
    assert_action(pressed(KEY_HOME, 0), "present.restart");
    a.present.blank = BLANK_BLACK;
    assert_null(pressed(KEY_RIGHT, 0));
    assert_action(pressed('b', 0), "present.black");
}

static void the_presenter_s_window_has_keys_of_its_own(void **state)
{
    (void)state;
    a.present.on = true;
    for (int w = 0; w < 2; w++) {
        input_event e = {.kind = INPUT_KEY_DOWN, .key = '+', .mods = MOD_CTRL, .window = w};
        assert_action(action_of_key(&a, &e).act, w ? "present.text_larger" : "app.text_larger");
        e.key = '0';
        assert_action(action_of_key(&a, &e).act, w ? "present.text_normal" : "app.text_normal");
        e.key = 0xE0; // the same key of a French keyboard
        e.place = '0';
        assert_action(action_of_key(&a, &e).act, w ? "present.text_normal" : "app.text_normal");
        e = (input_event){.kind = INPUT_KEY_DOWN, .key = KEY_PAGE_DOWN, .window = w};
        assert_action(action_of_key(&a, &e).act, "story.next");
    }
}

static void a_list_names_keys_that_work_without_the_focus(void **state)
{
    (void)state;
    const action *end = action_find("clock.end"), *stride = action_find("clock.stride_back");
    assert_true(action_key_is_listed(&a, end, end->keys[0]));  // Ctrl+End
    assert_false(action_key_is_listed(&a, end, end->keys[1])); // End, on the axis
    assert_false(action_is_listed(stride) || action_key_is_listed(&a, stride, stride->keys[0]));
    const action *act;
    for (int i = 0; (act = action_at(i)) != NULL; i++) {
        int listed = 0;
        for (int k = 0; k < ACTION_KEYS && act->keys[k].key; k++)
            listed += action_key_is_listed(&a, act, act->keys[k]);
        assert_true(action_is_listed(act) == (listed > 0));
    }
}

static void a_panel_leaves_only_its_own_keys(void **state)
{
    (void)state;
    a.stage.overlay = OVERLAY_HELP;
    assert_int_equal(action_context(&a), CONTEXT_OVERLAY);
    assert_null(pressed(' ', 0));
    assert_null(pressed('r', 0));
    assert_action(pressed(KEY_ESCAPE, 0), "app.close");
    assert_action(pressed('t', 0), "app.theme");
    pressed(KEY_ESCAPE, 0)->run(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
}

static void escape_leaves_the_innermost_thing_and_never_the_program(void **state)
{
    (void)state;
    snprintf(a.session.view.pick, sizeof a.session.view.pick, "dlp.l");
    for (int i = 0; i < 5; i++) {
        const action *act = pressed(KEY_ESCAPE, 0);
        if (act && (!act->enabled || act->enabled(&a)))
            act->run(&a);
        assert_false(a.asked.quit);
    }
    assert_string_equal(a.session.view.pick, "");
    pressed('q', MOD_CTRL)->run(&a);
    assert_true(a.asked.quit);
    a.asked.quit = false;
}

static void single_character_keys_can_be_switched_off(void **state)
{
    (void)state;
    a.session.letter_keys = false;
    for (int key = '!'; key < 127; key++)
        if (pressed(key, 0))
            fail_msg("the key %c still acts", key);
    assert_action(pressed(' ', 0), "clock.play");
    assert_action(pressed(KEY_F1, 0), "app.help");
    assert_action(pressed('q', MOD_CTRL), "app.quit");
    // And back on without a letter.
    assert_action(pressed(KEY_F2, 0), "app.letters");
    pressed(KEY_F2, 0)->run(&a);
    assert_true(a.session.letter_keys);
    assert_action(pressed('v', 0), "view.next");
}

static const char *key_text(int key, unsigned mods)
{
    static char text[64];
    return action_key_text(&a.texts.words, (action_key){key, mods, 0}, text, sizeof text);
}

static void keys_are_shown_in_the_reader_s_language(void **state)
{
    (void)state;
    assert_string_equal(key_text('c', MOD_CTRL), "Ctrl+C");
    assert_string_equal(key_text(' ', 0), "Space");
    assert_string_equal(key_text(KEY_F11, 0), "F11");
    assert_string_equal(key_text('?', 0), "?");
    fixture_language(&a, "es");
    assert_string_equal(key_text(' ', 0), a.texts.words.get(a.texts.words.ctx, "key.space"));
    assert_string_not_equal(key_text(' ', 0), "Space");
    fixture_language(&a, "en");
    const action *act;
    for (int i = 0; (act = action_at(i)) != NULL; i++)
        for (int k = 0; k < ACTION_KEYS && act->keys[k].key; k++)
            if (strncmp(key_text(act->keys[k].key, act->keys[k].mods), "key.", 4) == 0)
                fail_msg("a key of %s has no name", act->id);
    char small[6];
    action_key_text(&a.texts.words, (action_key){KEY_PAGE_DOWN, MOD_CTRL | MOD_SHIFT, 0}, small,
                    sizeof small);
    assert_true(strlen(small) < sizeof small);
}

static void the_looks_are_those_of_the_magnification(void **state)
{
    (void)state;
    const action *look = pressed('g', 0);
    assert_action(look, "view.look");
    for (int i = 1; i <= VIEW_LOOKS; i++) {
        assert_true(look->enabled(&a));
        look->run(&a);
        assert_int_equal(a.session.view.look, i % VIEW_LOOKS);
    }
    a.stage.scene = scene_of(VIEW_CIRCUIT);
    assert_false(look->enabled(&a));
}

static void every_magnification_has_an_action_and_the_first_nine_a_digit(void **state)
{
    (void)state;
    for (int i = 0; i < VIEW_SCENES; i++) {
        char id[64];
        snprintf(id, sizeof id, "scene.%s", view_scene_id((view_scene)i));
        const action *act = action_find(id);
        assert_non_null(act);
        assert_null(action_why_not(&a, act));
        if (i < 9)
            assert_action(pressed('1' + i, 0), id);
        act->run(&a);
        assert_int_equal(a.session.view.scene, i);
    }
}

static void presentation_keys_go_round_and_stop(void **state)
{
    (void)state;
    theme_id before = a.session.look.theme;
    for (int i = 0; i < THEMES; i++)
        action_find("app.theme")->run(&a);
    assert_int_equal(a.session.look.theme, before);
    for (int i = 0; i < 30; i++)
        action_find("app.text_larger")->run(&a);
    check_near(a.session.look.text_scale, 2.0, 1e-6);
    for (int i = 0; i < 30; i++)
        action_find("app.text_smaller")->run(&a);
    check_near(a.session.look.text_scale, 0.8, 1e-6);
    for (int i = 0; i < 2; i++)
        action_find("app.text_larger")->run(&a);
    check_near(a.session.look.text_scale, 1.0, 1e-6);
    for (int i = 1; i <= language_count; i++) {
        action_find("app.language")->run(&a);
        assert_string_equal(a.session.look.lang, every_language[i % language_count]);
    }
    view_halves halves = a.session.view.halves;
    for (int i = 0; i < 3; i++)
        action_find("view.next")->run(&a);
    assert_int_equal(a.session.view.halves, halves);
}

// Life in a picture is shown after its scene's own telling seconds, also in the string that is copied there.
static void a_magnification_begins_at_its_own_telling_seconds(void **state)
{
    (void)state;
    static const view_scene there[] = {VIEW_CIRCUIT, VIEW_SYNAPSE, VIEW_BRAIN};
    static const char *const ids[] = {"scene.circuit", "scene.synapse", "scene.brain"};
    for (int i = 0; i < 3; i++) {
        action_find(ids[i])->run(&a);
        assert_int_equal(a.session.view.scene, there[i]);
        check_near(a.session.view.run_s, view_state_default(there[i]).run_s, 0.0);
    }
    fixture_build(&a);
    fixture_click(&a, "bar.tab.synapse");
    check_near(a.session.view.run_s, view_state_default(VIEW_SYNAPSE).run_s, 0.0);
    a.session.view.run_s = 0.5; // of a state that somebody gave
    action_find("scene.synapse")->run(&a);
    check_near(a.session.view.run_s, 0.5, 0.0);
    visit_beyond(&a, 3.0);
    assert_int_equal(a.session.view.scene, VIEW_GROWTH);
    check_near(a.session.view.run_s, view_state_default(VIEW_GROWTH).run_s, 0.0);
    visit_paste(&a, "v1,scene=circuit,run=1");
    check_near(a.session.view.run_s, 1.0, 0.0);
}

// What is no view leaves the stage as it is; a view is found among other lines.
static void only_a_view_can_be_pasted(void **state)
{
    (void)state;
    static char endless[3000];
    memset(endless, 'x', sizeof endless - 1);
    memcpy(endless, "v1,t=", 5);
    static const char *const prose[] = {"", "Dear colleague,\nsee you at 10", "very well", "v", "t=7d"};
    const char *const bad[] = {"v9,t=7d", "v1,t=never", endless};
    a.session.view = view_state_opening();
    view_state before = a.session.view;
    for (size_t i = 0; i < sizeof prose / sizeof prose[0]; i++) {
        a.notice.toast[0] = '\0';
        visit_paste(&a, prose[i]);
        assert_true(view_state_equal(&a.session.view, &before));
        assert_int_equal(a.stage.overlay, OVERLAY_NONE);
        assert_string_equal(a.notice.toast, words_get(&a.texts.words, "toast.state_nothing"));
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        visit_paste(&a, bad[i]);
        assert_false(move_run_is_on(&a));
        assert_true(view_state_equal(&a.session.view, &before));
        assert_int_equal(a.stage.overlay, OVERLAY_PROBLEMS);
        assert_true(a.notice.problems.count > 0);
    }
    visit_paste(&a, "The moment I meant:\r\n  v1,t=7d\r\nv1,t=2h\r\nBye");
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    moves_advance(&a, 60.0);
    check_near(a.session.view.t_min, 7.0 * 1440.0, 1e-6);
}

static void pins_that_go_are_told(void **state)
{
    (void)state;
    a.session.view = view_state_opening();
    a.notice.toast[0] = '\0';
    clock_play(&a, true);
    assert_false(a.session.view.pinned[SIDE_SSRI] || a.session.view.pinned[SIDE_KETAMINE]);
    assert_string_equal(a.notice.toast, words_get(&a.texts.words, "toast.pins_released"));
    a.session.playing = false;
}

static void a_half_is_held_at_the_moment_it_shows(void **state)
{
    (void)state;
    a.session.view = view_state_default(VIEW_BRAIN);
    a.session.view.t_min = 90.0;
    action_find("clock.pin_ketamine")->run(&a);
    a.session.view.t_min = 5000.0;
    check_near(view_moment_min(&a.session.view, SIDE_KETAMINE), 90.0, 0.0);
    check_near(view_moment_min(&a.session.view, SIDE_SSRI), 5000.0, 0.0);
    action_find("clock.pin_ketamine")->run(&a);
    check_near(view_moment_min(&a.session.view, SIDE_KETAMINE), 5000.0, 0.0);
    action_find("clock.pin_ssri")->run(&a);
    action_find("clock.release")->run(&a);
    assert_false(a.session.view.pinned[SIDE_SSRI]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_key_means_two_things_in_one_context),
        cmocka_unit_test(every_action_has_its_own_id_and_a_use),
        cmocka_unit_test_setup_teardown(every_action_has_words_in_every_language, open_app, close_app),
        cmocka_unit_test_setup_teardown(keys_find_their_actions, open_app, close_app),
        cmocka_unit_test_setup_teardown(keys_are_found_on_every_layout, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_drawing_that_has_the_focus_has_its_keys, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_remote_is_heard_before_what_has_the_focus, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_presenter_s_window_has_keys_of_its_own, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_list_names_keys_that_work_without_the_focus, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_panel_leaves_only_its_own_keys, open_app, close_app),
        cmocka_unit_test_setup_teardown(the_looks_are_those_of_the_magnification, open_app, close_app),
        cmocka_unit_test_setup_teardown(escape_leaves_the_innermost_thing_and_never_the_program, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(single_character_keys_can_be_switched_off, open_app, close_app),
        cmocka_unit_test_setup_teardown(keys_are_shown_in_the_reader_s_language, open_app, close_app),
        cmocka_unit_test_setup_teardown(every_magnification_has_an_action_and_the_first_nine_a_digit,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(presentation_keys_go_round_and_stop, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_magnification_begins_at_its_own_telling_seconds, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(only_a_view_can_be_pasted, open_app, close_app),
        cmocka_unit_test_setup_teardown(pins_that_go_are_told, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_half_is_held_at_the_moment_it_shows, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
