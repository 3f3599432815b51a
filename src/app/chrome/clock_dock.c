#include "app/chrome/clock_dock.h"

#include "app/chrome/ask.h"
#include "app/chrome/chrome_words.h"
#include "app/stage/clock.h"
#include "app/stage/live.h"
#include "app/stage/pause.h"

#include "app/chrome/clock_plot.h"

#include <math.h>
#include <stdio.h>

static const float pad_units = 24.0f, gap_units = 8.0f;
static const float left_share = 0.46f; // of the dock that the words and buttons may take

// Sizes of the block at the left: the moment in words, its state, and the buttons.
typedef struct block {
    float width;
    float time_w, state_w, buttons_w;
    bool state_beside_time; // else beside the buttons, or on a line of its own
    bool state_below;
    bool one_row; // all of it in a line
    bool speed_word;
    type_role time_role;
} block;

static const char *speed_word(const app *a)
{
    static const char *const ids[SPEEDS] = {"clock.speed.slow", "clock.speed.normal", "clock.speed.fast"};
    return chrome_word(a, ids[a->session.speed]);
}

static const char *state_word(const app *a)
{
    if (pause_is_on(a))
        return chrome_word(a, "clock.paused");
    return chrome_word(a, clock_runs(a) ? "clock.playing" : "clock.live");
}

// Width of the widest text that stands there in turn, so that nothing moves when the words change.
static float widest(const app *a, const char *const *ids, size_t count, type_role role, text_weight weight)
{
    float w = 0.0f;
    for (size_t i = 0; i < count; i++)
        w = fmaxf(w, ui_text_width(a->parts.ui, chrome_word(a, ids[i]), role, weight));
    return w;
}

static float speed_width(const app *a)
{
    static const char *const ids[] = {"clock.speed.slow", "clock.speed.normal", "clock.speed.fast"};
    float w = 0.0f;
    for (size_t i = 0; i < 3; i++) {
        ui_button_def def = {.label = chrome_word(a, ids[i]), .look = UI_BUTTON_QUIET};
        w = fmaxf(w, ui_button_width(a->parts.ui, &def));
    }
    if (live_exists(a)) {
        ui_button_def run = {.label = chrome_word(a, "clock.run"), .look = UI_BUTTON_QUIET};
        w = fmaxf(w, ui_button_width(a->parts.ui, &run));
    }
    return w;
}

static float state_width(const app *a)
{
    static const char *const ids[] = {"clock.paused", "clock.playing", "clock.live"};
    return widest(a, ids, live_exists(a) ? 3 : 2, TYPE_SMALL, TEXT_MEDIUM) + ui_px(a->parts.ui, 24.0f);
}

// Between the two moments of held halves.
static float held_gap(const app *a, type_role role)
{
    return 0.8f * ui_type(a->parts.ui, role);
}

static float time_width(const app *a, type_role role)
{
    static const char *const ids[] = {"clock.before_first_dose"};
    char sample[128];
    float w = widest(a, ids, 1, role, TEXT_SEMIBOLD);
    // 119 minutes, 47 hours and 13 days are the longest that are said.
    static const double samples[] = {119.0, 47.0 * 60.0, 13.0 * 1440.0};
    float one = 0.0f;
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        one = fmaxf(one, ui_text_width(a->parts.ui, chrome_time_words(a, samples[i], sample, sizeof sample),
                                       role, TEXT_SEMIBOLD));
    // Two long moments may set a little smaller, but not where letters are as small as they get already.
    float both = ui_type(a->parts.ui, role) < 16.0f ? 2.0f : 1.6f;
    return fmaxf(w, both * one + held_gap(a, role)) + 2.0f;
}

static float button_px(const app *a)
{
    return ui_target_px(a->parts.ui);
}

static float play_px(const app *a)
{
    return 1.25f * ui_target_px(a->parts.ui);
}

// `widest_px`: what it may take; `over`: it stands over the plot instead of beside it.
static block measure_block(const app *a, rect dock, float widest_px, bool over)
{
    const ui *u = a->parts.ui;
    float gap = ui_px(u, gap_units), target = button_px(a);
    block b = {.time_role = TYPE_CAPTION, .speed_word = true, .state_w = state_width(a)};
    float inner = dock.h - 2.0f * gap;
    for (int attempt = 0; attempt < 3; attempt++) {
        if (attempt == 1)
            b.time_role = TYPE_LABEL;
        if (attempt == 2)
            b.speed_word = false;
        b.time_w = time_width(a, b.time_role);
        b.buttons_w = 2.0f * target + play_px(a) + 2.0f * gap + (b.speed_word ? speed_width(a) + gap : 0.0f);
        float beside_time = fmaxf(b.time_w + gap + b.state_w, b.buttons_w);
        float beside_buttons = fmaxf(b.time_w, b.buttons_w + gap + b.state_w);
        float below = fmaxf(fmaxf(b.time_w, b.buttons_w), b.state_w);
        float three =
            ui_line_height(u, b.time_role) + play_px(a) + 1.2f * ui_line_height(u, TYPE_SMALL) + 2.0f * gap;
        b.one_row = over && b.time_w + b.buttons_w + b.state_w + 4.0f * gap <= widest_px;
        b.state_below = !over && three <= inner && below < 0.9f * fminf(beside_time, beside_buttons);
        b.state_beside_time = !b.state_below && beside_time <= beside_buttons;
        b.width = b.state_below ? below : fminf(beside_time, beside_buttons);
        if (b.width <= widest_px)
            break;
    }
    b.width = over ? widest_px : fminf(b.width, widest_px);
    return b;
}

// "Paused" as a word and a tint; running is said quietly.
static void build_state(app *a, float x, float centre_y, float width)
{
    ui *u = a->parts.ui;
    const theme *t = ui_theme(u);
    float h = fminf(1.15f * ui_line_height(u, TYPE_SMALL), ui_line_height(u, TYPE_SMALL) + ui_px(u, 6.0f));
    float text_w = ui_text_width(u, state_word(a), TYPE_SMALL, TEXT_MEDIUM) + ui_px(u, 24.0f);
    rect r = {floorf(x), floorf(centre_y - 0.5f * h), fminf(text_w, width), ceilf(h)};
    bool paused = pause_is_on(a);
    if (paused)
        draw2d_box(ui_draw(u), r, 0.5f * r.h, colour_alpha(t->glutamate, t->light ? 0.16f : 0.2f));
    ui_line(u, r, state_word(a), TYPE_SMALL, TEXT_MEDIUM, paused ? UI_CENTRE : UI_LEFT,
            paused ? t->glutamate_text : t->quiet_ink);
}

static void build_buttons(app *a, const block *b, float x, float centre_y)
{
    ui *u = a->parts.ui;
    float gap = ui_px(u, gap_units), target = button_px(a), big = play_px(a);
    char hint[96];
    ui_button_def back = {.label = chrome_word(a, "clock.step_back"),
                          .icon = ICON_STEP_BACK,
                          .icon_only = true,
                          .hint = chrome_key_hint(a, "clock.step_back", hint, sizeof hint)};
    if (ui_button(u, "dock.back", (rect){x, floorf(centre_y - 0.5f * target), target, target}, &back))
        ask_action(a, "clock.step_back");
    x += target + gap;
    bool paused = pause_is_on(a);
    ui_button_def play = {.label = chrome_word(a, paused ? "clock.play" : "clock.pause"),
                          .icon = paused ? ICON_PLAY : ICON_PAUSE,
                          .icon_only = true,
                          .look = UI_BUTTON_PRIMARY,
                          .hint = chrome_key_hint(a, "clock.play", hint, sizeof hint)};
    if (ui_button(u, "dock.play", (rect){x, floorf(centre_y - 0.5f * big), big, big}, &play))
        ask_action(a, "clock.play");
    x += big + gap;
    ui_button_def forward = {.label = chrome_word(a, "clock.step_forward"),
                             .icon = ICON_STEP_FORWARD,
                             .icon_only = true,
                             .hint = chrome_key_hint(a, "clock.step_forward", hint, sizeof hint)};
    if (ui_button(u, "dock.forward", (rect){x, floorf(centre_y - 0.5f * target), target, target}, &forward))
        ask_action(a, "clock.step_forward");
    x += target + gap;
    if (!b->speed_word)
        return;
    // Where something lives, play and pause are its own; the clock is set running beside them.
    if (live_may_run(a) && !clock_runs(a)) {
        ui_button_def run = {.label = chrome_word(a, "clock.run"),
                             .look = UI_BUTTON_QUIET,
                             .hint = chrome_key_hint(a, "clock.run", hint, sizeof hint)};
        if (ui_button(u, "dock.run", (rect){x, floorf(centre_y - 0.5f * target), speed_width(a), target},
                      &run))
            ask_action(a, "clock.run");
        return;
    }
    ui_button_def speed = {
        .label = speed_word(a), .look = UI_BUTTON_QUIET, .hint = chrome_word(a, "clock.speed_hint")};
    if (ui_button(u, "dock.speed", (rect){x, floorf(centre_y - 0.5f * target), speed_width(a), target},
                  &speed))
        ask_speed(a, (play_speed)((a->session.speed + 1) % SPEEDS));
}

// While every half is held at a moment of its own, those moments are what is shown, in the sides' colours.
static void build_held(app *a, const block *b, rect r)
{
    ui *u = a->parts.ui;
    char text[SIDE_COUNT][128];
    float w[SIDE_COUNT] = {0}, total = 0.0f, gap = held_gap(a, b->time_role);
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (!view_shows(&a->session.view, (side)s))
            continue;
        if (a->session.view.pin_min[s] > 0.0)
            chrome_time_words(a, a->session.view.pin_min[s], text[s], sizeof text[s]);
        else
            snprintf(text[s], sizeof text[s], "%s", chrome_word(a, "clock.before"));
        w[s] = ui_text_width(u, text[s], b->time_role, TEXT_SEMIBOLD) + 1.0f;
        total += w[s] + (total > 0.0f ? gap : 0.0f);
    }
    float shrink = fminf(1.0f, r.w / fmaxf(total, 1.0f)), x = r.x;
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (w[s] <= 0.0f)
            continue;
        ui_line(u, (rect){x, r.y, w[s] * shrink, r.h}, text[s], b->time_role, TEXT_SEMIBOLD, UI_LEFT,
                ui_theme(u)->side_text[s]);
        x += (w[s] + gap) * shrink;
    }
}

static void build_time(app *a, const block *b, rect r)
{
    char text[128];
    if (clock_is_idle(&a->session.view)) {
        build_held(a, b, r);
        return;
    }
    if (a->session.view.t_min > 0.0)
        chrome_time_words(a, a->session.view.t_min, text, sizeof text);
    ui_line(a->parts.ui, r, a->session.view.t_min > 0.0 ? text : chrome_word(a, "clock.before_first_dose"),
            b->time_role, TEXT_SEMIBOLD, UI_LEFT, ui_theme(a->parts.ui)->ink);
}

static float block_height(const app *a, const block *b)
{
    float gap = ui_px(a->parts.ui, gap_units), time_h = ui_line_height(a->parts.ui, b->time_role),
          big = play_px(a);
    if (b->one_row)
        return fmaxf(time_h, big);
    return time_h + big + gap +
           (b->state_below ? 1.2f * ui_line_height(a->parts.ui, TYPE_SMALL) + gap : 0.0f);
}

static void build_row(app *a, const block *b, rect r)
{
    float middle = r.y + 0.5f * r.h, gap = ui_px(a->parts.ui, gap_units);
    build_time(a, b, (rect){r.x, r.y, b->time_w, r.h});
    build_state(a, r.x + b->time_w + gap, middle, b->state_w);
    build_buttons(a, b, r.x + r.w - b->buttons_w, middle);
}

static void build_block(app *a, const block *b, rect r)
{
    ui *u = a->parts.ui;
    if (b->one_row) {
        build_row(a, b, r);
        return;
    }
    float gap = ui_px(u, gap_units);
    float time_h = ui_line_height(u, b->time_role), big = play_px(a);
    float state_h = b->state_below ? 1.2f * ui_line_height(u, TYPE_SMALL) : 0.0f;
    float y = floorf(r.y + 0.5f * fmaxf(0.0f, r.h - block_height(a, b)));
    float time_w = b->state_beside_time ? fminf(b->time_w, r.w - gap - b->state_w) : r.w;
    build_time(a, b, (rect){r.x, y, fmaxf(time_w, 0.0f), time_h});
    if (b->state_beside_time)
        build_state(a, r.x + fminf(time_w + gap, r.w - b->state_w), y + 0.5f * time_h, b->state_w);
    y += time_h + gap;
    if (b->state_below) {
        build_state(a, r.x, y + 0.5f * state_h, r.w);
        y += state_h + gap;
    }
    build_buttons(a, b, r.x, y + 0.5f * big);
    if (!b->state_beside_time && !b->state_below)
        build_state(a, r.x + b->buttons_w + gap, y + 0.5f * big, b->state_w);
}

void clock_dock(app *a)
{
    ui *u = a->parts.ui;
    const theme *t = ui_theme(u);
    rect dock = a->chrome.layout.dock;
    if (dock.h < 1.0f || dock.w < 1.0f)
        return;
    draw2d_box(ui_draw(u), dock, 0.0f, t->card);
    if (t->card_rule.a > 0.0f)
        draw2d_box(ui_draw(u), (rect){dock.x, dock.y, dock.w, fmaxf(1.0f, ui_px(u, t->card_rule_width))},
                   0.0f, t->card_rule);
    float pad = ui_px(u, pad_units), gap = ui_px(u, gap_units);
    bool over = a->chrome.layout.dock_stacked;
    block b = measure_block(a, dock, over ? fmaxf(dock.w - 2.0f * pad, 1.0f) : left_share * dock.w, over);
    rect left = {dock.x + pad, dock.y + gap, b.width, fmaxf(dock.h - 2.0f * gap, 0.0f)};
    rect plot = left;
    if (over) {
        left.h = fminf(block_height(a, &b), left.h);
        plot.y += left.h + gap;
    } else {
        plot.x += b.width + 1.5f * pad;
    }
    plot.w = fmaxf(dock.x + dock.w - pad - plot.x, 1.0f);
    plot.h = fmaxf(dock.y + dock.h - gap - plot.y, 1.0f);
    build_block(a, &b, left);
    clock_plot(a, plot);
}
