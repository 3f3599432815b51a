#include "app/reading.h"

#include "app/library.h"
#include "app/story_player.h"

#include <stdio.h>
#include <string.h>

void reading_open(app *a)
{
    reading_state *r = &a->reading;
    const string_table *now = a->strings ? a->strings : a->english;
    if (!r->cards)
        r->cards = library_cards(a->paths.assets);
    if (r->terms && r->table == now)
        return;
    glossary_destroy(r->terms);
    r->terms = glossary_create(now);
    r->table = now;
}

void reading_close(app *a)
{
    evidence_destroy(a->reading.cards);
    glossary_destroy(a->reading.terms);
    a->reading = (reading_state){0};
}

// --- cards

typedef struct card_list {
    const evidence_card **out;
    int count;
} card_list;

static void take(card_list *l, const evidence_card *c)
{
    for (int i = 0; c && i < l->count; i++)
        if (l->out[i] == c)
            return;
    if (c && l->count < EVIDENCE_CARDS_MAX)
        l->out[l->count++] = c;
}

static bool begins(const char *text, const char *start)
{
    return strncmp(text, start, strlen(start)) == 0;
}

// Whether a card backs names or sentences of a part of the program ("brain.").
static bool speaks_of(const evidence_card *c, const char *part)
{
    char described[64];
    snprintf(described, sizeof described, "describe.%s", part);
    for (int i = 0; i < c->shown_count; i++)
        if (begins(c->shown[i], part) || begins(c->shown[i], described))
            return true;
    for (int i = 0; i < c->part_count; i++)
        if (begins(c->parts[i], part))
            return true;
    return false;
}

static void take_sentences(app *a, card_list *l)
{
    message sentences[SCENE_SENTENCES];
    if (!a->scene || !a->scene->describe)
        return;
    int count = a->scene->describe(a->scene_data, &a->view, a->treatment, sentences);
    for (int i = 0; i < count; i++)
        if (sentences[i].id)
            take(l, evidence_for_message(a->reading.cards, sentences[i].id));
}

int reading_cards(app *a, const evidence_card *out[EVIDENCE_CARDS_MAX], int *total)
{
    card_list l = {.out = out};
    const evidence *all = a->reading.cards;
    const story_step *s = player_step(a);
    *total = 0;
    if (!all)
        return 0;
    if (a->view.pick[0] && a->scene)
        take(&l, evidence_for_part(all, a->scene->id, a->view.pick));
    for (int i = 0; s && i < s->evidence_count; i++)
        take(&l, evidence_find(all, s->evidence[i]));
    take_sentences(a, &l);
    char part[32];
    snprintf(part, sizeof part, "%s.", a->scene ? a->scene->id : "");
    for (int i = 0; i < evidence_count(all); i++)
        if (speaks_of(evidence_at(all, i), part))
            take(&l, evidence_at(all, i));
    for (int i = 0; i < evidence_count(all); i++)
        if (speaks_of(evidence_at(all, i), "clock."))
            take(&l, evidence_at(all, i));
    int shown = l.count;
    for (int i = 0; i < evidence_count(all); i++)
        take(&l, evidence_at(all, i));
    *total = l.count;
    return shown;
}

// --- words

static int take_term(int out[READING_TERMS_MAX], int count, int entry)
{
    for (int i = 0; i < count; i++)
        if (out[i] == entry)
            return count;
    if (entry >= 0 && count < READING_TERMS_MAX)
        out[count++] = entry;
    return count;
}

int reading_terms(app *a, int out[READING_TERMS_MAX])
{
    enum { SPANS = 32 };
    glossary_span spans[SPANS];
    int count = 0;
    if (!a->reading.terms)
        return 0;
    int found = glossary_spans(a->reading.terms, a->caption, spans, SPANS);
    for (int i = 0; i < found; i++)
        count = take_term(out, count, spans[i].entry);
    const story_step *s = player_step(a);
    for (int i = 0; s && i < s->term_count; i++)
        count = take_term(out, count, glossary_find(a->reading.terms, s->terms[i]));
    return count;
}
