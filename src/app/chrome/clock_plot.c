#include "app/chrome/clock_plot.h"

#include "app/chrome/ask.h"
#include "app/chrome/chrome_terms.h"
#include "app/chrome/chrome_words.h"
#include "app/chrome/clock_curves.h"
#include "app/stage/clock.h"
#include "view/view_clock.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const float least_curves_units = 44.0f, least_curves_px = 20.0f;
static const float lane_units = 12.0f, gap_units = 4.0f, gutter_share = 0.15f;
static const float snap_px = 4.0f;

static const char *note_text(const app *a, float width)
{
    static const char *const ids[] = {"clock.note", "clock.note_short"};
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
        if (ui_text_width(a->parts.ui, chrome_word(a, ids[i]), TYPE_SMALL, TEXT_REGULAR) <= width)
            return chrome_word(a, ids[i]);
    return chrome_word(a, "clock.note_least");
}

clock_plot_rows clock_plot_layout(const app *a, rect r)
{
    const ui *u = a->parts.ui;
    float line = ui_line_height(u, TYPE_SMALL), gap = ui_px(u, gap_units);
    float least = fmaxf(least_curves_px, ui_px(u, least_curves_units));
    float lane = fmaxf(4.0f, ui_px(u, lane_units));
    clock_plot_rows p = {0};
    float name_w =
        ui_text_width(u, chrome_word(a, "clock.dissociation"), TYPE_SMALL, TEXT_REGULAR) + ui_px(u, 24.0f);
    if (name_w <= gutter_share * r.w)
        p.gutter = name_w;
    float x = floorf(r.x + p.gutter), w = floorf(fmaxf(r.w - p.gutter, 1.0f));
    float y = r.y + r.h;
    float rest = r.h - lane - gap - line; // for curves, names and note
    if (rest >= least + line && ui_text_width(u, note_text(a, w), TYPE_SMALL, TEXT_REGULAR) <= w) {
        y -= line;
        rest -= line;
        p.note = (rect){x, y, w, line};
    }
    y -= line;
    p.marks = (rect){x, y, w, line};
    y = floorf(y - gap - lane);
    p.lane = (rect){x, y, w, floorf(lane)};
    float top = r.y;
    if (rest >= least + line) {
        top = floorf(top + line);
        p.names = (rect){x, top - line, w, line};
    }
    top = floorf(top);
    p.curves = (rect){x, top, w, fmaxf(y - top, 1.0f)};
    return p;
}

// --- names of the curves

typedef struct placed {
    float x0, x1;
} placed;

static bool is_free(const placed *taken, int count, float x0, float x1, float gap)
{
    for (int i = 0; i < count; i++)
        if (x0 < taken[i].x1 + gap && x1 > taken[i].x0 - gap)
            return false;
    return true;
}

static int highest(const float *curve, int count)
{
    int best = 0;
    for (int i = 1; i < count; i++)
        if (curve[i] > curve[best])
            best = i;
    return best;
}

// Left end for a name of width `w` that would best begin at `x`: slid to the left past what stands there
// already, but not by more than most of itself. False where there is no such place.
static bool find_place(const placed *taken, int count, const rect *row, float w, float gap, float *x)
{
    float wished = fmaxf(row->x, fminf(*x, row->x + row->w - w)), at = wished;
    for (int i = 0; i < count; i++)
        if (at < taken[i].x1 + gap && at + w > taken[i].x0 - gap)
            at = taken[i].x0 - gap - w;
    *x = at;
    return w <= row->w && at >= row->x && wished - at <= 0.75f * w && is_free(taken, count, at, at + w, gap);
}

enum { CURVE_NAMES = 4 };

typedef struct curve_name {
    const char *full, *brief; // words
    const char *entry;        // of the glossary
    const float *curve;
    side s;
    text_weight weight;
    float shift; // of the name's middle, in its own width
    // where it stands, when it does
    const char *text;
    float x, w;
} curve_name;

// Each name stands over the height of its own curve; one that finds no room is left out (no text). True when
// all do.
static bool place_names(const app *a, const clock_plot_rows *p, curve_name *names, int count, bool full)
{
    int used = 0, points = a->chrome.curves.count;
    float gap = 0.8f * ui_type(a->parts.ui, TYPE_SMALL);
    placed taken[CURVE_NAMES];
    bool all = true;
    for (int i = 0; i < count; i++) {
        curve_name *n = &names[i];
        int peak = highest(n->curve, points);
        n->text = NULL;
        if (n->curve[peak] < 0.02f)
            continue; // nothing to name: the input is 0
        const char *text = chrome_word(a, full ? n->full : n->brief);
        float w = ui_text_width(a->parts.ui, text, TYPE_SMALL, n->weight) + 1.0f;
        float x = p->names.x + p->names.w * (float)peak / (float)(points - 1) + (n->shift - 0.5f) * w;
        bool plateau = n->s == SIDE_SSRI; // reaches far to the left of its end
        bool found = find_place(taken, used, &p->names, w, gap, &x) ||
                     (plateau && x > p->names.x + 0.66f * p->names.w);
        if (!found || !is_free(taken, used, x, x + w, gap)) {
            all = false;
            continue;
        }
        taken[used++] = (placed){x, x + w};
        n->text = text;
        n->x = x;
        n->w = w;
    }
    return all;
}

static void draw_names(app *a, const clock_plot_rows *p)
{
    const clock_curves *c = &a->chrome.curves;
    curve_name names[CURVE_NAMES] = {
        {.full = "clock.effect.ssri_full",
         .brief = "clock.effect.ssri",
         .entry = "mood_effect",
         .curve = c->effect[SIDE_SSRI],
         .s = SIDE_SSRI,
         .weight = TEXT_MEDIUM,
         .shift = -0.5f},
        {.full = "clock.effect.ketamine_full",
         .brief = "clock.effect.ketamine",
         .entry = "mood_effect",
         .curve = c->effect[SIDE_KETAMINE],
         .s = SIDE_KETAMINE,
         .weight = TEXT_MEDIUM,
         .shift = -0.25f},
        {.full = "clock.drug.ketamine",
         .brief = "clock.drug.ketamine",
         .entry = "ketamine_in_blood",
         .curve = c->level[SIDE_KETAMINE],
         .s = SIDE_KETAMINE,
         .weight = TEXT_REGULAR,
         .shift = -0.1f},
        {.full = "clock.drug.ssri",
         .brief = "clock.drug.ssri",
         .entry = "ssri_in_place",
         .curve = c->level[SIDE_SSRI],
         .s = SIDE_SSRI,
         .weight = TEXT_REGULAR,
         .shift = -0.5f},
    };
    if (!place_names(a, p, names, CURVE_NAMES, true))
        place_names(a, p, names, CURVE_NAMES, false);
    for (int i = 0; i < CURVE_NAMES; i++) {
        const curve_name *n = &names[i];
        if (!n->text)
            continue;
        rect box = {n->x, p->names.y, n->w, p->names.h};
        ui_line(a->parts.ui, box, n->text, TYPE_SMALL, n->weight, UI_LEFT,
                ui_theme(a->parts.ui)->side_text[n->s]);
        chrome_name(a, n->brief, box, n->text, TYPE_SMALL, n->weight, n->entry);
    }
}

// Beside its lane, where there is room.
static void draw_lane_name(app *a, const clock_plot_rows *p, float x)
{
    static const char id[] = "clock.dissociation";
    ui *u = a->parts.ui;
    const char *text = chrome_word(a, id);
    float h = ui_line_height(u, TYPE_SMALL), w = ui_text_width(u, text, TYPE_SMALL, TEXT_REGULAR) + 1.0f;
    rect box = {x + p->gutter - ui_px(u, 22.0f) - w, p->lane.y + 0.5f * (p->lane.h - h), w, h};
    ui_line(u, box, text, TYPE_SMALL, TEXT_REGULAR, UI_LEFT, ui_theme(u)->quiet_ink);
    chrome_name(a, id, box, text, TYPE_SMALL, TEXT_REGULAR, "dissociation");
}

// --- axis and marks

typedef struct tick {
    double t_min;
    const char *word;
    int weight; // the more important, the larger
} tick;

static float x_of(const clock_plot_rows *p, double t_min)
{
    return p->curves.x + (float)view_axis_of_time(t_min) * p->curves.w;
}

static int by_weight(const void *a, const void *b)
{
    return ((const tick *)b)->weight - ((const tick *)a)->weight;
}

// In the order of the marks: before, 40 min, 2 h, 24 h, 7 d, 2, 4, 6, 8 weeks.
static int list_ticks(tick *out)
{
    static const int weights[] = {10, 9, 5, 8, 6, 3, 7, 1, 4};
    int count;
    const view_mark *marks = view_marks(&count);
    for (int i = 0; i < count; i++)
        out[i] = (tick){marks[i].t_min, marks[i].word, weights[i]};
    out[count++] = (tick){1.0, "clock.mark.1min", 2};
    out[count++] = (tick){10.0, "clock.mark.10min", 2};
    return count;
}

static void draw_axis(app *a, const clock_plot_rows *p, float line)
{
    const theme *t = ui_theme(a->parts.ui);
    draw2d *d = ui_draw(a->parts.ui);
    colour rule = colour_mix(t->card, t->quiet_ink, t->card_rule.a > 0.0f ? 1.0f : 0.65f);
    float y = floorf(p->curves.y + p->curves.h), stub = (float)VIEW_AXIS_STUB * p->curves.w;
    // A gap in the axis says that "before" is not on the logarithmic scale.
    float hole = fmaxf(3.0f, 0.12f * stub);
    draw2d_box(d, (rect){p->curves.x, y, stub - hole, line}, 0.0f, rule);
    draw2d_box(d, (rect){p->curves.x + stub, y, p->curves.w - stub, line}, 0.0f, rule);
}

static void draw_ticks(app *a, const clock_plot_rows *p, float line)
{
    enum { TICKS = 16 };
    ui *u = a->parts.ui;
    const theme *t = ui_theme(u);
    tick ticks[TICKS];
    placed taken[TICKS];
    int count = list_ticks(ticks), used = 0;
    qsort(ticks, (size_t)count, sizeof ticks[0], by_weight);
    float stub = (float)VIEW_AXIS_STUB * p->curves.w, gap = fmaxf(6.0f, ui_px(u, 14.0f));
    float axis_y = floorf(p->curves.y + p->curves.h);
    colour rule = colour_mix(t->card, t->quiet_ink, t->card_rule.a > 0.0f ? 1.0f : 0.65f);
    for (int i = 0; i < count; i++) {
        bool before = ticks[i].t_min <= 0.0;
        float x = before ? p->curves.x + 0.5f * stub : x_of(p, ticks[i].t_min);
        if (!before) {
            float h = ticks[i].weight > 2 ? p->lane.y + p->lane.h - axis_y : 0.5f * p->lane.h;
            draw2d_box(ui_draw(u), (rect){floorf(x - 0.5f * line), axis_y, line, h + 0.25f * p->lane.h}, 0.0f,
                       rule);
        }
        const char *text = chrome_word(a, ticks[i].word);
        float w = ui_text_width(u, text, TYPE_SMALL, TEXT_REGULAR) + 1.0f;
        float left = fmaxf(p->marks.x - 0.5f * gap, fminf(x - 0.5f * w, p->marks.x + p->marks.w - w));
        if (!is_free(taken, used, left, left + w, gap))
            continue;
        taken[used++] = (placed){left, left + w};
        ui_line(u, (rect){left, p->marks.y, w, p->marks.h}, text, TYPE_SMALL, TEXT_REGULAR, UI_LEFT,
                t->quiet_ink);
    }
}

// --- pins and the moment

static float pin_radius(const app *a)
{
    return fmaxf(5.0f, ui_px(a->parts.ui, 9.0f));
}

// A map pin on the axis; the head tells the sides apart by shape too: a plug for the SSRI, a triangle for
// ketamine.
static void draw_pin(app *a, const clock_plot_rows *p, side s)
{
    const theme *t = ui_theme(a->parts.ui);
    draw2d *d = ui_draw(a->parts.ui);
    float r = pin_radius(a), x = x_of(p, a->session.view.pin_min[s]), foot = p->curves.y + p->curves.h;
    float y = fmaxf(foot - 3.1f * r, p->curves.y + r), line = fmaxf(1.0f, ui_px(a->parts.ui, 2.0f));
    draw2d_line(d, x, p->curves.y, x, foot, line, colour_alpha(t->side[s], 0.55f));
    for (int pass = 0; pass < 2; pass++) {
        // First its outline in the card's colour, so that it stands clear of the curves.
        float grow = pass == 0 ? 1.8f * line : 0.0f;
        colour fill = pass == 0 ? t->card : t->side[s];
        draw2d_triangle(d, x - 0.8f * r - grow, y + 0.5f * r, x + 0.8f * r + grow, y + 0.5f * r, x,
                        foot + grow, fill);
        draw2d_circle(d, x, y, r + grow, fill);
    }
    float m = 0.46f * r;
    if (s == SIDE_KETAMINE)
        draw2d_triangle(d, x - m, y + 0.7f * m, x + m, y + 0.7f * m, x, y - m, t->card);
    else
        draw2d_box(d, (rect){x - 0.8f * m, y - 0.8f * m, 1.6f * m, 1.6f * m}, 0.3f * m, t->card);
}

// A pin near the pointer, nearer than the moment itself: 1 + side, 0 for none.
static int pin_under(const app *a, const clock_plot_rows *p, float x)
{
    float best = fabsf(x - x_of(p, a->session.view.t_min)), reach = fmaxf(12.0f, 2.0f * pin_radius(a));
    int found = 0;
    if (clock_is_idle(&a->session.view))
        best = reach;
    for (int s = 0; s < SIDE_COUNT; s++) {
        float away = fabsf(x - x_of(p, a->session.view.pin_min[s]));
        if (a->session.view.pinned[s] && view_shows(&a->session.view, (side)s) && away < fminf(best, reach)) {
            best = away;
            found = 1 + s;
        }
    }
    return found;
}

// While every half is held the clock has no moment that is shown: only where the pointer or the keys would
// take it, as a ring.
static void draw_offer(app *a, const clock_plot_rows *p, const ui_area_result *io)
{
    const theme *t = ui_theme(a->parts.ui);
    draw2d *d = ui_draw(a->parts.ui);
    bool keys = io->focused && ui_focus_visible(a->parts.ui), points = io->hovered && !pin_under(a, p, io->x);
    if (io->pressed || (!points && !keys))
        return;
    float x =
        points ? fmaxf(p->curves.x, fminf(io->x, p->curves.x + p->curves.w)) : x_of(p, a->session.view.t_min);
    float foot = p->curves.y + p->curves.h, r = fmaxf(5.0f, ui_px(a->parts.ui, 10.0f));
    float line = fmaxf(1.5f, ui_px(a->parts.ui, 3.0f));
    draw2d_line(d, x, p->curves.y, x, foot - r, line, colour_alpha(t->ink, 0.35f));
    draw2d_circle(d, x, foot, r, t->card);
    draw2d_arc(d, x, foot, r - 0.5f * line, line, 0.0f, 6.2831855f, t->quiet_ink);
}

static void draw_moment(app *a, const clock_plot_rows *p, const ui_area_result *io)
{
    const theme *t = ui_theme(a->parts.ui);
    draw2d *d = ui_draw(a->parts.ui);
    float x = x_of(p, a->session.view.t_min), foot = p->curves.y + p->curves.h;
    float line = fmaxf(1.5f, ui_px(a->parts.ui, 3.0f)), r = fmaxf(5.0f, ui_px(a->parts.ui, 10.0f));
    if (io->hovered || io->pressed)
        r *= 1.2f;
    draw2d_line(d, x, p->curves.y, x, foot, line, t->ink);
    draw2d_circle(d, x, foot, r + line, t->card);
    draw2d_circle(d, x, foot, r, t->ink);
    if (io->hovered && !io->pressed) {
        float at = fmaxf(p->curves.x, fminf(io->x, p->curves.x + p->curves.w));
        draw2d_line(d, at, p->curves.y, at, foot, fmaxf(1.0f, 0.4f * line), colour_alpha(t->ink, 0.35f));
    }
}

// --- dragging and keys

// Time under the pointer; marks are easy to hit exactly.
static double time_at(const clock_plot_rows *p, float x)
{
    double t = view_time_of_axis((double)((x - p->curves.x) / p->curves.w));
    int count;
    const view_mark *marks = view_marks(&count);
    for (int i = 0; i < count; i++)
        if (fabsf(x - x_of(p, marks[i].t_min)) <= snap_px)
            return marks[i].t_min;
    return t;
}

static void drag(app *a, const clock_plot_rows *p, const ui_area_result *io)
{
    if (io->began)
        a->chrome.dragged_pin = pin_under(a, p, io->x);
    a->chrome.clock_held = io->pressed;
    if (!io->pressed && !io->ended)
        return;
    bool moved = io->drag_x != 0.0f || io->drag_y != 0.0f;
    if (a->chrome.dragged_pin) {
        if (moved)
            ask_pin(a, (side)(a->chrome.dragged_pin - 1), time_at(p, io->x));
    } else if (io->began || moved) {
        ask_moment(a, time_at(p, io->x));
    }
}

// The moment, or those that the halves are held at.
static void shown_words(const app *a, char *out, size_t capacity)
{
    if (!clock_is_idle(&a->session.view)) {
        chrome_time_words(a, a->session.view.t_min, out, capacity);
        return;
    }
    size_t used = 0;
    for (int s = 0; s < SIDE_COUNT && used < capacity; s++) {
        char held[64];
        if (view_shows(&a->session.view, (side)s))
            used += (size_t)snprintf(out + used, capacity - used, "%s%s", used ? ", " : "",
                                     chrome_time_words(a, a->session.view.pin_min[s], held, sizeof held));
    }
}

static ui_area_result build_area(app *a, rect r)
{
    char now[128];
    shown_words(a, now, sizeof now);
    ui_area_def def = {.label = chrome_word(a, "clock.axis"),
                       .value = now,
                       .hint = chrome_word(a, "clock.axis_hint"),
                       .focusable = true,
                       .focus_radius = 8.0f};
    return ui_area(a->parts.ui, "dock.axis", r, &def);
}

void clock_plot(app *a, rect r)
{
    ui *u = a->parts.ui;
    const theme *t = ui_theme(u);
    float line = fmaxf(1.0f, roundf(ui_px(u, 1.6f)));
    clock_plot_rows p = clock_plot_layout(a, r);
    clock_curves_update(&a->chrome.curves, a->parts.treatment);
    float reach = ui_px(u, gap_units);
    rect touch = {p.curves.x - reach, p.curves.y, p.curves.w + 2.0f * reach,
                  p.marks.y + p.marks.h - p.curves.y};
    ui_area_result io = build_area(a, touch);
    drag(a, &p, &io);

    clock_curves_look look = {.plot = p.curves, .lane = p.lane, .line = line, .theme = t};
    clock_curves_draw(&a->chrome.curves, &look, ui_draw(u));
    draw_axis(a, &p, line);
    draw_ticks(a, &p, line);
    if (p.names.h > 0.0f)
        draw_names(a, &p);
    if (p.gutter > 0.0f)
        draw_lane_name(a, &p, r.x);
    if (p.note.h > 0.0f)
        ui_line(u, p.note, note_text(a, p.note.w), TYPE_SMALL, TEXT_REGULAR, UI_RIGHT, t->quiet_ink);
    if (clock_is_idle(&a->session.view))
        draw_offer(a, &p, &io);
    else
        draw_moment(a, &p, &io);
    for (int s = 0; s < SIDE_COUNT; s++)
        if (a->session.view.pinned[s] && view_shows(&a->session.view, (side)s))
            draw_pin(a, &p, (side)s);
}
