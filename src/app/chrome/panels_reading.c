#include "app/chrome/panels_reading.h"
#include "app/chrome/ask.h"
#include "app/chrome/chrome_words.h"
#include "app/chrome/panel.h"

#include "app/story/reading.h"

#include <math.h>
#include <stdio.h>

// Quiet buttons at the top that lead elsewhere.
enum way { WAY_NONE = -1, WAY_BACK, WAY_CARDS, WAY_WORDS, WAYS };

// Side by side while they fit. `from` is where one is: no way leads there.
static enum way ways(app *a, panel *p, enum way from)
{
    const struct {
        const char *id, *label;
        icon_id icon;
        bool shown;
    } list[WAYS] = {
        {"reading.back", chrome_word(a, "reading.back"), ICON_CHEVRON_LEFT, reading_can_go_back(a)},
        {"reading.cards", chrome_word(a, from == WAY_NONE ? "reading.all" : "evidence.title"), ICON_INFO,
         from != WAY_CARDS},
        {"reading.words", chrome_word(a, "action.read.glossary.label"), ICON_LANGUAGE, from != WAY_WORDS},
    };
    enum way pressed = WAY_NONE;
    float h = ui_target_px(a->parts.ui), gap = 0.5f * p->gap, x = p->content.x;
    for (int i = 0; i < WAYS; i++) {
        if (!list[i].shown)
            continue;
        ui_button_def def = {.label = list[i].label, .icon = list[i].icon, .look = UI_BUTTON_PLAIN};
        float w = fminf(ui_button_width(a->parts.ui, &def), p->content.w);
        if (x > p->content.x && x + w > p->content.x + p->content.w) {
            x = p->content.x;
            p->y += h + gap;
        }
        if (ui_button(a->parts.ui, list[i].id, (rect){x, p->y, w, h}, &def))
            pressed = (enum way)i;
        x += w + gap;
    }
    p->y += h + p->gap;
    return pressed;
}

// Esc leads back as the button does; the close button and a press beside the panel to the stage.
static void leave(app *a, const panel *p, enum way pressed)
{
    if (pressed == WAY_BACK || p->escaped)
        ask_read_back(a);
    else if (p->closed)
        ask_action(a, "app.close");
    else if (pressed == WAY_CARDS)
        ask_read(a, OVERLAY_SURE, "", "");
    else if (pressed == WAY_WORDS)
        ask_read(a, OVERLAY_GLOSSARY, "", "");
}

// --- the list of cards

// The claim, and under it how sure it is; pressing it opens the card.
static bool claim_row(app *a, panel *p, const evidence_card *c)
{
    char id[64];
    snprintf(id, sizeof id, "sure.%s", c->id);
    return panel_entry(a, p, id, ICON_NONE, evidence_words(c, EVIDENCE_CLAIM, &a->texts.words),
                       chrome_word(a, evidence_sure_word(c->sure)));
}

static const evidence_card *card_list(app *a, panel *p)
{
    const evidence_card *cards[EVIDENCE_CARDS_MAX], *chosen = NULL;
    int total, shown = reading_cards(a, cards, &total);
    for (int i = 0; i < total; i++) {
        if (i == 0 || i == shown)
            panel_heading(a, p, chrome_word(a, i < shown ? "reading.shown" : "reading.others"));
        if (claim_row(a, p, cards[i]))
            chosen = cards[i];
    }
    return chosen;
}

// --- one card

static void card_text(app *a, panel *p, const char *heading, const char *text)
{
    if (!*text)
        return;
    panel_heading(a, p, heading);
    panel_reading(a, p, text, TYPE_LABEL, TEXT_REGULAR, ui_theme(a->parts.ui)->ink);
}

static void one_card(app *a, panel *p, const evidence_card *c)
{
    const theme *t = ui_theme(a->parts.ui);
    panel_text(a, p, evidence_words(c, EVIDENCE_CLAIM, &a->texts.words), TYPE_CAPTION, TEXT_SEMIBOLD, t->ink);
    panel_text(a, p, chrome_word(a, evidence_sure_word(c->sure)), TYPE_LABEL, TEXT_MEDIUM, t->glutamate_text);
    for (int i = EVIDENCE_WHAT_IS_DRAWN; i < EVIDENCE_TEXTS; i++)
        card_text(a, p, chrome_word(a, evidence_heading((evidence_text)i)),
                  evidence_words(c, (evidence_text)i, &a->texts.words));
    panel_heading(a, p, chrome_word(a, evidence_sources_heading()));
    for (int i = 0; i < c->source_count; i++) {
        panel_text(a, p, c->sources[i], TYPE_SMALL, TEXT_REGULAR, t->quiet_ink);
        p->y -= 0.6f * p->gap;
    }
    char reviewed[128];
    message m = evidence_reviewed(c);
    words_format(&a->texts.words, &m, reviewed, sizeof reviewed);
    p->y += 0.6f * p->gap;
    panel_text(a, p, reviewed, TYPE_SMALL, TEXT_REGULAR, t->quiet_ink);
}

void panel_sure(app *a)
{
    const evidence *all = a->reading.cards;
    const evidence_card *c = all && a->reading.here.card[0] ? evidence_find(all, a->reading.here.card) : NULL;
    const evidence_card *chosen = NULL;
    char scroll[64];
    snprintf(scroll, sizeof scroll, "panel.scroll.%s", c ? c->id : "cards");
    panel_def def = {
        .id = "sure", .title = chrome_word(a, evidence_title()), .width = 1040.0f, .scroll = scroll};
    panel p = panel_begin(a, &def);
    enum way pressed = ways(a, &p, c ? WAY_NONE : WAY_CARDS);
    if (c)
        one_card(a, &p, c);
    else
        chosen = card_list(a, &p);
    panel_end(a, &p);
    ui_layer_pop(a->parts.ui);
    leave(a, &p, pressed);
    if (chosen)
        ask_read(a, OVERLAY_SURE, chosen->id, "");
}

// --- the glossary

static void entry(app *a, panel *p, const glossary_entry *e)
{
    const theme *t = ui_theme(a->parts.ui);
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

static void word_list(app *a, panel *p)
{
    int terms[READING_TERMS_MAX], count = reading_terms(a, terms);
    if (count > 0)
        panel_heading(a, p, chrome_word(a, "reading.words_shown"));
    for (int i = 0; i < count; i++)
        entry(a, p, glossary_at(a->reading.terms, terms[i]));
    panel_heading(a, p, chrome_word(a, count > 0 ? "reading.words_others" : "reading.words_all"));
    p->untold = true;
    for (int i = 0; a->reading.terms && i < glossary_count(a->reading.terms); i++)
        if (!listed(terms, count, i))
            entry(a, p, glossary_at(a->reading.terms, i));
}

static void one_word(app *a, panel *p, const glossary_entry *e)
{
    const theme *t = ui_theme(a->parts.ui);
    panel_text(a, p, e->term, TYPE_CAPTION, TEXT_SEMIBOLD, t->ink);
    panel_reading(a, p, e->text, TYPE_CAPTION, TEXT_REGULAR, t->ink);
}

void panel_glossary(app *a)
{
    const glossary *all = a->reading.terms;
    const char *word = a->reading.here.word;
    const glossary_entry *e = all && *word ? glossary_at(all, glossary_find(all, word)) : NULL;
    char scroll[64];
    snprintf(scroll, sizeof scroll, "panel.scroll.word.%s", e ? e->id : "");
    panel_def def = {
        .id = "glossary", .title = chrome_word(a, glossary_title()), .width = 1040.0f, .scroll = scroll};
    panel p = panel_begin(a, &def);
    enum way pressed = ways(a, &p, e ? WAY_NONE : WAY_WORDS);
    if (e)
        one_word(a, &p, e);
    else
        word_list(a, &p);
    panel_end(a, &p);
    ui_layer_pop(a->parts.ui);
    leave(a, &p, pressed);
}
