#include "scene/growth_plots.h"
#include "scene/wrap.h"

#include <math.h>

// Relative to before the dose; the top of the axis is common to both halves.
static const float low = 0.85f;

typedef struct plot {
    const scene_frame *f;
    rect box;  // of the axes, px
    float px;  // of the words
    float top; // density at the upper end
} plot;

static float y_of(const plot *p, float density)
{
    float share = (density - low) / (p->top - low);
    return p->box.y + p->box.h * (1.0f - fminf(fmaxf(share, 0.0f), 1.0f));
}

static float x_of(const plot *p, double t_min)
{
    return p->box.x + (float)view_axis_of_time(t_min) * p->box.w;
}

static void percent_text(const scene_frame *f, double share, char *out, size_t capacity)
{
    message m = message_make("growth.percent");
    message_number(&m, "percent", 100.0 * share, 0);
    words_format(f->words, &m, out, capacity);
}

// The level before the dose, and how much a fifth more is.
static void level_lines(const plot *p)
{
    const scene_frame *f = p->f;
    static const float levels[] = {1.0f, 1.2f};
    float last = p->box.y + p->box.h + p->px;
    for (int i = 0; i < 2; i++) {
        char text[32];
        percent_text(f, (double)levels[i], text, sizeof text);
        float y = floorf(y_of(p, levels[i])), w = wrap_width(f->text, text, p->px, TEXT_REGULAR);
        draw2d_box(f->draw, (rect){p->box.x, y, p->box.w, 1.0f}, 0.0f,
                   colour_alpha(f->theme->quiet_ink, i ? 0.20f : 0.50f));
        if (last - y < 1.25f * p->px)
            continue;
        draw2d_text(f->draw, f->text, text, p->box.x - w - 0.4f * p->px, y + 0.36f * p->px, p->px,
                    TEXT_REGULAR, f->theme->quiet_ink);
        last = y;
    }
}

// The clock's marks under the plot, as many as stand without touching.
static void clock_marks(const plot *p)
{
    const scene_frame *f = p->f;
    int count = 0;
    const view_mark *marks = view_marks(&count);
    float last = -INFINITY, bottom = floorf(p->box.y + p->box.h);
    draw2d_box(f->draw, (rect){p->box.x, bottom, p->box.w, 1.0f}, 0.0f,
               colour_alpha(f->theme->quiet_ink, 0.5f));
    for (int i = 0; i < count; i++) {
        const char *word = words_get(f->words, marks[i].word);
        float w = wrap_width(f->text, word, p->px, TEXT_REGULAR), x = x_of(p, marks[i].t_min);
        float left = fminf(fmaxf(x - 0.5f * w, p->box.x), p->box.x + p->box.w - w);
        if (left < last + 0.5f * p->px)
            continue;
        draw2d_box(f->draw, (rect){floorf(x), bottom, 1.0f, 0.25f * p->px}, 0.0f,
                   colour_alpha(f->theme->quiet_ink, 0.7f));
        draw2d_text(f->draw, f->text, word, left, bottom + 1.2f * p->px, p->px, TEXT_REGULAR,
                    f->theme->quiet_ink);
        last = left + w;
    }
}

static void band(const plot *p, const growth_half *h, colour fill)
{
    for (int i = 0; i + 1 < GROWTH_POINTS; i++) {
        float x[2], top[2], bottom[2];
        for (int k = 0; k < 2; k++) {
            x[k] = p->box.x + p->box.w * (float)(i + k) / (float)(GROWTH_POINTS - 1);
            top[k] = y_of(p, h->average[i + k] + h->scatter[i + k]);
            bottom[k] = y_of(p, h->average[i + k] - h->scatter[i + k]);
        }
        // Whole pixels, so that no seam shows between the pieces.
        float left = floorf(x[0]), right = floorf(x[1]);
        if (right <= left)
            continue;
        float y0 = 0.5f * (top[0] + top[1]), y1 = 0.5f * (bottom[0] + bottom[1]);
        draw2d_box(p->f->draw, (rect){left, y0, right - left, y1 - y0}, 0.0f, fill);
    }
}

static void curve(const plot *p, const float values[GROWTH_POINTS], float thick, colour ink)
{
    float points[2 * GROWTH_POINTS];
    for (int i = 0; i < GROWTH_POINTS; i++) {
        points[2 * i] = p->box.x + p->box.w * (float)i / (float)(GROWTH_POINTS - 1);
        points[2 * i + 1] = y_of(p, values[i]);
    }
    draw2d_polyline(p->f->draw, points, GROWTH_POINTS, thick, ink);
}

// The moment, as on the clock, and the average there.
static void moment(const plot *p, const growth_half *h, side s)
{
    const scene_frame *f = p->f;
    float x = x_of(p, view_moment_min(f->view, s)), y = y_of(p, (float)h->density);
    draw2d_box(f->draw, (rect){floorf(x), p->box.y, fmaxf(1.0f, f->unit), p->box.h}, 0.0f,
               colour_alpha(f->theme->ink, 0.55f));
    float r = fmaxf(3.0f, 6.0f * f->unit);
    draw2d_circle(f->draw, x, y, r + fmaxf(1.0f, 2.0f * f->unit), f->theme->stage);
    draw2d_circle(f->draw, x, y, r, f->theme->side[s]);
    char text[32];
    percent_text(f, h->density, text, sizeof text);
    float w = wrap_width(f->text, text, p->px, TEXT_SEMIBOLD), left = x + 1.6f * r;
    if (left + w > p->box.x + p->box.w)
        left = x - 1.6f * r - w;
    float base = fmaxf(y - 0.55f * p->px, p->box.y + 0.75f * p->px);
    draw2d_shadow(f->draw, (rect){left, base - 0.8f * p->px, w, p->px}, 0.4f * p->px, 0.5f * p->px,
                  colour_alpha(f->theme->stage, 0.8f));
    draw2d_text(f->draw, f->text, text, left, base, p->px, TEXT_SEMIBOLD, f->theme->side_text[s]);
}

// What the band is, below the curve on its quiet left part.
static void name_band(const plot *p, side s)
{
    const scene_frame *f = p->f;
    const char *text = words_get(f->words, "growth.density.scatter");
    float w = wrap_width(f->text, text, p->px, TEXT_REGULAR), base = p->box.y + p->box.h - 0.35f * p->px;
    if (w + 1.8f * p->px > 0.76f * p->box.w || base - 0.9f * p->px < y_of(p, 1.0f))
        return;
    draw2d_box(f->draw, (rect){p->box.x + 0.3f * p->px, base - 0.64f * p->px, 0.9f * p->px, 0.62f * p->px},
               0.15f * p->px, colour_alpha(f->theme->side[s], 0.30f));
    draw2d_text(f->draw, f->text, text, p->box.x + 1.5f * p->px, base, p->px, TEXT_REGULAR,
                f->theme->quiet_ink);
}

static void title(const plot *p, rect r)
{
    const scene_frame *f = p->f;
    const char *name = words_get(f->words, "growth.density.title"),
               *unit = words_get(f->words, "growth.density.before");
    float base = r.y + 0.95f * p->px, w = wrap_width(f->text, name, p->px, TEXT_MEDIUM) + 0.7f * p->px;
    draw2d_text(f->draw, f->text, name, r.x, base, p->px, TEXT_MEDIUM, f->theme->ink);
    if (w + wrap_width(f->text, unit, p->px, TEXT_REGULAR) <= r.w)
        draw2d_text(f->draw, f->text, unit, r.x + w, base, p->px, TEXT_REGULAR, f->theme->quiet_ink);
}

void growth_draw_density(const growth *g, const scene_frame *f, side s, rect r)
{
    if (r.w <= 0.0f)
        return;
    const growth_half *h = &g->state.half[s];
    float px = growth_small_px(f);
    char widest[32];
    percent_text(f, 1.0, widest, sizeof widest);
    float gutter = wrap_width(f->text, widest, px, TEXT_REGULAR) + 0.5f * px;
    plot p = {f, {r.x + gutter, r.y + 1.55f * px, r.w - gutter, r.h - 3.1f * px}, px, g->state.top};
    title(&p, r);
    if (p.box.h < 0.8f * px)
        return;
    level_lines(&p);
    clock_marks(&p);
    name_band(&p, s);
    band(&p, h, colour_alpha(f->theme->side[s], f->theme->light ? 0.16f : 0.20f));
    curve(&p, h->stretch, fmaxf(1.0f, 1.2f * f->unit), colour_alpha(f->theme->ink, 0.40f));
    curve(&p, h->average, fmaxf(1.5f, 3.2f * f->unit), f->theme->side[s]);
    moment(&p, h, s);
}
