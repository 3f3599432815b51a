#include "app/story/reading.h"

#include "app/stage/overlay.h"
#include "app/state/requests.h"
#include "app/story/shelf.h"
#include "app/story/story_player.h"

#include <stdio.h>
#include <string.h>

// --- ways

static void leave(app *a)
{
    reading_state *r = &a->reading;
    if (r->back_count == READING_WAYS) { // the oldest way is forgotten
        memmove(r->back, r->back + 1, sizeof r->back - sizeof r->back[0]);
        r->back_count--;
    }
    reading_place *p = &r->back[r->back_count++];
    ui_focus f;
    *p = r->here;
    p->panel = (int)a->stage.overlay;
    snprintf(p->focus, sizeof p->focus, "%s", a->parts.ui && ui_focused(a->parts.ui, &f) ? f.id : "");
}

static void focus_on(app *a, const char *id)
{
    if (a->parts.ui && *id)
        ui_focus_set(a->parts.ui, id);
}

void reading_go(app *a, overlay to, const char *card, const char *word)
{
    reading_state *r = &a->reading;
    if (a->stage.overlay == OVERLAY_NONE)
        r->back_count = 0; // the focus finds back by itself
    else
        leave(a);
    bool to_stage = r->back_count == 0;
    r->here = (reading_place){.panel = (int)to};
    snprintf(r->here.card, sizeof r->here.card, "%s", card);
    snprintf(r->here.word, sizeof r->here.word, "%s", word);
    overlay_open(a, to);
    if (!to_stage)
        focus_on(a, "reading.back");
    request_redraw(a);
}

bool reading_can_go_back(const app *a)
{
    return a->reading.back_count > 0;
}

void reading_back(app *a)
{
    reading_state *r = &a->reading;
    request_redraw(a);
    if (r->back_count == 0) {
        overlay_close(a);
        return;
    }
    r->here = r->back[--r->back_count];
    overlay_open(a, (overlay)r->here.panel);
    focus_on(a, r->here.focus);
}

void reading_go_cards(app *a)
{
    const evidence_card *c = NULL;
    shelf_open(a);
    if (a->session.view.pick[0] && a->stage.scene && a->reading.cards)
        c = evidence_for_part(a->reading.cards, a->stage.scene->id, a->session.view.pick);
    reading_go(a, OVERLAY_SURE, c ? c->id : "", "");
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

static void take_sentences(const app *a, card_list *l)
{
    message sentences[SCENE_SENTENCES];
    if (!a->stage.scene || !a->stage.scene->describe)
        return;
    int count =
        a->stage.scene->describe(a->stage.scene_data, &a->session.view, a->parts.treatment, sentences);
    for (int i = 0; i < count; i++)
        if (sentences[i].id)
            take(l, evidence_for_message(a->reading.cards, sentences[i].id));
}

int reading_cards(const app *a, const evidence_card *out[EVIDENCE_CARDS_MAX], int *total)
{
    card_list l = {.out = out};
    const evidence *all = a->reading.cards;
    const story_step *s = player_step(a);
    *total = 0;
    if (!all)
        return 0;
    if (a->session.view.pick[0] && a->stage.scene)
        take(&l, evidence_for_part(all, a->stage.scene->id, a->session.view.pick));
    for (int i = 0; s && i < s->evidence_count; i++)
        take(&l, evidence_find(all, s->evidence[i]));
    take_sentences(a, &l);
    char part[32];
    snprintf(part, sizeof part, "%s.", a->stage.scene ? a->stage.scene->id : "");
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

int reading_terms(const app *a, int out[READING_TERMS_MAX])
{
    enum { SPANS = 32 };
    glossary_span spans[SPANS];
    int count = 0;
    if (!a->reading.terms)
        return 0;
    int found = glossary_spans(a->reading.terms, a->chrome.caption, spans, SPANS);
    for (int i = 0; i < found; i++)
        count = take_term(out, count, spans[i].entry);
    const story_step *s = player_step(a);
    for (int i = 0; s && i < s->term_count; i++)
        count = take_term(out, count, glossary_find(a->reading.terms, s->terms[i]));
    return count;
}
