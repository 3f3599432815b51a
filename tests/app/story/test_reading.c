// From what is on the stage to its cards and words, and back, by mouse and by keys.
#include "app/actions/actions.h"
#include "app/run/frame.h"
#include "app/story/present.h"
#include "app/story/reading.h"
#include "app/story/shelf.h"
#include "app/story/story_player.h"
#include "chrome_fixture.h"

static void the_clock_s_names_lead_to_their_explanations(void **state)
{
    (void)state;
    static const char *const names[][2] = {{"clock.dissociation", "dissociation"},
                                           {"clock.drug.ketamine", "ketamine_in_blood"},
                                           {"clock.drug.ssri", "ssri_in_place"},
                                           {"clock.effect.ketamine", "mood_effect"},
                                           {"clock.effect.ssri", "mood_effect"}};
    a.frame.width = 1920;
    a.frame.height = 1080;
    for (size_t i = 0; i < (size_t)language_count * (sizeof names / sizeof names[0]); i++) {
        fixture_language(&a, every_language[i % (size_t)language_count]);
        fixture_build(&a);
        fixture_click(&a, names[i / (size_t)language_count][0]);
        fixture_build(&a);
        assert_int_equal(a.stage.overlay, OVERLAY_GLOSSARY);
        assert_string_equal(a.reading.here.word, names[i / (size_t)language_count][1]);
        fixture_key(&a, KEY_ESCAPE, 0);
        fixture_build(&a);
        assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    }
}

static void what_is_picked_comes_first_and_no_card_twice(void **state)
{
    (void)state;
    snprintf(a.session.view.pick, sizeof a.session.view.pick, "dlp.l");
    fixture_build(&a);
    shelf_open(&a);
    const evidence_card *cards[EVIDENCE_CARDS_MAX];
    int total, shown = reading_cards(&a, cards, &total);
    assert_int_equal(total, evidence_count(a.reading.cards));
    assert_in_range(shown, 2, total - 1);
    assert_ptr_equal(cards[0], evidence_for_part(a.reading.cards, "brain", "dlp.l"));
    for (int i = 0; i < total; i++)
        for (int j = 0; j < i; j++)
            assert_ptr_not_equal(cards[i], cards[j]);
}

static void every_magnification_that_claims_something_has_cards_of_its_own(void **state)
{
    (void)state;
    scene_class bare = *a.stage.scene;
    static const char *const claiming[] = {"brain", "circuit", "synapse", "growth"};
    const evidence_card *cards[EVIDENCE_CARDS_MAX];
    shelf_open(&a);
    a.stage.scene = &bare;
    bare.describe = NULL;
    bare.id = "";
    int total, clock_alone = reading_cards(&a, cards, &total);
    for (size_t i = 0; i < sizeof claiming / sizeof claiming[0]; i++) {
        bare.id = claiming[i];
        assert_true(reading_cards(&a, cards, &total) > clock_alone);
    }
}

static void a_story_s_step_brings_its_own_cards_and_words(void **state)
{
    (void)state;
    error e = {0};
    if (!player_open(&a, "consult", &e))
        fail_msg("%s", e.text);
    fixture_build(&a);
    shelf_open(&a);
    const story_step *s = player_step(&a);
    const evidence_card *cards[EVIDENCE_CARDS_MAX];
    int total, terms[READING_TERMS_MAX];
    assert_true(s->evidence_count > 0 && s->term_count > 0);
    reading_cards(&a, cards, &total);
    assert_string_equal(cards[0]->id, s->evidence[0]);
    int count = reading_terms(&a, terms), found = 0;
    for (int i = 0; i < count; i++)
        found += strcmp(glossary_at(a.reading.terms, terms[i])->id, s->terms[0]) == 0;
    assert_int_equal(found, 1);
}

static void cards_open_and_close_with_the_mouse(void **state)
{
    (void)state;
    fixture_build(&a);
    fixture_click(&a, "bar.sure");
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_SURE);
    const evidence_card *cards[EVIDENCE_CARDS_MAX];
    int total;
    char id[64];
    reading_cards(&a, cards, &total);
    snprintf(id, sizeof id, "sure.%s", cards[0]->id);
    fixture_click(&a, id);
    fixture_build(&a);
    assert_string_equal(a.reading.here.card, cards[0]->id);
    fixture_click(&a, "reading.back");
    fixture_build(&a);
    assert_string_equal(a.reading.here.card, "");
    fixture_click(&a, "reading.words");
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_GLOSSARY);
    fixture_click(&a, "reading.cards");
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_SURE);
    fixture_click(&a, "panel.close");
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
}

static void cards_and_words_are_reached_by_keys_alone(void **state)
{
    (void)state;
    fixture_build(&a);
    fixture_key(&a, 'e', 0);
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_SURE);
    ui_focus f = {.id = ""};
    for (int i = 0; i < 8 && (strncmp(f.id, "sure.", 5) != 0 || strcmp(f.role, "row") != 0); i++) {
        fixture_key(&a, KEY_TAB, 0);
        fixture_build(&a);
        ui_focused(a.parts.ui, &f);
    }
    assert_string_equal(f.role, "row");
    fixture_key(&a, KEY_ENTER, 0);
    fixture_build(&a);
    assert_true(a.reading.here.card[0]);
    fixture_key(&a, 'd', 0);
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_GLOSSARY);
    // Esc leads back, step by step: to the card, the list, the stage.
    fixture_key(&a, KEY_ESCAPE, 0);
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_SURE);
    assert_true(a.reading.here.card[0]);
    fixture_key(&a, KEY_ESCAPE, 0);
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_SURE);
    assert_string_equal(a.reading.here.card, "");
    ui_focus now;
    assert_true(ui_focused(a.parts.ui, &now));
    assert_string_equal(now.id, f.id); // the row that led to the card
    fixture_key(&a, KEY_ESCAPE, 0);
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
}

// --- words where they stand

static void begin_lesson(bool presenting)
{
    error e = {0};
    if (!player_open(&a, "consult", &e))
        fail_msg("%s", e.text);
    player_jump(&a, 1);
    if (presenting)
        present_start(&a);
    fixture_build(&a);
}

// Ids of the caption's words in the order they stand. Returns how many.
static int words_of(const char *place, char out[UI_TERMS_MAX][64])
{
    int count = 0;
    ui_widget_info w;
    for (int i = 0; ui_widget_at(a.parts.ui, i, &w); i++)
        if (strcmp(w.role, "term") == 0 && strncmp(w.id, place, strlen(place)) == 0)
            memcpy(out[count++], w.id, sizeof w.id);
    return count;
}

static int caption_words(char out[UI_TERMS_MAX][64])
{
    return words_of("caption.", out);
}

static void a_word_of_the_caption_opens_by_a_click_on_itself(void **state)
{
    (void)state;
    char ids[UI_TERMS_MAX][64];
    a.session.view = view_state_opening();
    fixture_build(&a);
    int count = caption_words(ids);
    assert_in_range(count, 3, UI_TERMS_MAX);
    for (int i = 0; i < count; i++) {
        rect r = fixture_widget(&a, ids[i]).box;
        assert_true(r.y >= a.chrome.layout.caption.y &&
                    r.y + r.h <= a.chrome.layout.caption.y + a.chrome.layout.caption.h + 1.0f);
        fixture_click(&a, ids[i]);
        fixture_build(&a);
        assert_int_equal(a.stage.overlay, OVERLAY_GLOSSARY);
        assert_string_equal(a.reading.here.word, ids[i] + strlen("caption."));
        fixture_key(&a, KEY_ESCAPE, 0);
        fixture_build(&a);
        assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    }
}

static void tab_goes_through_the_words_in_order_and_enter_opens(void **state)
{
    (void)state;
    char ids[UI_TERMS_MAX][64];
    a.session.view = view_state_opening();
    fixture_build(&a);
    int count = caption_words(ids), at = 0;
    ui_focus f;
    for (int i = 0; i < 40 && at < count; i++) {
        fixture_key(&a, KEY_TAB, 0);
        fixture_build(&a);
        if (ui_focused(a.parts.ui, &f) && strcmp(f.role, "term") == 0) {
            assert_string_equal(f.id, ids[at++]);
            assert_true(f.hint[0]); // its sentence is read out
        }
    }
    assert_int_equal(at, count);
    fixture_key(&a, KEY_ENTER, 0);
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_GLOSSARY);
    assert_string_equal(a.reading.here.word, ids[count - 1] + strlen("caption."));
    fixture_key(&a, KEY_ESCAPE, 0);
    fixture_build(&a);
    assert_true(ui_focused(a.parts.ui, &f));
    assert_string_equal(f.id, ids[count - 1]); // back where one was
}

static void words_do_not_steal_the_keys_of_a_talk(void **state)
{
    (void)state;
    char ids[UI_TERMS_MAX][64];
    begin_lesson(true);
    assert_true(caption_words(ids) > 0);
    int step = a.player.step;
    const int next[] = {' ', KEY_PAGE_DOWN, KEY_RIGHT};
    for (int i = 0; i < 3; i++) {
        ui_focus f = {.id = ""};
        for (int k = 0; k < 40 && strcmp(f.role, "term") != 0; k++) {
            fixture_key(&a, KEY_TAB, 0);
            fixture_build(&a);
            ui_focused(a.parts.ui, &f);
        }
        assert_string_equal(f.role, "term");
        app_event(&a, &(input_event){.kind = INPUT_KEY_DOWN, .key = next[i]});
        fixture_build(&a);
        assert_int_equal(a.stage.overlay, OVERLAY_NONE);
        bool on = a.player.step > step || a.player.revealed || a.pages.page > 0;
        assert_true(on);
        player_jump(&a, step);
        fixture_build(&a);
    }
}

static void next_leads_from_a_card_back_to_the_talk(void **state)
{
    (void)state;
    begin_lesson(true);
    int step = a.player.step;
    fixture_click(&a, "story.sure");
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_SURE);
    app_event(&a, &(input_event){.kind = INPUT_KEY_DOWN, .key = KEY_PAGE_DOWN});
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_int_equal(a.player.step, step); // the same picture; the next press goes on
    app_event(&a, &(input_event){.kind = INPUT_KEY_DOWN, .key = KEY_PAGE_DOWN});
    assert_true(a.player.step > step || a.player.revealed || a.pages.page > 0);
}

static void from_a_picked_part_to_its_card_to_a_word_and_back(void **state)
{
    (void)state;
    snprintf(a.session.view.pick, sizeof a.session.view.pick, "dlp.l");
    fixture_build(&a);
    fixture_key(&a, 'e', 0);
    fixture_build(&a);
    const evidence_card *own = evidence_for_part(a.reading.cards, "brain", "dlp.l");
    assert_int_equal(a.stage.overlay, OVERLAY_SURE);
    assert_string_equal(a.reading.here.card, own->id);
    char ids[UI_TERMS_MAX][64];
    int count = words_of("text", ids);
    assert_true(count > 0);
    ui_focus_set(a.parts.ui, ids[count - 1]);
    fixture_build(&a);
    fixture_key(&a, KEY_TAB, MOD_SHIFT); // reached by a key
    fixture_key(&a, KEY_TAB, 0);
    fixture_key(&a, KEY_ENTER, 0);
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_GLOSSARY);
    assert_true(a.reading.here.word[0]);
    fixture_click(&a, "reading.back");
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_SURE);
    assert_string_equal(a.reading.here.card, own->id);
    fixture_key(&a, KEY_ESCAPE, 0);
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_NONE);
    assert_string_equal(a.session.view.pick, "dlp.l");
}

// Esc in the list that the menu led to leads to the menu.
static void the_menu_is_a_way_too(void **state)
{
    (void)state;
    a.stage.overlay = OVERLAY_MENU;
    fixture_build(&a);
    action_run(&a, "read.glossary");
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_GLOSSARY);
    fixture_key(&a, KEY_ESCAPE, 0);
    fixture_build(&a);
    assert_int_equal(a.stage.overlay, OVERLAY_MENU);
}

static void words_of_the_caption_are_explained_in_its_language(void **state)
{
    (void)state;
    int terms[READING_TERMS_MAX];
    for (int l = 0; l < language_count; l++) {
        fixture_language(&a, every_language[l]);
        fixture_build(&a);
        shelf_open(&a);
        assert_true(reading_terms(&a, terms) > 0);
        const char *own =
            string_table_find(a.texts.strings ? a.texts.strings : a.texts.english, "glossary.glutamate.text");
        assert_non_null(own);
        int g = glossary_find(a.reading.terms, "glutamate");
        assert_string_equal(glossary_at(a.reading.terms, g)->text, own);
    }
}

// Each card, and each word, at the smallest and the largest text.
static void every_card_can_be_read_at_any_size(void **state)
{
    (void)state;
    shelf_open(&a);
    for (int size = 0; size < 2; size++) {
        a.frame.width = size ? 960 : 640;
        a.frame.height = size ? 540 : 360;
        a.session.look.text_scale = size ? 2.0f : 1.0f;
        a.stage.overlay = OVERLAY_SURE;
        for (int i = 0; i < evidence_count(a.reading.cards); i++) {
            snprintf(a.reading.here.card, sizeof a.reading.here.card, "%s",
                     evidence_at(a.reading.cards, i)->id);
            fixture_build(&a);
            assert_int_equal(ui_ellipsis_count(a.parts.ui), 0);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_clock_s_names_lead_to_their_explanations, open_app, close_app),
        cmocka_unit_test_setup_teardown(what_is_picked_comes_first_and_no_card_twice, open_app, close_app),
        cmocka_unit_test_setup_teardown(every_magnification_that_claims_something_has_cards_of_its_own,
                                        open_app, close_app),
        cmocka_unit_test_setup_teardown(a_story_s_step_brings_its_own_cards_and_words, open_app, close_app),
        cmocka_unit_test_setup_teardown(cards_open_and_close_with_the_mouse, open_app, close_app),
        cmocka_unit_test_setup_teardown(cards_and_words_are_reached_by_keys_alone, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_word_of_the_caption_opens_by_a_click_on_itself, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(tab_goes_through_the_words_in_order_and_enter_opens, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(words_do_not_steal_the_keys_of_a_talk, open_app, close_app),
        cmocka_unit_test_setup_teardown(next_leads_from_a_card_back_to_the_talk, open_app, close_app),
        cmocka_unit_test_setup_teardown(from_a_picked_part_to_its_card_to_a_word_and_back, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(the_menu_is_a_way_too, open_app, close_app),
        cmocka_unit_test_setup_teardown(words_of_the_caption_are_explained_in_its_language, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(every_card_can_be_read_at_any_size, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
