// Any bytes as a file of evidence cards, and as a text that the glossary looks through: nothing crashes or
// leaks, and every card that is kept has a source, a date and can be found.
#include "content/evidence.h"

#include "base/utf8.h"
#include "content/glossary.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool sound)
{
    if (!sound)
        abort();
}

static const char *no_words(void *ctx, const char *id)
{
    (void)ctx;
    (void)id;
    return NULL;
}

static void check_cards(const char *bytes, size_t size)
{
    evidence *e = evidence_create();
    content_problems p = {0};
    words none = {.get = no_words};
    if (!e)
        return;
    bool well = evidence_add(e, "cards.yaml", bytes, size, &p);
    must(well == (p.count == 0) && !p.no_memory);
    for (int i = 0; i < p.count; i++)
        must(p.line[i] >= 1 && p.column[i] >= 1 && utf8_valid(p.text[i], strlen(p.text[i])));
    for (int i = 0; i < evidence_count(e); i++) {
        const evidence_card *c = evidence_at(e, i);
        must(evidence_find(e, c->id) == c && c->sure < EVIDENCE_SURES && c->source_count >= 1);
        must(c->month >= 1 && c->month <= 12 && c->day >= 1 && c->day <= 31);
        must(evidence_reviewed(c).arg_count == 3 && !*evidence_words(c, EVIDENCE_CLAIM, &none));
        for (int k = 0; k < c->shown_count; k++)
            must(utf8_valid(c->shown[k], strlen(c->shown[k])));
        evidence_for_message(e, c->id);
        evidence_for_part(e, "brain", c->id);
    }
    evidence_destroy(e);
}

static void check_glossary(const char *bytes, size_t size)
{
    static const char word_file[] =
        "glossary.a.term: Spine\nglossary.a.text: A bump.\n"
        "glossary.a.forms: \"spine, dendritic spine, \u00E9pine\"\n"
        "glossary.b.term: Cards\nglossary.b.text: Cards.\nglossary.b.forms: \"cards\"\n";
    static string_table *t; // made once, since it outweighs a small input by far
    static glossary *g;
    if (!t) {
        t = string_table_create();
        must(t && string_table_add(t, "words", word_file, sizeof word_file - 1, NULL));
        g = glossary_create(t);
        must(g != NULL);
    }
    char *text = malloc(size + 1);
    if (text) {
        glossary_span spans[4];
        memcpy(text, bytes, size);
        text[size] = '\0';
        int count = glossary_spans(g, text, spans, 4);
        must(count >= 0 && count <= 2); // each term once
        for (int i = 0; i < count; i++)
            must(spans[i].length > 0 && spans[i].start + spans[i].length <= strlen(text));
    }
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size) {
        check_cards((const char *)data, size);
        check_glossary((const char *)data, size);
    }
    return 0;
}
