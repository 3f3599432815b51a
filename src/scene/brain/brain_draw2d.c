#include "scene/brain/brain_draw2d.h"

#include "scene/brain/brain_card.h"
#include "scene/brain/brain_labels.h"
#include "scene/brain/brain_overlay.h"
#include "scene/brain/brain_plan.h"
#include "scene/brain/brain_scene.h"
#include "scene/kit/badges.h"

#include <math.h>

enum { AVOID_MAX = 16 };

// What the card should leave free, the region itself above all.
static int card_avoids(const brain *b, const scene_frame *f, atlas_region_id region, card_avoid *out)
{
    int n = 0;
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (f->half[s].w <= 0.0f)
            continue;
        camera c = brain_camera_window(f, s);
        brain_spot spot = brain_spot_of(b, f, s, &c, NULL, region);
        float r = fmaxf(24.0f * f->unit, 10.0f * c.px_per_mm);
        out[n++] = (card_avoid){{spot.px[0] - r, spot.px[1] - r, 2.0f * r, 2.0f * r}, 60.0f};
        out[n++] = (card_avoid){brain_badges(f, s, false), 6.0f};
        out[n++] = (card_avoid){brain_head_rect(f, s), 3.0f};
        float half_w = 0.4f * BRAIN_WIDTH_MM * c.px_per_mm, half_h = 0.4f * BRAIN_HEIGHT_MM * c.px_per_mm;
        rect body = {c.centre_px[0] - half_w, c.centre_px[1] - half_h, 2.0f * half_w, 2.0f * half_h};
        out[n++] = (card_avoid){rect_intersect(body, f->half[s]), 2.0f};
    }
    out[n++] = (card_avoid){brain_bar_rect(f), 5.0f};
    out[n++] = (card_avoid){brain_pattern_badge(f, false), 12.0f};
    return n;
}

// The picked region's card stays; without one, the region pointed at has a short card of its own.
static bool card_wanted(const scene_frame *f, brain_card *c)
{
    c->trace = brain_picked(f, &c->region);
    return c->trace || brain_hovered(f, &c->region);
}

// On the smallest stages the card has to cover something: that is then left out whole, not cut.
static bool meets(rect card, rect r)
{
    rect both = rect_intersect(card, r);
    return both.w > 0.0f && both.h > 0.0f;
}

void brain_draw2d(const void *scene, const scene_frame *f)
{
    const brain *b = scene;
    card_avoid avoid[AVOID_MAX];
    brain_card about;
    card_def card = {.avoid = avoid};
    card_form form = {.shrink = 1.0f};
    if (card_wanted(f, &about)) {
        card = brain_card_def(f, &about);
        card.avoid = avoid;
        card.avoid_count = card_avoids(b, f, about.region, avoid);
        form = card_find(f, &card);
    }
    rect bar = brain_bar_rect(f);
    bool stacked = f->half[SIDE_KETAMINE].y > f->half[SIDE_SSRI].y;
    float below = stacked ? 1.0f : (bar.y - 8.0f * f->unit - f->stage.y) / fmaxf(f->stage.h, 1.0f);
    badges_divider(f, 0.02f, fminf(below, 0.98f));
    if (!meets(form.where, bar))
        brain_draw_bar(f, b->saturated);
    rect pattern = brain_pattern_badge(f, false);
    if (!meets(form.where, pattern))
        brain_pattern_badge(f, true);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (f->half[s].w <= 0.0f)
            continue;
        draw2d_push_clip(f->draw, f->half[s]);
        rect obstacles[] = {brain_badges(f, s, false), brain_head_rect(f, s), bar, pattern, form.where};
        brain_draw_labels(b, f, s, obstacles, form.where.w > 0.0f ? 5 : 4);
        if (!meets(form.where, obstacles[0]))
            brain_badges(f, s, true);
        if (!meets(form.where, obstacles[1]))
            brain_draw_head(f, s);
        draw2d_pop_clip(f->draw);
    }
    card_draw(f, &card, &form);
}
