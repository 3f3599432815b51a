// Stories from YAML: what is taken, what is told about mistakes and where, and that any bytes are safe. The
// example of docs/writing-a-story.md is one of them.
#include "content/story_read.h"
#include "shipped.h"

#include "base/utf8.h"

static evidence *cards;
static string_table *english, *spanish;
static glossary *terms;
static words word_sources[2];
static const char *const language_names[] = {"en", "es"};
static content_problems problems;
static story *read;

static int begin(void **state)
{
    (void)state;
    static const char card_file[] =
        "format: 1\ncards:\n- id: burst\n  sure: debated\n  reviewed: 2026-11-23\n"
        "  sources: A study\n";
    static const char words_en[] =
        "glossary.glutamate.term: G\nglossary.glutamate.text: A messenger.\n"
        "story.t.title: T\nstory.t.audience: A\nstory.t.one.caption: C\n"
        "story.t.one.notes: N\nstory.t.one.question: Q\nstory.t.one.answer.yes: Y\n"
        "story.t.one.answer.no: N\nstory.t.one.reveal: R\nsafety.short: Safe.\n";
    static const char words_es[] =
        "story.t.title: T\nstory.t.audience: A\nstory.t.one.caption: Ce\nstory.t.one.notes: N\n";
    cards = evidence_create();
    english = string_table_create();
    spanish = string_table_create();
    if (!cards || !english || !spanish || !evidence_add(cards, "cards", card_file, strlen(card_file), NULL) ||
        !string_table_add(english, "en", words_en, strlen(words_en), NULL) ||
        !string_table_add(spanish, "es", words_es, strlen(words_es), NULL))
        return -1;
    terms = glossary_create(english);
    word_sources[0] = string_table_words(english);
    word_sources[1] = string_table_words(spanish);
    return terms ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    glossary_destroy(terms);
    string_table_destroy(spanish);
    string_table_destroy(english);
    evidence_destroy(cards);
    return 0;
}

static int forget(void **state)
{
    (void)state;
    story_destroy(read);
    read = NULL;
    return 0;
}

static const story *open_text(const char *yaml)
{
    story_refs refs = {.cards = cards, .terms = terms};
    problems = (content_problems){0};
    story_destroy(read);
    read = story_open("s.yaml", yaml, strlen(yaml), &refs, &problems);
    return read;
}

#define HEAD "format: 1\ntitle: A lesson\naudience: A class\nsteps:\n"

// The only mistake of a story that opens all the same.
static const story *assert_told(const char *yaml, const char *expected)
{
    const story *s = open_text(yaml);
    assert_non_null(s);
    assert_string_equal(problems.text[0], expected);
    if (problems.count != 1)
        fail_msg("also: %s", problems.text[1]);
    return s;
}

static void a_story_holds_its_words(void **state)
{
    (void)state;
    const story *s = open_text(HEAD "- id: first\n"
                                    "  state: v1,scene=circuit,t=40min\n"
                                    "  change: run\n"
                                    "  seconds: 8\n"
                                    "  caption: Watch the brake cells.\n"
                                    "  notes: Wait.\n"
                                    "  minutes: 1.5\n"
                                    "  evidence: burst\n"
                                    "  terms: [glutamate]\n"
                                    "  spotlight: {half: ketamine, x: 0.25, y: 0.5}\n"
                                    "- state: v1\n"
                                    "  caption: And now?\n"
                                    "  minutes: 2\n"
                                    "  question:\n"
                                    "    ask: More or less?\n"
                                    "    answers: [More, Less, Neither]\n"
                                    "    right: [1, 3]\n"
                                    "    reveal: v1,t=2h\n"
                                    "    change: fade\n"
                                    "    say: Look.\n");
    assert_non_null(s);
    assert_int_equal(problems.count, 0);
    assert_int_equal(s->step_count, 2);
    assert_string_equal(s->title.text, "A lesson");
    assert_true(s->minutes == 3.5 && story_minutes_through(s, 0) == 1.5);
    const story_step *a = &s->steps[0], *b = &s->steps[1];
    assert_string_equal(a->id, "first");
    assert_int_equal(a->line, 5);
    assert_true(a->state.scene == VIEW_CIRCUIT && a->state.t_min == 40);
    assert_true(a->move.change == STORY_RUN && a->move.seconds == 8);
    assert_string_equal(a->caption.text, "Watch the brake cells.");
    assert_string_equal(a->evidence[0], "burst");
    assert_string_equal(a->terms[0], "glutamate");
    assert_true(a->has_spotlight && a->spotlight.half == SIDE_KETAMINE && a->spotlight.x == 0.25 &&
                a->spotlight.size == 0.3);
    assert_string_equal(b->id, "step2");
    assert_true(b->move.change == STORY_MOVE && b->move.seconds == 2 && !b->notes.text);
    assert_true(b->has_question && b->question.answer_count == 3);
    assert_true(b->question.right[0] && !b->question.right[1] && b->question.right[2]);
    assert_true(b->question.reveal.t_min == 120 && b->question.move.change == STORY_FADE);
    assert_int_equal(story_step_find(s, "step2"), 1);
    assert_int_equal(story_step_find(s, "step3"), -1);
}

static void captions_carry_the_safety_text_first(void **state)
{
    (void)state;
    const story *s = open_text(HEAD "- state: v1\n  caption: One\n"
                                    "- state: v1\n  caption: Two\n"
                                    "  question: {ask: Why, answers: [a, b], reveal: v1, say: Three}\n");
    char out[STORY_CAPTION_MAX], tiny[8];
    story_caption(s, 0, false, &word_sources[0], out, sizeof out);
    assert_string_equal(out, "Safe. One");
    assert_int_equal(story_caption(s, 1, false, &word_sources[0], out, sizeof out), 3);
    assert_string_equal(out, "Two");
    story_caption(s, 1, true, &word_sources[0], out, sizeof out);
    assert_string_equal(out, "Three");
    assert_int_equal(story_caption(s, 0, false, &word_sources[0], tiny, sizeof tiny), 7);
    assert_string_equal(tiny, "Safe. O");
    assert_int_equal(story_caption(s, 9, false, &word_sources[0], out, sizeof out), 0);
    assert_string_equal(out, "");
}

static void words_by_id_follow_the_language(void **state)
{
    (void)state;
    const story *s = open_text("format: 1\nwords: t\nsteps:\n- id: one\n  state: v1\n");
    assert_non_null(s);
    assert_int_equal(problems.count, 0);
    assert_string_equal(story_text_get(&s->steps[0].caption, &word_sources[0]), "C");
    assert_string_equal(story_text_get(&s->steps[0].caption, &word_sources[1]), "Ce");
    assert_string_equal(story_text_get(&s->steps[0].question.ask, &word_sources[1]), "");
}

static void words_missing_in_a_language_are_told(void **state)
{
    (void)state;
    static const char yaml[] = "format: 1\nwords: t\nsteps:\n- id: one\n  state: v1\n"
                               "  question: {answers: [yes, no], reveal: v1}\n- id: two\n  state: v1\n";
    story_refs refs = {.languages = language_names, .words = word_sources, .language_count = 2};
    problems = (content_problems){0};
    read = story_open("s.yaml", yaml, strlen(yaml), &refs, &problems);
    assert_non_null(read);
    // in Spanish the question, what is said after it and both answers; the second step in both languages
    assert_int_equal(problems.count, 4 + 4);
    assert_string_equal(problems.text[0],
                        "s.yaml:6:14: expected a text story.t.one.question in assets/text/es/stories/t.yaml");
    assert_string_equal(
        problems.text[2],
        "s.yaml:6:24: expected a text story.t.one.answer.yes in assets/text/es/stories/t.yaml");
    assert_string_equal(problems.text[4],
                        "s.yaml:7:3: expected a text story.t.two.caption in assets/text/en/stories/t.yaml");
}

static void mistakes_are_told_with_their_place(void **state)
{
    (void)state;
    assert_told(HEAD "- sate: v1\n  state: v1\n  caption: x\n",
                "s.yaml:5:3: sate: not a key of a step; did you mean state?");
    assert_told(
        HEAD "- state: v1\n  caption: x\n  zzzzzz: 1\n",
        "s.yaml:7:3: zzzzzz: not a key of a step; expected one of id, state, change, seconds, caption, "
        "notes, minutes, question, spotlight, evidence, terms");
    assert_told(HEAD "- caption: x\n", "s.yaml:5:3: a step lacks the key state");
    assert_told(HEAD "- state: v1\n", "s.yaml:5:3: expected the key caption with words");
    assert_told(HEAD "- state: v1\n  caption: [a, b]\n", "s.yaml:6:13: caption: expected a text");
    assert_told(HEAD "- state: v1\n  caption: x\n  caption: y\n",
                "s.yaml:7:3: caption: this key was given before; the first one counts");
    assert_told(HEAD "- state: v1\n  caption: x\n  change: rn\n",
                "s.yaml:7:11: change: expected move, run, fade or cut, not rn; did you mean run?");
    assert_told(HEAD "- state: v1\n  caption: x\n  change: cut\n  seconds: 2\n",
                "s.yaml:8:12: seconds: a cut takes none; expected change: move, run or fade");
    assert_told(HEAD "- state: v1\n  caption: x\n  seconds: soon\n",
                "s.yaml:7:12: seconds: expected a number from 0.1 to 60, not soon");
    assert_told(HEAD "- state: v1\n  caption: x\n  minutes: 500\n",
                "s.yaml:7:12: minutes: expected a number from 0 to 120, not 500");
    assert_told(HEAD "- state: v1\n  caption: x\n  evidence: brust\n",
                "s.yaml:7:13: evidence: there is no evidence card brust; did you mean burst?");
    assert_told(HEAD "- state: v1\n  caption: x\n  terms: [glutamate, nothing]\n",
                "s.yaml:7:22: terms: there is no word in the glossary nothing");
    assert_told(HEAD "- state: v1\n  caption: x\n  spotlight: {half: left, x: 0, y: 0}\n",
                "s.yaml:7:21: half: expected ssri or ketamine, not left");
    assert_told(HEAD "- state: v1\n  id: A b\n  caption: x\n",
                "s.yaml:6:7: id: expected an id of a-z, 0-9, '_' and '-', at most 31 letters, not A b");
    assert_told(HEAD "- state: v1\n  id: a\n  caption: x\n- state: v1\n  id: a\n  caption: y\n",
                "s.yaml:9:7: id: there is another step a; expected an id of its own");
    assert_told("format: 2\ntitle: x\naudience: y\nsteps:\n- state: v1\n  caption: x\n",
                "s.yaml:1:9: format: expected a number from 1 to 1, not 2");
    assert_told("title: x\naudience: y\nsteps:\n- state: v1\n  caption: x\n",
                "s.yaml:1:1: a story lacks the key format");
    assert_told(HEAD "- state: v1\n  caption: x\n- just words\n",
                "s.yaml:7:3: expected a step with its keys (id: ...)");
}

static void bad_states_are_told_and_leave_a_usable_one(void **state)
{
    (void)state;
    const story *s =
        assert_told(HEAD "- state: v1,t=9w,scene=circuit\n  caption: x\n",
                    "s.yaml:5:10: state: t=9w: expected 0 or a number with s, min, h, d or w, up "
                    "to 8w; using 0");
    assert_int_equal(s->steps[0].state.scene, VIEW_CIRCUIT);
    s = assert_told(HEAD "- state: v1,t=2h\n  caption: x\n- state: {t: 2}\n  caption: y\n",
                    "s.yaml:7:11: state: expected a text");
    assert_true(s->steps[1].state.t_min == 120); // stays where the step before was
}

static void bad_questions_are_left_out_of_their_step(void **state)
{
    (void)state;
    const story *s =
        assert_told(HEAD "- state: v1\n  caption: x\n  question: {ask: A, answers: [a], reveal: v1}\n",
                    "s.yaml:7:32: answers: expected 2 to 6 answers");
    assert_false(s->steps[0].has_question);
    assert_told(HEAD "- state: v1\n  caption: x\n  question: {ask: A, answers: [a, b]}\n",
                "s.yaml:7:14: a question lacks the key reveal");
    s = assert_told(
        HEAD "- state: v1\n  caption: x\n  question: {ask: A, answers: [a, b], right: 3, reveal: v1}\n",
        "s.yaml:7:46: right: expected a number from 1 to 2, not 3");
    assert_true(s->steps[0].has_question);
    assert_told(HEAD
                "- state: v1\n  caption: x\n  question: {ask: A, answers: [a, b], right: 1.5, reveal: v1}\n",
                "s.yaml:7:46: right: expected a whole number, 1 for the first answer");
}

static void words_stand_in_one_place_only(void **state)
{
    (void)state;
    assert_told(
        "format: 1\nwords: t\nsteps:\n- id: one\n  state: v1\n  caption: x\n",
        "s.yaml:6:12: caption: expected no words here; those of this story stand under story.t.one.caption");
    assert_told("format: 1\nwords: t\nsteps:\n- state: v1\n",
                "s.yaml:4:3: a step lacks the key id, by which its words are found");
}

// One slip in the syntax of a step costs that step; in an indented list and in one that is not.
static void sound_steps_are_kept(void **state)
{
    (void)state;
    const story *s =
        assert_told(HEAD "  - state: v1\n    caption: One\n"
                         "  - state: v1\n    caption: \"no end\n    notes: x\n"
                         "  - state: v1\n    caption: Three\n",
                    "s.yaml:8:14: expected YAML (wrongly indented double-quoted scalar); this entry is "
                    "left out");
    assert_int_equal(s->step_count, 2);
    assert_string_equal(s->steps[1].caption.text, "Three");
    assert_int_equal(s->steps[1].line, 10);
    s = assert_told(
        HEAD "- state: v1\n  caption: One\n- state: [\n- state: v1\n  caption: Three\n",
        "s.yaml:8:1: expected YAML (flow sequence without a closing bracket); this entry is left out");
    assert_int_equal(s->step_count, 2);
}

static void all_mistakes_are_told_at_once(void **state)
{
    (void)state;
    assert_non_null(
        open_text("fromat: 1\ntitle: x\nsteps:\n- state: v1,t=9w,foo=1\n  caption: x\n  minutes: x\n"));
    // the key, its lack, the audience, two in the state, the minutes
    assert_int_equal(problems.count, 6);
    assert_string_equal(problems.text[0], "s.yaml:1:1: fromat: not a key of a story; did you mean format?");
    assert_int_equal(problems.line[5], 6);
}

static void count_sentence(void *ctx, const char *text)
{
    assert_non_null(strstr(text, "minutes: expected a number"));
    ++*(int *)ctx;
}

static void more_mistakes_than_are_stored_are_told_all_the_same(void **state)
{
    (void)state;
    char yaml[4000] = HEAD;
    int told = 0;
    for (int i = 0; i < 40; i++)
        strcat(yaml, "- state: v1\n  caption: x\n  minutes: many\n");
    problems = (content_problems){.tell = count_sentence, .tell_ctx = &told};
    read = story_open("s.yaml", yaml, strlen(yaml), NULL, &problems);
    assert_int_equal(told, 40);
    assert_int_equal(problems.count, CONTENT_PROBLEMS);
    assert_int_equal(problems.dropped, 40 - CONTENT_PROBLEMS);
    assert_int_equal(read->step_count, 40);
}

static void nothing_to_show_is_no_story(void **state)
{
    (void)state;
    assert_null(open_text(""));
    assert_string_equal(problems.text[0], "s.yaml:1:1: expected a story (format: 1 on the first line)");
    assert_null(open_text("- a\n- b\n"));
    assert_null(open_text(HEAD "[]\n"));
    assert_null(open_text("format: 1\ntitle: x\naudience: y\nsteps: none\n"));
    assert_string_equal(problems.text[0], "s.yaml:4:8: steps: expected a list of steps (- state: ...)");
    assert_null(open_text("\xFF"));
    assert_null(story_open("s.yaml", "", 0, NULL, NULL));
    assert_null(story_open("s.yaml", "x: y\n", 5, NULL, NULL));
}

static void too_many_steps_and_too_long_texts_are_told(void **state)
{
    (void)state;
    char *yaml = malloc(1u << 16);
    assert_non_null(yaml);
    strcpy(yaml, HEAD);
    for (int i = 0; i < STORY_STEPS_MAX + 1; i++)
        strcat(yaml, "- state: v1\n  caption: x\n");
    const story *s =
        assert_told(yaml, "s.yaml:5:3: steps: expected at most 100 steps; the further ones are left out");
    assert_int_equal(s->step_count, STORY_STEPS_MAX);
    int head = sprintf(yaml, HEAD "- state: v1\n  caption: ");
    memset(yaml + head, 'x', STORY_CAPTION_BYTES + 1);
    strcpy(yaml + head + STORY_CAPTION_BYTES + 1, "\n");
    assert_told(yaml, "s.yaml:6:12: caption: expected a text of at most 600 bytes; this has 601");
    free(yaml);
}

// Every ```yaml block of the guide that is a whole story opens without a mistake.
static void the_examples_of_the_guide_are_sound(void **state)
{
    (void)state;
    shipped all;
    shipped_open(&all);
    story_refs refs = shipped_refs(&all);
    size_t length;
    char *guide = shipped_read(NEUROTIDE_SOURCE_DIR "/docs/writing-a-story.md", &length);
    int examples = 0;
    for (char *at = guide; (at = strstr(at, "```yaml\n"));) {
        at += strlen("```yaml\n");
        char *stop = strstr(at, "```");
        assert_non_null(stop);
        if (strncmp(at, "format: 1", 9) == 0) {
            content_problems p = {0};
            story *s = story_open("docs/writing-a-story.md", at, (size_t)(stop - at), &refs, &p);
            if (p.count)
                fail_msg("%s", p.text[0]);
            assert_non_null(s);
            story_destroy(s);
            examples++;
        }
        at = stop + 3;
    }
    free(guide);
    shipped_close(&all);
    assert_true(examples >= 1);
}

// Flips, drops and repeats pieces of a sound file: nothing crashes, and what is kept is sound.
static void broken_files_are_safe(void **state)
{
    (void)state;
    static const char source[] =
        HEAD "- id: a\n  state: v1,t=2h\n  change: run\n  seconds: 3\n  caption: x\n  evidence: [burst]\n"
             "  question:\n    ask: A\n    answers: [a, b]\n    right: 1\n    reveal: v1\n"
             "- state: v1\n  caption: >\n    fold\n    ed\n  spotlight: {half: ssri, x: 0, y: 1, size: .1}\n";
    uint64_t seed = 4711u;
    for (int round = 0; round < 3000; round++) {
        char text[sizeof source];
        size_t length = sizeof source - 1;
        memcpy(text, source, length);
        for (int i = 0; i < 3; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            size_t at = (size_t)(seed >> 33) % length, to = (size_t)(seed >> 13) % length;
            static const char odd[] = "\n \"'{}[]:#&*!%|>-?,\t\\x\xC3";
            if (seed & 1u)
                text[at] = odd[(seed >> 5) % (sizeof odd - 1)];
            else if (at > to) {
                memmove(text + to, text + at, length - at);
                length -= at - to;
            }
        }
        content_problems p = {0};
        story *s = story_open("s.yaml", text, length, NULL, &p);
        assert_true(s || p.count);
        if (s)
            assert_true(s->step_count >= 1 && s->step_count <= STORY_STEPS_MAX);
        story_destroy(s);
    }
}

int main(void)
{
#define TEST(f) cmocka_unit_test_teardown(f, forget)
    const struct CMUnitTest tests[] = {
        TEST(a_story_holds_its_words),
        TEST(captions_carry_the_safety_text_first),
        TEST(words_by_id_follow_the_language),
        TEST(words_missing_in_a_language_are_told),
        TEST(mistakes_are_told_with_their_place),
        TEST(bad_states_are_told_and_leave_a_usable_one),
        TEST(bad_questions_are_left_out_of_their_step),
        TEST(words_stand_in_one_place_only),
        TEST(sound_steps_are_kept),
        TEST(all_mistakes_are_told_at_once),
        TEST(more_mistakes_than_are_stored_are_told_all_the_same),
        TEST(nothing_to_show_is_no_story),
        TEST(too_many_steps_and_too_long_texts_are_told),
        TEST(the_examples_of_the_guide_are_sound),
        TEST(broken_files_are_safe),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
