#include "app/chrome/panels_settings.h"
#include "app/actions/action_keys.h"
#include "app/chrome/ask.h"
#include "app/chrome/chrome_words.h"
#include "app/chrome/panel.h"

#include "app/actions/actions.h"
#include "base/ease.h"

#include <math.h>
#include <stdio.h>

// What a person has to have read once, whole.
static void safety(app *a, panel *p)
{
    const theme *t = ui_theme(a->parts.ui);
    panel_text(a, p, chrome_word(a, "safety.advice"), TYPE_LABEL, TEXT_MEDIUM, t->ink);
    p->y -= 0.5f * p->gap;
    panel_text(a, p, chrome_word(a, "safety.crisis"), TYPE_LABEL, TEXT_MEDIUM, t->ink);
    if (a->texts.crisis_line[0]) {
        p->y -= 0.5f * p->gap;
        panel_text(a, p, a->texts.crisis_line, TYPE_LABEL, TEXT_MEDIUM, t->ink);
    }
    static const char *const rest[] = {"safety.models",     "safety.photosensitivity",
                                       "safety.approval",   "safety.risks_ketamine",
                                       "safety.risks_ssri", "safety.approval_date"};
    for (size_t i = 0; i < sizeof rest / sizeof rest[0]; i++) {
        panel_text(a, p, chrome_word(a, rest[i]), TYPE_SMALL, TEXT_REGULAR, t->quiet_ink);
        p->y -= 0.4f * p->gap;
    }
    p->y += 0.4f * p->gap;
}

// Two ways to begin, the simpler one last so that it stands where one looks for it. True when one was chosen.
static bool first_run_buttons(app *a, const panel *p, bool *asked)
{
    ui *u = a->parts.ui;
    ui_button_def look = {.label = chrome_word(a, "first_run.look"), .look = UI_BUTTON_PRIMARY};
    ui_button_def tell = {.label = chrome_word(a, "first_run.story"), .look = UI_BUTTON_PLAIN};
    float most = 0.5f * (p->footer.w - p->gap);
    float w = fminf(ui_button_width(u, &look) + ui_px(u, 48.0f), most);
    float story_w = fminf(ui_button_width(u, &tell) + ui_px(u, 24.0f), most);
    rect r = {p->footer.x + p->footer.w - w, p->footer.y, w, p->footer.h};
    rect left = {r.x - p->gap - story_w, p->footer.y, story_w, p->footer.h};
    float note_w = left.x - p->gap - p->footer.x;
    const char *note = chrome_word(a, "first_run.note");
    float note_h = ui_paragraph_height(u, note_w, note, TYPE_SMALL, TEXT_REGULAR);
    if (note_w > 0.0f && note_h <= p->footer.h + 1.0f)
        ui_paragraph(u, (rect){p->footer.x, p->footer.y + 0.5f * (p->footer.h - note_h), note_w, note_h},
                     note, TYPE_SMALL, TEXT_REGULAR, UI_LEFT, ui_theme(u)->quiet_ink);
    *asked = ui_button(u, "first_run.story", left, &tell);
    return ui_button(u, "first_run.look", r, &look) || *asked;
}

void panel_first_run(app *a)
{
    ui *u = a->parts.ui;
    float button = fmaxf(1.2f * ui_target_px(u), ui_line_height(u, TYPE_LABEL) + ui_px(u, 12.0f));
    panel_def def = {.id = "first_run",
                     .title = chrome_word(a, "first_run.title"),
                     .width = 1320.0f,
                     .footer = button,
                     .must_answer = true};
    panel p = panel_begin(a, &def);
    panel_text(a, &p, chrome_word(a, "first_run.intro"), TYPE_LABEL, TEXT_REGULAR, ui_theme(u)->ink);
    // Language and theme side by side where there is room, so that the safety text is in sight.
    rect whole = p.content;
    float top = p.y, apart = ui_px(u, 48.0f);
    bool columns = whole.w > 42.0f * ui_type(u, TYPE_LABEL);
    if (columns)
        p.content.w = 0.4f * (whole.w - apart);
    panel_language(a, &p);
    float below = p.y;
    if (columns) {
        p.content.x = whole.x + 0.4f * (whole.w - apart) + apart;
        p.content.w = 0.6f * (whole.w - apart);
        p.y = top;
    }
    panel_theme(a, &p);
    p.content = whole;
    p.y = fmaxf(p.y, below);
    panel_motion(a, &p);
    safety(a, &p);
    panel_end(a, &p);
    bool asked = false;
    if (first_run_buttons(a, &p, &asked))
        ask_first_run_done(a, asked);
    ui_layer_pop(u);
}

static void text_size(app *a, panel *p)
{
    ui *u = a->parts.ui;
    char value[32];
    double percent = round(100.0 * (double)a->session.look.text_scale);
    message m = message_make("settings.text_size_value");
    message_number(&m, "percent", percent, 0);
    words_format(&a->texts.words, &m, value, sizeof value);
    ui_slider_def def = {.label = chrome_word(a, "settings.text_size"),
                         .value_text = value,
                         .low = PRESENTATION_TEXT_LEAST,
                         .high = PRESENTATION_TEXT_MOST,
                         .step = 10.0,
                         .accent = ui_theme(u)->ink};
    float h = ui_slider_height(u, p->content.w, &def);
    if (ui_slider(u, "set.text_size", (rect){p->content.x, p->y, p->content.w, h}, &def, &percent)) {
        presentation look = a->session.look;
        look.text_scale = presentation_text_within((float)(percent / 100.0));
        ask_look(a, &look);
    }
    p->y += h + p->gap;
}

static void letter_keys(app *a, panel *p)
{
    const char *label = chrome_word(a, "settings.letter_keys");
    float h = ui_toggle_height(a->parts.ui, p->content.w, label);
    bool on = a->session.letter_keys;
    if (ui_toggle(a->parts.ui, "set.letters", (rect){p->content.x, p->y, p->content.w, h}, label,
                  chrome_word(a, "settings.letter_keys_hint"), &on))
        ask_letter_keys(a, on);
    p->y += h + p->gap;
}

typedef struct menu_button {
    const char *action;
    icon_id icon;
    bool own; // of who runs the program: not offered to the visitors of a kiosk
} menu_button;

static const menu_button menu_buttons[] = {
    {"story.open", ICON_PLAY, false},  {"app.fullscreen", ICON_FULLSCREEN, true},
    {"read.sure", ICON_INFO, false},   {"read.glossary", ICON_LANGUAGE, false},
    {"state.copy", ICON_COPY, true},   {"state.paste", ICON_COPY, true},
    {"state.picture", ICON_EYE, true}, {"app.help", ICON_HELP, false},
    {"app.about", ICON_INFO, false},   {"app.quit", ICON_CLOSE, true}};
enum { MENU_BUTTONS = sizeof menu_buttons / sizeof menu_buttons[0] };

static int offered(const app *a, const menu_button *out[MENU_BUTTONS])
{
    int count = 0;
    for (int i = 0; i < MENU_BUTTONS; i++)
        if (!a->kiosk.on || !menu_buttons[i].own)
            out[count++] = &menu_buttons[i];
    return count;
}

static ui_button_def menu_def(const app *a, const menu_button *b)
{
    char label_id[96];
    snprintf(label_id, sizeof label_id, "action.%s.label", b->action);
    return (ui_button_def){.label = words_get_or(&a->texts.words, label_id, b->action),
                           .icon = b->icon,
                           .look = UI_BUTTON_PLAIN};
}

// As many columns of equal width as the longest label allows. Returns the action that was pressed.
static const char *buttons(app *a, panel *p)
{
    ui *u = a->parts.ui;
    const char *pressed = NULL;
    float h = ui_target_px(u), gap = 0.5f * p->gap, widest = 1.0f;
    const menu_button *list[MENU_BUTTONS];
    int count = offered(a, list);
    for (int i = 0; i < count; i++) {
        ui_button_def def = menu_def(a, list[i]);
        widest = fmaxf(widest, ui_button_width(u, &def));
    }
    int columns = (int)((p->content.w + gap) / (widest + gap));
    columns = columns < 1 ? 1 : columns > 3 ? 3 : columns;
    float w = floorf((p->content.w + gap) / (float)columns - gap);
    for (int i = 0; i < count; i++) {
        char id[64], hint[96];
        const char *action_id = list[i]->action;
        snprintf(id, sizeof id, "menu.%s", action_id);
        ui_button_def def = menu_def(a, list[i]);
        def.hint = chrome_key_hint(a, action_id, hint, sizeof hint);
        def.disabled_why = action_why_not(a, action_find(action_id));
        rect r = {p->content.x + (float)(i % columns) * (w + gap), p->y + (float)(i / columns) * (h + gap), w,
                  h};
        if (ui_button(u, id, r, &def))
            pressed = action_id;
    }
    p->y += ceilf((float)count / (float)columns) * (h + gap) - gap + p->gap;
    return pressed;
}

void panel_menu(app *a)
{
    panel_def def = {.id = "menu", .title = chrome_word(a, "settings.title"), .width = 820.0f};
    panel p = panel_begin(a, &def);
    panel_language(a, &p);
    panel_theme(a, &p);
    text_size(a, &p);
    panel_motion(a, &p);
    letter_keys(a, &p);
    p.y += 0.5f * p.gap;
    const char *pressed = buttons(a, &p);
    panel_end(a, &p);
    ui_layer_pop(a->parts.ui);
    if (p.closed)
        ask_action(a, "app.close");
    else if (pressed)
        ask_action(a, pressed);
}
