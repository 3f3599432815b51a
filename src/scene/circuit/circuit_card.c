#include "scene/circuit/circuit_card.h"

#include "scene/circuit/circuit_activity.h"
#include "scene/circuit/circuit_labels.h"
#include "scene/circuit/circuit_plots.h"
#include "scene/kit/card.h"

#include <math.h>
#include <stdio.h>

enum { TEXT_MAX = 200, AVOID_MAX = 8 };

static int spikes_shown(const circuit *c, int model_cell)
{
    int count = 0;
    int64_t steps = (int64_t)(CIRCUIT_WINDOW_MS * CIRCUIT_STEPS_PER_MS);
    for (uint64_t n = circuit_spike_after(c, circuit_steps(c) - steps); n < circuit_spike_end(c); n++)
        count += circuit_spike_at(c, n).cell == model_cell;
    return count;
}

// What a side says of the thing now.
static message state_of(const circuit_scene *c, side s, circuit_choice choice)
{
    const circuit *model = c->model[s];
    circuit_drive d = circuit_def_of(model).drive;
    if (choice.cell < 0) {
        circuit_means means = circuit_means_of(model);
        message m =
            message_make(choice.thing == CIRCUIT_GLUTAMATE ? "circuit.now.glutamate" : "circuit.now.rates");
        message_number(&m, "pyramidal", means.rate_hz[CIRCUIT_PYRAMIDAL], 1);
        message_number(&m, "interneurons", means.rate_hz[CIRCUIT_INTERNEURON], 1);
        message_number(&m, "value", means.glutamate, 1);
        return m;
    }
    int cell = c->patch->cells[choice.cell].model_cell;
    bool receptors =
        choice.thing == CIRCUIT_DENDRITE || choice.thing == CIRCUIT_APICAL || choice.thing == CIRCUIT_BRAKE;
    message m = message_make(receptors                          ? "circuit.now.blocked"
                             : choice.thing == CIRCUIT_TERMINAL ? "circuit.now.releases"
                                                                : "circuit.now.spikes");
    message_number(&m, "count", spikes_shown(model, cell), 0);
    message_number(&m, "ms", CIRCUIT_WINDOW_MS, 0);
    message_number(&m, "percent", round(100.0 * circuit_blocked_share(&d, circuit_cell_population(cell))), 0);
    return m;
}

static bool note_of(const circuit_scene *c, circuit_choice choice, message *out)
{
    if (choice.thing != CIRCUIT_AXON && choice.thing != CIRCUIT_PYRAMID && choice.thing != CIRCUIT_BRAKE)
        return false;
    const circuit_patch_cell *cell = &c->patch->cells[choice.cell];
    int all = 0;
    circuit_cell_targets(c->model[SIDE_SSRI], cell->model_cell, &all);
    *out = message_make("circuit.now.outputs");
    message_number(out, "drawn", cell->output_count, 0);
    message_number(out, "all", all, 0);
    return true;
}

static int avoids(const circuit_scene *c, const scene_frame *f, circuit_choice choice,
                  card_avoid out[AVOID_MAX])
{
    int n = 0;
    for (int i = 0; i < SIDE_COUNT; i++) {
        side s = (side)i;
        if (f->half[s].w <= 0.0f)
            continue;
        circuit_plan p = circuit_plan_of(f, s);
        rect taken[CIRCUIT_BADGE_RECTS];
        circuit_badges(f, s, false, taken);
        out[n++] = (card_avoid){taken[0], 12.0f}; // whose half it is
        float um[3], px[2];
        camera view = circuit_camera_window(f, s);
        if (circuit_place_of(c->patch, choice, um) && camera_project(&view, um, px, NULL)) {
            float r = fmaxf(40.0f * f->unit, 45.0f * view.px_per_mm);
            out[n++] = (card_avoid){{px[0] - r, px[1] - r, 2.0f * r, 2.0f * r}, 60.0f};
            out[n++] = (card_avoid){p.plots, 3.0f};
        } else {
            out[n++] = (card_avoid){p.plots, 30.0f};
        }
    }
    return n;
}

void circuit_card_draw(const circuit_scene *c, const scene_frame *f)
{
    circuit_choice choice = circuit_choice_of(f->view->pick);
    if (choice.thing == CIRCUIT_NOTHING)
        choice = circuit_choice_of(f->hovered);
    if (choice.thing == CIRCUIT_NOTHING)
        return;
    char lines[SIDE_COUNT][TEXT_MAX], note[TEXT_MAX];
    card_avoid avoid[AVOID_MAX];
    card_def d = {.title = words_get(f->words, circuit_name_id(choice.thing)),
                  .what = words_get(f->words, circuit_what_id(choice.thing)),
                  .avoid = avoid,
                  .avoid_count = avoids(c, f, choice, avoid)};
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (!view_shows(f->view, (side)s))
            continue;
        message m = state_of(c, (side)s, choice);
        words_format(f->words, &m, lines[s], sizeof lines[s]);
        d.line[s] = lines[s];
    }
    message m;
    if (note_of(c, choice, &m)) {
        words_format(f->words, &m, note, sizeof note);
        d.note = note;
    }
    card_form form = card_find(f, &d);
    card_draw(f, &d, &form);
}
