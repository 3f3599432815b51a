#include "scene/brain_card.h"

#include "scene/wrap.h"

#include <math.h>
#include <stdio.h>

static const char *const side_name[SIDE_COUNT] = {"side.ssri", "side.ketamine"};
enum { TRACE_POINTS = 160 };

// Measures and draws with the same code, so that what was found to fit is what is drawn.
typedef struct pen {
    const scene_frame *f;
    bool draw;
    float x, y, width; // px
    wrap_style title, text;
    float gap;
} pen;

static float type_px(const scene_frame *f, type_role role, float shrink)
{
    return fmaxf(12.0f, shrink * theme_type_px(role, f->unit, f->text_scale));
}

static double level_now(const scene_frame *f, side s, atlas_region_id region, double t_min)
{
    return treatment_engagement_node(f->treatment, s, t_min, atlas_node_of(region, ATLAS_LEFT));
}

static void paragraph(pen *p, const char *text, wrap_style style, colour ink)
{
    if (p->draw)
        wrap_draw(p->f->draw, p->f->text, text, p->x, p->y, p->width, style, ink);
    p->y += wrap_height(p->f->text, text, p->width, style);
}

static void level_row(pen *p, side s, atlas_region_id region, float name_w, float number_w)
{
    const scene_frame *f = p->f;
    float px = p->text.px, height = p->text.line * px;
    if (p->draw) {
        double x = level_now(f, s, region, view_moment_min(f->view, s));
        char number[32];
        message m = message_make("brain.number");
        message_number(&m, "value", x, 2);
        words_format(f->words, &m, number, sizeof number);
        float base = p->y + 0.5f * height + 0.36f * px;
        draw2d_text(f->draw, f->text, words_get(f->words, side_name[s]), p->x, base, px, TEXT_MEDIUM,
                    f->theme->side_text[s]);
        float w = wrap_width(f->text, number, px, TEXT_SEMIBOLD);
        draw2d_text(f->draw, f->text, number, p->x + p->width - w, base, px, TEXT_SEMIBOLD, f->theme->ink);

        float thick = fmaxf(4.0f, 0.42f * px);
        rect track = {p->x + name_w + p->gap, p->y + 0.5f * (height - thick),
                      p->width - name_w - number_w - 2.0f * p->gap, thick};
        draw2d_box(f->draw, track, 0.5f * thick, f->theme->field);
        rect fill = track;
        fill.w = fmaxf(thick, track.w * (float)fmin(x, 1.0));
        if (x >= 0.005) // what is said as 0.00 has no bar
            draw2d_box(f->draw, fill, 0.5f * thick, f->theme->side[s]);
        if (f->theme->card_rule.a > 0.0f)
            draw2d_frame(f->draw, track, 0.5f * thick, 1.0f, f->theme->card_rule);
    }
    p->y += height;
}

static void levels(pen *p, atlas_region_id region)
{
    const scene_frame *f = p->f;
    float name_w = 0.0f;
    for (int s = 0; s < SIDE_COUNT; s++)
        name_w =
            fmaxf(name_w, wrap_width(f->text, words_get(f->words, side_name[s]), p->text.px, TEXT_MEDIUM));
    float number_w = wrap_width(f->text, "0.00", p->text.px, TEXT_SEMIBOLD);
    for (int s = 0; s < SIDE_COUNT; s++)
        if (view_shows(f->view, (side)s))
            level_row(p, (side)s, region, name_w, number_w);
}

// The clock's marks under the trace, as many as stand without touching.
static void trace_marks(const pen *p, rect plot)
{
    const scene_frame *f = p->f;
    int count = 0;
    const view_mark *marks = view_marks(&count);
    float px = fmaxf(12.0f, 0.86f * p->text.px), last = -INFINITY;
    for (int i = 0; i < count; i++) {
        const char *word = words_get(f->words, marks[i].word);
        float w = wrap_width(f->text, word, px, TEXT_REGULAR);
        float x = plot.x + (float)view_axis_of_time(marks[i].t_min) * plot.w;
        float left = fminf(fmaxf(x - 0.5f * w, plot.x), plot.x + plot.w - w);
        if (left < last + 0.5f * px)
            continue;
        draw2d_box(f->draw, (rect){floorf(x), plot.y + plot.h, 1.0f, 0.25f * px}, 0.0f,
                   colour_alpha(f->theme->quiet_ink, 0.7f));
        draw2d_text(f->draw, f->text, word, left, plot.y + plot.h + 1.2f * px, px, TEXT_REGULAR,
                    f->theme->quiet_ink);
        last = left + w;
    }
}

static void trace_curve(const pen *p, rect plot, side s, atlas_region_id region, float top)
{
    const scene_frame *f = p->f;
    float points[2 * TRACE_POINTS];
    for (int i = 0; i < TRACE_POINTS; i++) {
        double axis = (double)i / (TRACE_POINTS - 1);
        double x = level_now(f, s, region, view_time_of_axis(axis));
        points[2 * i] = plot.x + (float)axis * plot.w;
        points[2 * i + 1] = plot.y + plot.h - plot.h * fminf((float)x / top, 1.0f);
    }
    float thick = fmaxf(1.5f, 3.0f * f->unit);
    draw2d_polyline(f->draw, points, TRACE_POINTS, thick, f->theme->side[s]);
}

static void trace(pen *p, atlas_region_id region, float height)
{
    const scene_frame *f = p->f;
    float foot = 1.5f * fmaxf(12.0f, 0.86f * p->text.px);
    rect plot = {p->x, p->y, p->width, height - foot};
    p->y += height;
    if (!p->draw)
        return;
    colour line = colour_alpha(f->theme->quiet_ink, 0.45f);
    // The scale is the colour bar's; a level beyond it lifts the top, on both sides alike.
    double top = 1.0;
    for (int i = 0; i < TRACE_POINTS; i++)
        for (int s = 0; s < SIDE_COUNT; s++)
            top = fmax(top, level_now(f, (side)s, region, view_time_of_axis((double)i / (TRACE_POINTS - 1))));
    draw2d_box(f->draw, (rect){plot.x, floorf(plot.y + plot.h), plot.w, 1.0f}, 0.0f, line);
    float one = floorf(plot.y + plot.h - plot.h / (float)top);
    draw2d_box(f->draw, (rect){plot.x, one, plot.w, 1.0f}, 0.0f, colour_alpha(line, 0.4f));
    trace_marks(p, plot);
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (!view_shows(f->view, (side)s))
            continue;
        double t = view_moment_min(f->view, (side)s);
        float x = plot.x + (float)view_axis_of_time(t) * plot.w;
        draw2d_box(f->draw, (rect){floorf(x), plot.y, fmaxf(1.0f, f->unit), plot.h}, 0.0f,
                   colour_alpha(f->theme->side[s], 0.8f));
    }
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (!view_shows(f->view, (side)s))
            continue;
        trace_curve(p, plot, (side)s, region, (float)top);
        double t = view_moment_min(f->view, (side)s);
        float x = plot.x + (float)view_axis_of_time(t) * plot.w;
        float y = plot.y + plot.h - plot.h * (float)fmin(level_now(f, (side)s, region, t) / top, 1.0);
        float r = fmaxf(3.0f, 6.0f * f->unit);
        draw2d_circle(f->draw, x, y, r + fmaxf(1.0f, 2.0f * f->unit), f->theme->card);
        draw2d_circle(f->draw, x, y, r, f->theme->side[s]);
    }
}

static float pad_of(const scene_frame *f)
{
    return fmaxf(8.0f, 20.0f * f->unit);
}

// Runs through the card's content from its top left corner; returns the height with padding.
static float content(const scene_frame *f, const brain_card_def *def, const brain_card_form *form, bool draw)
{
    float pad = pad_of(f);
    pen p = {.f = f,
             .draw = draw,
             .x = form->where.x + pad,
             .y = form->where.y + 0.8f * pad,
             .width = form->where.w - 2.0f * pad,
             .title = {type_px(f, TYPE_LABEL, form->shrink), TEXT_SEMIBOLD, 1.2f},
             .text = {type_px(f, TYPE_SMALL, form->shrink), TEXT_REGULAR, 1.35f},
             .gap = fmaxf(6.0f, 12.0f * f->unit)};
    char id[64];
    const char *region = atlas_region_get(def->region)->id;
    snprintf(id, sizeof id, "region.%s.name", region);
    paragraph(&p, words_get(f->words, id), p.title, f->theme->ink);
    p.y += 0.25f * p.gap;
    snprintf(id, sizeof id, "region.%s.what", region);
    paragraph(&p, words_get(f->words, id), p.text, f->theme->quiet_ink);
    p.y += 0.6f * p.gap;
    paragraph(&p, words_get(f->words, "brain.card.now"), p.text, f->theme->quiet_ink);
    levels(&p, def->region);
    if (form->trace_h > 0.0f) {
        p.y += p.gap;
        trace(&p, def->region, form->trace_h);
    }
    return p.y + 0.8f * pad - form->where.y;
}

static float covered(rect a, rect b)
{
    rect both = rect_intersect(a, b);
    return b.w * b.h > 0.0f ? both.w * both.h / (b.w * b.h) : 0.0f;
}

// Nine places on the stage; the first of the cheapest.
static void place(const scene_frame *f, const brain_card_def *def, rect *r)
{
    static const float spots[9][2] = {{1.0f, 1.0f}, {0.0f, 1.0f}, {0.5f, 1.0f}, {1.0f, 0.0f}, {0.0f, 0.0f},
                                      {0.5f, 0.5f}, {0.5f, 0.0f}, {1.0f, 0.5f}, {0.0f, 0.5f}};
    float margin = pad_of(f), best_cost = INFINITY;
    rect best = *r;
    for (int i = 0; i < 9; i++) {
        rect at = *r;
        at.x = floorf(f->stage.x + margin + spots[i][0] * (f->stage.w - 2.0f * margin - r->w));
        at.y = floorf(f->stage.y + margin + spots[i][1] * (f->stage.h - 2.0f * margin - r->h));
        float cost = 0.12f * (float)i;
        for (int k = 0; k < def->avoid_count; k++)
            cost += def->avoid[k].weight * covered(at, def->avoid[k].where);
        if (cost < best_cost) {
            best_cost = cost;
            best = at;
        }
    }
    *r = best;
}

brain_card_form brain_card_find(const scene_frame *f, const brain_card_def *def)
{
    static const float shrinks[] = {1.0f, 0.85f, 0.7f, 0.5f};
    static const float widths[] = {430.0f, 560.0f, 760.0f, 1000.0f, 4000.0f}; // design units
    static const float shares[] = {0.62f, 1.0f};                              // of the stage's height
    static const float traces[] = {150.0f, 104.0f, 0.0f};                     // design units
    float margin = pad_of(f), u = f->unit * fmaxf(1.0f, 0.8f * f->text_scale);
    float most_w = f->stage.w - 2.0f * margin, most_h = f->stage.h - 2.0f * margin;
    brain_card_form form = {.shrink = 1.0f};
    for (int k = 0; k < 4; k++)
        for (int h = 0; h < 2; h++)
            for (int t = def->trace ? 0 : 2; t < 3; t++)
                for (int w = 0; w < 5; w++) {
                    // A wide card is only there to save height; half the stage is enough as long as it is not
                    // full.
                    float width = fminf(fmaxf(widths[w] * u, 220.0f), h == 0 ? 0.5f * f->stage.w : most_w);
                    form = (brain_card_form){.where = {0.0f, 0.0f, floorf(fminf(width, most_w)), 0.0f},
                                             .shrink = shrinks[k],
                                             .trace_h = fmaxf(traces[t] * u, t < 2 ? 60.0f : 0.0f)};
                    if (form.where.w < 60.0f)
                        continue;
                    form.where.h = ceilf(content(f, def, &form, false));
                    if (form.where.h > shares[h] * most_h)
                        continue;
                    place(f, def, &form.where);
                    return form;
                }
    return (brain_card_form){.shrink = 1.0f};
}

void brain_card_draw(const scene_frame *f, const brain_card_def *def, const brain_card_form *form)
{
    if (form->where.w <= 0.0f)
        return;
    const theme *t = f->theme;
    float radius = 12.0f * f->unit;
    rect r = form->where;
    if (t->card_rule.a <= 0.0f) {
        rect shadow = {r.x, r.y + 4.0f * f->unit, r.w, r.h};
        draw2d_shadow(f->draw, shadow, radius, 24.0f * f->unit,
                      (colour){0.0f, 0.0f, 0.0f, t->light ? 0.16f : 0.4f});
    }
    draw2d_box(f->draw, r, radius, t->card);
    if (t->card_rule.a > 0.0f)
        draw2d_frame(f->draw, r, radius, fmaxf(1.0f, t->card_rule_width * f->unit), t->card_rule);
    content(f, def, form, true);
}
