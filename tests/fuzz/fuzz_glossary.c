// Any bytes as a language's file of glossary words, and as the text in which its terms are looked up.
#include "content/glossary.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { SPANS = 8 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool sound)
{
    if (!sound)
        abort();
}

static void check_terms(const glossary *g, const char *text)
{
    glossary_span spans[SPANS];
    int count = glossary_spans(g, text, spans, SPANS);
    must(count >= 0 && count <= SPANS);
    size_t end = 0;
    for (int i = 0; i < count; i++) {
        must(spans[i].length > 0 && spans[i].start >= end && glossary_at(g, spans[i].entry));
        end = spans[i].start + spans[i].length;
        must(end <= strlen(text));
        for (int k = 0; k < i; k++)
            must(spans[k].entry != spans[i].entry);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    string_table *t = string_table_create();
    char *text = malloc(size + 1);
    glossary *g = NULL;
    if (t && text) {
        if (size)
            memcpy(text, data, size);
        text[size] = '\0';
        string_table_add(t, "glossary.yaml", text, size, NULL);
        g = glossary_create(t);
    }
    for (int i = 0; g && i < glossary_count(g); i++) {
        const glossary_entry *e = glossary_at(g, i);
        must(*e->id && *e->term && *e->text && glossary_find(g, e->id) == i);
        check_terms(g, e->text);
    }
    if (g) {
        must(!glossary_at(g, glossary_count(g)) && !glossary_at(g, -1));
        check_terms(g, text);
    }
    glossary_destroy(g);
    string_table_destroy(t);
    free(text);
    return 0;
}
