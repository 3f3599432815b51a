#include "scene/synapse/synapse_card.h"

#include "scene/kit/card.h"
#include "scene/synapse/synapse_names.h"
#include "scene/synapse/synapse_plan.h"
#include "scene/synapse/synapse_state.h"

#include <math.h>
#include <stdio.h>

enum { AVOID_MAX = 12, LINE_MAX = 240 };

static int avoids(const synapse *y, const synapse_plan *plan, const scene_frame *f, synapse_choice c,
                  card_avoid *out)
{
    int n = 0;
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        rect p = plan->picture[s];
        float at[3], px[2];
        if (p.w <= 0.0f)
            continue;
        camera cam = synapse_camera_window(plan, f, s, y->sight[s].focus);
        if (synapse_where(y, s, c, at) && camera_project(&cam, at, px, NULL)) {
            float r = fmaxf(60.0f * f->unit, 0.16f * cam.px_per_mm);
            out[n++] = (card_avoid){{px[0] - r, px[1] - r, 2.0f * r, 2.0f * r}, 60.0f};
        }
        // The cleft itself should stay in sight, where something happens.
        rect cleft = {p.x + 0.15f * p.w, p.y + 0.30f * p.h, 0.7f * p.w, 0.42f * p.h};
        out[n++] = (card_avoid){cleft, synapse_name_on(c.name, s) ? 14.0f : 4.0f};
        out[n++] = (card_avoid){plan->head[s], 5.0f};
        if (plan->traces[s].h > 0.0f)
            out[n++] = (card_avoid){plan->traces[s], 4.0f};
    }
    return n;
}

rect synapse_draw_card(const synapse *y, const synapse_plan *plan, const scene_frame *f, bool draw)
{
    synapse_choice c;
    if (!synapse_choice_read(f->view->pick, &c) && !synapse_choice_read(f->hovered, &c))
        return (rect){0};
    char name[64], what[64], lines[SIDE_COUNT][LINE_MAX];
    snprintf(name, sizeof name, "synapse.part.%s.name", synapse_name_id(c.name));
    snprintf(what, sizeof what, "synapse.part.%s.what", synapse_name_id(c.name));
    card_avoid avoid[AVOID_MAX];
    card_def def = {.title = words_get(f->words, name), .what = words_get(f->words, what), .avoid = avoid};
    for (int i = 0; i < SIDE_COUNT; i++) {
        message m = synapse_state_message(y, (side)i, c);
        if (!m.id || !view_shows(f->view, (side)i))
            continue;
        words_format(f->words, &m, lines[i], LINE_MAX);
        def.line[i] = lines[i];
    }
    def.avoid_count = avoids(y, plan, f, c, avoid);
    card_form form = card_find(f, &def);
    if (draw)
        card_draw(f, &def, &form);
    return form.where;
}
