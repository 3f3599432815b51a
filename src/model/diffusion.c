#include "model/diffusion.h"

#include "base/dmath.h"
#include "base/fnv.h"
#include "base/random.h"
#include "base/simd.h"
#include "model/diffusion_internal.h"
#include "model/diffusion_kernel_1.h"
#include "model/diffusion_kernel_16.h"
#include "model/diffusion_kernel_4.h"
#include "model/diffusion_kernel_8.h"
#include "model/diffusion_patches.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

enum { EVENT_STREAM = 0x9E37 }; // of the seed's streams, the one for what happens at receptors

struct diffusion {
    diffusion_pass pass; // the free molecules
    float *room;         // holds their coordinates
    diffusion_kernel *kernel;
    diffusion_shape shape;
    int lanes, capacity, tiles;
    float tile_side[2];
    uint32_t *id, next_id;
    uint8_t *tile_plugged;
    int64_t *tile_uptake;
    diffusion_patches *patches;
    random_state random;
    diffusion_counts counts;
};

diffusion_def diffusion_def_default(void)
{
    return (diffusion_def){.seed = 1, .capacity = 4096, .d_um2_per_ms = 0.3, .dt_ms = 0.001};
}

static diffusion_shape shape_of(const diffusion_def *def)
{
    if (def->size_um[0] > 0.0)
        return DIFFUSION_BOX;
    if (def->rim_um > 0.0)
        return DIFFUSION_DISC;
    return def->size_um[2] > 0.0 ? DIFFUSION_SLAB : DIFFUSION_UNBOUNDED;
}

static void check_def(const diffusion_def *def)
{
    assert(def->capacity > 0 && def->d_um2_per_ms > 0.0 && def->dt_ms > 0.0);
    assert((def->size_um[0] > 0.0) == (def->size_um[1] > 0.0));
    assert(def->size_um[2] > 0.0 || (def->size_um[0] <= 0.0 && def->rim_um <= 0.0));
    assert(def->rim_um <= 0.0 || def->size_um[0] <= 0.0);
    assert(def->patch_count == 0 || (def->patches && def->size_um[2] > 0.0));
    assert(def->tiles == 0 || def->size_um[0] > 0.0);
    (void)def; // without assertions
}

// The widest that both this processor and the caller allow.
static diffusion_kernel *choose_kernel(const diffusion_def *def, diffusion_shape shape, int *lanes)
{
    bool chances = def->patch_count > 0 || def->tiles > 0;
    for (*lanes = def->lanes > 0 ? def->lanes : 16; *lanes > 1; *lanes /= 2) {
        diffusion_kernel *kernel = NULL;
        if (*lanes == 16)
            kernel = diffusion_kernel_16(shape, chances);
        else if (*lanes == 8)
            kernel = diffusion_kernel_8(shape, chances);
        else if (*lanes == 4)
            kernel = diffusion_kernel_4(shape, chances);
        if (kernel && simd_can_run(*lanes))
            return kernel;
    }
    return diffusion_kernel_1(shape, chances);
}

// splitmix64 (Steele, Lea & Flood 2014, doi:10.1145/2660193.2660195) spreads the seed over all streams.
static void seed_streams(diffusion_pass *p, uint64_t seed)
{
    for (int word = 0; word < 4; word++) {
        for (int stream = 0; stream < DIFFUSION_STREAMS; stream++) {
            seed += 0x9E3779B97F4A7C15u;
            uint64_t z = seed;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
            p->random[word][stream] = (uint32_t)(z ^ (z >> 31)) | (word == 0);
        }
    }
}

static void set_walls(diffusion_pass *p, const diffusion_def *def)
{
    for (int axis = 0; axis < 3; axis++) {
        p->size[axis] = (float)def->size_um[axis];
        p->twice_size[axis] = 2.0f * p->size[axis];
        p->over_twice_size[axis] = p->size[axis] > 0.0f ? 1.0f / p->twice_size[axis] : 0.0f;
    }
    p->rim_squared = (float)(def->rim_um * def->rim_um);
    p->probe_squared = (float)(def->probe_um * def->probe_um);
}

static bool make_room(diffusion *d, const diffusion_def *def)
{
    size_t room = ((size_t)def->capacity + DIFFUSION_BLOCK - 1) / DIFFUSION_BLOCK * DIFFUSION_BLOCK;
    const size_t line = 64 / sizeof(float); // the arrays begin at cache lines, which is faster
    d->room = calloc(3 * room + line, sizeof *d->room);
    if (!d->room)
        return false;
    d->pass.x = d->room + (line - (uintptr_t)d->room / sizeof(float) % line) % line;
    d->pass.y = d->pass.x + room;
    d->pass.z = d->pass.y + room;
    d->id = calloc(room, sizeof *d->id);
    d->pass.events = calloc(room, sizeof *d->pass.events);
    size_t tiles = (size_t)def->tiles * (size_t)def->tiles;
    d->tile_plugged = calloc(tiles + 1, sizeof *d->tile_plugged);
    d->tile_uptake = calloc(tiles + 1, sizeof *d->tile_uptake);
    if (!d->id || !d->pass.events || !d->tile_plugged || !d->tile_uptake)
        return false;
    for (size_t i = 0; i < tiles; i++)
        d->tile_uptake[i] = -1;
    return true;
}

diffusion *diffusion_create(const diffusion_def *def)
{
    check_def(def);
    diffusion *d = calloc(1, sizeof *d);
    if (!d)
        return NULL;
    d->patches = diffusion_patches_create(
        def->patches, def->patch_count,
        (diffusion_patches_pace){.dt_ms = def->dt_ms, .d_um2_per_ms = def->d_um2_per_ms});
    if (!d->patches || !make_room(d, def)) {
        diffusion_destroy(d);
        return NULL;
    }
    d->shape = shape_of(def);
    d->kernel = choose_kernel(def, d->shape, &d->lanes);
    d->capacity = def->capacity;
    d->random = random_make(def->seed, EVENT_STREAM);
    d->tiles = def->tiles;
    set_walls(&d->pass, def);
    seed_streams(&d->pass, def->seed);
    d->pass.minus_two_variance = (float)(-4.0 * def->d_um2_per_ms * def->dt_ms);
    d->pass.bind_chance = (float)diffusion_patches_chance(d->patches);
    d->pass.tile_chance = 2.0f;
    if (def->tiles > 0) {
        double taken = def->tile_speed_um_per_ms * sqrt(DMATH_PI * def->dt_ms / def->d_um2_per_ms);
        d->pass.tile_chance = (float)(1.0 - taken);
        for (int axis = 0; axis < 2; axis++)
            d->tile_side[axis] = d->pass.size[axis] / (float)def->tiles;
    }
    return d;
}

void diffusion_destroy(diffusion *d)
{
    if (!d)
        return;
    free(d->room);
    free(d->pass.events);
    free(d->id);
    free(d->tile_plugged);
    free(d->tile_uptake);
    diffusion_patches_destroy(d->patches);
    free(d);
}

static void append(diffusion *d, float x, float y, float z, uint32_t id)
{
    int i = d->pass.count++;
    d->pass.x[i] = x;
    d->pass.y[i] = y;
    d->pass.z[i] = z;
    d->id[i] = id;
}

static void take_out(diffusion *d, int i)
{
    int last = --d->pass.count;
    d->pass.x[i] = d->pass.x[last];
    d->pass.y[i] = d->pass.y[last];
    d->pass.z[i] = d->pass.z[last];
    d->id[i] = d->id[last];
}

static int room_left(const diffusion *d)
{
    return d->capacity - d->pass.count - d->counts.bound;
}

int diffusion_release(diffusion *d, int count, float x, float y, float z)
{
    if (count > room_left(d))
        count = room_left(d);
    for (int i = 0; i < count; i++)
        append(d, x, y, z, d->next_id++);
    d->counts.released += count;
    return count;
}

static void hold(diffusion *d, int patch, uint32_t id)
{
    diffusion_patches_bind(d->patches, patch, id, d->counts.steps, &d->random);
    d->counts.bound++;
}

bool diffusion_bind(diffusion *d, int patch)
{
    if (diffusion_patches_bound(d->patches, patch) || room_left(d) < 1)
        return false;
    hold(d, patch, d->next_id++);
    d->counts.released++;
    return true;
}

void diffusion_dismiss_free(diffusion *d)
{
    d->counts.dismissed += d->pass.count;
    d->pass.count = 0;
}

void diffusion_skip(diffusion *d, int64_t steps)
{
    d->counts.steps += steps;
    for (int patch; (patch = diffusion_patches_due(d->patches, d->counts.steps)) >= 0;) {
        diffusion_patches_let_go(d->patches, patch);
        d->counts.bound--;
        d->counts.unbindings++;
        d->counts.dismissed++;
    }
}

void diffusion_plug_tile(diffusion *d, int tile, bool plugged)
{
    assert(tile >= 0 && tile < d->tiles * d->tiles);
    d->tile_plugged[tile] = plugged;
}

// Where the mirrors bring an end of a step to, as the kernels do it.
static float folded(const diffusion_pass *p, int axis, float q)
{
    float images = (q * p->over_twice_size[axis] + 12582912.0f) - 12582912.0f;
    float place = fabsf(q - images * p->twice_size[axis]);
    return place < p->size[axis] ? place : p->size[axis];
}

static void in_walls(const diffusion *d, float *x, float *y)
{
    if (d->shape == DIFFUSION_BOX) {
        *x = folded(&d->pass, 0, *x);
        *y = folded(&d->pass, 1, *y);
    }
}

// Whether the molecule was taken up by the tile under the end of its step.
static bool take_up(diffusion *d, const diffusion_event *e)
{
    if (!(e->to[2] < 0.0f && e->chance > d->pass.tile_chance))
        return false;
    float x = e->to[0], y = e->to[1];
    in_walls(d, &x, &y);
    int column = (int)(x / d->tile_side[0]), row = (int)(y / d->tile_side[1]);
    column = column < d->tiles ? column : d->tiles - 1;
    row = row < d->tiles ? row : d->tiles - 1;
    int tile = row * d->tiles + column;
    if (d->tile_plugged[tile])
        return false;
    d->tile_uptake[tile] = d->counts.steps;
    d->counts.taken_up++;
    return true;
}

// Follows the crossings of the receptors' wall one by one. A crossing that passes the lottery of the largest
// chance may bind; e->chance, uniform over all outcomes, says which crossing is the first to pass.
static bool bind(diffusion *d, const diffusion_event *e, uint32_t id)
{
    double chance = d->pass.bind_chance, passed = 0.0;
    float images = (e->to[2] * d->pass.over_twice_size[2] + 12582912.0f) - 12582912.0f;
    int crossings = (int)fabsf(images);
    double height = images < 0.0f ? -(double)d->pass.size[2] : (double)d->pass.size[2];
    double rise = 1.0 / ((double)e->to[2] - (double)e->from[2]);
    for (int i = 0; i < crossings; i++) {
        bool passes = passed >= 1.0 && random_uniform(&d->random) < chance;
        if (passed < 1.0) {
            passed += chance * (1.0 - passed);
            passes = (double)e->chance < passed;
            passed = passes ? 1.0 : passed;
        }
        if (!passes)
            continue;
        double along = ((2.0 * i + 1.0) * height - (double)e->from[2]) * rise;
        float x = e->from[0] + (float)(along * (double)(e->to[0] - e->from[0]));
        float y = e->from[1] + (float)(along * (double)(e->to[1] - e->from[1]));
        in_walls(d, &x, &y);
        int patch = diffusion_patches_at(d->patches, x, y);
        if (patch < 0 || diffusion_patches_bound(d->patches, patch))
            continue;
        double share = diffusion_patches_share(d->patches, patch);
        if (share < 1.0 && random_uniform(&d->random) >= share)
            continue;
        hold(d, patch, id);
        d->counts.bindings++;
        return true;
    }
    return false;
}

static bool near_axis(const diffusion *d, float x, float y)
{
    return x * x + y * y < d->pass.probe_squared;
}

// Narrow vectors note the two halves of a block in turns; what happens must not depend on that.
static void sort_events(diffusion_event *events, int count)
{
    for (int i = 1; i < count; i++) {
        diffusion_event e = events[i];
        int place = i;
        for (; place > 0 && events[place - 1].index > e.index; place--)
            events[place] = events[place - 1];
        events[place] = e;
    }
}

static void settle_events(diffusion *d)
{
    diffusion_pass *p = &d->pass;
    sort_events(p->events, p->event_count);
    for (int i = 0; i < p->event_count; i++) {
        diffusion_event *e = &p->events[i];
        if (e->gone) {
            d->counts.over_rim++;
            continue;
        }
        bool bound = bind(d, e, d->id[e->index]);
        if (bound && d->shape == DIFFUSION_DISC && near_axis(d, e->to[0], e->to[1]))
            p->near_axis--;
        e->gone = bound || (d->shape == DIFFUSION_BOX && take_up(d, e));
    }
    for (int i = p->event_count - 1; i >= 0; i--)
        if (p->events[i].gone)
            take_out(d, p->events[i].index);
}

static void let_go(diffusion *d)
{
    for (int patch; (patch = diffusion_patches_due(d->patches, d->counts.steps)) >= 0;) {
        const diffusion_patch *p = diffusion_patches_get(d->patches, patch);
        append(d, p->x, p->y, d->pass.size[2], diffusion_patches_let_go(d->patches, patch));
        d->counts.bound--;
        d->counts.unbindings++;
        if (d->shape == DIFFUSION_DISC && near_axis(d, p->x, p->y))
            d->pass.near_axis++;
    }
}

void diffusion_step(diffusion *d)
{
    d->counts.steps++;
    d->pass.event_count = 0;
    d->pass.near_axis = 0;
    d->kernel(&d->pass);
    settle_events(d);
    let_go(d);
}

diffusion_molecules diffusion_free(const diffusion *d)
{
    return (diffusion_molecules){d->pass.count, d->pass.x, d->pass.y, d->pass.z, d->id};
}

int diffusion_near_axis(const diffusion *d)
{
    return d->pass.near_axis;
}

bool diffusion_patch_bound(const diffusion *d, int patch)
{
    return diffusion_patches_bound(d->patches, patch);
}

uint32_t diffusion_patch_molecule(const diffusion *d, int patch)
{
    return diffusion_patches_molecule(d->patches, patch);
}

bool diffusion_tile_plugged(const diffusion *d, int tile)
{
    return d->tile_plugged[tile];
}

int64_t diffusion_tile_uptake(const diffusion *d, int tile)
{
    return d->tile_uptake[tile];
}

diffusion_counts diffusion_counts_of(const diffusion *d)
{
    diffusion_counts counts = d->counts;
    counts.free = d->pass.count;
    return counts;
}

int diffusion_lanes(const diffusion *d)
{
    return d->lanes;
}

uint64_t diffusion_hash(const diffusion *d)
{
    diffusion_counts counts = diffusion_counts_of(d);
    size_t free_bytes = (size_t)d->pass.count * sizeof(float);
    uint64_t hash = fnv1a64(FNV1A64_START, &counts, sizeof counts);
    hash = fnv1a64(hash, d->pass.x, free_bytes);
    hash = fnv1a64(hash, d->pass.y, free_bytes);
    hash = fnv1a64(hash, d->pass.z, free_bytes);
    hash = fnv1a64(hash, d->id, free_bytes);
    hash = fnv1a64(hash, d->tile_plugged, (size_t)d->tiles * (size_t)d->tiles);
    return diffusion_patches_hash(d->patches, hash);
}
