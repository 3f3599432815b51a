// What is shipped to be told: four stories in every language, a card for every claim, a sentence for every
// technical word.
#include "shipped.h"

#include "base/utf8.h"

static shipped all;

static int begin(void **state)
{
    (void)state;
    shipped_open(&all); // every story and card is without a mistake, complete in every language
    return 0;
}

static int end(void **state)
{
    (void)state;
    shipped_close(&all);
    return 0;
}

static void the_four_stories_are_there(void **state)
{
    (void)state;
    static const char *const names[] = {"article", "classroom", "consult", "explore"};
    assert_int_equal(all.story_count, 4);
    for (int i = 0; i < 4; i++)
        assert_string_equal(all.stories[i].name, names[i]);
}

static void plans_fit_their_time(void **state)
{
    (void)state;
    const story *consult = shipped_story_named(&all, "consult"),
                *classroom = shipped_story_named(&all, "classroom");
    assert_true(consult->minutes > 2.5 && consult->minutes < 3.5);
    assert_true(classroom->minutes > 44.0 && classroom->minutes < 46.0);
    assert_true(story_minutes_through(classroom, classroom->step_count - 1) == classroom->minutes);
}

static void all_four_magnifications_are_used(void **state)
{
    (void)state;
    static const char *const names[] = {"article", "classroom", "consult", "explore"};
    for (int k = 0; k < 4; k++) {
        const story *s = shipped_story_named(&all, names[k]);
        unsigned seen = 0;
        for (int i = 0; i < s->step_count; i++)
            seen |= 1u << s->steps[i].state.scene;
        assert_int_equal(seen, 0xF);
    }
}

// "consult" may not lose any of what it owes to a person who has to decide.
static void the_consultation_names_all_it_must(void **state)
{
    (void)state;
    static const char *const cards[] = {
        "synapse_sert", "clock_ssri_effect", "article_nmda", "article_hours", "clock_ketamine_effect",
        "risks_ssri",   "risks_ketamine",    "approval",     "blinding",      "unknown",
        "other_options"};
    static const char *const said[][2] = {
        {"ketamine_return", "returned within days to weeks"},
        {"ketamine_risks", "Long-term safety is unknown"},
        {"options", "psychotherapy"},
        {"ssri_risks", "suicidal thoughts in young people"},
        {"questions", "Questions to ask"},
        {"unknown", "Not known"},
    };
    const story *s = shipped_story_named(&all, "consult");
    for (size_t c = 0; c < sizeof cards / sizeof cards[0]; c++) {
        bool found = false;
        for (int i = 0; i < s->step_count; i++)
            for (int e = 0; e < s->steps[i].evidence_count; e++)
                found = found || strcmp(s->steps[i].evidence[e], cards[c]) == 0;
        if (!found)
            fail_msg("consult shows no card %s", cards[c]);
    }
    for (size_t k = 0; k < sizeof said / sizeof said[0]; k++) {
        int step = story_step_find(s, said[k][0]);
        assert_true(step >= 0);
        const char *caption =
            story_text_get(&s->steps[step].caption, &shipped_language_named(&all, "en")->words);
        if (!strstr(caption, said[k][1]))
            fail_msg("%s does not say: %s", said[k][0], said[k][1]);
    }
}

// Claim by claim: each card of the article's own claims is shown by a step of "article".
static void every_claim_of_the_article_is_told(void **state)
{
    (void)state;
    const story *s = shipped_story_named(&all, "article");
    int claims = 0;
    for (int c = 0; c < evidence_count(all.cards); c++) {
        const char *id = evidence_at(all.cards, c)->id;
        bool found = strncmp(id, "article_", 8) != 0;
        claims += !found;
        for (int i = 0; i < s->step_count; i++)
            for (int e = 0; e < s->steps[i].evidence_count; e++)
                found = found || strcmp(s->steps[i].evidence[e], id) == 0;
        if (!found)
            fail_msg("article does not tell %s", id);
    }
    assert_true(claims >= 15);
}

static void the_lesson_asks_before_it_shows(void **state)
{
    (void)state;
    const story *s = shipped_story_named(&all, "classroom");
    int questions = 0;
    for (int i = 0; i < s->step_count; i++)
        questions += s->steps[i].has_question;
    assert_true(questions >= 8);
}

static void every_step_has_words_for_speaker_and_audience(void **state)
{
    (void)state;
    for (int k = 0; k < all.story_count; k++) {
        const story *s = all.stories[k].story;
        for (int l = 0; l < all.language_count; l++) {
            const words *w = &all.languages[l].words;
            assert_true(*story_text_get(&s->title, w) && *story_text_get(&s->audience, w));
            for (int i = 0; i < s->step_count; i++) {
                const char *caption = story_text_get(&s->steps[i].caption, w);
                assert_true(*caption && *story_text_get(&s->steps[i].notes, w));
                if (utf8_count(caption) > 240)
                    fail_msg("%s %s: a caption of %zu characters: %s", all.languages[l].name, s->steps[i].id,
                             utf8_count(caption), caption);
            }
        }
    }
}

static void the_first_caption_carries_the_safety_text(void **state)
{
    (void)state;
    char first[STORY_CAPTION_MAX], second[STORY_CAPTION_MAX];
    for (int k = 0; k < all.story_count; k++) {
        for (int l = 0; l < all.language_count; l++) {
            const words *w = &all.languages[l].words;
            const char *safety = w->get(w->ctx, "safety.short");
            assert_non_null(safety);
            size_t length = story_caption(all.stories[k].story, 0, false, w, first, sizeof first);
            assert_true(length < sizeof first - 1);
            assert_memory_equal(first, safety, strlen(safety));
            assert_true(strlen(first) > strlen(safety) + 20);
            story_caption(all.stories[k].story, 1, false, w, second, sizeof second);
            assert_null(strstr(second, safety));
        }
    }
}

static bool is_a_word_of_the_program(const string_table *t, const char *name, size_t length)
{
    for (size_t i = 0; i < string_table_count(t); i++) {
        const char *id = string_table_id_at(t, i), *text = string_table_text_at(t, i);
        if (strncmp(id, "story.", 6) != 0 && strlen(text) == length && strncmp(text, name, length) == 0)
            return true;
    }
    return false;
}

// What a story puts in quotation marks is a control: its name on the screen is the same.
static void quoted_controls_are_called_so(void **state)
{
    (void)state;
    static const char *const marks[][2] = {{"\u201C", "\u201D"}, {"\u00AB", "\u00BB"}};
    int quoted = 0;
    for (int l = 0; l < all.language_count; l++) {
        const string_table *t = all.languages[l].table;
        for (size_t i = 0; i < string_table_count(t); i++) {
            const char *id = string_table_id_at(t, i), *at = string_table_text_at(t, i);
            for (int m = 0; m < 2 && strncmp(id, "story.", 6) == 0; m++) {
                for (const char *open = at; (open = strstr(open, marks[m][0])); quoted++) {
                    open += strlen(marks[m][0]);
                    const char *close = strstr(open, marks[m][1]);
                    if (!close || !is_a_word_of_the_program(t, open, (size_t)(close - open)))
                        fail_msg("%s %s: nothing is called so: %s", all.languages[l].name, id, open);
                }
            }
        }
    }
    assert_true(quoted >= 8);
}

// --- evidence

static void every_step_has_a_card(void **state)
{
    (void)state;
    for (int k = 0; k < all.story_count; k++)
        for (int i = 0; i < all.stories[k].story->step_count; i++)
            if (all.stories[k].story->steps[i].evidence_count == 0)
                fail_msg("%s: step %s has no card", all.stories[k].name, all.stories[k].story->steps[i].id);
}

// What a scene says, badges and draws as a claim, by the ids of its words.
static bool is_claim(const char *id)
{
    static const char *const heads[] = {
        "describe.brain.", "describe.circuit.", "describe.synapse.", "describe.growth.",   "brain.badge.",
        "circuit.badge.",  "synapse.badge.",    "growth.badge.",     "brain.bar.",         "circuit.plot.",
        "synapse.trace.",  "growth.density.",   "growth.learning.",  "circuit.part.",      "synapse.part.",
        "growth.what.",    "clock.effect.",     "clock.drug.",       "clock.dissociation", "clock.note",
        "region."};
    for (size_t i = 0; i < sizeof heads / sizeof heads[0]; i++)
        if (strncmp(id, heads[i], strlen(heads[i])) == 0)
            return true;
    return false;
}

static void every_claim_of_a_scene_has_a_card(void **state)
{
    (void)state;
    const string_table *en = shipped_language_named(&all, "en")->table;
    int claims = 0, missing = 0;
    for (size_t i = 0; i < string_table_count(en); i++) {
        const char *id = string_table_id_at(en, i);
        claims += is_claim(id);
        if (is_claim(id) && !evidence_for_message(all.cards, id)) {
            print_error("no card for what %s claims\n", id);
            missing++;
        }
    }
    assert_true(claims > 80);
    assert_int_equal(missing, 0);
}

static void every_region_leads_to_a_card(void **state)
{
    (void)state;
    assert_string_equal(evidence_for_part(all.cards, "brain", "dlp")->id, "brain_pattern");
    assert_string_equal(evidence_for_part(all.cards, "synapse", "sert")->id, "synapse_sert");
    assert_string_equal(evidence_for_part(all.cards, "growth", "learning")->id, "article_learning");
    assert_string_equal(evidence_for_part(all.cards, "growth", "spine")->id, "growth_spines");
    assert_null(evidence_for_part(all.cards, "moon", "dlp"));
}

// evidence_add() refuses a card without them; here the words are checked and that no claim is left alone.
static void every_card_has_sources_a_date_and_all_words(void **state)
{
    (void)state;
    assert_true(evidence_count(all.cards) >= 40);
    for (int c = 0; c < evidence_count(all.cards); c++) {
        const evidence_card *card = evidence_at(all.cards, c);
        assert_true(card->source_count >= 1 && card->year >= 2026);
        for (int l = 0; l < all.language_count; l++)
            for (int t = 0; t < EVIDENCE_TEXTS; t++)
                if (!*evidence_words(card, (evidence_text)t, &all.languages[l].words))
                    fail_msg("%s: card %s lacks text %d", all.languages[l].name, card->id, t);
    }
}

// What the review of the article's claims asked to be said in these words.
static void the_wording_of_the_review_is_kept(void **state)
{
    (void)state;
    static const char *const said[][2] = {
        {"article_chemical_lack", "does not mean that depression is simply a lack of serotonin"},
        {"article_seventy",
         "About half improve clearly with a first antidepressant; roughly a third reach remission."},
        {"article_hours",
         "In many trials symptoms fell within hours to a day and often returned within days to weeks. "
         "Participants can usually tell which drug they got, so the size of the effect is debated."},
        {"article_global", "Ketamine changes activity widely but unevenly."},
        {"article_global", "The picture is simplified."},
        {"article_burst", "One leading hypothesis, built mainly on animal work."},
        {"article_learning",
         "Brain plasticity may open a window for change; this has not been shown in patients."},
        {"article_neurogenesis", "Whether adults make meaningful numbers of new neurons is still debated."},
        {"article_pipeline", "When the article was written the pipeline looked thin."},
        {"synapse_block", "One proposed mechanism."},
        {"approval", "It has not been shown to prevent suicide."},
    };
    const words *w = &shipped_language_named(&all, "en")->words;
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++) {
        const evidence_card *card = evidence_find(all.cards, said[i][0]);
        assert_non_null(card);
        if (!strstr(evidence_words(card, EVIDENCE_WHAT_IS_KNOWN, w), said[i][1]))
            fail_msg("%s does not say: %s", said[i][0], said[i][1]);
    }
}

// --- glossary

static bool is_named(const shipped_language *l, int term)
{
    glossary_span spans[64];
    for (size_t i = 0; i < string_table_count(l->table); i++) {
        const char *id = string_table_id_at(l->table, i);
        if (strncmp(id, "glossary.", 9) == 0)
            continue;
        int count = glossary_spans(l->terms, string_table_text_at(l->table, i), spans, 64);
        for (int k = 0; k < count; k++)
            if (spans[k].entry == term)
                return true;
    }
    return false;
}

static void every_term_is_reached_from_some_text(void **state)
{
    (void)state;
    int lost = 0;
    for (int l = 0; l < all.language_count; l++) {
        const shipped_language *at = &all.languages[l];
        assert_true(glossary_count(at->terms) >= 40);
        for (int i = 0; i < glossary_count(at->terms); i++) {
            if (!is_named(at, i)) {
                print_error(
                    "%s: no text leads to %s; give its `forms` in glossary.yaml a word that a text has\n",
                    at->name, glossary_at(at->terms, i)->id);
                lost++;
            }
        }
    }
    assert_int_equal(lost, 0);
}

static void every_term_is_one_sentence(void **state)
{
    (void)state;
    for (int l = 0; l < all.language_count; l++) {
        const glossary *g = all.languages[l].terms;
        for (int i = 0; i < glossary_count(g); i++) {
            const char *text = glossary_at(g, i)->text;
            size_t n = strlen(text);
            assert_true(n > 20 && utf8_count(text) <= 160 && text[n - 1] == '.');
            assert_ptr_equal(strchr(text, '.'), text + n - 1);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_four_stories_are_there),
        cmocka_unit_test(plans_fit_their_time),
        cmocka_unit_test(all_four_magnifications_are_used),
        cmocka_unit_test(the_consultation_names_all_it_must),
        cmocka_unit_test(every_claim_of_the_article_is_told),
        cmocka_unit_test(the_lesson_asks_before_it_shows),
        cmocka_unit_test(every_step_has_words_for_speaker_and_audience),
        cmocka_unit_test(the_first_caption_carries_the_safety_text),
        cmocka_unit_test(quoted_controls_are_called_so),
        cmocka_unit_test(every_step_has_a_card),
        cmocka_unit_test(every_claim_of_a_scene_has_a_card),
        cmocka_unit_test(every_region_leads_to_a_card),
        cmocka_unit_test(every_card_has_sources_a_date_and_all_words),
        cmocka_unit_test(the_wording_of_the_review_is_kept),
        cmocka_unit_test(every_term_is_reached_from_some_text),
        cmocka_unit_test(every_term_is_one_sentence),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
