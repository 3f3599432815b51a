#include "app/chrome/panel.h"

#include "app/chrome/ask.h"
#include "app/chrome/chrome_terms.h"
#include "app/chrome/chrome_words.h"
#include "app/state/requests.h"
#include "app/words/languages.h"
#include "app/words/words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const float pad_units = 40.0f, gap_units = 20.0f, margin_units = 32.0f;

static void gather(app *a, const panel *p, const char *text)
{
    if (!a->narration.on || p->untold)
        return;
    char *said = a->chrome.panel_words;
    size_t used = strlen(said);
    snprintf(said + used, sizeof a->chrome.panel_words - used, "%s%s", used ? "\n" : "", text);
}

panel panel_begin(app *a, const panel_def *def)
{
    ui *u = a->parts.ui;
    const theme *t = ui_theme(u);
    if (a->chrome.panel_shown != (int)a->stage.overlay) {
        a->chrome.panel_shown = (int)a->stage.overlay;
        a->chrome.panel_content = 0.0f;
        request_redraw(a); // its height is known after the first build
    }
    float pad = ui_px(u, pad_units), margin = ui_px(u, margin_units);
    float head = fmaxf(ui_target_px(u), ui_line_height(u, TYPE_CAPTION));
    float least_w = 31.0f * ui_type(u, TYPE_LABEL);
    float w = floorf(fminf(fmaxf(ui_px(u, def->width) * (0.5f + 0.5f * a->session.look.text_scale), least_w),
                           fmaxf((float)a->frame.width - margin, 1.0f)));
    float footer = def->footer > 0.0f ? def->footer + 0.6f * pad : 0.0f;
    float wanted = a->chrome.panel_content > 0.0f ? a->chrome.panel_content : (float)a->frame.height;
    float h =
        floorf(fminf(wanted + head + footer + 2.4f * pad, fmaxf((float)a->frame.height - margin, 1.0f)));
    rect box = {floorf(0.5f * ((float)a->frame.width - w)), floorf(0.5f * ((float)a->frame.height - h)), w,
                h};

    ui_layer_push(u, def->id, true);
    ui_card(u, box);
    panel p = {.gap = ui_px(u, gap_units)};
    a->chrome.panel_words[0] = '\0';
    gather(a, &p, def->title);
    float inner = fmaxf(w - 2.0f * pad, 1.0f), close = def->must_answer ? 0.0f : ui_target_px(u);
    rect title = {box.x + pad, box.y + 0.7f * pad, fmaxf(inner - close, 1.0f), head};
    ui_line(u, title, def->title, TYPE_CAPTION, TEXT_SEMIBOLD, UI_LEFT, t->ink);
    if (!def->must_answer)
        p.close = (rect){box.x + w - 0.7f * pad - close, title.y + 0.5f * (head - close), close, close};
    float top = title.y + head + 0.5f * pad;
    p.body = (rect){box.x + pad, top, inner, fmaxf(box.y + h - 0.7f * pad - footer - top, 1.0f)};
    if (footer > 0.0f)
        p.footer = (rect){p.body.x, box.y + h - 0.7f * pad - def->footer, inner, def->footer};
    p.content = ui_scroll_begin(u, def->scroll ? def->scroll : "panel.scroll", def->title, p.body,
                                a->chrome.panel_content);
    p.y = p.content.y;
    return p;
}

// Last, so that the focus begins with what the panel is for.
static void close_button(app *a, panel *p)
{
    ui *u = a->parts.ui;
    if (p->close.w <= 0.0f)
        return;
    ui_button_def x = {.label = chrome_word(a, "button.close"),
                       .icon = ICON_CLOSE,
                       .icon_only = true,
                       .look = UI_BUTTON_QUIET};
    p->closed = ui_button(u, "panel.close", p->close, &x);
    p->closed = ui_layer_dismissed(u) || p->closed;
    p->escaped = ui_layer_escaped(u);
}

// What goes on below the edge fades, so that one sees that it goes on.
static void fade(app *a, const panel *p, float used)
{
    if (p->content.y + used <= p->body.y + p->body.h + 1.0f)
        return;
    colour card = ui_theme(a->parts.ui)->card;
    float h = floorf(fminf(ui_line_height(a->parts.ui, TYPE_LABEL), 0.25f * p->body.h));
    rect edge = {p->body.x, floorf(p->body.y + p->body.h) - h, p->content.w, h};
    draw2d_gradient(ui_draw(a->parts.ui), edge, true, colour_alpha(card, 0.0f), card);
}

void panel_end(app *a, panel *p)
{
    ui_scroll_end(a->parts.ui);
    close_button(a, p);
    float used = fmaxf(p->y - p->gap - p->content.y, 0.0f);
    fade(a, p, used);
    if (fabsf(used - a->chrome.panel_content) > 0.5f) {
        a->chrome.panel_content = used;
        request_redraw(a);
    }
}

void panel_text(app *a, panel *p, const char *text, type_role role, text_weight weight, colour ink)
{
    gather(a, p, text);
    rect r = {p->content.x, p->y, p->content.w, 0.0f};
    p->y += ui_paragraph(a->parts.ui, r, text, role, weight, UI_LEFT, ink) + p->gap;
}

void panel_reading(app *a, panel *p, const char *text, type_role role, text_weight weight, colour ink)
{
    gather(a, p, text);
    char place[16];
    snprintf(place, sizeof place, "text%d", p->texts++);
    rect r = {p->content.x, p->y, p->content.w, 0.0f};
    p->y += chrome_paragraph(a, place, r, text, role, weight, ink) + p->gap;
}

bool panel_entry(app *a, panel *p, const char *id, icon_id icon, const char *title, const char *note)
{
    float w = p->content.w, h = ui_entry_height(a->parts.ui, w, icon, title, note);
    bool pressed = ui_entry(a->parts.ui, id, (rect){p->content.x, p->y, w, h}, icon, title, note);
    p->y += h + 0.4f * p->gap;
    return pressed;
}

void panel_heading(app *a, panel *p, const char *text)
{
    p->y += 0.5f * p->gap;
    panel_text(a, p, text, TYPE_LABEL, TEXT_SEMIBOLD, ui_theme(a->parts.ui)->ink);
    p->y -= 0.4f * p->gap;
}

static void choice(app *a, panel *p, const char *id, const char *label, const char *const *names, int count,
                   int *selected, bool *changed)
{
    float h = ui_choice_height(a->parts.ui, p->content.w, label, names, count);
    *changed = ui_choice(a->parts.ui, id, (rect){p->content.x, p->y, p->content.w, h}, label, names, count,
                         selected);
    p->y += h + p->gap;
}

void panel_language(app *a, panel *p)
{
    language_list l = languages(a);
    bool changed;
    if (l.count < 2)
        return;
    choice(a, p, "set.language", chrome_word(a, "settings.language"), l.name, l.count, &l.selected, &changed);
    if (changed)
        ask_language(a, l.id[l.selected]);
}

void panel_theme(app *a, panel *p)
{
    const char *names[THEMES];
    int selected = (int)a->session.look.theme;
    bool changed;
    for (int i = 0; i < THEMES; i++)
        names[i] = chrome_word2(a, "settings.theme", theme_get((theme_id)i)->id);
    choice(a, p, "set.theme", chrome_word(a, "settings.theme"), names, THEMES, &selected, &changed);
    if (changed) {
        presentation look = a->session.look;
        look.theme = (theme_id)selected;
        ask_look(a, &look);
    }
}

void panel_motion(app *a, panel *p)
{
    const char *label = chrome_word(a, "settings.motion");
    float h = ui_toggle_height(a->parts.ui, p->content.w, label);
    presentation look = a->session.look;
    if (ui_toggle(a->parts.ui, "set.motion", (rect){p->content.x, p->y, p->content.w, h}, label,
                  chrome_word(a, "settings.motion_hint"), &look.reduce_motion))
        ask_look(a, &look);
    p->y += h + p->gap;
}
