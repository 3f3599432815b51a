#include "app/chrome/presenter_view.h"

#include "app/chrome/ask.h"
#include "app/chrome/chrome_words.h"
#include "app/state/layout.h"
#include "app/story/present.h"
#include "app/story/presenter.h"
#include "app/story/story_player.h"
#include "platform/process.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const float pad_units = 28.0f;

static ui *ui_of(const app *a)
{
    return a->present.presenter.ui;
}

static rect inset(rect r, float by)
{
    return (rect){r.x + by, r.y + by, fmaxf(r.w - 2.0f * by, 1.0f), fmaxf(r.h - 2.0f * by, 1.0f)};
}

// --- the head: clock, elapsed, pace

static void pace_text(const app *a, char *out, size_t capacity)
{
    double drift = present_drift_min(a);
    out[0] = '\0';
    if (drift == 0.0)
        return;
    message m = message_make(drift > 0.0 ? "presenter.behind" : "presenter.ahead");
    message_number(&m, "count", fmax(1.0, floor(fabs(drift))), 0);
    words_format(&a->texts.words, &m, out, capacity);
}

static void elapsed_text(const app *a, char *out, size_t capacity)
{
    char passed[32], planned[32];
    int s = (int)a->present.elapsed_s;
    snprintf(passed, sizeof passed, "%d:%02d", s / 60, s % 60);
    double minutes = a->player.story->minutes;
    message m = message_make(minutes > 0.0 ? "presenter.elapsed_of" : "presenter.elapsed");
    message_text(&m, "time", passed);
    if (minutes > 0.0) {
        snprintf(planned, sizeof planned, "%.0f:00", minutes);
        message_text(&m, "plan", planned);
    }
    words_format(&a->texts.words, &m, out, capacity);
}

// Named, as a bare 8:50 beside the time gone reads as what is left of it.
static void clock_text(const app *a, char *out, size_t capacity)
{
    char now[16];
    int hour = 0, minute = 0;
    process_local_time(&hour, &minute);
    snprintf(now, sizeof now, "%d:%02d", hour, minute);
    message m = message_make("presenter.clock");
    message_text(&m, "time", now);
    words_format(&a->texts.words, &m, out, capacity);
}

static float put(app *a, rect row, float x, const char *text, type_role role, text_weight weight, colour ink)
{
    float w = fminf(ui_text_width(ui_of(a), text, role, weight) + 2.0f, fmaxf(row.x + row.w - x, 0.0f));
    if (*text && w > 1.0f)
        ui_line(ui_of(a), (rect){x, row.y, w, row.h}, text, role, weight, UI_LEFT, ink);
    return x + w + ui_px(ui_of(a), pad_units);
}

// The same for what changes every second: its digits do not move. Where it does not fit it is a line as
// others.
static float put_figures(app *a, rect row, const char *text, type_role role, text_weight weight, colour ink)
{
    ui *u = ui_of(a);
    float w = ui_figures_width(u, text, role, weight);
    if (w > row.w)
        return put(a, row, row.x, text, role, weight, ink);
    ui_figures(u, row.x, row.y + 0.5f * row.h + 0.36f * ui_type(u, role), text, role, weight, ink);
    return row.x + w + 2.0f + ui_px(u, pad_units);
}

static float head(app *a, rect r)
{
    ui *u = ui_of(a);
    const theme *t = ui_theme(u);
    char clock[64], elapsed[64], step[64], pace[128];
    clock_text(a, clock, sizeof clock);
    elapsed_text(a, elapsed, sizeof elapsed);
    pace_text(a, pace, sizeof pace);
    message m = message_make("story.step");
    message_number(&m, "step", a->player.step + 1, 0);
    message_number(&m, "count", a->player.story->step_count, 0);
    words_format(&a->texts.words, &m, step, sizeof step);

    float line = ui_line_height(u, TYPE_CAPTION), small = ui_line_height(u, TYPE_SMALL);
    rect row = {r.x, r.y, r.w, line};
    float x = put_figures(a, row, elapsed, TYPE_CAPTION, TEXT_SEMIBOLD, t->ink);
    x = put(a, row, x, clock, TYPE_CAPTION, TEXT_REGULAR, t->quiet_ink);
    put(a, row, x, step, TYPE_CAPTION, TEXT_REGULAR, t->quiet_ink);
    rect second = {r.x, r.y + line, r.w, small};
    const char *blank = present_is_blanked(a) ? chrome_word(a, "presenter.blank") : "";
    x = put(a, second, r.x, blank, TYPE_SMALL, TEXT_MEDIUM, t->glutamate_text);
    put(a, second, *blank ? x : r.x, pace, TYPE_SMALL, TEXT_REGULAR, t->quiet_ink);
    return line + small;
}

// --- the foot: buttons, and the screens by name

typedef struct foot_button {
    const char *id, *action, *label;
    icon_id icon;
    bool shown, icon_only;
} foot_button;

static const char *buttons(app *a, rect r)
{
    const foot_button list[] = {
        {"presenter.back", "story.back", chrome_word(a, "story.back"), ICON_CHEVRON_LEFT, true, false},
        {"presenter.next", "story.next", chrome_word(a, "story.next"), ICON_CHEVRON_RIGHT, true, false},
        {"presenter.black", "present.black", chrome_word(a, "action.present.black.label"), ICON_EYE,
         present_is_on(a), true},
        {"presenter.smaller", NULL, chrome_word(a, "presenter.smaller"), ICON_MINUS, true, true},
        {"presenter.larger", NULL, chrome_word(a, "presenter.larger"), ICON_PLUS, true, true},
        {"presenter.swap", "present.swap", chrome_word(a, "action.present.swap.label"), ICON_COPY,
         presenter_can_swap(a), true},
    };
    ui *u = ui_of(a);
    const char *pressed = NULL;
    float x = r.x, gap = fmaxf(2.0f, ui_px(u, 8.0f));
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        char hint[96] = "";
        if (!list[i].shown)
            continue;
        if (list[i].action)
            chrome_key_hint(a, list[i].action, hint, sizeof hint);
        ui_button_def def = {.label = list[i].label,
                             .icon = list[i].icon,
                             .icon_only = list[i].icon_only || r.w < ui_px(u, 900.0f),
                             .look = UI_BUTTON_PLAIN,
                             .hint = hint};
        float w = ui_button_width(u, &def);
        if (ui_button(u, list[i].id, (rect){floorf(x), r.y, w, r.h}, &def))
            pressed = list[i].action ? list[i].action : list[i].id;
        x += w + gap;
    }
    return pressed;
}

static float choice_height(const app *a, float width, const char *names[MONITORS_MAX])
{
    const screens *s = &a->present.presenter.screens;
    for (int i = 0; i < s->count; i++)
        names[i] = s->list[i].name;
    return s->count < 2
               ? 0.0f
               : ui_choice_height(ui_of(a), width, chrome_word(a, "presenter.screen"), names, s->count);
}

// --- the middle

static float text_block(app *a, rect r, float y, const char *heading, const char *text, colour ink)
{
    ui *u = ui_of(a);
    float line = ui_line_height(u, TYPE_SMALL), left = r.y + r.h - y;
    if (left < 2.0f * line)
        return y;
    ui_line(u, (rect){r.x, y, r.w, line}, heading, TYPE_SMALL, TEXT_MEDIUM, UI_LEFT, ui_theme(u)->quiet_ink);
    y += line;
    rect body = {r.x, y, r.w, r.y + r.h - y};
    draw2d_push_clip(ui_draw(u), body);
    float h = ui_paragraph(u, body, text, TYPE_LABEL, TEXT_REGULAR, UI_LEFT, ink);
    draw2d_pop_clip(ui_draw(u));
    return y + h + 0.6f * line;
}

// This step's picture and words, then the next step's words.
static void steps(app *a, rect r)
{
    presenter_view_state *p = &a->chrome.presenter;
    const theme *t = ui_theme(ui_of(a));
    char text[CHROME_CAPTION_MAX];
    float aspect =
        a->chrome.layout.stage.h > 0.0f ? a->chrome.layout.stage.w / a->chrome.layout.stage.h : 1.8f;
    float h = fminf(r.w / aspect, 0.45f * r.h), w = h * aspect;
    p->picture = (rect){floorf(r.x), floorf(r.y), floorf(w), floorf(h)};
    float y = r.y + h + ui_px(ui_of(a), 12.0f);
    player_caption(a, text, sizeof text);
    y = text_block(a, r, y, chrome_word(a, "presenter.this"), text, t->ink);
    const story_step *s = player_step(a);
    bool answer = s->has_question && !a->player.revealed,
         last = a->player.step + 1 >= a->player.story->step_count;
    if (answer)
        player_caption_of(a, a->player.step, true, text, sizeof text);
    else if (!last)
        player_caption_of(a, a->player.step + 1, false, text, sizeof text);
    else
        snprintf(text, sizeof text, "%s", chrome_word(a, "presenter.end"));
    text_block(a, r, y, chrome_word(a, "presenter.next"), text, t->quiet_ink);
}

static void notes(app *a, rect r)
{
    ui *u = ui_of(a);
    presenter_view_state *p = &a->chrome.presenter;
    const char *text = story_text_get(&player_step(a)->notes, &a->texts.words);
    bool none = !*text;
    if (none)
        text = chrome_word(a, "presenter.no_notes");
    ui_card(u, r);
    rect body = inset(r, ui_px(u, 0.7f * pad_units));
    rect content =
        ui_scroll_begin(u, "presenter.notes", chrome_word(a, "presenter.notes"), body, p->notes_height);
    p->notes_height = ui_paragraph(u, content, text, TYPE_LABEL, TEXT_REGULAR, UI_LEFT,
                                   none ? ui_theme(u)->quiet_ink : ui_theme(u)->ink);
    ui_scroll_end(u);
}

static void middle(app *a, rect r)
{
    float gap = ui_px(ui_of(a), pad_units);
    if (r.w > 1.1f * r.h) {
        float left = floorf(0.52f * r.w);
        steps(a, (rect){r.x, r.y, left, r.h});
        notes(a, (rect){r.x + left + gap, r.y, r.w - left - gap, r.h});
    } else {
        float top = floorf(0.58f * r.h);
        steps(a, (rect){r.x, r.y, r.w, top});
        notes(a, (rect){r.x, r.y + top + gap, r.w, fmaxf(r.h - top - gap, 1.0f)});
    }
}

static void act(app *a, const char *pressed, int screen)
{
    if (screen >= 0 && screen != a->present.presenter.screens.of_stage)
        ask_presenter_screen(a, screen);
    if (!pressed)
        return;
    bool larger = strcmp(pressed, "presenter.larger") == 0;
    if (larger || strcmp(pressed, "presenter.smaller") == 0)
        ask_presenter_text(a, larger ? 1 : -1);
    else
        ask_presenter_action(a, pressed);
}

void presenter_view_build(app *a, double dt_s)
{
    const presenter_state *p = &a->present.presenter;
    draw2d *draw = &a->chrome.presenter.draw;
    draw2d_begin(draw, (float)p->width, (float)p->height);
    ui_frame f = {.draw = draw,
                  .text = &a->parts.text_source,
                  .theme = theme_get(a->session.look.theme),
                  .width = (float)p->width,
                  .height = (float)p->height,
                  .unit = 1.3f * layout_unit((float)p->width, (float)p->height),
                  .text_scale = p->text_scale,
                  .dt_s = dt_s,
                  .reduce_motion = a->session.look.reduce_motion};
    ui_begin(p->ui, &f);
    float pad = ui_px(p->ui, pad_units), row = ui_target_px(p->ui);
    rect whole = inset((rect){0.0f, 0.0f, f.width, f.height}, pad);
    const char *names[MONITORS_MAX], *pressed = NULL;
    int screen = p->screens.of_stage;
    float choice = choice_height(a, whole.w, names);
    float top = head(a, whole) + 0.5f * pad;
    float bottom = row + (choice > 0.0f ? choice + 0.4f * pad : 0.0f) + 0.5f * pad;
    middle(a, (rect){whole.x, whole.y + top, whole.w, fmaxf(whole.h - top - bottom, 1.0f)});
    float y = whole.y + whole.h - bottom + 0.5f * pad;
    pressed = buttons(a, (rect){whole.x, y, whole.w, row});
    if (choice > 0.0f)
        ui_choice(p->ui, "presenter.screen", (rect){whole.x, y + row + 0.4f * pad, whole.w, choice},
                  chrome_word(a, "presenter.screen"), names, p->screens.count, &screen);
    ui_end(p->ui);
    act(a, pressed, screen);
}

void presenter_view_end(app *a)
{
    draw2d_destroy(&a->chrome.presenter.draw);
    a->chrome.presenter.draw = (draw2d){0};
}
