#include "scene/synapse/synapse_controls.h"

#include <math.h>

static float choice(ui *u, const words *w, rect r, const char *id, const char *label,
                    const char *const options_id[2], int *value)
{
    const char *options[2] = {words_get(w, options_id[0]), words_get(w, options_id[1])};
    r.h = ui_choice_height(u, r.w, words_get(w, label), options, 2);
    ui_choice(u, id, r, words_get(w, label), options, 2, value);
    return r.h;
}

static float buttons(ui *u, const words *w, rect r, int *asked)
{
    float target = ui_target_px(u), gap = ui_px(u, 8.0f);
    ui_button_def release = {.label = words_get(w, "synapse.release"),
                             .hint = words_get(w, "synapse.release_hint"),
                             .look = UI_BUTTON_PLAIN};
    ui_button_def depolarise = {.label = words_get(w, "synapse.depolarise"),
                                .hint = words_get(w, "synapse.depolarise_hint"),
                                .look = UI_BUTTON_PLAIN};
    bool beside = ui_button_width(u, &release) + ui_button_width(u, &depolarise) + gap <= r.w;
    float width = beside ? 0.5f * (r.w - gap) : r.w;
    beside = beside && fmaxf(ui_button_width(u, &release), ui_button_width(u, &depolarise)) <= width;
    width = beside ? width : r.w;
    rect first = {r.x, r.y, width, target};
    rect second = beside ? (rect){r.x + width + gap, r.y, width, target}
                         : (rect){r.x, r.y + target + gap, width, target};
    if (ui_button(u, "synapse.release", first, &release))
        *asked = SYNAPSE_ASKED_RELEASE;
    if (ui_button(u, "synapse.depolarise", second, &depolarise))
        *asked = SYNAPSE_ASKED_DEPOLARISE;
    return second.y + second.h - r.y;
}

float synapse_controls(const void *scene, ui *u, const words *w, rect card, view_state *v, int *asked)
{
    (void)scene;
    static const char *const targets[2] = {"synapse.target.interneuron", "synapse.target.pyramidal"};
    static const char *const scales[2] = {"synapse.scale_of.seen", "synapse.scale_of.true"};
    float gap = ui_px(u, 16.0f), y = card.y;
    int target = v->target == VIEW_PYRAMIDAL, scale = v->true_scale;
    y += choice(u, w, (rect){card.x, y, card.w, 0.0f}, "synapse.target", "synapse.target.label", targets,
                &target) +
         gap;
    y += choice(u, w, (rect){card.x, y, card.w, 0.0f}, "synapse.scale", "synapse.scale_of.label", scales,
                &scale) +
         gap;
    v->target = target ? VIEW_PYRAMIDAL : VIEW_INTERNEURON;
    v->true_scale = scale != 0;
    float height = ui_toggle_height(u, card.w, words_get(w, "synapse.mg"));
    ui_toggle(u, "synapse.mg", (rect){card.x, y, card.w, height}, words_get(w, "synapse.mg"),
              words_get(w, "synapse.mg_hint"), &v->mg);
    y += height + gap;
    y += buttons(u, w, (rect){card.x, y, card.w, 0.0f}, asked);
    return y - card.y;
}
