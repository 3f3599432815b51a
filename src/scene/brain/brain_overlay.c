#include "scene/brain/brain_overlay.h"

#include "base/ease.h"
#include "scene/kit/badges.h"
#include "scene/kit/type.h"
#include "scene/kit/wrap.h"

#include <math.h>

static void centred(const scene_frame *f, const char *text, float x, float baseline, float px, colour ink)
{
    float w = wrap_width(f->text, text, px, TEXT_REGULAR);
    draw2d_text(f->draw, f->text, text, x - 0.5f * w, baseline, px, TEXT_REGULAR, ink);
}

static void number_text(const scene_frame *f, double value, int decimals, char *out, size_t capacity)
{
    message m = message_make("brain.number");
    message_number(&m, "value", value, decimals);
    words_format(f->words, &m, out, capacity);
}

// The upper half of the scale is what the words call engaged.
static void draw_engaged_range(const scene_frame *f, rect bar, float baseline)
{
    float small = type_small_px(f), notch = floorf(bar.x + 0.5f * bar.w);
    draw2d_box(f->draw, (rect){notch, bar.y, fmaxf(1.0f, floorf(1.5f * f->unit)), bar.h}, 0.0f,
               f->theme->ink);
    char half[32], full[32];
    number_text(f, 0.5, 1, half, sizeof half);
    number_text(f, 1.0, 0, full, sizeof full);
    const char *text = words_get(f->words, "brain.bar.engaged");
    float from = bar.x + 0.5f * bar.w + 0.5f * wrap_width(f->text, half, small, TEXT_REGULAR);
    float to = bar.x + bar.w - wrap_width(f->text, full, small, TEXT_REGULAR);
    float width = wrap_width(f->text, text, small, TEXT_REGULAR), middle = 0.5f * (from + to);
    if (width + 0.8f * small >= to - from)
        return;
    centred(f, text, middle, baseline, small, f->theme->ink);
    // Ruled to both numbers, so that the word is read as what lies between them.
    float reach = 0.5f * (to - from - width) - 0.6f * small, y = floorf(baseline - 0.34f * small);
    if (reach < 0.25f * small)
        return;
    colour rule = colour_alpha(f->theme->quiet_ink, 0.7f);
    float thin = fmaxf(1.0f, floorf(f->unit));
    draw2d_box(f->draw, (rect){from + 0.3f * small, y, reach, thin}, 0.0f, rule);
    draw2d_box(f->draw, (rect){to - 0.3f * small - reach, y, reach, thin}, 0.0f, rule);
}

void brain_draw_bar(const scene_frame *f, bool saturated)
{
    rect all = brain_bar_rect(f);
    float small = type_small_px(f), thick = fmaxf(10.0f * f->unit, 6.0f);
    badges_backing(f, rect_inset(all, -0.4f * small));
    const char *title = words_get(f->words, "brain.bar.title");
    float middle = all.x + 0.5f * all.w;
    centred(f, title, middle, all.y + 0.95f * small, small, f->theme->quiet_ink);

    rect bar = {all.x, all.y + 1.3f * small, all.w, thick};
    const colour *stops = theme_engagement_stops();
    float step = bar.w / (float)(THEME_ENGAGEMENT_STOPS - 1);
    for (int i = 0; i + 1 < THEME_ENGAGEMENT_STOPS; i++) {
        // Whole pixels, so that no seam shows between the pieces.
        float x0 = floorf(bar.x + (float)i * step), x1 = floorf(bar.x + (float)(i + 1) * step);
        draw2d_gradient(f->draw, (rect){x0, floorf(bar.y), x1 - x0, ceilf(bar.h)}, false, stops[i],
                        stops[i + 1]);
    }
    rect edge = {floorf(bar.x), floorf(bar.y), floorf(bar.w), ceilf(bar.h)};
    draw2d_frame(f->draw, edge, 0.0f, 1.0f, colour_alpha(f->theme->quiet_ink, 0.6f));

    static const double ticks[] = {0.0, 0.5, 1.0};
    float baseline = bar.y + bar.h + 1.05f * small;
    for (int i = 0; i < 3; i++) {
        char text[32];
        number_text(f, ticks[i], i == 1 ? 1 : 0, text, sizeof text);
        float w = wrap_width(f->text, text, small, TEXT_REGULAR);
        float x = bar.x + (float)ticks[i] * bar.w - (float)ticks[i] * w;
        draw2d_text(f->draw, f->text, text, x, baseline, small, TEXT_REGULAR, f->theme->quiet_ink);
    }
    draw_engaged_range(f, edge, baseline);
    if (!saturated)
        return;
    // As on a scientific colour bar: an arrow beyond the end for what the scale clips.
    float x = edge.x + edge.w + 0.25f * thick, h = edge.h;
    draw2d_triangle(f->draw, x, edge.y - 0.2f * h, x, edge.y + 1.2f * h, x + 1.2f * h, edge.y + 0.5f * h,
                    f->theme->ink);
    const char *text = words_get(f->words, "brain.bar.saturated");
    x += 1.2f * h + 0.3f * small;
    // Where the bar stands in the corner the arrow says it alone, and the description in words.
    if (x + wrap_width(f->text, text, small, TEXT_REGULAR) < f->stage.x + f->stage.w)
        draw2d_text(f->draw, f->text, text, x, edge.y + 0.5f * h + 0.35f * small, small, TEXT_REGULAR,
                    f->theme->ink);
}

// How far to the side an ear must lie, in skull radii, for its letter to stand beside the head.
static const float letter_turn = 0.48f;
// How far from the middle it then stands, in skull radii.
static const float letter_reach = 1.62f;

// A direction of the head on the screen: x right, y down, and how far it points to the viewer.
typedef struct seen {
    float x, y, depth;
} seen;

static seen see(const camera *c, float right, float front, float up)
{
    return (seen){c->right[0] * right + c->right[1] * front + c->right[2] * up,
                  -(c->up[0] * right + c->up[1] * front + c->up[2] * up),
                  c->toward[0] * right + c->toward[1] * front + c->toward[2] * up};
}

typedef struct head {
    const scene_frame *f;
    camera camera;
    float x, y, r; // centre and skull radius, px
    colour skull, part, line;
} head;

static void draw_nose(const head *h)
{
    seen tip = see(&h->camera, 0.0f, 1.42f, -0.16f), low = see(&h->camera, 0.0f, 0.88f, -0.46f);
    seen high = see(&h->camera, 0.0f, 0.96f, 0.26f);
    seen left = see(&h->camera, -0.30f, 0.93f, -0.2f), right = see(&h->camera, 0.30f, 0.93f, -0.2f);
    const seen *base[4] = {&left, &high, &right, &low};
    for (int i = 0; i < 4; i++) {
        const seen *a = base[i], *b = base[(i + 1) % 4];
        draw2d_triangle(h->f->draw, h->x + h->r * tip.x, h->y + h->r * tip.y, h->x + h->r * a->x,
                        h->y + h->r * a->y, h->x + h->r * b->x, h->y + h->r * b->y, h->part);
    }
}

static void draw_ear(const head *h, float side_of)
{
    for (int i = 0; i < 3; i++) {
        seen e = see(&h->camera, side_of * 1.03f, -0.05f, 0.14f - 0.14f * (float)i);
        draw2d_circle(h->f->draw, h->x + h->r * e.x, h->y + h->r * e.y, (0.2f - 0.03f * (float)i) * h->r,
                      h->part);
    }
}

static void put_letter(const head *h, const char *text, float x, float y, float alpha)
{
    float px = type_small_px(h->f), w = wrap_width(h->f->text, text, px, TEXT_SEMIBOLD);
    if (alpha > 0.0f)
        draw2d_text(h->f->draw, h->f->text, text, x - 0.5f * w, y + 0.36f * px, px, TEXT_SEMIBOLD,
                    colour_alpha(h->f->theme->ink, alpha));
}

// A letter stands outside its ear, or on the head when that ear faces the viewer. From one place to the other
// it fades within a few degrees, one coming as the other goes: at no angle is there none.
static void draw_letter(const head *h, float side_of, const char *id)
{
    const float fade = 0.04f; // skull radii
    seen at = see(&h->camera, side_of, 0.0f, 0.0f);
    float away = sqrtf(at.x * at.x + at.y * at.y), reach = letter_reach * h->r / fmaxf(away, 0.1f);
    float beside = (float)ease_in_out((double)((away - letter_turn + fade) / (2.0f * fade)));
    const char *text = words_get(h->f->words, id);
    put_letter(h, text, h->x + reach * at.x, h->y + reach * at.y, beside);
    if (at.depth > 0.0f)
        put_letter(h, text, h->x, h->y, 1.0f - beside);
}

void brain_draw_head(const scene_frame *f, side s)
{
    rect r = brain_head_rect(f, s);
    const theme *t = f->theme;
    colour base = colour_mix(t->stage, t->quiet_ink, t->light ? 0.32f : 0.38f);
    head h = {.f = f,
              .camera = brain_camera_window(f, s),
              .x = r.x + 0.5f * r.w,
              .y = r.y + 0.5f * r.h,
              .r = fmaxf((0.5f * r.w - 0.55f * type_small_px(f)) / letter_reach, 1.0f),
              .skull = base,
              .part = colour_mix(base, t->ink, 0.34f),
              .line = t->quiet_ink};
    bool nose_near = see(&h.camera, 0.0f, 1.0f, 0.0f).depth > 0.0f;
    bool right_near = see(&h.camera, 1.0f, 0.0f, 0.0f).depth > 0.0f;
    if (!nose_near)
        draw_nose(&h);
    draw_ear(&h, right_near ? -1.0f : 1.0f);
    draw2d_circle(f->draw, h.x, h.y, h.r, h.skull);
    seen ear = see(&h.camera, right_near ? 1.0f : -1.0f, 0.0f, 0.0f);
    if (sqrtf(ear.x * ear.x + ear.y * ear.y) >= letter_turn) // else the letter stands there
        draw_ear(&h, right_near ? 1.0f : -1.0f);
    if (nose_near)
        draw_nose(&h);
    draw_letter(&h, -1.0f, "brain.left");
    draw_letter(&h, 1.0f, "brain.right");
}
