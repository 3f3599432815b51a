#include "scene/synapse_names.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const ids[SYNAPSE_NAMES] = {"bouton",   "vesicle",   "serotonin", "sert", "ssri",
                                               "receptor", "glutamate", "ampa",      "nmda", "mg",
                                               "ketamine", "density",   "astrocyte", "post"};

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
    default:
        return 0;
    }
}

int synapse_machine_index(synapse_name n, int number)
{
    if (number < 0 || number >= machines_of(n))
        return -1;
    bool second = n == SYNAPSE_NAME_5HT || n == SYNAPSE_NAME_NMDA;
    return number + (n == SYNAPSE_NAME_5HT ? SYNAPSE_SERTS : second ? SYNAPSE_AMPA : 0);
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
                                             SYNAPSE_NAME_NMDA};

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
    float towards, z = synapse_machine_height(m->kind, &towards);
    out[0] = m->at[0];
    out[1] = m->at[1];
    out[2] = z + towards * lift * synapse_machine_width(m->kind);
}

// Which state of a machine shows a part: any, with a plug, without, with magnesium.
typedef enum wanted { WANTED_ANY, WANTED_DRUG, WANTED_MG, WANTED_FREE } wanted;

// How much of a machine others hide that stand before it.
static float hidden(const synapse_sight *g, const synapse_machine *m)
{
    float sum = 0.0f;
    for (int i = 0; i < g->machine_count; i++) {
        const synapse_machine *o = &g->machines[i];
        float towards_m, towards_o, nearer = m->at[1] - o->at[1];
        synapse_machine_height(m->kind, &towards_m);
        synapse_machine_height(o->kind, &towards_o);
        if (towards_m == towards_o && nearer > 0.0f && nearer < 0.7f && o->at[1] > SYNAPSE_FRONT)
            sum += fmaxf(0.0f, 1.0f - fabsf(m->at[0] - o->at[0]) / 0.17f);
    }
    return sum;
}

// The machine that is best seen: in front, and not far aside.
static int best_machine(const synapse_sight *g, synapse_kind kind, wanted w)
{
    int best = -1;
    float least = INFINITY;
    for (int i = 0; i < g->machine_count; i++) {
        const synapse_machine *m = &g->machines[i];
        bool fits = w == WANTED_ANY || (w == WANTED_DRUG && m->drug_in) ||
                    (w == WANTED_MG && m->mg_in && !m->drug_in) || (w == WANTED_FREE && !m->drug_in);
        if (m->kind != kind || !fits || m->at[1] < SYNAPSE_FRONT)
            continue;
        float cost = m->at[1] + 0.40f * fabsf(m->at[0] - 0.1f) + 0.8f * hidden(g, m);
        if (cost < least) {
            least = cost;
            best = i;
        }
    }
    return best;
}

static bool at_best(const synapse_sight *g, synapse_kind kind, wanted w, float lift, float out[3])
{
    int i = best_machine(g, kind, w);
    if (i < 0)
        return false;
    at_machine(&g->machines[i], lift, out);
    return true;
}

// A place in the cleft that stays, as long as there are molecules about it: a name that ran after one of them
// would not be read.
static bool at_cloud(const synapse_sight *g, float out[3])
{
    enum { ENOUGH = 8 };
    static const float place[3] = {0.46f, -0.2f, 0.06f};
    const float reach = 0.32f;
    int near = 0;
    for (int i = 0; i < g->molecule_count && near < ENOUGH; i++) {
        const float *m = g->molecules[i];
        float dx = m[0] - place[0], dy = m[1] - place[1], dz = m[2] - place[2];
        near += dx * dx + dy * dy + dz * dz < reach * reach;
    }
    memcpy(out, place, sizeof place);
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
    case SYNAPSE_NAME_BOUTON:
        return put(out, 0.66f, SYNAPSE_FRONT, SYNAPSE_CEILING + 0.035f);
    case SYNAPSE_NAME_VESICLE:
        return at_vesicle(g, out);
    case SYNAPSE_NAME_SEROTONIN:
    case SYNAPSE_NAME_GLUTAMATE:
        return at_cloud(g, out);
    case SYNAPSE_NAME_SERT:
        return at_best(g, SYNAPSE_DRAWN_SERT, WANTED_FREE, 0.3f, out) ||
               at_best(g, SYNAPSE_DRAWN_SERT, WANTED_ANY, 0.3f, out);
    case SYNAPSE_NAME_SSRI:
        return at_best(g, SYNAPSE_DRAWN_SERT, WANTED_DRUG, 0.9f, out);
    case SYNAPSE_NAME_5HT:
        return at_best(g, SYNAPSE_DRAWN_5HT, WANTED_ANY, 0.4f, out);
    case SYNAPSE_NAME_AMPA:
        return at_best(g, SYNAPSE_DRAWN_AMPA, WANTED_ANY, 0.5f, out);
    case SYNAPSE_NAME_NMDA:
        return at_best(g, SYNAPSE_DRAWN_NMDA, WANTED_ANY, 0.6f, out);
    case SYNAPSE_NAME_MG:
        return at_best(g, SYNAPSE_DRAWN_NMDA, WANTED_MG, 0.08f, out);
    case SYNAPSE_NAME_KETAMINE:
        return at_best(g, SYNAPSE_DRAWN_NMDA, WANTED_DRUG, 0.15f, out);
    case SYNAPSE_NAME_DENSITY:
        return put(out, 0.42f, SYNAPSE_FRONT, SYNAPSE_FLOOR - SYNAPSE_MEMBRANE - 0.07f);
    case SYNAPSE_NAME_ASTROCYTE:
        return put(out, -2.05f, 2.0f, -0.1f);
    case SYNAPSE_NAME_POST:
        return put(out, s == SIDE_SSRI ? -0.95f : -1.02f, SYNAPSE_FRONT, s == SIDE_SSRI ? -0.6f : -0.55f);
    default:
        return false;
    }
}
