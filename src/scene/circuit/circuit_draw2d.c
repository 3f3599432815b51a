#include "scene/circuit/circuit_draw2d.h"

#include "scene/circuit/circuit_card.h"
#include "scene/circuit/circuit_labels.h"
#include "scene/circuit/circuit_plots.h"
#include "scene/circuit/circuit_scene.h"
#include "scene/kit/badges.h"

void circuit_draw2d(const void *scene, const scene_frame *f)
{
    const circuit_scene *c = scene;
    badges_divider(f, 0.02f, 0.98f);
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (f->half[s].w <= 0.0f)
            continue;
        draw2d_push_clip(f->draw, f->half[s]);
        circuit_plan p = circuit_plan_of(f, s);
        rect taken[CIRCUIT_BADGE_RECTS];
        circuit_plots_draw(c, f, s, &p);
        int count = circuit_badges(f, s, false, taken);
        circuit_labels_draw(c, f, s, taken, count);
        circuit_badges(f, s, true, taken);
        draw2d_pop_clip(f->draw);
    }
    circuit_card_draw(c, f);
}
