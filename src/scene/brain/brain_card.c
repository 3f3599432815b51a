#include "scene/brain/brain_card.h"

#include "view/view_clock.h"

#include <math.h>
#include <stdio.h>

static const char *const side_name[SIDE_COUNT] = {"side.ssri", "side.ketamine"};
enum { TRACE_POINTS = 160 };

static double level_now(const scene_frame *f, side s, atlas_region_id region, double t_min)
{
    return treatment_engagement_node(f->treatment, s, t_min, atlas_node_of(region, ATLAS_LEFT));
}

static void level_row(card_pen *p, side s, atlas_region_id region, float name_w, float number_w)
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

static void levels(card_pen *p, atlas_region_id region)
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
static void trace_marks(const card_pen *p, rect plot)
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

static void trace_curve(const card_pen *p, rect plot, side s, atlas_region_id region, float top)
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

static void trace(card_pen *p, atlas_region_id region, float height)
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

// Forms of the body: a trace, a lower trace, none. Design units.
static const float trace_units[] = {112.0f, 90.0f, 0.0f};
enum { TRACE_FORMS = sizeof trace_units / sizeof trace_units[0] };

static void body(card_pen *p, const void *user, int form)
{
    const brain_card *b = user;
    const scene_frame *f = p->f;
    bool pinned = f->view->pinned[SIDE_SSRI] || f->view->pinned[SIDE_KETAMINE];
    card_paragraph(p, words_get(f->words, pinned ? "brain.card.shown" : "brain.card.now"), p->text,
                   f->theme->quiet_ink);
    levels(p, b->region);
    float height = b->trace ? trace_units[form] * f->unit * fmaxf(1.0f, 0.8f * f->text_scale) : 0.0f;
    if (height > 0.0f) {
        p->y += p->gap;
        trace(p, b->region, fmaxf(height, 60.0f));
    }
}

card_def brain_card_def(const scene_frame *f, const brain_card *b)
{
    char name[64], what[64];
    const char *region = atlas_region_get(b->region)->id;
    snprintf(name, sizeof name, "region.%s.name", region);
    snprintf(what, sizeof what, "region.%s.what", region);
    return (card_def){.title = words_get_or(f->words, name, region),
                      .what = words_get_or(f->words, what, region),
                      .body = body,
                      .user = b,
                      .body_forms = b->trace ? TRACE_FORMS : 1};
}
