#include "app/chrome/chrome_terms.h"

#include "app/chrome/ask.h"

#include <stdio.h>
#include <string.h>

enum { TERM_ID_MAX = 64 };

void chrome_name(app *a, const char *id, rect box, const char *text, type_role role, text_weight weight,
                 const char *entry)
{
    const glossary *g = a->reading.terms;
    const glossary_entry *e = g ? glossary_at(g, glossary_find(g, entry)) : NULL;
    if (!e)
        return;
    ui_term term = {id, 0, strlen(text), e->term, e->text};
    if (ui_terms(a->parts.ui, box, text, role, weight, &term, 1) == 0)
        ask_read(a, OVERLAY_GLOSSARY, "", e->id);
}

float chrome_paragraph(app *a, const char *place, rect box, const char *text, type_role role,
                       text_weight weight, colour ink)
{
    glossary_span spans[UI_TERMS_MAX];
    ui_term terms[UI_TERMS_MAX];
    char ids[UI_TERMS_MAX][TERM_ID_MAX];
    float height = ui_paragraph(a->parts.ui, box, text, role, weight, UI_LEFT, ink);
    const glossary *g = a->reading.terms;
    int found = g ? glossary_spans(g, text, spans, UI_TERMS_MAX) : 0, count = 0;
    const char *entries[UI_TERMS_MAX];
    for (int i = 0; i < found; i++) {
        const glossary_entry *e = glossary_at(g, spans[i].entry);
        if (a->stage.overlay == OVERLAY_GLOSSARY && strcmp(a->reading.here.word, e->id) == 0)
            continue; // it is being explained
        snprintf(ids[count], sizeof ids[count], "%.14s.%s", place, e->id);
        terms[count] = (ui_term){ids[count], spans[i].start, spans[i].length, e->term, e->text};
        entries[count++] = e->id;
    }
    int pressed = ui_terms(a->parts.ui, box, text, role, weight, terms, count);
    if (pressed >= 0)
        ask_read(a, OVERLAY_GLOSSARY, "", entries[pressed]);
    return height;
}
