#include "scene/kit/traces.h"

#include "base/ease.h"
#include "scene/kit/type.h"
#include "scene/kit/wrap.h"
#include "ui/typeset.h"

#include <math.h>

typedef struct pen {
    const scene_frame *f;
    const traces_plot *plot;
    rect area;  // of the curves, px
    float px;   // type
    float thin; // line, px
} pen;

static int most_that_fit(const scene_frame *f, rect strip, int wanted)
{
    float small = type_small_px(f);
    if (strip.h < 4.2f * small)
        return 0;
    int room = (int)(strip.w / (9.5f * small));
    return room < wanted ? room : wanted;
}

static float height_of(const pen *p, float value)
{
    float share = (value - p->plot->low) / (p->plot->high - p->plot->low);
    return p->area.y + p->area.h * (1.0f - clampf(share, 0.0f, 1.0f));
}

static float place_of(const pen *p, int i, int count)
{
    return p->area.x + p->area.w * (float)i / (float)(count - 1);
}

static void draw_line(const pen *p, const traces_curve *c)
{
    float points[2 * TRACES_POINTS];
    for (int i = 0; i < c->count; i++) {
        points[2 * i] = place_of(p, i, c->count);
        points[2 * i + 1] = height_of(p, c->values[i]);
    }
    draw2d_polyline(p->f->draw, points, (size_t)c->count, fmaxf(1.5f, 2.6f * p->f->unit), c->ink);
}

// Broken into dashes of equal time. Where the curve runs with it, it is seen on the curve: its dashes have an
// edge of the stage's colour.
static void draw_reference(const pen *p, const traces_curve *c)
{
    const theme *t = p->f->theme;
    int dash = c->count / 40 > 1 ? c->count / 40 : 1;
    for (int i = 0; i + dash < c->count; i += 2 * dash) {
        float points[2 * TRACES_POINTS];
        int n = 0;
        for (int k = i; k <= i + dash; k++, n++) {
            points[2 * n] = place_of(p, k, c->count);
            points[2 * n + 1] = height_of(p, c->reference[k]);
        }
        draw2d_polyline(p->f->draw, points, (size_t)n, 2.6f * p->thin, t->stage);
        draw2d_polyline(p->f->draw, points, (size_t)n, 1.2f * p->thin, colour_mix(c->ink, t->ink, 0.6f));
    }
}

static void draw_marks(const pen *p)
{
    const theme *t = p->f->theme;
    float size = 0.32f * p->px;
    for (int i = 0; i < p->plot->mark_count; i++) {
        float x = p->area.x + p->plot->marks[i] * p->area.w, y = p->area.y + p->area.h;
        draw2d_line(p->f->draw, x, p->area.y, x, y, p->thin, colour_alpha(t->quiet_ink, 0.45f));
        draw2d_triangle(p->f->draw, x - 0.6f * size, y + size, x, y, x + 0.6f * size, y + size, t->quiet_ink);
    }
}

static float mean_of(const traces_curve *c)
{
    float sum = 0.0f;
    for (int i = 0; i < c->count; i++)
        sum += c->values[i];
    return sum / (float)c->count;
}

// Names stand right of the curves' ends, each tied to its own by a line of its colour; in the order of the
// curves' means, so that they do not change places with every wave.
static void draw_names(const pen *p, float x, float width)
{
    float at[TRACES_CURVES];
    int order[TRACES_CURVES], n = 0;
    for (int i = 0; i < p->plot->curve_count; i++) {
        const traces_curve *c = &p->plot->curves[i];
        if (!c->name || c->count < 2)
            continue;
        at[i] = height_of(p, mean_of(c));
        int k = n++;
        for (; k > 0 && at[order[k - 1]] > at[i]; k--)
            order[k] = order[k - 1];
        order[k] = i;
    }
    float step = 1.15f * p->px, low = p->area.y + p->area.h - 0.2f * p->px;
    for (int k = n - 1; k >= 0; k--) {
        float most = k == n - 1 ? low : at[order[k + 1]] - step;
        at[order[k]] = fminf(at[order[k]], most);
    }
    for (int k = 0; k < n; k++) {
        float least = k == 0 ? p->area.y + 0.3f * p->px : at[order[k - 1]] + step;
        at[order[k]] = fmaxf(at[order[k]], least);
        const traces_curve *c = &p->plot->curves[order[k]];
        typeset set = {.draw = p->f->draw, .text = p->f->text};
        draw2d_line(p->f->draw, p->area.x + p->area.w, height_of(p, c->values[c->count - 1]),
                    x - 0.15f * p->px, at[order[k]], p->thin, c->ink);
        typeset_line(&set, (rect){x, at[order[k]] - 0.6f * p->px, width, 1.2f * p->px}, c->name, p->px,
                     TEXT_MEDIUM, UI_LEFT, c->text);
    }
}

static float names_width(const scene_frame *f, const traces_plot *plot, float px)
{
    float w = 0.0f;
    for (int i = 0; i < plot->curve_count; i++)
        if (plot->curves[i].name)
            w = fmaxf(w, wrap_width(f->text, plot->curves[i].name, px, TEXT_MEDIUM));
    return w;
}

static void draw_plot(const scene_frame *f, rect r, const traces_plot *plot, float title_px)
{
    const theme *t = f->theme;
    float px = type_small_px(f), tick = fmaxf(12.0f, 0.82f * px), pad = 0.35f * px;
    typeset set = {.draw = f->draw, .text = f->text};
    typeset_line(&set, (rect){r.x, r.y, r.w, 1.25f * px}, plot->head.title, title_px, TEXT_REGULAR, UI_LEFT,
                 t->quiet_ink);
    float ticks = fmaxf(wrap_width(f->text, plot->low_text, tick, TEXT_REGULAR),
                        wrap_width(f->text, plot->high_text, tick, TEXT_REGULAR));
    float names = names_width(f, plot, px);
    if (names > 0.36f * r.w)
        names = 0.0f;
    const float tie = 0.7f * px; // room for the lines to the names
    float left = r.x + ticks + pad, right = r.x + r.w - (names > 0.0f ? names + tie : 0.0f);
    pen p = {.f = f,
             .plot = plot,
             .area = {left, r.y + 1.3f * px + 0.6f * tick, right - left, r.h - 1.8f * px - 0.6f * tick},
             .px = px,
             .thin = fmaxf(1.0f, 1.4f * f->unit)};
    if (p.area.w < 2.0f * px || p.area.h < 0.8f * px)
        return;
    for (int i = 0; i < plot->quick_count; i++) {
        float x0 = p.area.x + plot->quick[i].from * p.area.w, x1 = p.area.x + plot->quick[i].to * p.area.w;
        draw2d_box(f->draw, (rect){x0, p.area.y, x1 - x0, p.area.h}, 0.0f, colour_alpha(t->quiet_ink, 0.13f));
    }
    colour axis = colour_alpha(t->quiet_ink, 0.55f);
    draw2d_box(f->draw, (rect){p.area.x, floorf(p.area.y + p.area.h), p.area.w, 1.0f}, 0.0f, axis);
    draw2d_box(f->draw, (rect){floorf(p.area.x), p.area.y, 1.0f, p.area.h}, 0.0f, axis);
    typeset_line(&set, (rect){r.x, p.area.y - 0.55f * tick, ticks, 1.2f * tick}, plot->high_text, tick,
                 TEXT_REGULAR, UI_RIGHT, t->quiet_ink);
    typeset_line(&set, (rect){r.x, p.area.y + p.area.h - 0.7f * tick, ticks, 1.2f * tick}, plot->low_text,
                 tick, TEXT_REGULAR, UI_RIGHT, t->quiet_ink);
    draw_marks(&p);
    for (int i = 0; i < plot->curve_count; i++)
        if (plot->curves[i].count >= 2)
            draw_line(&p, &plot->curves[i]);
    for (int i = 0; i < plot->curve_count; i++)
        if (plot->curves[i].count >= 2)
            draw_reference(&p, &plot->curves[i]);
    if (names > 0.0f)
        draw_names(&p, right + tie, names);
}

static float inset_px(const scene_frame *f)
{
    return fmaxf(8.0f, 18.0f * f->unit);
}

static float gap_px(const scene_frame *f)
{
    return fmaxf(10.0f, 26.0f * f->unit);
}

// Width of one of the first `shown` plots.
static float plot_width(const scene_frame *f, rect strip, const traces_head *heads, int shown, int which)
{
    float all = 0.0f;
    for (int i = 0; i < shown; i++)
        all += heads[i].share;
    float room = strip.w - 2.0f * inset_px(f) - gap_px(f) * (float)(shown - 1);
    return all > 0.0f ? room * heads[which].share / all : 0.0f;
}

// As many plots as have their titles whole.
static int most_with_titles(const scene_frame *f, rect strip, const traces_head *heads, int count)
{
    int shown = most_that_fit(f, strip, count < TRACES_PLOTS ? count : TRACES_PLOTS);
    for (; shown > 1; shown--) {
        bool whole = true;
        for (int i = 0; i < shown && whole; i++)
            whole = wrap_width(f->text, heads[i].title, TYPESET_FLOOR_PX, TEXT_REGULAR) <=
                    plot_width(f, strip, heads, shown, i);
        if (whole)
            break;
    }
    return shown;
}

float traces_title_px(const scene_frame *f, rect strip, const traces_head *heads, int count)
{
    int shown = most_with_titles(f, strip, heads, count);
    float px = type_small_px(f);
    for (int i = 0; i < shown; i++) {
        float w = wrap_width(f->text, heads[i].title, type_small_px(f), TEXT_REGULAR),
              room = plot_width(f, strip, heads, shown, i);
        px = fminf(px, w > room ? floorf(type_small_px(f) * room / w) : px);
    }
    return fmaxf(px, TYPESET_FLOOR_PX);
}

// One sign and its meaning; returns the place after it.
static float legend_item(const scene_frame *f, float x, float y, float px, int sign, const char *text)
{
    const theme *t = f->theme;
    float mid = y + 0.62f * px, size = 0.32f * px, thin = fmaxf(1.0f, 1.4f * f->unit);
    if (sign == 0) {
        draw2d_triangle(f->draw, x, mid + 0.6f * size, x + 0.6f * size, mid - 0.6f * size, x + 1.2f * size,
                        mid + 0.6f * size, t->quiet_ink);
        x += 1.2f * size;
    } else if (sign == 1) {
        for (int i = 0; i < 2; i++, x += 0.8f * px)
            draw2d_line(f->draw, x, mid, x + 0.5f * px, mid, 1.2f * thin, t->ink);
        x -= 0.3f * px;
    } else {
        draw2d_box(f->draw, (rect){x, mid - 0.4f * px, 0.7f * px, 0.8f * px}, 0.0f,
                   colour_alpha(t->quiet_ink, 0.22f));
        x += 0.7f * px;
    }
    x += 0.35f * px;
    draw2d_text(f->draw, f->text, text, x, y + px, px, TEXT_REGULAR, t->quiet_ink);
    return x + wrap_width(f->text, text, px, TEXT_REGULAR) + 1.0f * px;
}

// Height that the legend takes; 0 where there is no room for it.
static float draw_legend(const scene_frame *f, rect strip, float inset, const traces_legend *legend)
{
    const char *texts[3] = {legend->mark, legend->reference, legend->quick};
    float px = fmaxf(12.0f, 0.82f * type_small_px(f)), width = 0.0f;
    for (int i = 0; i < 3; i++)
        width += texts[i] ? wrap_width(f->text, texts[i], px, TEXT_REGULAR) + 3.0f * px : 0.0f;
    if (strip.h < 6.4f * type_small_px(f) || width > strip.w - 2.0f * inset)
        return 0.0f;
    float x = strip.x + inset, y = strip.y + strip.h - 1.5f * px;
    for (int i = 0; i < 3; i++)
        if (texts[i])
            x = legend_item(f, x, y, px, i, texts[i]);
    return 1.35f * px;
}

void traces_draw(const scene_frame *f, rect strip, const traces_plot *plots, int count,
                 const traces_legend *legend, float title_px)
{
    traces_head heads[TRACES_PLOTS];
    for (int i = 0; i < count && i < TRACES_PLOTS; i++)
        heads[i] = plots[i].head;
    int shown = most_with_titles(f, strip, heads, count);
    float inset = inset_px(f), x = strip.x + inset;
    float foot = shown > 0 ? draw_legend(f, strip, inset, legend) : 0.0f;
    for (int i = 0; i < shown; i++) {
        rect r = {x, strip.y + 0.35f * inset, plot_width(f, strip, heads, shown, i),
                  strip.h - 0.6f * inset - foot};
        draw_plot(f, r, &plots[i], title_px);
        x += r.w + gap_px(f);
    }
}
