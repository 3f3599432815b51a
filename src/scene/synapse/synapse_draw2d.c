#include "scene/synapse/synapse_draw2d.h"

#include "scene/kit/badges.h"
#include "scene/synapse/synapse_card.h"
#include "scene/synapse/synapse_head.h"
#include "scene/synapse/synapse_labels.h"
#include "scene/synapse/synapse_plan.h"
#include "scene/synapse/synapse_scale_bar.h"
#include "scene/synapse/synapse_traces.h"

static void draw_half(const synapse *y, const synapse_plan *plan, const scene_frame *f, side s, rect card)
{
    draw2d_push_clip(f->draw, f->half[s]);
    const rect obstacles[] = {synapse_scale_bar(y, plan, f, s, false), card};
    synapse_draw_labels(y, plan, f, s, obstacles, card.w > 0.0f ? 2 : 1);
    synapse_head(y, f, s, true);
    synapse_scale_bar(y, plan, f, s, true);
    synapse_draw_traces(y, plan, f, s);
    draw2d_pop_clip(f->draw);
}

void synapse_draw2d(const void *scene, const scene_frame *f)
{
    const synapse *y = scene;
    synapse_plan plan = synapse_plan_make(f);
    rect card = synapse_draw_card(y, &plan, f, false);
    badges_divider(f, 0.0f, 1.0f);
    for (int s = 0; s < SIDE_COUNT; s++)
        if (f->half[s].w > 0.0f)
            draw_half(y, &plan, f, (side)s, card);
    synapse_draw_card(y, &plan, f, true);
}
