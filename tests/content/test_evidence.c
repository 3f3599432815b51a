// Evidence cards and the glossary: what is taken from files, what is told about mistakes, and how they are
// found from what stands on the stage.
#include "shipped.h"

static evidence *cards;
static content_problems problems;

static int begin(void **state)
{
    (void)state;
    problems = (content_problems){0};
    return (cards = evidence_create()) ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    evidence_destroy(cards);
    return 0;
}

static bool add(const char *yaml)
{
    problems = (content_problems){0};
    return evidence_add(cards, "c.yaml", yaml, strlen(yaml), &problems);
}

#define CARD "format: 1\ncards:\n- id: a\n  sure: debated\n  reviewed: 2026-11-23\n"

// The only mistake of a file; cards there are afterwards.
static void assert_told(const char *yaml, const char *expected, int kept)
{
    evidence_destroy(cards);
    assert_non_null(cards = evidence_create());
    assert_false(add(yaml));
    assert_string_equal(problems.text[0], expected);
    if (problems.count != 1)
        fail_msg("also: %s", problems.text[1]);
    assert_int_equal(evidence_count(cards), kept);
}

static void a_card_holds_what_its_file_says(void **state)
{
    (void)state;
    assert_true(add(CARD "  sources: [First 2001, Second 2002]\n  shown: [brain.badge.*, clock.note]\n"
                         "  parts: brain.*\n"
                         "- id: b\n  sure: drawn\n  reviewed: 2024-02-29\n  sources: One\n"));
    assert_int_equal(evidence_count(cards), 2);
    const evidence_card *a = evidence_find(cards, "a"), *b = evidence_at(cards, 1);
    assert_true(a->sure == EVIDENCE_DEBATED && b->sure == EVIDENCE_DRAWN);
    assert_true(a->year == 2026 && a->month == 11 && a->day == 23);
    assert_int_equal(a->source_count, 2);
    assert_string_equal(a->sources[1], "Second 2002");
    assert_string_equal(b->sources[0], "One");
    assert_null(evidence_find(cards, "c"));
    assert_null(evidence_at(cards, 2));
}

static void files_of_cards_add_up(void **state)
{
    (void)state;
    assert_true(add(CARD "  sources: x\n"));
    assert_false(add(CARD "  sources: x\n"));
    assert_string_equal(problems.text[0],
                        "c.yaml:3:7: id: there is another card a; expected an id of its own");
    assert_int_equal(evidence_count(cards), 1);
}

static void a_card_without_source_or_date_is_refused(void **state)
{
    (void)state;
    assert_told(CARD, "c.yaml:3:3: a card lacks the key sources", 0);
    assert_told(CARD "  sources: []\n", "c.yaml:1:1: sources: expected a list of 1 to 8 entries", 0);
    assert_told("format: 1\ncards:\n- id: a\n  sure: debated\n  sources: x\n",
                "c.yaml:3:3: a card lacks the key reviewed", 0);
    assert_told("format: 1\ncards:\n- id: a\n  sure: debated\n  reviewed: 2025-02-29\n  sources: x\n",
                "c.yaml:5:13: reviewed: expected a day such as 2026-11-23, not 2025-02-29", 0);
    assert_told("format: 1\ncards:\n- id: a\n  sure: debated\n  reviewed: 23.11.2026\n  sources: x\n",
                "c.yaml:5:13: reviewed: expected a day such as 2026-11-23, not 23.11.2026", 0);
}

static void mistakes_are_told_and_sound_cards_kept(void **state)
{
    (void)state;
    assert_told(CARD "  sources: x\n- id: b\n  sure: debted\n  reviewed: 2026-11-23\n  sources: x\n",
                "c.yaml:8:9: sure: expected established, debated or drawn, not debted; did you mean debated?",
                1);
    assert_told(CARD "  sources: x\n  soures: y\n",
                "c.yaml:7:3: soures: not a key of a card; did you mean sources?", 1);
    assert_told("cards:\n- id: a\n  sure: drawn\n  reviewed: 2026-11-23\n  sources: x\n",
                "c.yaml:1:1: a file of evidence cards lacks the key format", 1);
    assert_told("format: 1\ncards: none\n", "c.yaml:2:8: cards: expected a list of cards (- id: ...)", 0);
}

static void the_nearest_claim_is_found(void **state)
{
    (void)state;
    assert_true(add(CARD "  sources: x\n  shown: [describe.*]\n  parts: [brain.*]\n"
                         "- id: b\n  sure: drawn\n  reviewed: 2026-11-23\n  sources: x\n"
                         "  shown: [describe.brain.*, describe]\n  parts: [brain.dlp]\n"));
    assert_string_equal(evidence_for_message(cards, "describe.circuit.x")->id, "a");
    assert_string_equal(evidence_for_message(cards, "describe.brain.x")->id, "b");
    assert_string_equal(evidence_for_message(cards, "describe")->id, "b");
    assert_null(evidence_for_message(cards, "other"));
    assert_string_equal(evidence_for_part(cards, "brain", "dlp")->id, "b");
    assert_string_equal(evidence_for_part(cards, "brain", "hip")->id, "a");
    assert_null(evidence_for_part(cards, "growth", "hip"));
}

static void the_date_is_said_in_words(void **state)
{
    (void)state;
    shipped all;
    char out[80];
    shipped_open(&all);
    assert_true(add(CARD "  sources: x\n"));
    message m = evidence_reviewed(evidence_at(cards, 0));
    words_format(&shipped_language_named(&all, "en")->words, &m, out, sizeof out);
    assert_string_equal(out, "Reviewed on 23 November 2026");
    words_format(&shipped_language_named(&all, "es")->words, &m, out, sizeof out);
    assert_string_equal(out, "Revisado el 23 de noviembre de 2026");
    for (int l = 0; l < all.language_count; l++) {
        const words *w = &all.languages[l].words;
        assert_non_null(w->get(w->ctx, evidence_title()));
        assert_non_null(w->get(w->ctx, evidence_sources_heading()));
        for (int t = EVIDENCE_WHAT_IS_DRAWN; t < EVIDENCE_TEXTS; t++)
            assert_non_null(w->get(w->ctx, evidence_heading((evidence_text)t)));
        for (int s = 0; s < EVIDENCE_SURES; s++)
            assert_non_null(w->get(w->ctx, evidence_sure_word((evidence_sure)s)));
    }
    assert_null(evidence_heading(EVIDENCE_CLAIM));
    assert_string_equal(evidence_words(evidence_at(cards, 0), EVIDENCE_CLAIM, &all.languages[0].words), "");
    shipped_close(&all);
}

// --- glossary

static string_table *table;
static glossary *terms;

static int begin_glossary(void **state)
{
    (void)state;
    static const char yaml[] =
        "glossary:\n"
        "  title: G\n"
        "  nmda: {term: \"NMDA receptor\", text: \"A gate.\", forms: \"NMDA receptor, NMDA receptors, "
        "NMDA\"}\n"
        "  receptor: {term: Receptor, text: \"A protein.\", forms: \"receptor, receptors\"}\n"
        "  axon: {term: \"Ax\u00F3n\", text: \"Una fibra.\", forms: \"ax\u00F3n, axones\"}\n"
        "  quiet: {term: Quiet, text: \"No forms.\"}\n";
    table = string_table_create();
    if (!table || !string_table_add(table, "g", yaml, sizeof yaml - 1, NULL))
        return -1;
    return (terms = glossary_create(table)) ? 0 : -1;
}

static int end_glossary(void **state)
{
    (void)state;
    glossary_destroy(terms);
    string_table_destroy(table);
    return 0;
}

// What is found, as "term@start+length ...".
static void assert_found(const char *text, const char *expected)
{
    glossary_span spans[8];
    char found[200] = "";
    int count = glossary_spans(terms, text, spans, 8);
    for (int i = 0; i < count; i++)
        snprintf(found + strlen(found), sizeof found - strlen(found), "%s%s@%zu+%zu", i ? " " : "",
                 glossary_at(terms, spans[i].entry)->id, spans[i].start, spans[i].length);
    assert_string_equal(found, expected);
}

static void terms_are_in_alphabetical_order(void **state)
{
    (void)state;
    static const char *const order[] = {"axon", "nmda", "quiet", "receptor"};
    assert_int_equal(glossary_count(terms), 4);
    for (int i = 0; i < 4; i++)
        assert_string_equal(glossary_at(terms, i)->id, order[i]);
    assert_string_equal(glossary_at(terms, 0)->text, "Una fibra.");
    assert_int_equal(glossary_find(terms, "receptor"), 3);
    assert_int_equal(glossary_find(terms, "title"), -1);
    assert_null(glossary_at(terms, -1));
    assert_null(glossary_at(terms, 4));
}

static void words_of_a_text_lead_to_terms(void **state)
{
    (void)state;
    assert_found("The NMDA receptors block.", "nmda@4+14"); // the longest, and not also "receptor"
    assert_found("A receptor, then NMDA.", "receptor@2+8 nmda@17+4");
    assert_found("Receptor and RECEPTORS", "receptor@0+8"); // once, whatever the case
    assert_found("receptorial, preceptor, NMDAR", "");      // whole words only
    assert_found("El AX\u00D3N largo", "axon@3+5");
    assert_found("NMDA\nreceptors", "nmda@0+14"); // over a line's end
    assert_found("(receptor)", "receptor@1+8");
    assert_found("", "");
    assert_found("\xFF receptor \xC3", "receptor@2+8");
}

static void no_more_spans_than_there_is_room(void **state)
{
    (void)state;
    glossary_span one;
    assert_int_equal(glossary_spans(terms, "receptor NMDA", &one, 1), 1);
    assert_int_equal(one.entry, 3);
    assert_int_equal(glossary_spans(terms, "receptor", &one, 0), 0);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)
#define GLOSSARY(f) cmocka_unit_test_setup_teardown(f, begin_glossary, end_glossary)
    const struct CMUnitTest tests[] = {
        TEST(a_card_holds_what_its_file_says),
        TEST(files_of_cards_add_up),
        TEST(a_card_without_source_or_date_is_refused),
        TEST(mistakes_are_told_and_sound_cards_kept),
        TEST(the_nearest_claim_is_found),
        TEST(the_date_is_said_in_words),
        GLOSSARY(terms_are_in_alphabetical_order),
        GLOSSARY(words_of_a_text_lead_to_terms),
        GLOSSARY(no_more_spans_than_there_is_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
