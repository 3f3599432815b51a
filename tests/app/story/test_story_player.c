// Playing a story: step to step, questions and answers, exploring and coming back, and files that change or
// are broken.
#include "app/actions/action_keys.h"
#include "app/actions/actions.h"
#include "app/chrome/chrome_words.h"
#include "app/stage/clock.h"
#include "app/stage/move_run.h"
#include "app/stage/moves.h"
#include "app/story/story_player.h"
#include "chrome_fixture.h"
#include "own_story.h"
#include "scene/scenes.h"
#include "view/view_text.h"

static const char *shown(void)
{
    static char text[VIEW_STRING_MAX];
    view_state_print(&a.session.view, text, sizeof text);
    return text;
}

static void steps_are_gone_through_to_the_end_and_back(void **state)
{
    (void)state;
    assert_string_equal(shown(), "v1,tssri=4w,tketamine=40min");
    assert_false(player_back(&a));
    assert_true(player_next(&a));
    assert_string_equal(shown(), "v1");
    assert_true(player_next(&a)); // the answer
    assert_string_equal(shown(), "v1,t=2h");
    assert_true(player_next(&a));
    assert_string_equal(shown(), "v1,t=6w,cam=90:0:1");
    assert_false(player_next(&a));
    assert_int_equal(a.player.step, 2);
    assert_true(player_back(&a));
    assert_string_equal(shown(), "v1"); // the question is open again
    assert_true(player_back(&a));
    assert_int_equal(a.player.step, 0);
    player_jump(&a, 2);
    assert_int_equal(a.player.step, 2);
    player_jump(&a, 3);
    player_jump(&a, -1);
    assert_int_equal(a.player.step, 2);
}

// One magnification to another with the clock running: how it stands when one second of eight is gone.
static double run_to_brain(bool reduce_motion, story_change change)
{
    view_state target = view_state_default(VIEW_BRAIN);
    target.t_min = 60480.0;
    a.parts.eased = true;
    a.session.look.reduce_motion = reduce_motion;
    a.session.view = view_state_default(VIEW_SYNAPSE);
    a.session.view.t_min = 1440.0;
    a.stage.scene = scene_of(VIEW_SYNAPSE);
    moves_go(&a, &target, &(story_move){.change = change, .seconds = 8.0});
    assert_int_equal(a.session.view.scene, VIEW_BRAIN);
    moves_advance(&a, 1.0);
    double seen = a.session.view.t_min;
    moves_advance(&a, 7.0);
    assert_true(view_state_equal(&a.session.view, &target));
    assert_false(move_run_is_on(&a));
    return seen;
}

static void the_clock_is_seen_to_run_into_another_magnification(void **state)
{
    (void)state;
    double seen = run_to_brain(false, STORY_RUN);
    assert_true(seen > 1440.0 && seen < 10000.0);
    check_near(run_to_brain(false, STORY_MOVE), 60480.0, 0.0);
    check_near(run_to_brain(true, STORY_RUN), 60480.0, 0.0); // calm motion
}

static bool caption_holds(const char *part)
{
    fixture_build(&a);
    return strstr(a.chrome.caption, part) != NULL;
}

static void the_words_are_the_story_s_and_the_first_begin_with_the_safety_text(void **state)
{
    (void)state;
    fixture_build(&a);
    const char *safety = chrome_word(&a, "safety.short");
    assert_int_equal(strncmp(a.chrome.caption, safety, strlen(safety)), 0);
    assert_true(caption_holds("Two brains stand side by side."));
    player_next(&a);
    assert_true(caption_holds("Nothing has been taken yet. Which of the two will act first?"));
    assert_false(caption_holds(safety));
}

static void back_goes_through_the_pages_of_a_caption_first(void **state)
{
    (void)state;
    a.frame.width = 520;
    a.frame.height = 480;
    a.session.look.text_scale = 2.0f;
    player_next(&a);
    player_back(&a);
    fixture_build(&a);
    assert_true(a.pages.count > 1);
    fixture_click(&a, "story.next");
    fixture_build(&a);
    assert_int_equal(a.player.step, 0);
    assert_int_equal(a.pages.page, 1);
    fixture_click(&a, "story.back"); // also on the first step
    fixture_build(&a);
    assert_int_equal(a.pages.page, 0);
    assert_non_null(action_why_not(&a, action_find("story.back")));
}

static void an_answer_is_shown_by_the_model_and_then_forgotten(void **state)
{
    (void)state;
    player_next(&a);
    fixture_build(&a);
    fixture_click(&a, "story.answer1");
    fixture_build(&a);
    assert_true(a.player.revealed);
    assert_int_equal(a.player.chosen, 0);
    assert_string_equal(shown(), "v1,t=2h");
    assert_string_equal(a.chrome.caption, "Within two hours only ketamine has acted.");
    fixture_click(&a, "story.answer2"); // an answer is given once
    assert_int_equal(a.player.chosen, 0);
    player_next(&a);
    player_back(&a);
    assert_false(a.player.revealed);
    assert_int_equal(a.player.chosen, -1);
}

static void one_may_explore_at_any_step_and_come_back(void **state)
{
    (void)state;
    player_next(&a);
    assert_false(player_is_away(&a));
    a.session.view.camera.yaw_deg = 40.0; // turning does not make the words untrue
    assert_true(player_is_away(&a));
    assert_true(player_words_hold(&a));
    clock_set(&a, 3000.0);
    assert_false(player_words_hold(&a));
    fixture_build(&a);
    assert_null(strstr(a.chrome.caption, "Nothing has been taken yet")); // what the models say is said now
    fixture_click(&a, "story.return");
    assert_string_equal(shown(), "v1");
    assert_false(player_is_away(&a));
    clock_set(&a, 3000.0);
    clock_play(&a, true);
    player_next(&a); // the next step brings it back too
    assert_false(a.session.playing);
    assert_string_equal(shown(), "v1,t=2h");
}

static void buttons_and_dots_lead_through_the_story(void **state)
{
    (void)state;
    fixture_build(&a);
    fixture_click(&a, "story.next");
    fixture_click(&a, "story.next");
    fixture_click(&a, "story.next");
    fixture_build(&a);
    assert_int_equal(a.player.step, 2);
    fixture_click(&a, "story.next"); // at the end it says why not
    assert_int_equal(a.player.step, 2);
    fixture_click(&a, "story.back");
    assert_int_equal(a.player.step, 1);
    rect r = fixture_widget(&a, "story.progress").visible;
    fixture_pointer(&a, INPUT_POINTER_DOWN, r.x + 1.0f, r.y + 0.5f * r.h);
    fixture_pointer(&a, INPUT_POINTER_UP, r.x + 1.0f, r.y + 0.5f * r.h);
    fixture_build(&a);
    assert_int_equal(a.player.step, 0);
    fixture_click(&a, "story.leave");
    assert_false(player_is_open(&a));
}

static void page_keys_belong_to_an_open_story_and_space_to_the_clock(void **state)
{
    (void)state;
    fixture_build(&a);
    fixture_key(&a, KEY_PAGE_DOWN, 0);
    assert_int_equal(a.player.step, 1);
    fixture_key(&a, KEY_PAGE_UP, 0);
    assert_int_equal(a.player.step, 0);
    fixture_key(&a, ' ', 0);
    assert_true(a.session.playing);
    fixture_key(&a, 'w', MOD_CTRL);
    assert_false(player_is_open(&a));
    fixture_key(&a, KEY_PAGE_DOWN, 0);
    assert_true(a.session.view.t_min > 0.0); // the clock's marks again
}

static int open_own(void **state)
{
    (void)state;
    error e = {0};
    fixture_open(&a);
    own_make();
    return player_open(&a, own, &e) ? 0 : -1;
}

static void look_at(double now_s)
{
    a.frame.now_s = now_s;
    player_watch(&a);
}

static void a_changed_file_is_read_again_where_one_is(void **state)
{
    (void)state;
    player_next(&a);
    own_write("Other words.", "  - id: new\n    state: v1,t=1d\n    caption: New.\n"
                              "  - id: two\n    state: v1,t=2h\n    caption: Second step, said better.\n");
    player_watch(&a); // looked at less than a second ago
    assert_int_equal(a.player.story->step_count, 2);
    look_at(1.5);
    assert_int_equal(a.player.story->step_count, 3);
    assert_int_equal(a.player.step, 2);
    assert_true(caption_holds("said better"));
    own_write("Last.", "");
    look_at(3.0);
    assert_int_equal(a.player.step, 0); // its step is gone
}

static void a_file_that_breaks_is_told_and_the_story_goes_on(void **state)
{
    (void)state;
    own_break();
    look_at(2.0);
    assert_true(player_is_open(&a));
    assert_int_equal(a.stage.overlay, OVERLAY_PROBLEMS);
    assert_true(a.notice.story_problems.count > 0);
    assert_non_null(strstr(a.notice.story_problems.text[0], "own.yaml:4:"));
    fixture_build(&a);
    fixture_click(&a, "problems.ok");
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_true(caption_holds("First words."));
    remove(own); // an editor may replace the file in two steps
    look_at(4.0);
    assert_true(player_is_open(&a));
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
}

// Wholly broken, or only in a step that nobody stands on: either way the old story goes on.
static void an_audience_is_told_of_mistakes_in_a_line_and_goes_on(void **state)
{
    (void)state;
    fixture_language(&a, "es");
    fixture_build(&a);
    fixture_key(&a, KEY_F5, 0);
    for (int i = 0; i < 2; i++) {
        a.notice.toast[0] = '\0';
        if (i == 0)
            own_break();
        else
            own_write("Other words.",
                      "  - id: two\n    state: v1,t=2h\n    caption: Second.\n    minuts: 3\n");
        look_at(2.0 + 2.0 * i);
        assert_int_equal(a.stage.overlay, OVERLAY_NONE);
        assert_string_equal(a.notice.toast, "El relato cambiado tiene errores; sigue como estaba");
        assert_true(caption_holds("First words."));
    }
    fixture_key(&a, KEY_PAGE_DOWN, 0);
    assert_int_equal(a.player.step, 1);
    own_whole();
    look_at(6.0);
    assert_string_equal(a.notice.toast, chrome_word(&a, "toast.story_read_again"));
}

static void a_story_read_with_mistakes_is_told_by_their_panel_alone(void **state)
{
    (void)state;
    own_write("Other words.", "  - id: two\n    state: v1,t=2h\n    caption: Second.\n    minuts: 3\n");
    look_at(2.0);
    assert_int_equal(a.stage.overlay, OVERLAY_PROBLEMS);
    assert_true(caption_holds("Other words."));
    assert_string_equal(a.notice.toast, "");
}

static void the_panel_of_mistakes_closes_when_the_file_is_mended(void **state)
{
    (void)state;
    own_break();
    look_at(2.0);
    assert_int_equal(a.stage.overlay, OVERLAY_PROBLEMS);
    own_whole();
    look_at(4.0);
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    // something else that is not read yet keeps it open
    own_break();
    look_at(6.0);
    a.notice.problems.count = 1;
    own_whole();
    look_at(8.0);
    assert_int_equal(a.stage.overlay, OVERLAY_PROBLEMS);
}

// A folder in place of the file, as nothing else can be relied on not to be readable.
static void a_file_that_cannot_be_read_is_told(void **state)
{
    (void)state;
    error e;
    fixture_language(&a, "es");
    own_break();
    look_at(2.0);
    remove(own);
    assert_true(folder_make(own, &e));
    look_at(4.0);
    assert_int_equal(a.stage.overlay, OVERLAY_NONE); // nothing is listed in it any more
    assert_non_null(strstr(a.notice.toast, "no se puede leer"));
    assert_non_null(strstr(a.notice.toast, "own.yaml"));
    assert_true(caption_holds("First words."));
    assert_int_equal(rmdir(own), 0);
}

static void a_listed_story_that_cannot_be_read_is_told(void **state)
{
    (void)state;
    char stories[80], story_file[96];
    error e;
    fixture_language(&a, "es");
    snprintf(stories, sizeof stories, "%s/stories", own_folder);
    snprintf(story_file, sizeof story_file, "%s/odd.yaml", stories);
    assert_true(folder_make(story_file, &e));
    snprintf(a.parts.paths.assets, sizeof a.parts.paths.assets, "%s", own_folder);
    a.stage.overlay = OVERLAY_STORIES;
    fixture_build(&a);
    fixture_click(&a, "stories.odd");
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_non_null(strstr(a.notice.toast, "no se puede leer"));
    rmdir(story_file);
    rmdir(stories);
}

// As --check tells it; the step is shown all the same.
static void cards_and_words_that_are_not_there_are_told(void **state)
{
    (void)state;
    own_write("First words.", "  - id: two\n    state: v1,t=2h\n    caption: Second.\n"
                              "    evidence: [brain_patern]\n    terms: [glutamat]\n");
    look_at(2.0);
    assert_int_equal(a.stage.overlay, OVERLAY_PROBLEMS);
    assert_int_equal(a.notice.story_problems.count, 2);
    assert_non_null(strstr(a.notice.story_problems.text[0],
                           "no evidence card brain_patern; did you mean brain_pattern?"));
    assert_non_null(strstr(a.notice.story_problems.text[1], "glutamat"));
    assert_int_equal(a.player.story->step_count, 2);
    assert_true(player_next(&a));
    assert_true(caption_holds("Second."));
}

static void a_story_that_is_not_there_is_a_sentence(void **state)
{
    (void)state;
    error e = {0};
    story *before = a.player.story;
    assert_false(player_open(&a, "nosuchstory", &e));
    assert_non_null(strstr(e.text, "nosuchstory"));
    assert_false(player_open(&a, "../../etc/passwd", &e));
    assert_ptr_equal(a.player.story, before);
}

// By clicks on what is seen alone, every shipped story in every language.
static void the_mouse_leads_from_the_first_panel_to_the_end_of_every_story(void **state)
{
    (void)state;
    player_shipped list = player_list(&a);
    assert_true(list.count >= 4);
    for (int i = 0; i < list.count * language_count; i++) {
        fixture_close(&a);
        fixture_open(&a);
        fixture_language(&a, every_language[i % language_count]);
        a.stage.overlay = OVERLAY_FIRST_RUN;
        fixture_build(&a);
        fixture_click(&a, "first_run.story");
        fixture_build(&a);
        char id[64];
        snprintf(id, sizeof id, "stories.%s", list.name[i / language_count]);
        fixture_click(&a, id);
        fixture_build(&a);
        assert_true(player_is_open(&a));
        assert_true(a.session.first_run_done);
        int last = a.player.story->step_count - 1;
        for (int clicks = 0; clicks < 400 && (a.player.step < last || player_step(&a)->has_question) &&
                             !(a.player.step == last && a.player.revealed);
             clicks++) {
            fixture_click(&a, "story.next");
            fixture_build(&a);
            assert_true(a.chrome.caption[0]);
        }
        assert_int_equal(a.player.step, last);
        assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(steps_are_gone_through_to_the_end_and_back, open_lesson, close_app),
        cmocka_unit_test_setup_teardown(the_clock_is_seen_to_run_into_another_magnification, open_lesson,
                                        close_app),
        cmocka_unit_test_setup_teardown(the_words_are_the_story_s_and_the_first_begin_with_the_safety_text,
                                        open_lesson, close_app),
        cmocka_unit_test_setup_teardown(back_goes_through_the_pages_of_a_caption_first, open_lesson,
                                        close_app),
        cmocka_unit_test_setup_teardown(an_answer_is_shown_by_the_model_and_then_forgotten, open_lesson,
                                        close_app),
        cmocka_unit_test_setup_teardown(one_may_explore_at_any_step_and_come_back, open_lesson, close_app),
        cmocka_unit_test_setup_teardown(buttons_and_dots_lead_through_the_story, open_lesson, close_app),
        cmocka_unit_test_setup_teardown(the_mouse_leads_from_the_first_panel_to_the_end_of_every_story,
                                        open_lesson, close_app),
        cmocka_unit_test_setup_teardown(page_keys_belong_to_an_open_story_and_space_to_the_clock, open_lesson,
                                        close_app),
        cmocka_unit_test_setup_teardown(a_changed_file_is_read_again_where_one_is, open_own, close_own),
        cmocka_unit_test_setup_teardown(a_file_that_breaks_is_told_and_the_story_goes_on, open_own,
                                        close_own),
        cmocka_unit_test_setup_teardown(an_audience_is_told_of_mistakes_in_a_line_and_goes_on, open_own,
                                        close_own),
        cmocka_unit_test_setup_teardown(a_story_read_with_mistakes_is_told_by_their_panel_alone, open_own,
                                        close_own),
        cmocka_unit_test_setup_teardown(the_panel_of_mistakes_closes_when_the_file_is_mended, open_own,
                                        close_own),
        cmocka_unit_test_setup_teardown(a_file_that_cannot_be_read_is_told, open_own, close_own),
        cmocka_unit_test_setup_teardown(a_listed_story_that_cannot_be_read_is_told, open_own, close_own),
        cmocka_unit_test_setup_teardown(cards_and_words_that_are_not_there_are_told, open_own, close_own),
        cmocka_unit_test_setup_teardown(a_story_that_is_not_there_is_a_sentence, open_lesson, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
