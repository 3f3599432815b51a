// Any bytes as a story: nothing crashes or leaks; what is kept is a story that can be played from end to end.
#include "content/story.h"

#include "base/utf8.h"
#include "content/evidence.h"
#include "content/glossary.h"
#include "content/story_read.h"
#include "view/view_text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool sound)
{
    if (!sound)
        abort();
}

static void must_be_text(const story_text *t, const words *w, size_t most)
{
    const char *text = story_text_get(t, w);
    must(!(t->id && t->text) && strlen(text) <= most && utf8_valid(text, strlen(text)));
}

static void must_be_move(const story_move *m)
{
    must(m->change <= STORY_CUT && m->seconds >= 0.0 && m->seconds <= 60.0);
}

static void check_step(const story *s, int i, const words *w)
{
    const story_step *step = &s->steps[i];
    char caption[STORY_CAPTION_MAX], string[VIEW_STRING_MAX];
    must(step->id[0] && story_step_find(s, step->id) == i && step->line >= 1);
    must(view_state_print(&step->state, string, sizeof string) < sizeof string);
    must_be_move(&step->move);
    must_be_text(&step->caption, w, STORY_CAPTION_BYTES);
    must_be_text(&step->notes, w, STORY_NOTES_BYTES);
    must(step->evidence_count <= STORY_REFS_MAX && step->term_count <= STORY_REFS_MAX);
    for (int revealed = 0; revealed < 2; revealed++) {
        size_t length = story_caption(s, i, revealed == 1, w, caption, sizeof caption);
        must(length < sizeof caption && utf8_valid(caption, length));
    }
    if (step->has_question) {
        must(step->question.answer_count >= STORY_ANSWERS_MIN &&
             step->question.answer_count <= STORY_ANSWERS_MAX);
        for (int k = 0; k < step->question.answer_count; k++)
            must_be_text(&step->question.answers[k], w, STORY_ANSWER_BYTES);
        must_be_move(&step->question.move);
    }
    if (step->has_spotlight)
        must(step->spotlight.half < SIDE_COUNT && step->spotlight.size >= 0.05 &&
             step->spotlight.size <= 1.0);
}

// What a story may refer to: made once, since it outweighs a small input by far.
static const story_refs *refs_of(const words **w)
{
    static const char card_file[] =
        "format: 1\ncards:\n- id: burst\n  sure: debated\n  reviewed: 2026-11-23\n  sources: A study\n";
    static const char word_file[] =
        "glossary.spine.term: Spine\nglossary.spine.text: A bump.\nsafety.short: Safe.\n"
        "story.t.title: T\nstory.t.one.caption: C\n";
    static const char *const names[] = {"en"};
    static evidence *cards;
    static string_table *table;
    static words table_words;
    static story_refs refs;
    if (!cards) {
        cards = evidence_create();
        table = string_table_create();
        must(cards && table && evidence_add(cards, "cards", card_file, sizeof card_file - 1, NULL) &&
             string_table_add(table, "words", word_file, sizeof word_file - 1, NULL));
        table_words = string_table_words(table);
        refs = (story_refs){.cards = cards,
                            .terms = glossary_create(table),
                            .languages = names,
                            .words = &table_words,
                            .language_count = 1};
        must(refs.terms != NULL);
    }
    *w = &table_words;
    return &refs;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const words *w;
    const story_refs *refs = refs_of(&w);
    content_problems p = {0};
    story *s = story_open("story.yaml", (const char *)data, size, refs, &p);
    must(s || p.count);
    for (int i = 0; i < p.count; i++)
        must(p.line[i] >= 1 && p.column[i] >= 1 && utf8_valid(p.text[i], strlen(p.text[i])));
    must(!p.no_memory); // a mistake of the file is never told as lack of memory
    if (s) {
        must(s->step_count >= 1 && s->step_count <= STORY_STEPS_MAX);
        must_be_text(&s->title, w, STORY_TITLE_BYTES);
        for (int i = 0; i < s->step_count; i++)
            check_step(s, i, w);
    }
    story_destroy(s);
    return 0;
}
