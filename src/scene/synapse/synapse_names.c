#include "scene/synapse/synapse_names.h"

#include "scene/synapse/synapse_machine.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const ids[SYNAPSE_NAMES] = {"bouton",   "vesicle",   "serotonin", "sert",   "ssri",
                                               "receptor", "glutamate", "ampa",      "nmda",   "mg",
                                               "ketamine", "density",   "astrocyte", "uptake", "post"};

const char *synapse_name_id(synapse_name n)
{
    return ids[n];
}

bool synapse_name_on(synapse_name n, side s)
{
    switch (n) {
    case SYNAPSE_NAME_BOUTON:
    case SYNAPSE_NAME_VESICLE:
    case SYNAPSE_NAME_POST:
        return true;
    case SYNAPSE_NAME_SEROTONIN:
    case SYNAPSE_NAME_SERT:
    case SYNAPSE_NAME_SSRI:
    case SYNAPSE_NAME_5HT:
        return s == SIDE_SSRI;
    default:
        return s == SIDE_KETAMINE;
    }
}

static int machines_of(synapse_name n)
{
    switch (n) {
    case SYNAPSE_NAME_SERT:
        return SYNAPSE_SERTS;
    case SYNAPSE_NAME_5HT:
        return SYNAPSE_5HT_RECEPTORS;
    case SYNAPSE_NAME_AMPA:
        return SYNAPSE_AMPA;
    case SYNAPSE_NAME_NMDA:
        return SYNAPSE_NMDA;
    case SYNAPSE_NAME_UPTAKE:
        return SYNAPSE_UPTAKES;
    default:
        return 0;
    }
}

int synapse_machine_index(synapse_name n, int number)
{
    if (number < 0 || number >= machines_of(n))
        return -1;
    int first = n == SYNAPSE_NAME_5HT      ? SYNAPSE_SERTS
                : n == SYNAPSE_NAME_NMDA   ? SYNAPSE_AMPA
                : n == SYNAPSE_NAME_UPTAKE ? SYNAPSE_RECEPTORS
                                           : 0;
    return first + number;
}

bool synapse_choice_read(const char *id, synapse_choice *out)
{
    if (!id || !id[0])
        return false;
    size_t length = strcspn(id, ".");
    for (int n = 0; n < SYNAPSE_NAMES; n++) {
        if (strlen(ids[n]) != length || strncmp(ids[n], id, length) != 0)
            continue;
        *out = (synapse_choice){(synapse_name)n, -1};
        if (!id[length])
            return true;
        char *end = NULL;
        long number = strtol(id + length + 1, &end, 10);
        if (end == id + length + 1 || *end || number < 1 || number > machines_of((synapse_name)n))
            return false;
        out->number = (int)number - 1;
        return true;
    }
    return false;
}

void synapse_choice_write(synapse_choice c, char *out, size_t capacity)
{
    if (c.number < 0)
        snprintf(out, capacity, "%s", ids[c.name]);
    else
        snprintf(out, capacity, "%s.%d", ids[c.name], c.number + 1);
}

static const synapse_name with_machines[] = {SYNAPSE_NAME_SERT, SYNAPSE_NAME_5HT, SYNAPSE_NAME_AMPA,
                                             SYNAPSE_NAME_NMDA, SYNAPSE_NAME_UPTAKE};

void synapse_ids_make(synapse *y)
{
    for (size_t k = 0; k < sizeof with_machines / sizeof with_machines[0]; k++) {
        synapse_name n = with_machines[k];
        side s = synapse_name_on(n, SIDE_SSRI) ? SIDE_SSRI : SIDE_KETAMINE;
        for (int i = 0; i < machines_of(n); i++)
            synapse_choice_write((synapse_choice){n, i}, y->ids[s][synapse_machine_index(n, i)],
                                 SYNAPSE_ID_MAX);
    }
}

const char *synapse_machine_id(const synapse *y, synapse_name n, int number)
{
    int index = synapse_machine_index(n, number);
    return index < 0 ? ids[n] : y->ids[synapse_name_on(n, SIDE_SSRI) ? SIDE_SSRI : SIDE_KETAMINE][index];
}

// --- where

static void at_machine(const synapse_machine *m, float lift, float out[3])
{
    lift *= synapse_machine_towards(m->kind) * synapse_machine_width(m->kind);
    out[0] = m->at[0] - lift * sinf(m->lean);
    out[1] = m->at[1];
    out[2] = m->at[2] + lift * cosf(m->lean);
}

// Which state of a machine shows a part: any, with a plug, without, with magnesium.
typedef enum wanted { WANTED_ANY, WANTED_DRUG, WANTED_MG, WANTED_FREE } wanted;

// How much of a machine others hide that stand before it.
static float hidden(const synapse_sight *g, const synapse_machine *m)
{
    float sum = 0.0f;
    for (int i = 0; i < g->machine_count; i++) {
        const synapse_machine *o = &g->machines[i];
        float nearer = m->at[1] - o->at[1];
        if (m->at[2] == o->at[2] && nearer > 0.0f && nearer < 0.7f && synapse_machine_stands(o))
            sum += fmaxf(0.0f, 1.0f - fabsf(m->at[0] - o->at[0]) / 0.17f);
    }
    return sum;
}

// The machine that is best seen: in front, and not far from where its name finds room.
static int best_machine(const synapse_sight *g, synapse_kind kind, wanted w, float beside)
{
    int best = -1;
    float least = INFINITY;
    for (int i = 0; i < g->machine_count; i++) {
        const synapse_machine *m = &g->machines[i];
        bool fits = w == WANTED_ANY || (w == WANTED_DRUG && m->drug_in) ||
                    (w == WANTED_MG && m->mg_in && !m->drug_in) || (w == WANTED_FREE && !m->drug_in);
        if (m->kind != kind || !fits || !synapse_machine_stands(m))
            continue;
        float cost = m->at[1] + 0.40f * fabsf(m->at[0] - beside) + 0.8f * hidden(g, m);
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

static bool at_best(const synapse_sight *g, synapse_kind kind, wanted w, float beside, float lift,
                    float out[3])
{
    int i = best_machine(g, kind, w, beside);
    if (i < 0)
        return false;
    at_machine(&g->machines[i], lift, out);
    return true;
}

// A place in the cleft that stays, as long as there are molecules about it: a name that ran after one of them
// would not be read.
static bool at_cloud(const synapse_sight *g, side s, float out[3])
{
    enum { ENOUGH = 8 };
    static const float places[SIDE_COUNT][3] = {{0.45f, -0.2f, -0.02f}, {0.60f, -0.2f, 0.10f}};
    const float *place = places[s];
    const float reach = 0.32f;
    int near = 0;
    for (int i = 0; i < g->molecule_count && near < ENOUGH; i++) {
        const float *m = g->molecules[i];
        float dx = m[0] - place[0], dy = m[1] - place[1], dz = m[2] - place[2];
        near += dx * dx + dy * dy + dz * dz < reach * reach;
    }
    memcpy(out, place, sizeof places[s]);
    return near >= ENOUGH;
}

static bool put(float out[3], float x, float y, float z)
{
    out[0] = x;
    out[1] = y;
    out[2] = z;
    return true;
}

// One that stands to the right and low, where its name finds room.
static bool at_vesicle(const synapse_sight *g, float out[3])
{
    float least = INFINITY;
    for (int i = 0; i < g->vesicle_count; i++) {
        const float *v = g->vesicles[i].at;
        float dx = v[0] - 0.6f, dz = v[2] - SYNAPSE_CEILING - 0.2f, d = dx * dx + 2.0f * dz * dz;
        if (d < least) {
            least = d;
            memcpy(out, v, 3 * sizeof *out);
        }
    }
    return least < INFINITY;
}

bool synapse_focus(const synapse *y, side s, synapse_choice c, float out[3])
{
    const synapse_sight *g = &y->sight[s];
    int machine = synapse_machine_index(c.name, c.number);
    // A molecule moves: a closer look does not run after it. The far wall would be looked at from within the
    // sending cell.
    bool moves = c.name == SYNAPSE_NAME_SEROTONIN || c.name == SYNAPSE_NAME_GLUTAMATE,
         far = c.name == SYNAPSE_NAME_ASTROCYTE || c.name == SYNAPSE_NAME_UPTAKE;
    if (!synapse_name_on(c.name, s) || moves || far)
        return false;
    // Of a channel its pore is looked into.
    if (c.name == SYNAPSE_NAME_NMDA && machine < 0)
        return at_best(g, SYNAPSE_DRAWN_NMDA, WANTED_ANY, 0.0f, 0.55f, out);
    if (machine >= 0 && machine < g->machine_count && s == SIDE_KETAMINE) {
        at_machine(&g->machines[machine], c.name == SYNAPSE_NAME_NMDA ? 0.55f : 0.4f, out);
        return true;
    }
    return synapse_where(y, s, c, out);
}

bool synapse_where(const synapse *y, side s, synapse_choice c, float out[3])
{
    const synapse_sight *g = &y->sight[s];
    if (!synapse_name_on(c.name, s))
        return false;
    int machine = synapse_machine_index(c.name, c.number);
    if (machine >= 0 && machine < g->machine_count) {
        at_machine(&g->machines[machine], 0.35f, out);
        return true;
    }
    switch (c.name) {
    case SYNAPSE_NAME_BOUTON: // where no pump stands before its membrane
        return s == SIDE_SSRI ? put(out, -0.64f, SYNAPSE_FRONT, 0.60f)
                              : put(out, 0.62f, SYNAPSE_FRONT, SYNAPSE_CEILING + 0.035f);
    case SYNAPSE_NAME_VESICLE:
        return at_vesicle(g, out);
    case SYNAPSE_NAME_SEROTONIN:
    case SYNAPSE_NAME_GLUTAMATE:
        return at_cloud(g, s, out);
    case SYNAPSE_NAME_SERT:
        return at_best(g, SYNAPSE_DRAWN_SERT, WANTED_FREE, 0.3f, -0.05f, out) ||
               at_best(g, SYNAPSE_DRAWN_SERT, WANTED_ANY, 0.3f, -0.05f, out);
    case SYNAPSE_NAME_SSRI:
        return at_best(g, SYNAPSE_DRAWN_SERT, WANTED_DRUG, -0.4f, 0.75f, out);
    case SYNAPSE_NAME_5HT:
        return at_best(g, SYNAPSE_DRAWN_5HT, WANTED_ANY, -0.4f, 0.1f, out);
    case SYNAPSE_NAME_AMPA:
        return at_best(g, SYNAPSE_DRAWN_AMPA, WANTED_ANY, -0.2f, 0.5f, out);
    case SYNAPSE_NAME_NMDA: {
        // On one of its jaws: what sits between them has names of its own.
        bool any = at_best(g, SYNAPSE_DRAWN_NMDA, WANTED_ANY, 0.4f, 0.40f, out);
        out[0] += any ? 0.44f * synapse_machine_width(SYNAPSE_DRAWN_NMDA) : 0.0f;
        return any;
    }
    case SYNAPSE_NAME_MG:
        return at_best(g, SYNAPSE_DRAWN_NMDA, WANTED_MG, 0.4f, 0.44f, out);
    case SYNAPSE_NAME_KETAMINE:
        return at_best(g, SYNAPSE_DRAWN_NMDA, WANTED_DRUG, -0.5f, 0.75f, out);
    case SYNAPSE_NAME_DENSITY:
        return put(out, 0.42f, SYNAPSE_FRONT, SYNAPSE_FLOOR - SYNAPSE_MEMBRANE - 0.045f);
    case SYNAPSE_NAME_ASTROCYTE:
        return put(out, -1.72f, 2.71f, 0.0f);
    case SYNAPSE_NAME_UPTAKE:
        at_machine(&g->machines[SYNAPSE_RECEPTORS + 3], 0.2f, out);
        return g->machine_count > SYNAPSE_RECEPTORS;
    case SYNAPSE_NAME_POST:
        return s == SIDE_SSRI ? put(out, 0.80f, SYNAPSE_FRONT, SYNAPSE_FLOOR - 0.5f * SYNAPSE_MEMBRANE)
                              : put(out, -0.80f, SYNAPSE_FRONT, SYNAPSE_FLOOR - SYNAPSE_MEMBRANE - 0.03f);
    default:
        return false;
    }
}
