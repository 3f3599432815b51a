#include "scene/growth/growth_draw2d.h"

#include "scene/growth/growth_density.h"
#include "scene/growth/growth_learning.h"
#include "scene/growth/growth_names.h"
#include "scene/kit/badges.h"
#include "scene/kit/type.h"
#include "scene/kit/wrap.h"

#include <math.h>
#include <string.h>

enum { AVOID_MAX = 16 };

// What the card should leave free, the picked part above all.
static int card_avoids(const growth *g, const scene_frame *f, card_avoid *out)
{
    int n = 0;
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (f->half[s].w <= 0.0f)
            continue;
        growth_plan p = growth_plan_make(f, s);
        rect part;
        if (growth_chosen_spot(g, f, s, &part))
            out[n++] = (card_avoid){part, 60.0f};
        out[n++] = (card_avoid){p.badges, 6.0f};
        out[n++] = (card_avoid){p.counters, 6.0f};
        out[n++] = (card_avoid){p.density, 3.0f};
        out[n++] = (card_avoid){p.learning, 3.0f};
        out[n++] = (card_avoid){p.body, 2.0f};
    }
    return n;
}

// Right-aligned lines from the top of the box: the extra spines first, they are what the drug did.
static void counters(const growth *g, const scene_frame *f, side s, rect r)
{
    const theme *t = f->theme;
    growth_counter lines[GROWTH_COUNTERS];
    int count = growth_counters(g, f, s, lines);
    float y = r.y;
    for (int i = 0; i < count; i++) {
        const growth_counter *c = &lines[i];
        float line = 1.25f * c->px, w = wrap_width(f->text, c->text, c->px, c->weight);
        float base = y + 0.5f * line + 0.36f * c->px, x = r.x + r.w - w;
        draw2d_shadow(f->draw, (rect){x, y, w, line}, 0.4f * c->px, 0.5f * c->px,
                      colour_alpha(t->stage, 0.7f));
        draw2d_text(f->draw, f->text, c->text, x, base, c->px, c->weight, c->ink);
        if (c->ring)
            draw2d_arc(f->draw, x - 0.72f * c->px, base - 0.36f * c->px, 0.34f * c->px,
                       fmaxf(1.5f, 0.11f * c->px), 0.0f, 6.2831853f, t->growth);
        y += line;
    }
}

// Readable also where a close-up fills the half; unseen on the bare stage.
static void backing(const scene_frame *f, rect r)
{
    float small = type_small_px(f);
    if (r.w > 0.0f)
        draw2d_shadow(f->draw, rect_inset(r, -0.7f * small), 0.8f * small, 1.2f * small,
                      colour_alpha(f->theme->stage, 0.82f));
}

void growth_draw2d(const void *scene, const scene_frame *f)
{
    const growth *g = scene;
    card_avoid avoid[AVOID_MAX];
    growth_card card;
    card_form form = {.shrink = 1.0f};
    bool wanted = growth_card_make(g, f, &card);
    if (wanted) {
        card.def.avoid = avoid;
        card.def.avoid_count = card_avoids(g, f, avoid);
        form = card_find(f, &card.def);
    }
    badges_divider(f, 0.02f, 0.98f);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (f->half[s].w <= 0.0f)
            continue;
        growth_plan p = growth_plan_make(f, s);
        draw2d_push_clip(f->draw, f->half[s]);
        backing(f, p.density);
        backing(f, p.learning);
        rect obstacles[] = {p.badges, p.counters, p.density, p.learning, form.where};
        growth_draw_labels(g, f, s, obstacles, form.where.w > 0.0f ? 5 : 4);
        growth_badges(f, s, true);
        counters(g, f, s, p.counters);
        growth_draw_density(g, f, s, p.density);
        growth_draw_learning(g, f, s, p.learning);
        draw2d_pop_clip(f->draw);
    }
    if (wanted)
        card_draw(f, &card.def, &form);
}
