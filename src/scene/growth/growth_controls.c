#include "scene/growth/growth_controls.h"

#include "scene/growth/growth_scene.h"

float growth_controls(const void *scene, ui *u, const words *w, rect card, view_state *v, int *asked)
{
    (void)scene;
    (void)asked;
    const char *starts[] = {words_get(w, "growth.start.healthy"), words_get(w, "growth.start.stressed")};
    const char *label = words_get(w, "growth.start");
    float gap = ui_px(u, 16.0f), y = card.y, height = ui_choice_height(u, card.w, label, starts, 2);
    int start = v->stressed ? 1 : 0;
    if (ui_choice(u, "growth.start", (rect){card.x, y, card.w, height}, label, starts, 2, &start))
        v->stressed = start == 1;
    y += height + gap;

    const char *rapamycin = words_get(w, "growth.rapamycin");
    height = ui_toggle_height(u, card.w, rapamycin);
    ui_toggle(u, "growth.rapamycin", (rect){card.x, y, card.w, height}, rapamycin,
              words_get(w, "growth.rapamycin_hint"), &v->rapamycin);
    y += height + gap;

    ui_button_def home = {.label = words_get(w, "brain.home"), .icon = ICON_RESET, .look = UI_BUTTON_PLAIN};
    rect box = {card.x, y, card.w, ui_target_px(u)};
    if (ui_button(u, "growth.home", box, &home))
        v->camera = view_state_default(v->scene).camera;
    return y + box.h - card.y;
}
