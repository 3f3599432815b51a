// Panels to read about what is shown: evidence cards and the glossary.
#include "app/panels.h"

#include "app/actions.h"
#include "app/chrome_parts.h"
#include "app/reading.h"

#include <math.h>
#include <stdio.h>

// A quiet button at the top that leads elsewhere.
static bool way(app *a, panel *p, const char *id, const char *label, icon_id icon)
{
    ui_button_def def = {.label = label, .icon = icon, .look = UI_BUTTON_PLAIN};
    float h = ui_target_px(a->ui), w = fminf(ui_button_width(a->ui, &def), p->content.w);
    bool pressed = ui_button(a->ui, id, (rect){p->content.x, p->y, w, h}, &def);
    p->y += h + p->gap;
    return pressed;
}

// --- the list of cards

// The claim, and under it how sure it is, which opens the card.
static bool claim_row(app *a, panel *p, const evidence_card *c)
{
    ui *u = a->ui;
    char id[64], label[160];
    const char *claim = evidence_words(c, EVIDENCE_CLAIM, &a->words);
    panel_text(a, p, claim, TYPE_LABEL, TEXT_REGULAR, ui_theme(u)->ink);
    p->y -= 0.8f * p->gap;
    snprintf(id, sizeof id, "sure.%s", c->id);
    message m = message_make("reading.open");
    message_word(&m, "sure", evidence_sure_word(c->sure));
    words_format(&a->words, &m, label, sizeof label);
    float h = fmaxf(ui_target_px(u), ui_line_height(u, TYPE_SMALL));
    float w = fminf(ui_text_width(u, label, TYPE_LABEL, TEXT_MEDIUM) + ui_px(u, 24.0f), p->content.w);
    bool pressed = ui_link(u, id, (rect){p->content.x, p->y, w, h}, label, claim);
    p->y += h + 0.4f * p->gap;
    return pressed;
}

static void card_list(app *a, panel *p)
{
    const evidence_card *cards[EVIDENCE_CARDS_MAX], *chosen = NULL;
    int total, shown = reading_cards(a, cards, &total);
    bool terms = way(a, p, "sure.glossary", chrome_word(a, "action.read.glossary.label"), ICON_LANGUAGE);
    for (int i = 0; i < total; i++) {
        if (i == 0 || i == shown)
            panel_heading(a, p, chrome_word(a, i < shown ? "reading.shown" : "reading.others"));
        if (claim_row(a, p, cards[i]))
            chosen = cards[i];
    }
    if (chosen)
        snprintf(a->reading.card, sizeof a->reading.card, "%s", chosen->id);
    if (terms)
        a->overlay = OVERLAY_GLOSSARY;
    a->dirty = a->dirty || chosen || terms;
}

// --- one card

static void card_text(app *a, panel *p, const char *heading, const char *text)
{
    if (!*text)
        return;
    panel_heading(a, p, heading);
    panel_text(a, p, text, TYPE_LABEL, TEXT_REGULAR, ui_theme(a->ui)->ink);
}

static void one_card(app *a, panel *p, const evidence_card *c)
{
    const theme *t = ui_theme(a->ui);
    bool back = way(a, p, "sure.back", chrome_word(a, "reading.all"), ICON_CHEVRON_LEFT);
    panel_text(a, p, evidence_words(c, EVIDENCE_CLAIM, &a->words), TYPE_CAPTION, TEXT_SEMIBOLD, t->ink);
    panel_text(a, p, chrome_word(a, evidence_sure_word(c->sure)), TYPE_LABEL, TEXT_MEDIUM, t->glutamate_text);
    for (int i = EVIDENCE_WHAT_IS_DRAWN; i < EVIDENCE_TEXTS; i++)
        card_text(a, p, chrome_word(a, evidence_heading((evidence_text)i)),
                  evidence_words(c, (evidence_text)i, &a->words));
    panel_heading(a, p, chrome_word(a, evidence_sources_heading()));
    for (int i = 0; i < c->source_count; i++) {
        panel_text(a, p, c->sources[i], TYPE_SMALL, TEXT_REGULAR, t->quiet_ink);
        p->y -= 0.6f * p->gap;
    }
    char reviewed[128];
    message m = evidence_reviewed(c);
    words_format(&a->words, &m, reviewed, sizeof reviewed);
    p->y += 0.6f * p->gap;
    panel_text(a, p, reviewed, TYPE_SMALL, TEXT_REGULAR, t->quiet_ink);
    if (back) {
        a->reading.card[0] = '\0';
        a->dirty = true;
    }
}

void panel_sure(app *a)
{
    reading_open(a);
    const evidence_card *c =
        a->reading.cards && a->reading.card[0] ? evidence_find(a->reading.cards, a->reading.card) : NULL;
    char scroll[64];
    snprintf(scroll, sizeof scroll, "panel.scroll.%s", c ? c->id : "cards");
    panel_def def = {
        .id = "sure", .title = chrome_word(a, evidence_title()), .width = 1040.0f, .scroll = scroll};
    panel p = panel_begin(a, &def);
    if (c)
        one_card(a, &p, c);
    else
        card_list(a, &p);
    panel_end(a, &p);
    ui_layer_pop(a->ui);
    if (p.closed)
        chrome_run(a, "app.close");
}

// --- the glossary

static void entry(app *a, panel *p, const glossary_entry *e)
{
    const theme *t = ui_theme(a->ui);
    panel_text(a, p, e->term, TYPE_LABEL, TEXT_SEMIBOLD, t->ink);
    p->y -= 0.8f * p->gap;
    panel_text(a, p, e->text, TYPE_LABEL, TEXT_REGULAR, t->ink);
    p->y -= 0.2f * p->gap;
}

static bool listed(const int *list, int count, int entry_index)
{
    for (int i = 0; i < count; i++)
        if (list[i] == entry_index)
            return true;
    return false;
}

void panel_glossary(app *a)
{
    reading_open(a);
    panel_def def = {.id = "glossary",
                     .title = chrome_word(a, glossary_title()),
                     .width = 1040.0f,
                     .scroll = "panel.scroll.glossary"};
    panel p = panel_begin(a, &def);
    int terms[READING_TERMS_MAX], count = reading_terms(a, terms);
    bool cards = way(a, &p, "glossary.sure", chrome_word(a, evidence_title()), ICON_INFO);
    if (count > 0)
        panel_heading(a, &p, chrome_word(a, "reading.words_shown"));
    for (int i = 0; i < count; i++)
        entry(a, &p, glossary_at(a->reading.terms, terms[i]));
    panel_heading(a, &p, chrome_word(a, count > 0 ? "reading.words_others" : "reading.words_all"));
    for (int i = 0; a->reading.terms && i < glossary_count(a->reading.terms); i++)
        if (!listed(terms, count, i))
            entry(a, &p, glossary_at(a->reading.terms, i));
    panel_end(a, &p);
    ui_layer_pop(a->ui);
    if (cards) {
        a->reading.card[0] = '\0';
        a->overlay = OVERLAY_SURE;
        a->dirty = true;
    } else if (p.closed) {
        chrome_run(a, "app.close");
    }
}
