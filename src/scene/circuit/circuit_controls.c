#include "scene/circuit/circuit_controls.h"

#include "scene/circuit/circuit_scene.h"

float circuit_controls(const void *scene, ui *u, const words *w, rect card, view_state *v, int *asked)
{
    (void)scene;
    (void)asked;
    static const char *const block_ids[] = {"circuit.block.both", "circuit.block.interneuron",
                                            "circuit.block.pyramidal", "circuit.block.none"};
    enum { BLOCKS = sizeof block_ids / sizeof block_ids[0] };
    const char *options[BLOCKS];
    for (int i = 0; i < BLOCKS; i++)
        options[i] = words_get(w, block_ids[i]);
    const char *label = words_get(w, "circuit.block");
    float gap = ui_px(u, 16.0f), y = card.y;

    int block = (int)v->block;
    float height = ui_choice_height(u, card.w, label, options, BLOCKS);
    if (ui_choice(u, "circuit.block", (rect){card.x, y, card.w, height}, label, options, BLOCKS, &block))
        v->block = (view_block)block;
    y += height + gap;

    const char *inhibition = words_get(w, "circuit.inhibition");
    height = ui_toggle_height(u, card.w, inhibition);
    ui_toggle(u, "circuit.inhibition", (rect){card.x, y, card.w, height}, inhibition,
              words_get(w, "circuit.inhibition.hint"), &v->inhibition);
    y += height + gap;

    ui_button_def other = {
        .label = words_get(w, "circuit.seed"), .icon = ICON_CIRCUIT, .look = UI_BUTTON_PLAIN};
    rect box = {card.x, y, card.w, ui_target_px(u)};
    if (ui_button(u, "circuit.seed", box, &other))
        v->seed++;
    y += box.h;
    return y - card.y;
}
