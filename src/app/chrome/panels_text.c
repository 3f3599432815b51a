#include "app/chrome/panels_text.h"
#include "app/actions/action_keys.h"
#include "app/chrome/ask.h"
#include "app/chrome/chrome_words.h"
#include "app/chrome/panel.h"
#include "app/chrome/panel_notices.h"

#include "app/actions/actions.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

// --- help

// Length of what stands before the dot of an action's id.
static size_t group_length(const char *id)
{
    return strcspn(id, ".");
}

static void group_heading(app *a, panel *p, const char *id)
{
    char name[64];
    snprintf(name, sizeof name, "help.group.%.*s", (int)group_length(id), id);
    panel_heading(a, p, chrome_word(a, name));
}

static bool action_row(app *a, panel *p, const action *act)
{
    enum { CAP_TEXT = 48 };
    char texts[ACTION_KEYS][CAP_TEXT], id[64], label[96];
    const char *caps[ACTION_KEYS];
    int count = 0;
    for (int k = 0; k < ACTION_KEYS && act->keys[k].key; k++)
        if (action_key_is_listed(a, act, act->keys[k])) {
            caps[count] = action_key_text(&a->texts.words, act->keys[k], texts[count], CAP_TEXT);
            count++;
        }
    snprintf(id, sizeof id, "help.%s", act->id);
    snprintf(label, sizeof label, "action.%s.label", act->id);
    // A row is no taller than a comfortable line, so that more of the table is in sight.
    float h =
        fmaxf(ui_target_px(a->parts.ui), ui_line_height(a->parts.ui, TYPE_LABEL) + ui_px(a->parts.ui, 8.0f));
    rect r = {p->content.x, p->y, p->content.w, h};
    bool pressed =
        ui_list_row(a->parts.ui, id, r, chrome_word(a, label), caps, count, action_why_not(a, act));
    p->y += h;
    return pressed;
}

static void pointer_rows(app *a, panel *p)
{
    static const char *const ids[] = {"help.pointer_drag", "help.pointer_pan", "help.pointer_zoom",
                                      "help.pointer_pick"};
    panel_heading(a, p, chrome_word(a, "help.pointer"));
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        panel_text(a, p, chrome_word(a, ids[i]), TYPE_LABEL, TEXT_REGULAR, ui_theme(a->parts.ui)->quiet_ink);
        p->y -= 0.5f * p->gap;
    }
    p->y += 0.5f * p->gap;
}

void panel_help(app *a)
{
    panel_def def = {.id = "help", .title = chrome_word(a, "help.title"), .width = 900.0f};
    panel p = panel_begin(a, &def);
    const action *pressed = NULL, *act;
    p.untold = true; // the rows are told as the focus comes to them
    for (int i = 0; (act = action_at(i)) != NULL; i++) {
        size_t group = group_length(act->id);
        if (i == 0 || strncmp(action_at(i - 1)->id, act->id, group + 1) != 0) {
            p.y += i ? p.gap : 0.0f;
            group_heading(a, &p, act->id);
        }
        if (action_is_listed(act) && action_row(a, &p, act))
            pressed = act;
    }
    p.untold = false;
    p.y += p.gap;
    pointer_rows(a, &p);
    panel_end(a, &p);
    ui_layer_pop(a->parts.ui);
    if (p.closed)
        ask_action(a, "app.close");
    if (pressed)
        ask_listed(a, pressed->id);
}

// --- about

static void paragraphs(app *a, panel *p, const char *const *ids, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        panel_text(a, p, chrome_word(a, ids[i]), TYPE_LABEL, TEXT_REGULAR, ui_theme(a->parts.ui)->ink);
        p->y -= 0.3f * p->gap;
    }
    p->y += 0.3f * p->gap;
}

void panel_about(app *a)
{
    if (a->chrome.panel_shown != OVERLAY_ABOUT)
        panel_notice_close(a);
    if (*panel_notice_open(a)) {
        panel_notice(a);
        return;
    }
    static const char *const what[] = {"about.what", "about.privacy"};
    static const char *const safety[] = {
        "safety.advice",        "safety.crisis",         "safety.models",     "safety.approval",
        "safety.approval_date", "safety.risks_ketamine", "safety.risks_ssri", "safety.photosensitivity"};
    static const char *const credits[] = {"credits.own",    "credits.template", "credits.atlas",
                                          "credits.folia",  "credits.weights",  "credits.font",
                                          "credits.models", "credits.libraries"};
    panel_def def = {.id = "about", .title = chrome_word(a, "about.title"), .width = 1040.0f};
    panel p = panel_begin(a, &def);
    char version[96];
    message m = message_make("about.version");
    message_text(&m, "version", NEUROTIDE_VERSION);
    words_format(&a->texts.words, &m, version, sizeof version);
    panel_text(a, &p, version, TYPE_SMALL, TEXT_REGULAR, ui_theme(a->parts.ui)->quiet_ink);
    paragraphs(a, &p, what, sizeof what / sizeof what[0]);
    panel_heading(a, &p, chrome_word(a, "about.safety"));
    if (a->texts.crisis_line[0])
        panel_text(a, &p, a->texts.crisis_line, TYPE_LABEL, TEXT_MEDIUM, ui_theme(a->parts.ui)->ink);
    paragraphs(a, &p, safety, sizeof safety / sizeof safety[0]);
    panel_heading(a, &p, chrome_word(a, "about.credits"));
    paragraphs(a, &p, credits, sizeof credits / sizeof credits[0]);
    panel_notice_list(a, &p);
    panel_end(a, &p);
    ui_layer_pop(a->parts.ui);
    if (p.closed)
        ask_action(a, "app.close");
}

// --- problems

void panel_problems(app *a)
{
    ui *u = a->parts.ui;
    float button = ui_target_px(u);
    panel_def def = {
        .id = "problems", .title = chrome_word(a, "problems.title"), .width = 900.0f, .footer = button};
    panel p = panel_begin(a, &def);
    const theme *t = ui_theme(u);
    panel_text(a, &p, chrome_word(a, "problems.intro"), TYPE_LABEL, TEXT_REGULAR, t->ink);
    for (int i = 0; i < a->notice.problems.count; i++)
        panel_text(a, &p, a->notice.problems.text[i], TYPE_LABEL, TEXT_REGULAR, t->quiet_ink);
    for (int i = 0; i < a->notice.story_problems.count; i++)
        panel_text(a, &p, a->notice.story_problems.text[i], TYPE_LABEL, TEXT_REGULAR, t->quiet_ink);
    int dropped = a->notice.problems.dropped + a->notice.story_problems.dropped;
    if (dropped > 0) {
        char more[96];
        message m = message_make("problems.more");
        message_number(&m, "count", dropped, 0);
        words_format(&a->texts.words, &m, more, sizeof more);
        panel_text(a, &p, more, TYPE_LABEL, TEXT_REGULAR, t->quiet_ink);
    }
    panel_end(a, &p);
    ui_button_def ok = {.label = chrome_word(a, "button.ok"), .look = UI_BUTTON_PRIMARY};
    float w = fminf(ui_button_width(u, &ok) + ui_px(u, 32.0f), p.footer.w);
    rect r = {p.footer.x + p.footer.w - w, p.footer.y, w, p.footer.h};
    if (ui_button(u, "problems.ok", r, &ok) || p.closed)
        ask_action(a, "app.close");
    ui_layer_pop(u);
}
