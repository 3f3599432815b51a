#include "app/chrome/chrome_story.h"

#include "app/actions/action_keys.h"
#include "app/actions/actions.h"
#include "app/chrome/ask.h"
#include "app/chrome/chrome_words.h"
#include "app/story/present.h"
#include "app/story/story_player.h"

#include <math.h>
#include <stdio.h>

static const float side_units = 32.0f, gap_units = 8.0f;

static float row_px(const app *a)
{
    return fmaxf(ui_target_px(a->parts.ui), ui_line_height(a->parts.ui, TYPE_LABEL));
}

static float gap_px(const app *a)
{
    return fmaxf(2.0f, ui_px(a->parts.ui, gap_units));
}

// --- answers

static const story_question *question_of(const app *a)
{
    const story_step *s = player_step(a);
    return s && s->has_question ? &s->question : NULL;
}

static ui_button_def answer_def(const app *a, const story_question *q, int i)
{
    bool told = a->player.revealed;
    return (ui_button_def){.label = story_text_get(&q->answers[i], &a->texts.words),
                           .icon = told && q->right[i] ? ICON_CHECK : ICON_NONE,
                           .look = UI_BUTTON_PLAIN,
                           .hint = told && q->right[i] ? chrome_word(a, "story.right") : NULL,
                           .selected = told && a->player.chosen == i};
}

// A widget's width does not change when the check mark comes.
static float answer_width(const app *a, const story_question *q, int i, float most)
{
    ui_button_def def = answer_def(a, q, i);
    def.icon = ICON_CHECK;
    return fminf(ui_button_width(a->parts.ui, &def), most);
}

// Answers flow in rows; builds them from `r` downwards, or with `build` off only measures. Returns the
// height.
static float answers(const app *a, rect r, bool build, int *pressed)
{
    const story_question *q = question_of(a);
    if (!q)
        return 0.0f;
    float gap = gap_px(a), h = row_px(a), x = r.x, y = r.y;
    for (int i = 0; i < q->answer_count; i++) {
        float w = answer_width(a, q, i, r.w);
        if (x > r.x && x + w > r.x + r.w + 0.5f) {
            x = r.x;
            y += h + gap;
        }
        char id[32];
        snprintf(id, sizeof id, "story.answer%d", i + 1);
        ui_button_def def = answer_def(a, q, i);
        if (build && ui_button(a->parts.ui, id, (rect){x, y, w, h}, &def))
            *pressed = i;
        x += w + gap;
    }
    return y + h + gap - r.y;
}

static rect strip_of(const app *a, rect whole)
{
    float edge = ui_px(a->parts.ui, side_units);
    return (rect){whole.x + edge, whole.y, fmaxf(whole.w - 2.0f * edge, 1.0f), whole.h};
}

float chrome_story_height(const app *a)
{
    if (!player_is_open(a))
        return 0.0f;
    rect r = strip_of(a, (rect){0.0f, 0.0f, (float)a->frame.width, 0.0f});
    return answers(a, r, false, NULL) + row_px(a) + gap_px(a);
}

// --- how far one is

static void draw_dots(app *a, rect r)
{
    const theme *t = ui_theme(a->parts.ui);
    int count = a->player.story->step_count, at = a->player.step;
    float pitch = fminf(r.w / (float)count, 2.2f * r.h), x = r.x + 0.5f * (r.w - pitch * (float)count);
    float radius = fminf(0.16f * r.h, 0.36f * pitch), y = r.y + 0.5f * r.h;
    for (int i = 0; i < count; i++) {
        float centre = x + ((float)i + 0.5f) * pitch;
        colour ink = i == at ? t->ink : t->quiet_ink;
        if (i <= at)
            draw2d_circle(ui_draw(a->parts.ui), centre, y, i == at ? 1.5f * radius : radius, ink);
        else
            draw2d_arc(ui_draw(a->parts.ui), centre, y, 0.8f * radius, fmaxf(1.0f, 0.3f * radius), 0.0f,
                       6.2831855f, ink);
    }
}

static int step_at(const app *a, rect r, float px)
{
    int count = a->player.story->step_count;
    float pitch = fminf(r.w / (float)count, 2.2f * r.h), x = r.x + 0.5f * (r.w - pitch * (float)count);
    int i = (int)floorf((px - x) / pitch);
    return i < 0 ? 0 : i >= count ? count - 1 : i;
}

static void progress(app *a, rect r)
{
    char value[96];
    int count = a->player.story->step_count, go = -1;
    message m = message_make("story.step");
    message_number(&m, "step", a->player.step + 1, 0);
    message_number(&m, "count", count, 0);
    words_format(&a->texts.words, &m, value, sizeof value);
    ui_area_def def = {.label = chrome_word(a, "story.progress"),
                       .value = value,
                       .hint = chrome_word(a, "story.progress_hint"),
                       .focusable = true};
    ui_area_result got = ui_area(a->parts.ui, "story.progress", r, &def);
    draw_dots(a, r);
    if (got.clicked)
        go = step_at(a, r, got.x);
    if (go >= 0 && go != a->player.step)
        ask_step(a, go);
}

// --- buttons

typedef struct nav_button {
    const char *id, *action, *label;
    icon_id icon;
    bool icon_only, shown, after; // after: right of the dots
    ui_button_look look;
} nav_button;

enum { NAV = 6 };

static void list_nav(const app *a, nav_button out[NAV])
{
    const story_question *q = question_of(a);
    bool open_question = q && !a->player.revealed;
    const nav_button list[NAV] = {
        {"story.back", "story.back", chrome_word(a, "story.back"), ICON_CHEVRON_LEFT, true, true, false,
         UI_BUTTON_PLAIN},
        {"story.next", "story.next", chrome_word(a, open_question ? "story.show" : "story.next"),
         ICON_CHEVRON_RIGHT, false, true, true, UI_BUTTON_PRIMARY},
        {"story.return", "story.return", chrome_word(a, "story.return"), ICON_RESET, false, player_is_away(a),
         true, UI_BUTTON_PLAIN},
        {"story.sure", "read.sure", chrome_word(a, "evidence.title"), ICON_INFO, true, true, true,
         UI_BUTTON_QUIET},
        {"story.present", "present.start", chrome_word(a, "story.present"), ICON_FULLSCREEN, true,
         !present_is_on(a), true, UI_BUTTON_QUIET},
        {"story.leave", present_is_on(a) ? "present.leave" : "story.close",
         chrome_word(a, present_is_on(a) ? "present.leave" : "story.close"), ICON_CLOSE, true, true, true,
         UI_BUTTON_QUIET},
    };
    for (int i = 0; i < NAV; i++)
        out[i] = list[i];
}

static ui_button_def nav_def(const nav_button *b)
{
    return (ui_button_def){.label = b->label, .icon = b->icon, .icon_only = b->icon_only, .look = b->look};
}

static float nav_width(const app *a, const nav_button list[NAV])
{
    float w = 0.0f;
    for (int i = 0; i < NAV; i++) {
        ui_button_def def = nav_def(&list[i]);
        w += list[i].shown ? ui_button_width(a->parts.ui, &def) + gap_px(a) : 0.0f;
    }
    return w;
}

static const char *nav_row(app *a, rect r)
{
    nav_button list[NAV];
    const char *pressed = NULL;
    float gap = gap_px(a), least_dots = 4.0f * r.h;
    list_nav(a, list);
    // The words of what is needed least go first.
    for (int i = NAV - 1; i > 0 && nav_width(a, list) + least_dots > r.w; i--)
        list[i].icon_only = true;
    float dots = fmaxf(r.w - nav_width(a, list), 1.0f), x = r.x;
    for (int i = 0; i < NAV; i++) {
        if (i == 1) {
            progress(a, (rect){x, r.y, dots, r.h});
            x += dots + gap;
        }
        if (!list[i].shown)
            continue;
        char hint[96];
        ui_button_def def = nav_def(&list[i]);
        def.hint = chrome_key_hint(a, list[i].action, hint, sizeof hint);
        def.disabled_why = action_why_not(a, action_find(list[i].action));
        float w = ui_button_width(a->parts.ui, &def);
        if (ui_button(a->parts.ui, list[i].id, (rect){floorf(x), r.y, w, r.h}, &def))
            pressed = list[i].action;
        x += w + gap;
    }
    return pressed;
}

void chrome_story(app *a)
{
    if (!player_is_open(a) || a->chrome.layout.story.h < 1.0f)
        return;
    int answer = -1;
    rect r = strip_of(a, a->chrome.layout.story);
    float used = answers(a, r, true, &answer), row = row_px(a);
    const char *pressed = nav_row(a, (rect){r.x, r.y + used, r.w, row});
    if (answer >= 0)
        ask_answer(a, answer);
    else if (pressed)
        ask_action(a, pressed);
}
