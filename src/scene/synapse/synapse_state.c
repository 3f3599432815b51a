#include "scene/synapse/synapse_state.h"

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
