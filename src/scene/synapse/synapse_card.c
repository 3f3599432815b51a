// What a part is called, what it does, and its state now.
#include "scene/kit/card.h"
#include "scene/synapse/synapse_names.h"
#include "scene/synapse/synapse_overlay.h"
#include "scene/synapse/synapse_plan.h"

#include <math.h>
#include <stdio.h>

static int count_machines(const synapse_sight *g, synapse_kind kind, bool (*is)(const synapse_machine *))
{
    int n = 0;
    for (int i = 0; i < g->machine_count; i++)
        n += g->machines[i].kind == kind && is(&g->machines[i]);
    return n;
}

static bool is_held(const synapse_machine *m)
{
    return m->held;
}

static bool is_drugged(const synapse_machine *m)
{
    return m->drug_in;
}

static bool has_mg(const synapse_machine *m)
{
    return m->mg_in && !m->drug_in;
}

static message counted(const char *id, int count, int of)
{
    message m = message_make(id);
    message_number(&m, "count", count, 0);
    message_number(&m, "of", of, 0);
    return m;
}

// The state of one machine.
static message machine_state(const synapse_machine *m)
{
    switch (m->kind) {
    case SYNAPSE_DRAWN_AMPA:
        return message_make(m->held ? "synapse.state.ampa.open" : "synapse.state.ampa.closed");
    case SYNAPSE_DRAWN_NMDA:
        if (m->drug_in)
            return message_make("synapse.state.nmda.ketamine");
        if (m->mg_in)
            return message_make(m->held ? "synapse.state.nmda.mg_held" : "synapse.state.nmda.mg");
        return message_make(m->held ? "synapse.state.nmda.open" : "synapse.state.nmda.closed");
    case SYNAPSE_DRAWN_UPTAKE:
        return message_make(m->bound > 0.5f ? "synapse.state.uptake.near" : "synapse.state.uptake.free");
    case SYNAPSE_DRAWN_5HT:
        return message_make(m->held ? "synapse.state.receptor.bound" : "synapse.state.receptor.free");
    default:
        return message_make(m->drug_in         ? "synapse.state.sert.plugged"
                            : m->turned > 0.0f ? "synapse.state.sert.turning"
                                               : "synapse.state.sert.free");
    }
}

// The state of a kind of part on a side; no id where there is nothing to say.
static message kind_state(const synapse *y, side s, synapse_name n)
{
    const synapse_sight *g = &y->sight[s];
    switch (n) {
    case SYNAPSE_NAME_SEROTONIN:
    case SYNAPSE_NAME_GLUTAMATE:
        return counted("synapse.now.molecules", g->molecule_count, 0);
    case SYNAPSE_NAME_SERT:
    case SYNAPSE_NAME_SSRI:
        return counted("synapse.now.sert", count_machines(g, SYNAPSE_DRAWN_SERT, is_drugged), SYNAPSE_SERTS);
    case SYNAPSE_NAME_5HT:
        return counted("synapse.now.receptor", count_machines(g, SYNAPSE_DRAWN_5HT, is_held),
                       SYNAPSE_5HT_RECEPTORS);
    case SYNAPSE_NAME_AMPA:
        return counted("synapse.now.ampa", count_machines(g, SYNAPSE_DRAWN_AMPA, is_held), SYNAPSE_AMPA);
    case SYNAPSE_NAME_NMDA:
    case SYNAPSE_NAME_KETAMINE:
        return counted("synapse.now.ketamine", count_machines(g, SYNAPSE_DRAWN_NMDA, is_drugged),
                       SYNAPSE_NMDA);
    case SYNAPSE_NAME_MG:
        return counted("synapse.now.mg", count_machines(g, SYNAPSE_DRAWN_NMDA, has_mg), SYNAPSE_NMDA);
    case SYNAPSE_NAME_POST: {
        if (s == SIDE_SSRI)
            return message_make(NULL);
        message m = message_make("synapse.now.voltage");
        message_number(&m, "mv", synapse_glutamate_state_of(y->glutamate).now.voltage_mV, 0);
        return m;
    }
    case SYNAPSE_NAME_VESICLE:
    case SYNAPSE_NAME_BOUTON: {
        double since = s == SIDE_SSRI ? synapse_serotonin_state_of(y->serotonin).since_release_s
                                      : synapse_glutamate_state_of(y->glutamate).since_release_s;
        return message_make(since < 0.5 ? "synapse.now.releasing" : "synapse.now.quiet");
    }
    default:
        return message_make(NULL);
    }
}

message synapse_state_message(const synapse *y, side s, synapse_choice c)
{
    int machine = synapse_machine_index(c.name, c.number);
    if (!synapse_name_on(c.name, s) || !y->glutamate || !y->serotonin)
        return message_make(NULL);
    return machine >= 0 ? machine_state(&y->sight[s].machines[machine]) : kind_state(y, s, c.name);
}

// --- the card on the stage

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
