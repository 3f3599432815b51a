// What lies over everything: the focus ring, tooltips, and reasons.
#include "ui/ui_internal.h"

#include "base/ease.h"

#include <math.h>
#include <string.h>

static const float tip_delay_s = 0.5f, why_s = 4.0f;

void ui_show_why(ui *u, uint64_t hash)
{
    u->why = hash;
    u->why_left = why_s;
    u->tip_shown = 0.0f;
}

// --- focus ring

static rect grown(rect r, float by)
{
    return (rect){r.x - by, r.y - by, r.w + 2.0f * by, r.h + 2.0f * by};
}

static void draw_ring(ui *u)
{
    const ui_widget *w = ui_built_widget(u, u->focus);
    if (!u->focus_visible || !w)
        return;
    const theme *t = u->frame.theme;
    float width = fmaxf(2.0f, ui_px(u, t->focus_width)),
          gap = w->focus_gap < 0.0f ? -width : fmaxf(1.0f, w->focus_gap);
    rect surface = {0.0f, 0.0f, u->frame.width, u->frame.height};
    // A ring that would leave the surface is drawn along its edge instead.
    rect ring = rect_intersect(grown(w->box, gap + width), surface);
    if (ring.w < 2.0f * width || ring.h < 2.0f * width)
        return;
    float radius = w->focus_radius > 0.0f
                       ? fminf(w->focus_radius, 0.5f * fminf(w->box.w, w->box.h)) + gap + width
                       : 0.0f;
    draw2d_push_clip(u->frame.draw, grown(w->clip, gap + width));
    draw2d_frame(u->frame.draw, ring, fminf(radius, 0.5f * fminf(ring.w, ring.h)), width, t->focus);
    draw2d_pop_clip(u->frame.draw);
}

// --- bubbles

typedef struct bubble {
    const char *title, *body; // either may be empty
    rect box;
    float body_y;
} bubble;

// Size of a bubble no wider than `most`.
static void bubble_size(const ui *u, bubble *b, float most)
{
    float pad_x = ui_px(u, 14.0f), pad_y = ui_px(u, 10.0f), inner = fmaxf(most - 2.0f * pad_x, 1.0f);
    float natural = fmaxf(ui_text_width(u, b->title, TYPE_SMALL, TEXT_SEMIBOLD),
                          ui_text_width(u, b->body, TYPE_SMALL, TEXT_REGULAR));
    float width = fminf(ceilf(natural) + 2.0f, inner);
    float title = ui_paragraph_height(u, width, b->title, TYPE_SMALL, TEXT_SEMIBOLD);
    float body = ui_paragraph_height(u, width, b->body, TYPE_SMALL, TEXT_REGULAR);
    b->body_y = pad_y + title;
    b->box.w = width + 2.0f * pad_x;
    b->box.h = title + body + 2.0f * pad_y;
}

// Puts the bubble beside the widget: below, above, right, left. False when it fits nowhere.
static bool bubble_place(const ui *u, bubble *b, rect target)
{
    float gap = ui_px(u, 10.0f), edge = fminf(ui_px(u, 8.0f), 8.0f);
    rect area = rect_inset((rect){0.0f, 0.0f, u->frame.width, u->frame.height}, edge);
    float w = b->box.w, h = b->box.h;
    if (w > area.w || h > area.h || target.w <= 0.0f || target.h <= 0.0f)
        return false;
    float x = clampf(target.x + 0.5f * (target.w - w), area.x, area.x + area.w - w);
    float y = clampf(target.y + 0.5f * (target.h - h), area.y, area.y + area.h - h);
    const rect places[4] = {{x, target.y + target.h + gap, w, h},
                            {x, target.y - gap - h, w, h},
                            {target.x + target.w + gap, y, w, h},
                            {target.x - gap - w, y, w, h}};
    for (int i = 0; i < 4; i++) {
        rect p = places[i];
        if (p.x >= area.x && p.y >= area.y && p.x + w <= area.x + area.w && p.y + h <= area.y + area.h) {
            b->box = (rect){floorf(p.x), floorf(p.y), w, h};
            return true;
        }
    }
    return false;
}

static void bubble_draw(ui *u, const bubble *b)
{
    const theme *t = u->frame.theme;
    draw2d *d = u->frame.draw;
    float radius = ui_radius(u, 8.0f, b->box), pad_x = ui_px(u, 14.0f), pad_y = ui_px(u, 10.0f);
    rect shadow = {b->box.x, b->box.y + ui_px(u, 4.0f), b->box.w, b->box.h};
    if (t->card_rule.a <= 0.0f)
        draw2d_shadow(d, shadow, radius, ui_px(u, 18.0f),
                      (colour){0.0f, 0.0f, 0.0f, t->light ? 0.18f : 0.45f});
    ui_draw_field(u, b->box, radius, t->light ? t->card : t->field);
    rect inner = {b->box.x + pad_x, b->box.y + pad_y, b->box.w - 2.0f * pad_x, 0.0f};
    ui_paragraph(u, inner, b->title, TYPE_SMALL, TEXT_SEMIBOLD, UI_LEFT, t->ink);
    inner.y = b->box.y + b->body_y;
    ui_paragraph(u, inner, b->body, TYPE_SMALL, TEXT_REGULAR, UI_LEFT, t->ink);
}

static bool speaks(const ui_widget *w)
{
    bool place = strcmp(w->role, "area") == 0 || (w->flags & (WIDGET_SCROLL | WIDGET_CARD));
    return !place && (w->icon_only || w->hint[0] || w->why[0]);
}

// The widget whose bubble is to be shown now, NULL for none.
static const ui_widget *bubble_owner(ui *u)
{
    if (u->why) {
        u->why_left -= u->dt;
        const ui_widget *w = ui_built_widget(u, u->why);
        if (w && ui_is_disabled(w) && u->why_left > 0.0f) {
            u->animating = true;
            return w;
        }
        u->why = 0;
    }
    const ui_widget *hot = ui_built_widget(u, u->hot);
    if (hot && speaks(hot) && !u->captured && u->tip_muted != u->hot) {
        u->tip_wait += u->dt;
        if (u->tip_wait >= tip_delay_s)
            return hot;
        u->animating = true;
    }
    const ui_widget *focus = ui_built_widget(u, u->focus);
    if (focus && u->focus_visible && speaks(focus) && (focus->icon_only || ui_is_disabled(focus)))
        return focus;
    return NULL;
}

static void draw_bubble(ui *u)
{
    const ui_widget *w = bubble_owner(u);
    uint64_t hash = w ? w->hash : 0;
    if (hash != u->tip)
        u->tip_shown = 0.0f;
    u->tip = hash;
    if (!w)
        return;
    bubble b = {.title = w->icon_only ? w->label : "", .body = ui_is_disabled(w) ? w->why : w->hint};
    rect target = rect_intersect(w->box, w->clip);
    float wide = u->frame.width - 2.0f * ui_px(u, 8.0f);
    bubble_size(u, &b, fminf(ui_px(u, 420.0f) * fmaxf(u->frame.text_scale, 1.0f), wide));
    bool fits = bubble_place(u, &b, target);
    if (!fits) { // flatter
        bubble_size(u, &b, wide);
        fits = bubble_place(u, &b, target);
    }
    if (!fits)
        return;
    float shown = ui_ease(u, &u->tip_shown, true), alpha = u->frame.draw->alpha;
    u->frame.draw->alpha = alpha * shown;
    bubble_draw(u, &b);
    u->frame.draw->alpha = alpha;
}

void ui_overlay_draw(ui *u)
{
    draw_ring(u);
    draw_bubble(u);
}
