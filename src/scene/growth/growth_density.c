#include "scene/growth/growth_density.h"

#include "scene/kit/type.h"
#include "scene/kit/wrap.h"
#include "view/view_clock.h"

#include <math.h>

typedef struct plot {
    const scene_frame *f;
    rect box;    // of the axes, px
    float px;    // of the words
    float foot;  // below the level without the drug, px
    float top;   // density at the upper end, common to both halves
    float right; // end of the room for words, px
} plot;

static float y_of(const plot *p, float density)
{
    float share = (density - 1.0f) / (p->top - 1.0f);
    return p->box.y + (p->box.h - p->foot) * (1.0f - fminf(fmaxf(share, 0.0f), 1.0f));
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

// The level without the drug, and how much a fifth more is.
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
                   colour_alpha(f->theme->quiet_ink, i ? 0.20f : 0.70f));
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

// A count goes in steps.
static void steps(const plot *p, const float values[GROWTH_POINTS], float thick, colour ink)
{
    float points[4 * GROWTH_POINTS];
    size_t count = 0;
    for (int i = 0; i < GROWTH_POINTS; i++) {
        float x = p->box.x + p->box.w * (float)i / (float)(GROWTH_POINTS - 1), y = y_of(p, values[i]);
        if (i > 0 && values[i] != values[i - 1]) {
            points[2 * count] = x;
            points[2 * count++ + 1] = y_of(p, values[i - 1]);
        }
        if (i == 0 || i == GROWTH_POINTS - 1 || values[i] != values[i - 1]) {
            points[2 * count] = x;
            points[2 * count++ + 1] = y;
        }
    }
    draw2d_polyline(p->f->draw, points, count, thick, ink);
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

// The moment, as on the clock.
static void moment_line(const plot *p, side s)
{
    const scene_frame *f = p->f;
    float x = x_of(p, view_moment_min(f->view, s));
    draw2d_box(f->draw, (rect){floorf(x), p->box.y, fmaxf(1.0f, f->unit), p->box.h}, 0.0f,
               colour_alpha(f->theme->ink, 0.55f));
}

typedef enum sample_kind { SAMPLE_AVERAGE, SAMPLE_STRETCH, SAMPLE_BAND, SAMPLES } sample_kind;

static float average_px(const scene_frame *f)
{
    return fmaxf(1.5f, 3.2f * f->unit);
}

static float stretch_px(const scene_frame *f)
{
    return fmaxf(1.0f, 1.6f * f->unit);
}

static colour stretch_ink(const scene_frame *f)
{
    return colour_alpha(f->theme->ink, 0.75f);
}

static colour band_ink(const scene_frame *f, side s)
{
    return colour_alpha(f->theme->side[s], f->theme->light ? 0.20f : 0.26f);
}

// A piece of what is drawn, before its name.
static void draw_sample(const plot *p, sample_kind which, side s, rect r)
{
    const scene_frame *f = p->f;
    float y = r.y + 0.5f * r.h, third = r.w / 3.0f;
    const float step[] = {r.x,         y + 0.2f * r.h, r.x + third, y + 0.2f * r.h,
                          r.x + third, y - 0.2f * r.h, r.x + r.w,   y - 0.2f * r.h};
    if (which == SAMPLE_AVERAGE)
        draw2d_line(f->draw, r.x, y, r.x + r.w, y, average_px(f), f->theme->side[s]);
    else if (which == SAMPLE_STRETCH)
        draw2d_polyline(f->draw, step, 4, stretch_px(f), stretch_ink(f));
    else
        draw2d_box(f->draw, (rect){r.x, y - 0.32f * r.h, r.w, 0.64f * r.h}, 0.15f * r.h, band_ink(f, s));
}

// The highest place of curve, band and stretch left of x, px.
static float highest(const plot *p, const growth_half *h, float x)
{
    float top = y_of(p, 1.0f);
    for (int i = 0; i < GROWTH_POINTS; i++)
        if (p->box.x + p->box.w * (float)i / (float)(GROWTH_POINTS - 1) <= x)
            top = fminf(top, y_of(p, fmaxf(h->average[i] + h->scatter[i], h->stretch[i])));
    return top;
}

// What is what: in the plot's quiet upper left, one below the other, as many as have room. Returns the place
// taken.
static rect key(const plot *p, const growth_half *h, side s)
{
    static const char *const ids[SAMPLES] = {"growth.density.average", "growth.density.stretch",
                                             "growth.density.scatter"};
    const scene_frame *f = p->f;
    float px = p->px, line = 1.22f * px, sample = 1.5f * px, y = p->box.y - 0.35f * px;
    rect taken = {p->box.x + 0.5f * px, y, 0.0f, 0.0f};
    for (int i = 0; i < SAMPLES; i++) {
        const char *text = words_get(f->words, ids[i]);
        float x = p->box.x + 0.5f * px,
              end = x + sample + 0.5f * px + wrap_width(f->text, text, px, TEXT_REGULAR);
        // Above all curves, and above the figure at the moment's dot.
        float floor_y = fminf(highest(p, h, end + 0.6f * px), highest(p, h, end - 0.5f * px) - 1.15f * px);
        if (y + line > floor_y || end > p->box.x + p->box.w)
            break;
        rect row = {x, y, end - x, line};
        draw2d_shadow(f->draw, row, 0.4f * px, 0.4f * px, colour_alpha(f->theme->stage, 0.9f));
        draw_sample(p, (sample_kind)i, s, (rect){x, y, sample, line});
        draw2d_text(f->draw, f->text, text, x + sample + 0.5f * px, y + 0.5f * line + 0.36f * px, px,
                    TEXT_REGULAR, f->theme->quiet_ink);
        y += line;
        taken.w = fmaxf(taken.w, row.w);
        taken.h += line;
    }
    return taken;
}

// Under its line.
static void name_without(const plot *p)
{
    const scene_frame *f = p->f;
    const char *text = words_get(f->words, "growth.density.without");
    float w = wrap_width(f->text, text, p->px, TEXT_REGULAR), y = y_of(p, 1.0f), x = p->box.x + 0.5f * p->px;
    if (p->foot < 1.2f * p->px || w > p->box.w)
        return;
    draw2d_shadow(f->draw, (rect){x, y + 0.3f * p->px, w, 0.7f * p->px}, 0.3f * p->px, 0.3f * p->px,
                  colour_alpha(f->theme->stage, 0.9f));
    draw2d_text(f->draw, f->text, text, x, y + 1.02f * p->px, p->px, TEXT_REGULAR, f->theme->quiet_ink);
}

// The average there. Its figure stands where the curve leaves room: before it, or behind a fall.
static void moment(const plot *p, const growth_half *h, side s, rect taken)
{
    const scene_frame *f = p->f;
    float x = x_of(p, view_moment_min(f->view, s)), y = y_of(p, (float)h->density);
    float r = fmaxf(3.0f, 6.0f * f->unit);
    draw2d_circle(f->draw, x, y, r + fmaxf(1.0f, 2.0f * f->unit), f->theme->stage);
    draw2d_circle(f->draw, x, y, r, f->theme->side[s]);
    char text[32];
    percent_text(f, h->density, text, sizeof text);
    float w = wrap_width(f->text, text, p->px, TEXT_SEMIBOLD), left = x + 1.6f * r, before = x - 1.6f * r - w;
    float base = fmaxf(y - 0.32f * p->px, p->box.y + 0.75f * p->px),
          level = fminf(y + 0.36f * p->px, y_of(p, 1.0f) - 0.25f * p->px);
    rect there =
        rect_intersect((rect){before, level - 0.85f * p->px, w, p->px}, rect_inset(taken, -0.2f * p->px));
    int next = (int)ceilf((x - p->box.x) / p->box.w * (float)(GROWTH_POINTS - 1)) + 1;
    bool falls = next < GROWTH_POINTS && h->average[next] < (float)h->density - 0.0005f;
    bool free_before = before >= p->box.x && (there.w <= 0.0f || there.h <= 0.0f);
    if (!falls && free_before) {
        left = before;
        base = level;
    } else if (left + w > p->right) {
        left = before;
    }
    draw2d_shadow(f->draw, (rect){left, base - 0.8f * p->px, w, p->px}, 0.4f * p->px, 0.5f * p->px,
                  colour_alpha(f->theme->stage, 0.8f));
    draw2d_text(f->draw, f->text, text, left, base, p->px, TEXT_SEMIBOLD, f->theme->side_text[s]);
}

void growth_draw_density(const growth *g, const scene_frame *f, side s, rect r)
{
    if (r.w <= 0.0f)
        return;
    const growth_half *h = &g->state.half[s];
    float px = type_small_px(f);
    char widest[32];
    percent_text(f, 1.0, widest, sizeof widest);
    float number = wrap_width(f->text, widest, px, TEXT_SEMIBOLD), gutter = number + 0.5f * px,
          height = r.h - 3.1f * px;
    // Room for the figure behind the curve's end, in plots that can spare it.
    float behind = r.w > 16.0f * px ? number + 0.4f * px : 0.0f;
    plot p = {.f = f,
              .box = {r.x + gutter, r.y + 1.55f * px, r.w - gutter - behind, height},
              .px = px,
              .foot = height > 3.0f * px ? 1.25f * px : 0.2f * px,
              .top = g->state.top,
              .right = r.x + r.w};
    draw2d_text(f->draw, f->text, words_get(f->words, "growth.density.title"), r.x, r.y + 0.95f * px, px,
                TEXT_MEDIUM, f->theme->ink);
    if (p.box.h < 0.8f * px)
        return;
    level_lines(&p);
    clock_marks(&p);
    moment_line(&p, s);
    name_without(&p);
    band(&p, h, band_ink(f, s));
    steps(&p, h->stretch, stretch_px(f), stretch_ink(f));
    curve(&p, h->average, average_px(f), f->theme->side[s]);
    rect taken = key(&p, h, s);
    moment(&p, h, s, taken);
}
