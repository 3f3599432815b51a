#include "scene/circuit/circuit_labels.h"

#include "scene/circuit/circuit_activity.h"
#include "scene/kit/labels_draw.h"
#include "scene/kit/wrap.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { LABELS = 7 };

// With this share of its receptors blocked the brake is called weakened.
static const double weak_share = 0.1;

typedef struct name_of {
    circuit_choice choice;
    const char *word, *short_word; // ids; the second where the first would lie far over the cells
    bool small;                    // ringed, not dotted
} name_of;

// Left of the middle (y > 0) for pyramidal cells, right of it for interneurons: their labels stand apart. A
// deep pyramidal cell: at its height names have the most room.
int circuit_foremost(const circuit_patch *p, bool pyramidal)
{
    int best = 0;
    float least = INFINITY, wanted = pyramidal ? 160.0f : -80.0f, deep = pyramidal ? 0.8f : 0.0f;
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        const circuit_patch_cell *cell = &p->cells[i];
        float cost = fabsf(cell->centre[1] - wanted) + 1.5f * cell->centre[0] + deep * cell->centre[2];
        if (cell->pyramidal == pyramidal && cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

// Half-way along the longest piece of the axon, where nothing else is near.
static bool along_axon(const circuit_patch *p, int cell, float um[3])
{
    int longest = 0;
    for (size_t n = 0; n < p->neurite_count; n++) {
        const circuit_patch_neurite *run = &p->neurites[n];
        if (run->cell != cell || run->part != CIRCUIT_PART_AXON || run->count <= longest)
            continue;
        longest = run->count;
        memcpy(um, p->points[run->first + run->count / 2u].at, 3 * sizeof(float));
    }
    return longest > 0;
}

static bool last_terminal(const circuit_patch *p, int cell, float um[3])
{
    float farthest = 0.0f;
    for (size_t i = 0; i < p->terminal_count; i++)
        if (p->terminals[i].cell == cell && p->terminals[i].target != cell &&
            p->terminals[i].path > farthest) {
            farthest = p->terminals[i].path;
            memcpy(um, p->terminals[i].at, 3 * sizeof(float));
        }
    return farthest > 0.0f;
}

static bool along_dendrite(const circuit_patch *p, int cell, float um[3])
{
    for (size_t n = 0; n < p->neurite_count; n++) {
        const circuit_patch_neurite *run = &p->neurites[n];
        if (run->cell == cell && run->part == CIRCUIT_PART_DENDRITE) {
            memcpy(um, p->points[run->first + run->count - 1u].at, 3 * sizeof(float));
            return true;
        }
    }
    return false;
}

bool circuit_place_of(const circuit_patch *p, circuit_choice choice, float um[3])
{
    if (choice.cell < 0)
        return false;
    const circuit_patch_cell *cell = &p->cells[choice.cell];
    if (choice.thing == CIRCUIT_AXON)
        return along_axon(p, choice.cell, um);
    if (choice.thing == CIRCUIT_TERMINAL)
        return last_terminal(p, choice.cell, um);
    if (choice.thing == CIRCUIT_DENDRITE)
        return along_dendrite(p, choice.cell, um);
    memcpy(um, choice.thing == CIRCUIT_APICAL ? cell->apical : cell->centre, 3 * sizeof(float));
    return true;
}

// A plug in a receptor of the cell, the one nearest to the viewer.
static bool plug_place(const circuit_patch *p, int cell, double share, float um[3])
{
    float nearest = INFINITY;
    for (size_t i = 0; i < p->site_count; i++) {
        const circuit_patch_site *s = &p->sites[i];
        if (s->cell == cell && (double)s->order < share && s->at[0] < nearest) {
            nearest = s->at[0];
            memcpy(um, s->at, 3 * sizeof(float));
        }
    }
    return isfinite(nearest);
}

static int collect(const circuit_scene *c, const scene_frame *f, side s, name_of names[LABELS],
                   float places[LABELS][3])
{
    const circuit_patch *p = c->patch;
    int pyramid = circuit_foremost(p, true), brake = circuit_foremost(p, false), n = 0;
    int picked = circuit_choice_of(f->view->pick).cell;
    if (picked >= 0 && p->cells[picked].pyramidal)
        pyramid = picked;
    else if (picked >= 0)
        brake = picked;
    circuit_drive d = circuit_def_of(c->model[s]).drive;
    double plugged = circuit_blocked_share(&d, CIRCUIT_INTERNEURON);
    const char *brake_word =
        plugged > weak_share ? "circuit.label.interneuron.weak" : "circuit.label.interneuron";
    const name_of all[] = {
        {{CIRCUIT_BRAKE, brake}, brake_word, "circuit.plot.interneurons.short", false},
        {{CIRCUIT_PYRAMID, pyramid}, "circuit.label.pyramidal", "circuit.plot.pyramidal.short", false},
        {{CIRCUIT_TERMINAL, pyramid}, "circuit.label.terminal", "circuit.label.terminal", false},
        {{CIRCUIT_AXON, pyramid}, "circuit.label.axon", "circuit.label.axon", false},
        {{CIRCUIT_APICAL, pyramid}, "circuit.label.apical", "circuit.label.apical", false}};
    // The two kinds of cells and the plug; a picked cell with all its parts.
    size_t most = picked >= 0 && p->cells[picked].pyramidal ? sizeof all / sizeof all[0] : 2;
    for (size_t i = 0; i < most; i++) {
        if (circuit_place_of(p, all[i].choice, places[n]))
            names[n++] = all[i];
        if (i == 0 && plug_place(p, brake, plugged, places[n]))
            names[n++] = (name_of){{CIRCUIT_BRAKE, brake}, "circuit.label.plug", "circuit.label.plug", true};
    }
    return n;
}

// Cell bodies at the sides, where names stand: no name lies on one.
static int bodies_aside(const circuit_patch *p, const camera *c, const labels_def *def, const label *labels,
                        int count, rect out[LABELS_OBSTACLES_MAX])
{
    int n = 0;
    float wide = 0.0f;
    for (int i = 0; i < count; i++)
        wide = fmaxf(wide, labels[i].width);
    for (int i = 0; i < CIRCUIT_PATCH_CELLS && n < LABELS_OBSTACLES_MAX; i++) {
        const circuit_patch_cell *cell = &p->cells[i];
        float at[2], r = 0.9f * cell->size * c->px_per_mm;
        if (camera_project(c, cell->centre, at, NULL) &&
            (at[0] - r < def->bounds.x + wide || at[0] + r > def->bounds.x + def->bounds.w - wide))
            out[n++] = (rect){at[0] - r, at[1] - 1.2f * r, 2.0f * r, 2.2f * r};
    }
    return n;
}

void circuit_labels_draw(const circuit_scene *c, const scene_frame *f, side s, const rect *taken,
                         int taken_count)
{
    if (!f->labels)
        return;
    name_of names[LABELS];
    float places[LABELS][3];
    label labels[LABELS];
    camera view = circuit_camera_window(f, s);
    circuit_plan plan = circuit_plan_of(f, s);
    float px = plan.small;
    int count = collect(c, f, s, names, places), kept = 0;
    label_text texts[LABELS];
    for (int i = 0; i < count; i++) {
        float at[2];
        if (!camera_project(&view, places[i], at, NULL) || !rect_contains(plan.patch, at[0], at[1]))
            continue;
        texts[kept] = (label_text){.ink = f->theme->ink,
                                   .weight = TEXT_REGULAR,
                                   .alpha = 1.0f,
                                   .ring = names[i].small,
                                   .id = circuit_choice_id(c, names[i].choice)};
        const char *word = words_get(f->words, names[i].word);
        if (wrap_width(f->text, word, px, TEXT_REGULAR) > 0.23f * plan.patch.w)
            word = words_get(f->words, names[i].short_word);
        snprintf(texts[kept].text, sizeof texts[kept].text, "%s", word);
        labels[kept] = (label){.anchor = {at[0], at[1]},
                               .width = wrap_width(f->text, texts[kept].text, px, TEXT_REGULAR) + 0.5f * px,
                               .height = 1.25f * px,
                               .priority = (float)(LABELS - i)};
        kept++;
    }
    int room = (int)(plan.patch.h / (3.2f * px));
    labels_def def = {.bounds = rect_inset(plan.patch, fmaxf(6.0f, 12.0f * f->unit)),
                      .obstacles = taken,
                      .obstacle_count = taken_count,
                      .middle_x = view.centre_px[0],
                      .gap = fmaxf(3.0f, 0.3f * px),
                      .reach = 0.5f * plan.patch.h,
                      .across = 0.3f * plan.patch.w,
                      .most = room < LABELS ? room : LABELS};
    rect bodies[LABELS_OBSTACLES_MAX];
    def.quiet_count = bodies_aside(c->patch, &view, &def, labels, kept, bodies);
    def.quiet = bodies;
    labels_place(labels, kept, &def);
    for (int i = 0; i < kept; i++)
        if (labels[i].shown)
            labels_draw(f, &labels[i], &texts[i], px);
}
