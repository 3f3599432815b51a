// The top bar: title, tabs of the magnifications, and the buttons that concern the whole stage. It gives up
// words before icons, and icons of lesser use before those that lead to the rest.
#include "app/chrome/chrome_bar.h"
#include "app/chrome/ask.h"
#include "app/chrome/chrome_words.h"

#include <math.h>
#include <stdio.h>

enum { BUTTONS = 7, TABS_MAX = 8 };

// What is still shown, from a wide window to a narrow one.
typedef struct bar_fit {
    bool subtitle, words, view_word, tab_words, title;
    type_role title_role;
    int buttons;
} bar_fit;

static const bar_fit fits[] = {
    {true, true, true, true, true, TYPE_TITLE, BUTTONS},
    {false, true, true, true, true, TYPE_TITLE, BUTTONS},
    {false, false, true, true, true, TYPE_TITLE, BUTTONS},
    {false, false, false, true, true, TYPE_TITLE, BUTTONS},
    {false, false, false, true, true, TYPE_LABEL, BUTTONS},
    {false, false, false, false, true, TYPE_LABEL, BUTTONS},
    {false, false, false, false, false, TYPE_LABEL, BUTTONS},
    {false, false, false, false, false, TYPE_LABEL, 3},
    {false, false, false, false, false, TYPE_LABEL, 1},
};

typedef struct bar_button {
    const char *id, *action, *label; // label resolved
    icon_id icon;
    bool selected;
    bool wordy; // has its word beside the icon while there is room
} bar_button;

// Rightmost last; the last ones are kept longest.
static void list_buttons(const app *a, bar_button out[BUTTONS])
{
    static const char *const halves[] = {"card.view.both", "card.view.ssri", "card.view.ketamine"};
    const bar_button list[BUTTONS] = {
        {"bar.view", "view.next", chrome_word(a, halves[a->session.view.halves]), ICON_EYE, false, true},
        {"bar.labels", "view.labels", chrome_word(a, "card.labels"), ICON_LABELS, a->session.view.labels,
         true},
        {"bar.reset", "view.reset", chrome_word(a, "button.reset"), ICON_RESET, false, true},
        {"bar.card", "app.card", chrome_word(a, "card.title"),
         a->session.card_open ? ICON_CHEVRON_RIGHT : ICON_CHEVRON_LEFT, a->session.card_open, true},
        {"bar.sure", "read.sure", chrome_word(a, "evidence.title"), ICON_INFO, false, false},
        {"bar.help", "app.help", chrome_word(a, "bar.help"), ICON_HELP, false, false},
        {"bar.menu", "app.menu", chrome_word(a, "bar.settings"), ICON_SETTINGS, false, false},
    };
    for (int i = 0; i < BUTTONS; i++)
        out[i] = list[i];
}

static bool shows_word(const bar_fit *fit, int index, const bar_button *b)
{
    return b->wordy && (fit->words || (fit->view_word && index == 0));
}

static ui_button_def button_def(const bar_fit *fit, int index, const bar_button *b)
{
    return (ui_button_def){.label = b->label,
                           .icon = b->icon,
                           .icon_only = !shows_word(fit, index, b),
                           .selected = b->selected,
                           .look = UI_BUTTON_QUIET};
}

// A short name where there is one, else the title.
static const char *tab_word(const app *a, const char *scene)
{
    const char *text = chrome_word2(a, "tab", scene);
    return text == scene ? chrome_word2(a, scene, "title") : text;
}

static const char *tab_label(const app *a, const scene_class *s, int index, bool with_word, char *out,
                             size_t capacity)
{
    if (with_word)
        snprintf(out, capacity, "%d\u2002%s", index + 1, tab_word(a, s->id));
    else
        snprintf(out, capacity, "%d", index + 1);
    return out;
}

static float tab_width(const app *a, const scene_class *s, int index, bool with_word)
{
    char label[96];
    ui_button_def def = {.label = tab_label(a, s, index, with_word, label, sizeof label),
                         .icon = s->icon,
                         .look = UI_BUTTON_TAB};
    return ui_button_width(a->parts.ui, &def);
}

static float gap_px(const app *a)
{
    return fmaxf(2.0f, ui_px(a->parts.ui, 8.0f));
}

static const char *title_of(const app *a)
{
    return a->stage.scene ? chrome_word2(a, a->stage.scene->id, "title") : chrome_word(a, "app.name");
}

// A single magnification needs no tab: it would be a control that does nothing.
static int tabs_shown(int tab_count)
{
    return tab_count > 1 ? tab_count < TABS_MAX ? tab_count : TABS_MAX : 0;
}

static float needed_width(const app *a, const bar_fit *fit, const scene_class *const *tabs, int tab_count,
                          const bar_button buttons[BUTTONS])
{
    const ui *u = a->parts.ui;
    float gap = gap_px(a), big = ui_px(u, 32.0f), used = 2.0f * ui_px(u, 24.0f);
    if (fit->title)
        used += ui_text_width(u, title_of(a), fit->title_role, TEXT_SEMIBOLD) + big;
    if (fit->subtitle)
        used += ui_text_width(u, chrome_word(a, "app.subtitle"), TYPE_SMALL, TEXT_REGULAR) + big;
    for (int i = 0; i < tabs_shown(tab_count); i++)
        used += tab_width(a, tabs[i], i, fit->tab_words) + gap;
    for (int i = BUTTONS - fit->buttons; i < BUTTONS; i++) {
        ui_button_def def = button_def(fit, i, &buttons[i]);
        used += ui_button_width(u, &def) + gap;
    }
    return used + 2.0f;
}

static float build_title(app *a, const bar_fit *fit, rect bar, float x)
{
    ui *u = a->parts.ui;
    const theme *t = ui_theme(u);
    float big = ui_px(u, 32.0f);
    if (!fit->title)
        return x;
    float w = ui_text_width(u, title_of(a), fit->title_role, TEXT_SEMIBOLD) + 1.0f;
    ui_line(u, (rect){x, bar.y, w, bar.h}, title_of(a), fit->title_role, TEXT_SEMIBOLD, UI_LEFT, t->ink);
    x += w + big;
    if (fit->subtitle) {
        const char *text = chrome_word(a, "app.subtitle");
        float sub = ui_text_width(u, text, TYPE_SMALL, TEXT_REGULAR) + 1.0f;
        // On the title's baseline.
        float drop = 0.28f * (ui_type(u, TYPE_TITLE) - ui_type(u, TYPE_SMALL));
        ui_line(u, (rect){x - 0.4f * big, bar.y + drop, sub, bar.h}, text, TYPE_SMALL, TEXT_REGULAR, UI_LEFT,
                t->quiet_ink);
        x += sub + big;
    }
    return x;
}

static void build_tabs(app *a, const bar_fit *fit, const scene_class *const *tabs, int count, rect bar,
                       float x)
{
    ui *u = a->parts.ui;
    for (int i = 0; i < count; i++) {
        char id[64], label[96];
        float w = tab_width(a, tabs[i], i, fit->tab_words);
        snprintf(id, sizeof id, "bar.tab.%s", tabs[i]->id);
        ui_button_def def = {.label = tab_label(a, tabs[i], i, fit->tab_words, label, sizeof label),
                             .icon = tabs[i]->icon,
                             .look = UI_BUTTON_TAB,
                             .hint = fit->tab_words ? NULL : tab_word(a, tabs[i]->id),
                             .selected = tabs[i]->view == a->session.view.scene};
        if (ui_button(u, id, (rect){x, bar.y, w, bar.h}, &def))
            ask_scene(a, tabs[i]->view);
        x += w + gap_px(a);
    }
}

void chrome_bar(app *a, const scene_class *const *tabs, int tab_count)
{
    ui *u = a->parts.ui;
    rect bar = a->chrome.layout.top;
    bar_button buttons[BUTTONS];
    list_buttons(a, buttons);
    size_t level = 0, last = sizeof fits / sizeof fits[0] - 1;
    while (level < last && needed_width(a, &fits[level], tabs, tab_count, buttons) > bar.w)
        level++;
    const bar_fit *fit = &fits[level];

    float edge = ui_px(u, 24.0f), gap = gap_px(a), height = fminf(ui_target_px(u), bar.h);
    float x = build_title(a, fit, bar, bar.x + edge);
    build_tabs(a, fit, tabs, tabs_shown(tab_count), bar, x);

    int first = BUTTONS - fit->buttons;
    x = bar.x + bar.w - edge + gap;
    for (int i = first; i < BUTTONS; i++) {
        ui_button_def def = button_def(fit, i, &buttons[i]);
        x -= ui_button_width(u, &def) + gap;
    }
    for (int i = first; i < BUTTONS; i++) {
        char hint[96];
        ui_button_def def = button_def(fit, i, &buttons[i]);
        def.hint = chrome_key_hint(a, buttons[i].action, hint, sizeof hint);
        float w = ui_button_width(u, &def);
        rect r = {floorf(x), floorf(bar.y + 0.5f * (bar.h - height)), w, height};
        if (ui_button(u, buttons[i].id, r, &def))
            ask_action(a, buttons[i].action);
        x += w + gap;
    }
}
