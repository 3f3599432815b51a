#include "scene/circuit/circuit_patch_create.h"

#include "base/random.h"
#include "scene/circuit/circuit_grow.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { STREAM_CHOICE = 0x50A7C, STREAM_PLACES, STREAM_SHAPES };

static const float pi = 3.14159265f;

// --- who is drawn

typedef struct drawn_links {
    uint8_t to[CIRCUIT_PATCH_CELLS][CIRCUIT_PATCH_CELLS];
    int count[CIRCUIT_PATCH_CELLS];
} drawn_links;

static void find_links(const circuit *c, const circuit_patch *p, drawn_links *links)
{
    int8_t place[CIRCUIT_CELLS];
    memset(place, -1, sizeof place);
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++)
        place[p->cells[i].model_cell] = (int8_t)i;
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        int n = 0;
        const uint16_t *targets = circuit_cell_targets(c, p->cells[i].model_cell, &n);
        links->count[i] = 0;
        for (int k = 0; k < n; k++)
            if (place[targets[k]] >= 0)
                links->to[i][links->count[i]++] = (uint8_t)place[targets[k]];
    }
}

static bool is_drawn(const circuit_patch *p, int model_cell)
{
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++)
        if (p->cells[i].model_cell == model_cell)
            return true;
    return false;
}

// Drawn cells at random, exchanged until each has at least three targets among them.
static void choose_cells(const circuit *c, circuit_patch *p, drawn_links *links, random_state *r)
{
    static const int least = 3, tries = 400;
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++)
        p->cells[i].model_cell = UINT16_MAX;
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        circuit_patch_cell *cell = &p->cells[i];
        cell->pyramidal = i < CIRCUIT_PATCH_PYRAMIDAL;
        int id = 0;
        do {
            id = cell->pyramidal ? (int)random_below(r, CIRCUIT_PYRAMIDAL_CELLS)
                                 : CIRCUIT_PYRAMIDAL_CELLS + (int)random_below(r, CIRCUIT_INTERNEURON_CELLS);
        } while (is_drawn(p, id));
        cell->model_cell = (uint16_t)id;
    }
    for (int n = 0; n < tries; n++) {
        find_links(c, p, links);
        int poor = 0;
        while (poor < CIRCUIT_PATCH_CELLS && links->count[poor] >= least)
            poor++;
        if (poor == CIRCUIT_PATCH_CELLS)
            return;
        int id = 0;
        do {
            id = p->cells[poor].pyramidal
                     ? (int)random_below(r, CIRCUIT_PYRAMIDAL_CELLS)
                     : CIRCUIT_PYRAMIDAL_CELLS + (int)random_below(r, CIRCUIT_INTERNEURON_CELLS);
        } while (is_drawn(p, id));
        p->cells[poor].model_cell = (uint16_t)id;
    }
    find_links(c, p, links);
}

// --- where they stand

static float between(random_state *r, float low, float high)
{
    return low + (high - low) * (float)random_uniform(r);
}

static float apart(const float a[3], const float b[3])
{
    // In the depth cells may stand closer: there fog and size tell them apart.
    float dx = 0.55f * (a[0] - b[0]), dy = a[1] - b[1], dz = 1.15f * (a[2] - b[2]);
    return dx * dx + dy * dy + dz * dz;
}

// The best of many random places: the one farthest from all others.
static void place_cell(circuit_patch *p, int index, float low, float high, random_state *r)
{
    static const int tries = 60;
    float best = -1.0f;
    for (int t = 0; t < tries; t++) {
        float at[3] = {between(r, -0.86f, 0.86f) * CIRCUIT_PATCH_HALF_DEPTH_UM,
                       between(r, -0.93f, 0.93f) * CIRCUIT_PATCH_HALF_WIDTH_UM, between(r, low, high)};
        float nearest = INFINITY;
        for (int i = 0; i < index; i++)
            nearest = fminf(nearest, apart(at, p->cells[i].centre));
        if (nearest > best) {
            best = nearest;
            memcpy(p->cells[index].centre, at, sizeof at);
        }
    }
}

static void place_cells(circuit_patch *p, random_state *r)
{
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        bool upper = i % 5 < 3;
        if (i >= CIRCUIT_PATCH_PYRAMIDAL)
            place_cell(p, i, -165.0f, 95.0f, r);
        else if (upper)
            place_cell(p, i, -8.0f, 80.0f, r);
        else
            place_cell(p, i, -160.0f, -75.0f, r);
        p->cells[i].size = i >= CIRCUIT_PATCH_PYRAMIDAL ? between(r, 10.5f, 12.0f)
                           : upper                      ? between(r, 9.6f, 11.2f)
                                                        : between(r, 12.0f, 13.6f);
    }
}

// Of the drawn axons only: the four nearest targets of each cell. Long ones count for more than their length.
static float wire_length(const circuit_patch *p, const drawn_links *links)
{
    enum { NEAREST = 4 };
    float sum = 0.0f;
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        float best[NEAREST] = {INFINITY, INFINITY, INFINITY, INFINITY};
        for (int k = 0; k < links->count[i]; k++) {
            float d = apart(p->cells[i].centre, p->cells[links->to[i][k]].centre);
            for (int n = 0; n < NEAREST; n++)
                if (d < best[n]) {
                    float pushed = best[n];
                    best[n] = d;
                    d = pushed;
                }
        }
        for (int n = 0; n < NEAREST && isfinite(best[n]); n++)
            sum += best[n];
    }
    return sum;
}

// Which of the cells stands where is free: exchanging places within a layer shortens the axons, so that they
// can be followed.
static void shorten_axons(circuit_patch *p, const drawn_links *links, random_state *r)
{
    static const int tries = 8000;
    float length = wire_length(p, links);
    for (int n = 0; n < tries; n++) {
        int a = (int)random_below(r, CIRCUIT_PATCH_CELLS), b = (int)random_below(r, CIRCUIT_PATCH_CELLS);
        circuit_patch_cell *first = &p->cells[a], *second = &p->cells[b];
        if (a == b || first->pyramidal != second->pyramidal)
            continue;
        circuit_patch_cell was_first = *first, was_second = *second;
        memcpy(first->centre, was_second.centre, sizeof first->centre);
        memcpy(second->centre, was_first.centre, sizeof second->centre);
        first->size = was_second.size;
        second->size = was_first.size;
        float now = wire_length(p, links);
        if (now < length) {
            length = now;
        } else {
            *first = was_first;
            *second = was_second;
        }
    }
}

// The nearest of a cell's targets, pyramidal ones first for interneurons: a basket belongs to a pyramid.
static void choose_outputs(circuit_patch *p, const drawn_links *links, random_state *r)
{
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        circuit_patch_cell *cell = &p->cells[i];
        bool taken[CIRCUIT_PATCH_CELLS] = {false};
        int most = 3 + (int)random_below(r, cell->pyramidal ? 2 : 3);
        cell->output_count = 0;
        while (cell->output_count < most && cell->output_count < links->count[i]) {
            float best = INFINITY;
            int chosen = -1;
            for (int k = 0; k < links->count[i]; k++) {
                int to = links->to[i][k];
                float cost = apart(cell->centre, p->cells[to].centre);
                if (!cell->pyramidal && !p->cells[to].pyramidal)
                    cost += 160.0f * 160.0f;
                if (!taken[to] && cost < best) {
                    best = cost;
                    chosen = to;
                }
            }
            taken[chosen] = true;
            cell->outputs[cell->output_count++] = (uint8_t)chosen;
        }
    }
}

// --- form

static void unit(float v[3])
{
    float length = sqrtf(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    for (int i = 0; i < 3; i++)
        v[i] /= fmaxf(length, 1e-6f);
}

static void grow_tuft(circuit_grow *g, circuit_growth from, random_state *r)
{
    // Two limbs that divide once or twice and spread below the surface.
    for (int limb = 0; limb < 2; limb++) {
        circuit_growth a = from;
        float turn = between(r, 0.0f, 2.0f * pi), spread = between(r, 0.5f, 0.9f);
        float out = limb == 0 ? 1.0f : -1.0f;
        a.direction[0] += 0.5f * spread * sinf(turn);
        a.direction[1] += out * spread;
        unit(a.direction);
        a.length = between(r, 26.0f, 42.0f);
        a.radius_from = 0.92f * from.radius_to;
        a.radius_to = 0.66f * from.radius_to;
        a.pull[2] = 0.06f;
        circuit_growth end = circuit_grow_neurite(g, &a, r);
        int twigs = 2 + (random_uniform(r) < 0.4);
        for (int t = 0; t < twigs; t++) {
            circuit_growth b = end;
            float lean = twigs == 2 ? (t == 0 ? 0.55f : -0.55f) : 0.75f * ((float)t - 1.0f);
            b.direction[1] += lean;
            b.direction[0] += between(r, -0.5f, 0.5f);
            unit(b.direction);
            b.length = between(r, 28.0f, 54.0f);
            b.radius_from = 0.9f * end.radius_to;
            b.radius_to = 0.5f;
            b.pull[2] = 0.02f;
            circuit_grow_neurite(g, &b, r);
        }
    }
}

static void grow_oblique(circuit_grow *g, const circuit_patch_point *root, int index, random_state *r)
{
    float turn = between(r, 0.0f, 2.0f * pi);
    circuit_growth a = {.length = between(r, 30.0f, 62.0f),
                        .radius_from = 0.62f * root->radius,
                        .radius_to = 0.5f,
                        .path = root->path,
                        .wander = 0.16f,
                        .cell = index,
                        .part = CIRCUIT_PART_APICAL};
    memcpy(a.at, root->at, sizeof a.at);
    a.direction[0] = sinf(turn);
    a.direction[1] = 1.4f * cosf(turn);
    a.direction[2] = between(r, 0.25f, 0.7f);
    unit(a.direction);
    circuit_grow_neurite(g, &a, r);
}

static void grow_apical(circuit_grow *g, circuit_patch_cell *cell, int index, random_state *r)
{
    circuit_growth trunk = {.wander = 0.035f, .cell = index, .part = CIRCUIT_PART_APICAL};
    float start = 1.3f * cell->size; // inside the soma, which narrows to less than the trunk
    for (int k = 0; k < 3; k++) {
        trunk.at[k] = cell->centre[k] + start * cell->axis[k];
        trunk.direction[k] = cell->axis[k];
    }
    trunk.path = start;
    trunk.length = fmaxf(CIRCUIT_PATCH_LAYER_1_UM + between(r, 2.0f, 22.0f) - trunk.at[2], 16.0f);
    trunk.radius_from = 0.27f * cell->size;
    trunk.radius_to = 0.15f * cell->size;
    trunk.pull[2] = 0.07f;
    size_t first = g->points;
    circuit_growth end = circuit_grow_neurite(g, &trunk, r);
    size_t count = g->points - first;
    memcpy(cell->apical, g->patch->points[first + count / 2].at, sizeof cell->apical);
    int obliques = trunk.length > 120.0f ? 4 : trunk.length > 50.0f ? 2 : 1;
    for (int i = 0; i < obliques; i++) {
        float share = (0.4f + (float)i) / (float)obliques;
        size_t at = first + (size_t)(0.85f * share * (float)(count - 1)) + 1;
        circuit_patch_point root = g->patch->points[at < first + count ? at : first + count - 1];
        grow_oblique(g, &root, index, r);
    }
    grow_tuft(g, end, r);
}

// Stems leave the soma all round, a pyramid's below its middle; most divide once.
static void grow_basal(circuit_grow *g, const circuit_patch_cell *cell, int index, random_state *r)
{
    int stems = cell->pyramidal ? 4 + (int)random_below(r, 2) : 5 + (int)random_below(r, 2);
    float turn = between(r, 0.0f, 2.0f * pi);
    for (int i = 0; i < stems; i++) {
        float around = turn + 2.0f * pi * ((float)i + between(r, -0.2f, 0.2f)) / (float)stems;
        float rise = cell->pyramidal ? between(r, -0.75f, -0.1f) : between(r, -0.85f, 0.85f);
        circuit_growth a = {.wander = cell->pyramidal ? 0.11f : 0.17f,
                            .cell = index,
                            .part = CIRCUIT_PART_DENDRITE,
                            .beads = cell->pyramidal ? 0.0f : 0.34f};
        if (cell->pyramidal) {
            a.direction[0] = sinf(around);
            a.direction[1] = 1.25f * cosf(around);
            a.direction[2] = rise;
        } else {
            a.direction[0] = 0.8f * sinf(around) * sqrtf(1.0f - rise * rise);
            a.direction[1] = cosf(around);
            a.direction[2] = sinf(around) * 0.9f + 0.3f * rise;
        }
        unit(a.direction);
        for (int k = 0; k < 3; k++)
            a.at[k] = cell->centre[k] + 0.45f * cell->size * a.direction[k] -
                      (cell->pyramidal ? 0.2f * cell->size * cell->axis[k] : 0.0f);
        a.path = 0.45f * cell->size;
        a.length = between(r, 24.0f, 36.0f) * (cell->pyramidal ? 1.0f : 0.8f);
        a.radius_from = (cell->pyramidal ? 0.30f : 0.24f) * cell->size;
        a.radius_to = cell->pyramidal ? 1.25f : 0.95f;
        a.flare = true;
        circuit_growth end = circuit_grow_neurite(g, &a, r);
        int twigs = random_uniform(r) < 0.8 ? 2 : 1;
        for (int t = 0; t < twigs; t++) {
            circuit_growth b = end;
            b.flare = false;
            float lean = twigs == 1 ? 0.0f : t == 0 ? 0.5f : -0.5f;
            b.direction[2] += lean * between(r, 0.6f, 1.2f);
            b.direction[0] += between(r, -0.5f, 0.5f);
            unit(b.direction);
            b.length = between(r, 26.0f, 50.0f) * (cell->pyramidal ? 1.0f : 0.85f);
            b.radius_from = 0.9f * end.radius_to;
            b.radius_to = 0.45f;
            circuit_grow_neurite(g, &b, r);
        }
    }
}

static void grow_cells(circuit_grow *g, random_state *r)
{
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++) {
        circuit_patch_cell *cell = &g->patch->cells[i];
        cell->axis[0] = cell->pyramidal ? between(r, -0.07f, 0.07f) : between(r, -0.5f, 0.5f);
        cell->axis[1] = cell->pyramidal ? between(r, -0.09f, 0.09f) : between(r, -0.8f, 0.8f);
        cell->axis[2] = 1.0f;
        unit(cell->axis);
        if (cell->pyramidal)
            grow_apical(g, cell, i, r);
        grow_basal(g, cell, i, r);
    }
    // Axons last: they end on dendrites that must be there.
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++)
        circuit_grow_axon(g, i, r);
    for (int i = 0; i < CIRCUIT_PATCH_CELLS; i++)
        circuit_grow_sites(g, i, r);
}

circuit_patch *circuit_patch_create(const circuit *c)
{
    circuit_patch *p = calloc(1, sizeof *p);
    if (!p)
        return NULL;
    uint32_t seed = circuit_def_of(c).seed;
    random_state choice = random_make(seed, STREAM_CHOICE), places = random_make(seed, STREAM_PLACES),
                 shapes = random_make(seed, STREAM_SHAPES);
    drawn_links links;
    choose_cells(c, p, &links, &choice);
    place_cells(p, &places);
    shorten_axons(p, &links, &places);
    choose_outputs(p, &links, &choice);
    circuit_grow g = {.patch = p};
    if (!circuit_grow_begin(&g)) {
        circuit_patch_destroy(p);
        return NULL;
    }
    grow_cells(&g, &shapes);
    circuit_grow_end(&g);
    return p;
}
