#include "scene/circuit/circuit_grow.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { POINTS_MAX = 40000, NEURITES_MAX = 4000, TERMINALS_MAX = 2000, SITES_MAX = 1000 };

static const float pi = 3.14159265f;
static const float step_um = 6.0f;

bool circuit_grow_begin(circuit_grow *g)
{
    circuit_patch *p = g->patch;
    p->points = calloc(POINTS_MAX, sizeof *p->points);
    p->neurites = calloc(NEURITES_MAX, sizeof *p->neurites);
    p->terminals = calloc(TERMINALS_MAX, sizeof *p->terminals);
    p->sites = calloc(SITES_MAX, sizeof *p->sites);
    return p->points && p->neurites && p->terminals && p->sites;
}

// Within each population the sites' orders are spread evenly over 0..1, so that the share plugged is the
// share blocked.
static void order_sites(circuit_patch *p, bool pyramidal)
{
    int count = 0;
    for (size_t i = 0; i < p->site_count; i++)
        count += p->cells[p->sites[i].cell].pyramidal == pyramidal;
    float rank[SITES_MAX];
    for (size_t i = 0; i < p->site_count; i++) {
        rank[i] = 0.5f;
        for (size_t k = 0; k < p->site_count; k++)
            if (p->cells[p->sites[k].cell].pyramidal == pyramidal && p->sites[k].order < p->sites[i].order)
                rank[i] += 1.0f;
    }
    for (size_t i = 0; i < p->site_count; i++)
        if (p->cells[p->sites[i].cell].pyramidal == pyramidal)
            p->sites[i].order = rank[i] / (float)count;
}

void circuit_grow_end(circuit_grow *g)
{
    circuit_patch *p = g->patch;
    p->point_count = g->points;
    p->neurite_count = g->neurites;
    p->terminal_count = g->terminals;
    p->site_count = g->sites;
    order_sites(p, true);
    order_sites(p, false);
}

static float between(random_state *r, float low, float high)
{
    return low + (high - low) * (float)random_uniform(r);
}

static void unit(float v[3])
{
    float length = sqrtf(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    for (int i = 0; i < 3; i++)
        v[i] /= fmaxf(length, 1e-6f);
}

static float distance(const float a[3], const float b[3])
{
    float x = a[0] - b[0], y = a[1] - b[1], z = a[2] - b[2];
    return sqrtf(x * x + y * y + z * z);
}

static void begin_neurite(circuit_grow *g, int cell, circuit_part part)
{
    if (g->neurites < NEURITES_MAX)
        g->patch->neurites[g->neurites++] = (circuit_patch_neurite){
            .first = (uint32_t)g->points, .cell = (uint8_t)cell, .part = (uint8_t)part};
}

static void add_point(circuit_grow *g, const float at[3], float radius, float path)
{
    if (g->points >= POINTS_MAX || g->neurites == 0)
        return;
    circuit_patch_point *p = &g->patch->points[g->points++];
    *p = (circuit_patch_point){.at = {at[0], at[1], at[2]}, .radius = radius, .path = path};
    g->patch->neurites[g->neurites - 1].count++;
}

static void add_terminal(circuit_grow *g, const float at[3], float radius, float path, int cell, int target)
{
    if (g->terminals < TERMINALS_MAX)
        g->patch->terminals[g->terminals++] = (circuit_patch_terminal){.at = {at[0], at[1], at[2]},
                                                                       .radius = radius,
                                                                       .path = path,
                                                                       .cell = (uint8_t)cell,
                                                                       .target = (uint8_t)target};
}

// Turns growth back where it would leave the patch.
static void keep_inside(const float at[3], float direction[3])
{
    static const float half[3] = {CIRCUIT_PATCH_HALF_DEPTH_UM, CIRCUIT_PATCH_HALF_WIDTH_UM,
                                  CIRCUIT_PATCH_HALF_HEIGHT_UM};
    for (int i = 0; i < 3; i++) {
        float beyond = fabsf(at[i]) - (half[i] - 14.0f);
        if (beyond > 0.0f)
            direction[i] -= copysignf(fminf(0.04f * beyond, 0.5f), at[i]);
    }
}

circuit_growth circuit_grow_neurite(circuit_grow *g, const circuit_growth *from, random_state *r)
{
    circuit_growth end = *from;
    int steps = (int)fmaxf(2.0f, roundf(from->length / step_um));
    float step = from->length / (float)steps;
    begin_neurite(g, from->cell, from->part);
    float phase = between(r, 0.0f, 2.0f * pi);
    for (int i = 0; i <= steps; i++) {
        float t = (float)i / (float)steps;
        float radius = from->radius_from + (from->radius_to - from->radius_from) * sqrtf(t);
        if (from->flare)
            radius = from->radius_to + (from->radius_from - from->radius_to) * (1.0f - t) * (1.0f - t);
        radius *= 1.0f + from->beads * sinf(phase + 1.9f * (float)i);
        add_point(g, end.at, radius, end.path);
        if (i == steps)
            break;
        for (int k = 0; k < 3; k++)
            end.direction[k] += from->wander * (float)random_normal(r) + from->pull[k];
        keep_inside(end.at, end.direction);
        unit(end.direction);
        for (int k = 0; k < 3; k++)
            end.at[k] += step * end.direction[k];
        end.path += step;
    }
    end.radius_from = end.radius_to = from->radius_to;
    return end;
}

// --- axons

// A smooth branch from the end of the axon's stem to its target.
typedef struct branch {
    float from[3], out[3]; // start and unit direction there
    float to[3], in[3];    // end and unit direction of arrival
    float radius_from, radius_to, path;
    int cell, target;
} branch;

static void hermite(const branch *b, float length, float t, float at[3])
{
    float t2 = t * t, t3 = t2 * t, reach = 0.85f * length;
    for (int k = 0; k < 3; k++)
        at[k] = (2.0f * t3 - 3.0f * t2 + 1.0f) * b->from[k] + (t3 - 2.0f * t2 + t) * reach * b->out[k] +
                (3.0f * t2 - 2.0f * t3) * b->to[k] + (t3 - t2) * reach * b->in[k];
}

// Returns the path at its end.
static float add_branch(circuit_grow *g, const branch *b, random_state *r)
{
    float length = distance(b->from, b->to), path = b->path;
    int steps = (int)fmaxf(4.0f, roundf(1.15f * length / step_um));
    float phase[3] = {between(r, 0.0f, 6.28f), between(r, 0.0f, 6.28f), between(r, 0.0f, 6.28f)};
    float sway = fminf(0.035f * length, 6.0f), last[3] = {b->from[0], b->from[1], b->from[2]};
    bool passing = length > 100.0f && g->patch->cells[b->cell].pyramidal;
    begin_neurite(g, b->cell, CIRCUIT_PART_AXON);
    for (int i = 0; i <= steps; i++) {
        float t = (float)i / (float)steps, at[3];
        hermite(b, length, t, at);
        for (int k = 0; k < 3; k++)
            at[k] += sway * sinf(pi * t) * sinf(phase[k] + 0.045f * length * t);
        path += distance(at, last);
        memcpy(last, at, sizeof last);
        add_point(g, at, b->radius_from + (b->radius_to - b->radius_from) * t, path);
        // On the way: contacts with cells that are not drawn.
        if (passing && (i == steps / 2 || i == 3 * steps / 4))
            add_terminal(g, at, 2.5f, path, b->cell, b->cell);
    }
    return path;
}

// A point on a dendrite of the target, near the source but not always the nearest.
static circuit_patch_point contact(const circuit_grow *g, int target, const float from[3], random_state *r)
{
    const circuit_patch *p = g->patch;
    circuit_patch_point best = {
        .at = {p->cells[target].centre[0], p->cells[target].centre[1], p->cells[target].centre[2]},
        .radius = p->cells[target].size};
    float least = INFINITY;
    for (size_t n = 0; n < g->neurites; n++) {
        const circuit_patch_neurite *run = &p->neurites[n];
        if (run->cell != target || run->part == CIRCUIT_PART_AXON)
            continue;
        for (int i = 2; i < run->count; i += 2) {
            const circuit_patch_point *q = &p->points[run->first + (uint32_t)i];
            float cost = distance(q->at, from) + between(r, 0.0f, 60.0f) + (q->path > 110.0f ? 60.0f : 0.0f);
            if (cost < least) {
                least = cost;
                best = *q;
            }
        }
    }
    return best;
}

static void end_on_dendrite(circuit_grow *g, branch *b, random_state *r)
{
    circuit_patch_point q = contact(g, b->target, b->from, r);
    float out[3], size = g->patch->cells[b->cell].pyramidal ? 3.6f : 3.2f;
    for (int k = 0; k < 3; k++)
        out[k] = b->from[k] - q.at[k] + between(r, -30.0f, 30.0f);
    unit(out);
    for (int k = 0; k < 3; k++) {
        b->to[k] = q.at[k] + (q.radius + 0.8f * size) * out[k];
        b->in[k] = -out[k];
    }
    float path = add_branch(g, b, r);
    add_terminal(g, b->to, size, path, b->cell, b->target);
}

// Twines round the soma of a pyramidal cell, with a terminal every so often.
static void end_as_basket(circuit_grow *g, branch *b, random_state *r)
{
    enum { TURN_STEPS = 22, EVERY = 4 };
    const circuit_patch_cell *c = &g->patch->cells[b->target];
    float start = atan2f(b->from[0] - c->centre[0], b->from[1] - c->centre[1]);
    float way = random_uniform(r) < 0.5 ? -1.0f : 1.0f, low = between(r, -0.5f, -0.1f);
    float ring[TURN_STEPS + 1][3];
    for (int i = 0; i <= TURN_STEPS; i++) {
        float t = (float)i / TURN_STEPS, height = low + 1.35f * t;
        float angle = start + way * (1.55f * pi * t);
        float radius = circuit_patch_soma_radius(true, height) * c->size + 2.3f;
        ring[i][0] = c->centre[0] + radius * sinf(angle) + height * c->size * c->axis[0];
        ring[i][1] = c->centre[1] + radius * cosf(angle) + height * c->size * c->axis[1];
        ring[i][2] = c->centre[2] + height * c->size * c->axis[2];
    }
    for (int k = 0; k < 3; k++) {
        b->to[k] = ring[0][k];
        b->in[k] = ring[1][k] - ring[0][k];
    }
    unit(b->in);
    float path = add_branch(g, b, r);
    begin_neurite(g, b->cell, CIRCUIT_PART_AXON);
    for (int i = 0; i <= TURN_STEPS; i++) {
        path += i > 0 ? distance(ring[i], ring[i - 1]) : 0.0f;
        add_point(g, ring[i], b->radius_to, path);
        if (i % EVERY == 1)
            add_terminal(g, ring[i], 2.9f, path, b->cell, b->target);
    }
}

void circuit_grow_axon(circuit_grow *g, int cell, random_state *r)
{
    const circuit_patch_cell *c = &g->patch->cells[cell];
    circuit_growth stem = {
        .wander = 0.06f, .radius_from = 1.9f, .radius_to = 1.25f, .cell = cell, .part = CIRCUIT_PART_AXON};
    // A pyramid's axon leaves its base, an interneuron's any side, towards where most of its targets are.
    float turn = between(r, 0.0f, 2.0f * pi);
    stem.direction[0] = c->pyramidal ? -c->axis[0] + 0.2f * sinf(turn) : sinf(turn);
    stem.direction[1] = c->pyramidal ? -c->axis[1] + 0.3f * cosf(turn) : cosf(turn);
    stem.direction[2] = c->pyramidal ? -1.0f : between(r, -0.6f, 0.6f);
    unit(stem.direction);
    for (int k = 0; k < 3; k++)
        stem.at[k] = c->centre[k] + 0.7f * c->size * stem.direction[k];
    stem.path = 0.7f * c->size;
    stem.length = c->pyramidal ? between(r, 22.0f, 34.0f) : between(r, 10.0f, 16.0f);
    circuit_growth end = circuit_grow_neurite(g, &stem, r);
    for (int i = 0; i < c->output_count; i++) {
        branch b = {.radius_from = 1.15f,
                    .radius_to = 0.75f,
                    .path = end.path,
                    .cell = cell,
                    .target = c->outputs[i]};
        memcpy(b.from, end.at, sizeof b.from);
        memcpy(b.out, end.direction, sizeof b.out);
        if (!c->pyramidal && g->patch->cells[b.target].pyramidal)
            end_as_basket(g, &b, r);
        else
            end_on_dendrite(g, &b, r);
    }
}

// --- receptors

void circuit_grow_sites(circuit_grow *g, int cell, random_state *r)
{
    enum { RUNS_MAX = 64 };
    const circuit_patch *p = g->patch;
    const circuit_patch_neurite *runs[RUNS_MAX];
    uint32_t count = 0;
    for (size_t n = 0; n < g->neurites && count < RUNS_MAX; n++)
        if (p->neurites[n].cell == cell && p->neurites[n].part != CIRCUIT_PART_AXON)
            runs[count++] = &p->neurites[n];
    // An interneuron's stand close to its body, so that it is seen to be plugged.
    bool pyramidal = p->cells[cell].pyramidal;
    int wanted = pyramidal ? 8 : 14, made = 0;
    float farthest = pyramidal ? 80.0f : 46.0f;
    for (int tries = 0; tries < 400 && made < wanted && count > 0 && g->sites < SITES_MAX; tries++) {
        const circuit_patch_neurite *run = runs[random_below(r, count)];
        const circuit_patch_point *q = &p->points[run->first + random_below(r, run->count)];
        if (q->path > farthest || q->path < p->cells[cell].size)
            continue;
        bool crowded = false;
        for (size_t k = 1; k <= (size_t)made; k++)
            crowded = crowded || distance(p->sites[g->sites - k].at, q->at) < 9.0f;
        if (crowded)
            continue;
        g->patch->sites[g->sites++] = (circuit_patch_site){
            .at = {q->at[0], q->at[1], q->at[2]}, .order = (float)random_uniform(r), .cell = (uint8_t)cell};
        made++;
    }
}
