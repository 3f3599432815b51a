#include "scene/kit/badges.h"

#include "base/ease.h"
#include "scene/kit/wrap.h"
#include "view/view_clock.h"

#include <math.h>

static const char *const side_name[SIDE_COUNT] = {"side.ssri", "side.ketamine"};

// Design units.
static const float inset_units = 24.0f, pad_x_units = 12.0f, pad_y_units = 5.0f, gap_units = 8.0f;

typedef struct badge_metrics {
    float inset, pad_x, pad_y, gap; // px
    float mark;                     // size of the shape before the name, px
    wrap_style name, small;
} badge_metrics;

static badge_metrics metrics_of(const scene_frame *f)
{
    float u = f->unit;
    float label = theme_type_px(TYPE_LABEL, u, f->text_scale),
          small = theme_type_px(TYPE_SMALL, u, f->text_scale);
    return (badge_metrics){.inset = fmaxf(8.0f, inset_units * u),
                           .pad_x = fmaxf(6.0f, pad_x_units * u),
                           .pad_y = fmaxf(2.0f, pad_y_units * u),
                           .gap = fmaxf(4.0f, gap_units * u),
                           .mark = 0.52f * label,
                           .name = {label, TEXT_SEMIBOLD, 1.25f},
                           .small = {small, TEXT_REGULAR, 1.25f}};
}

void badges_backing(const scene_frame *f, rect r)
{
    float close = (float)ease_in_out((f->view->camera.zoom - 1.0) / 0.6);
    float soft = 0.4f * theme_type_px(TYPE_LABEL, f->unit, f->text_scale);
    if (close > 0.0f)
        draw2d_shadow(f->draw, r, soft, soft, colour_alpha(f->theme->stage, 0.8f * close));
}

// The treatment's own shape beside its colour: a plug for the SSRI, a triangle for ketamine.
static void draw_mark(const scene_frame *f, side s, float x, float y, float size)
{
    colour c = f->theme->side[s];
    if (s == SIDE_KETAMINE) {
        draw2d_triangle(f->draw, x, y + size, x + 0.5f * size, y, x + size, y + size, c);
        return;
    }
    draw2d_box(f->draw, (rect){x, y, size, 0.42f * size}, 0.16f * size, c);
    draw2d_box(f->draw, (rect){x + 0.3f * size, y, 0.4f * size, size}, 0.12f * size, c);
}

static float draw_name(const scene_frame *f, side s, const badge_metrics *m, float x, float y, float width,
                       bool draw, float *right)
{
    const char *name = words_get(f->words, side_name[s]);
    float indent = m->mark + m->gap;
    float room = fmaxf(width - indent, 1.0f);
    float used = wrap_widest(f->text, name, room, m->name) + indent;
    float height = wrap_height(f->text, name, room, m->name);
    *right = fmaxf(*right, x + used);
    if (draw) {
        badges_backing(f, (rect){x - 0.5f * m->gap, y, used + m->gap, height});
        draw_mark(f, s, x, y + 0.5f * (m->name.line * m->name.px - m->mark), m->mark);
        wrap_draw(f->draw, f->text, name, x + indent, y, room, m->name, f->theme->side_text[s]);
    }
    return height;
}

static float draw_badge(const scene_frame *f, side s, const badge *b, const badge_metrics *m, float x,
                        float y, float width, bool draw, float *right)
{
    float icon = b->icon == ICON_NONE ? 0.0f : m->small.px + 0.6f * m->gap;
    float room = fmaxf(width - 2.0f * m->pad_x - icon, 1.0f);
    float text_w = wrap_widest(f->text, b->text, room, m->small);
    float text_h = wrap_height(f->text, b->text, room, m->small);
    rect pill = {x, y, text_w + icon + 2.0f * m->pad_x, text_h + 2.0f * m->pad_y};
    *right = fmaxf(*right, x + pill.w);
    if (!draw)
        return pill.h;
    const theme *t = f->theme;
    float radius = fminf(0.5f * pill.h, 0.5f * (m->small.line * m->small.px + 2.0f * m->pad_y));
    colour ink = b->side_accent ? t->side_text[s] : t->quiet_ink;
    draw2d_box(f->draw, pill, radius, colour_alpha(t->card, 0.78f));
    if (t->card_rule.a > 0.0f)
        draw2d_frame(f->draw, pill, radius, fmaxf(1.0f, 0.5f * t->card_rule_width * f->unit), t->card_rule);
    else if (b->side_accent)
        draw2d_frame(f->draw, pill, radius, fmaxf(1.0f, 1.5f * f->unit), colour_alpha(t->side[s], 0.65f));
    if (icon > 0.0f)
        icon_draw(f->draw, b->icon,
                  (rect){pill.x + m->pad_x, pill.y + m->pad_y + 0.5f * (m->small.line - 1.0f) * m->small.px,
                         m->small.px, m->small.px},
                  ink);
    wrap_draw(f->draw, f->text, b->text, pill.x + m->pad_x + icon, pill.y + m->pad_y, room, m->small, ink);
    return pill.h;
}

// Beside the name when it fits there on one line, which leaves the picture below free.
static bool draw_beside(const scene_frame *f, side s, const badge *b, const badge_metrics *m, rect name,
                        float end, bool draw, float *right)
{
    float x = name.x + name.w + 1.5f * m->gap, reach = x;
    float line = m->small.line * m->small.px + 2.0f * m->pad_y;
    float height = draw_badge(f, s, b, m, x, 0.0f, end - x, false, &reach);
    if (reach > end || height > 1.5f * line)
        return false;
    draw_badge(f, s, b, m, x, name.y + 0.5f * (name.h - height), end - x, draw, &reach);
    *right = fmaxf(*right, reach);
    return true;
}

static rect corner(const scene_frame *f, side s, float width, const badge *badges, int count, bool draw)
{
    badge_metrics m = metrics_of(f);
    float x = f->half[s].x + m.inset, top = f->half[s].y + 0.6f * m.inset, y = top, right = x;
    width = fminf(width, f->half[s].w - 2.0f * m.inset);
    y += draw_name(f, s, &m, x, y, width, draw, &right);
    rect name = {x, top, right - x, y - top};
    for (int i = 0; i < count; i++) {
        badge brief = badges[i];
        brief.text = brief.brief;
        if (i == 0 && badges[i].beside_name &&
            (draw_beside(f, s, &badges[i], &m, name, x + width, draw, &right) ||
             (brief.text && draw_beside(f, s, &brief, &m, name, x + width, draw, &right))))
            continue;
        y += m.gap + draw_badge(f, s, &badges[i], &m, x, y + m.gap, width, draw, &right);
    }
    return (rect){x, top, right - x, y - top};
}

rect badges_pill(const scene_frame *f, side s, float x, float y, float width, const badge *b, bool draw)
{
    badge_metrics m = metrics_of(f);
    float right = x, height = draw_badge(f, s, b, &m, x, y, width, draw, &right);
    return (rect){x, y, right - x, height};
}

rect badges_draw(const scene_frame *f, side s, float width, const badge *badges, int count)
{
    return corner(f, s, width, badges, count, true);
}

rect badges_measure(const scene_frame *f, side s, float width, const badge *badges, int count)
{
    return corner(f, s, width, badges, count, false);
}

void badges_divider(const scene_frame *f, float from, float to)
{
    const rect *a = &f->half[SIDE_SSRI], *b = &f->half[SIDE_KETAMINE];
    if (a->w <= 0.0f || b->w <= 0.0f)
        return;
    colour line = colour_alpha(f->theme->quiet_ink, 0.35f);
    float width = fmaxf(1.0f, floorf(1.5f * f->unit));
    bool stacked = b->y > a->y;
    float start = stacked ? f->stage.x : f->stage.y, length = stacked ? f->stage.w : f->stage.h;
    float low = start + from * length, high = start + to * length;
    rect r =
        stacked ? (rect){low, floorf(b->y), high - low, width} : (rect){floorf(b->x), low, width, high - low};
    draw2d_box(f->draw, r, 0.0f, line);
}

bool badges_pin_brief(const scene_frame *f, side s, char *out, size_t capacity)
{
    if (!f->view->pinned[s])
        return false;
    message when = view_time_message(f->view->pin_min[s]);
    words_format(f->words, &when, out, capacity);
    return true;
}

bool badges_pin_text(const scene_frame *f, side s, char *out, size_t capacity)
{
    char moment[96];
    if (!badges_pin_brief(f, s, moment, sizeof moment))
        return false;
    message m = message_make("badge.pin");
    message_text(&m, "time", moment);
    words_format(f->words, &m, out, capacity);
    return true;
}
