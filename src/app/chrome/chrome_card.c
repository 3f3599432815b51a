// The controls card on the right: what the scene offers, the two model inputs, the pins, and reset.
#include "app/chrome/chrome_card.h"
#include "app/chrome/ask.h"
#include "app/chrome/chrome_words.h"
#include "app/state/layout.h"
#include "app/state/requests.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const float wide_units = 460.0f, pad_units = 24.0f, gap_units = 20.0f, margin_units = 16.0f;

float chrome_card_units(const app *a)
{
    // Larger text needs a wider card, but less than in proportion; on small windows letters do not shrink
    // with the design.
    float unit = layout_unit((float)a->frame.width, (float)a->frame.height);
    float label = theme_type_px(TYPE_LABEL, unit, a->session.look.text_scale);
    float letters = 19.5f * fminf(label, 12.5f) / unit;
    return fmaxf(wide_units * (0.4f + 0.6f * a->session.look.text_scale), letters);
}

static void value_message(const app *a, const char *id, const char *name, double number, int decimals,
                          char *out, size_t capacity)
{
    message m = message_make(id);
    message_number(&m, name, number, decimals);
    words_format(&a->texts.words, &m, out, capacity);
}

// Quiet words over a group of controls; returns the height they take.
static float heading(app *a, rect r, const char *id)
{
    return ui_px(a->parts.ui, 6.0f) + ui_paragraph(a->parts.ui, r, chrome_word(a, id), TYPE_SMALL,
                                                   TEXT_MEDIUM, UI_LEFT, ui_theme(a->parts.ui)->quiet_ink);
}

// The two sliders of what goes into the models.
static float inputs(app *a, rect r)
{
    ui *u = a->parts.ui;
    const theme *t = ui_theme(u);
    float gap = ui_px(u, 0.5f * gap_units), top = heading(a, r, "card.inputs"), begin = r.y;
    r.y += top;
    view_state v = a->session.view; // what the sliders move
    char value[64];
    value_message(a, "card.ketamine_value", "dose", a->session.view.ketamine_mg_per_kg, 2, value,
                  sizeof value);
    ui_slider_def ketamine = {.label = chrome_word(a, "card.ketamine"),
                              .value_text = value,
                              .hint = chrome_word(a, "card.ketamine_hint"),
                              .low = 0.0,
                              .high = 1.0,
                              .step = 0.05,
                              .accent = t->side[SIDE_KETAMINE]};
    float h = ui_slider_height(u, r.w, &ketamine);
    if (ui_slider(u, "card.ketamine", (rect){r.x, r.y, r.w, h}, &ketamine, &v.ketamine_mg_per_kg))
        ask_view(a, &a->session.view, &v);
    r.y += h + gap;
    value_message(a, "card.ssri_value", "percent", 100.0 * a->session.view.ssri_target, 0, value,
                  sizeof value);
    ui_slider_def ssri = {.label = chrome_word(a, "card.ssri"),
                          .value_text = value,
                          .hint = chrome_word(a, "card.ssri_hint"),
                          .low = 0.0,
                          .high = 0.9,
                          .step = 0.05,
                          .accent = t->side[SIDE_SSRI]};
    h = ui_slider_height(u, r.w, &ssri);
    if (ui_slider(u, "card.ssri", (rect){r.x, r.y, r.w, h}, &ssri, &v.ssri_target))
        ask_view(a, &a->session.view, &v);
    return r.y + h - begin;
}

// Two buttons side by side under one heading.
static float pins(app *a, rect r)
{
    static const char *const ids[SIDE_COUNT] = {"card.pin_ssri", "card.pin_ketamine"};
    static const char *const run[SIDE_COUNT] = {"clock.pin_ssri", "clock.pin_ketamine"};
    static const char *const names[SIDE_COUNT] = {"side.ssri", "side.ketamine"};
    ui *u = a->parts.ui;
    float h = ui_target_px(u), gap = ui_px(u, 0.5f * gap_units), top = heading(a, r, "card.hold");
    ui_button_def def[SIDE_COUNT];
    float w[SIDE_COUNT], x = r.x;
    for (int s = 0; s < SIDE_COUNT; s++) {
        def[s] = (ui_button_def){
            .label = chrome_word(a, names[s]),
            .icon = ICON_PIN,
            .look = UI_BUTTON_PLAIN,
            .selected = a->session.view.pinned[s],
            .hint = chrome_word2(a, "action",
                                 s == SIDE_SSRI ? "clock.pin_ssri.label" : "clock.pin_ketamine.label")};
        w[s] = ui_button_width(u, &def[s]);
    }
    bool row = w[0] + gap + w[1] <= r.w;
    float spare = r.w - w[0] - gap - w[1], y = r.y + top;
    for (int s = 0; s < SIDE_COUNT; s++) {
        rect box = {x, y, row ? floorf(w[s] + 0.5f * spare) : r.w, h};
        if (ui_button(u, ids[s], box, &def[s]))
            ask_action(a, run[s]);
        if (row)
            x += box.w + gap;
        else
            y += h + gap;
    }
    return (row ? y + h : y - gap) - r.y;
}

static float card_content(app *a, rect r)
{
    ui *u = a->parts.ui;
    float gap = ui_px(u, gap_units), y = r.y;
    if (a->stage.scene && a->stage.scene->controls) {
        view_state v = a->session.view;
        int asked = 0;
        float used = a->stage.scene->controls(a->stage.scene_data, u, &a->texts.words,
                                              (rect){r.x, y, r.w, r.h}, &v, &asked);
        if (asked)
            ask_scene_act(a, asked);
        if (!view_state_equal(&v, &a->session.view))
            ask_view(a, &a->session.view, &v);
        y += used > 0.0f ? used + gap : 0.0f;
    }
    y += inputs(a, (rect){r.x, y, r.w, r.h}) + gap;
    y += pins(a, (rect){r.x, y, r.w, r.h}) + gap;
    ui_button_def def = {.label = chrome_word(a, "button.reset"),
                         .icon = ICON_RESET,
                         .look = UI_BUTTON_PLAIN,
                         .hint = chrome_word(a, "button.reset_hint")};
    if (ui_button(u, "card.reset", (rect){r.x, y, r.w, ui_target_px(u)}, &def))
        ask_action(a, "view.reset");
    return y + ui_target_px(u) - r.y;
}

static bool covers_the_stage(const app *a)
{
    return a->chrome.layout.card.x < a->chrome.layout.stage.x + a->chrome.layout.stage.w - 0.5f;
}

void chrome_card(app *a)
{
    if (!a->session.card_open || a->chrome.layout.card.w < 1.0f) {
        a->chrome.card_takes_focus = false;
        a->chrome.card_return[0] = '\0';
        return;
    }
    ui *u = a->parts.ui;
    float pad = ui_px(u, pad_units), margin = ui_px(u, margin_units);
    rect room = a->chrome.layout.card;
    rect box = {room.x, room.y + margin, room.w - margin, room.h - 2.0f * margin};
    float head = fmaxf(ui_target_px(u), ui_line_height(u, TYPE_LABEL));
    float wanted = a->chrome.card_content + head + 3.0f * pad;
    if (a->chrome.card_content > 0.0f && wanted < box.h)
        box.h = ceilf(wanted);
    bool over = covers_the_stage(a);
    if (over)
        ui_layer_push(u, "card", false);
    ui_card(u, box);
    rect title = {box.x + pad, box.y + 0.5f * pad, box.w - 2.0f * pad - head, head};
    ui_line(u, title, chrome_word(a, "card.title"), TYPE_LABEL, TEXT_SEMIBOLD, UI_LEFT, ui_theme(u)->ink);
    ui_button_def fold = {.label = chrome_word(a, "bar.card_close"),
                          .icon = ICON_CLOSE,
                          .icon_only = true,
                          .look = UI_BUTTON_QUIET};
    rect close = {box.x + box.w - 0.5f * pad - head, title.y, head, head};
    if (ui_button(u, "card.close", close, &fold))
        ask_action(a, "app.card");
    float top = title.y + head + 0.5f * pad;
    rect body = {box.x + pad, top, box.w - 2.0f * pad, fmaxf(box.y + box.h - pad - top, 0.0f)};
    rect content = ui_scroll_begin(u, "card.scroll", NULL, body, a->chrome.card_content);
    if (a->chrome.card_takes_focus)
        ui_focus_next(u);
    a->chrome.card_takes_focus = false;
    float used = card_content(a, content);
    ui_scroll_end(u);
    if (over)
        ui_layer_pop(u);
    if (fabsf(used - a->chrome.card_content) > 0.5f) {
        a->chrome.card_content = used;
        request_redraw(a);
    }
}
