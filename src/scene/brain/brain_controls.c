#include "scene/brain/brain_controls.h"

#include "scene/brain/brain_scene.h"

#include <string.h>

float brain_controls(const void *scene, ui *u, const words *w, rect card, view_state *v, int *asked)
{
    (void)scene;
    (void)asked;
    static const char *const look_ids[VIEW_LOOKS] = {"brain.look.glass", "brain.look.solid",
                                                     "brain.look.inside"};
    const char *options[VIEW_LOOKS];
    for (int i = 0; i < VIEW_LOOKS; i++)
        options[i] = words_get(w, look_ids[i]);
    const char *label = words_get(w, "brain.look");
    float gap = ui_px(u, 16.0f), y = card.y;

    int look = (int)v->look;
    float height = ui_choice_height(u, card.w, label, options, VIEW_LOOKS);
    if (ui_choice(u, "brain.look", (rect){card.x, y, card.w, height}, label, options, VIEW_LOOKS, &look))
        v->look = (view_look)look;
    y += height + gap;

    ui_button_def home = {.label = words_get(w, "brain.home"), .icon = ICON_RESET, .look = UI_BUTTON_PLAIN};
    rect box = {card.x, y, card.w, ui_target_px(u)};
    if (ui_button(u, "brain.home", box, &home))
        v->camera = view_state_default(v->scene).camera;
    y += box.h;
    return y - card.y;
}

void brain_next_look(view_state *v)
{
    v->look = (view_look)((v->look + 1) % VIEW_LOOKS);
}
