#include "model/synapse_serotonin.h"

#include "base/dmath.h"
#include "base/fnv.h"
#include "base/random.h"
#include "model/synapse_field.h"
#include "model/synapse_membrane.h"

#include <math.h>
#include <stdlib.h>

// Random streams of a seed, one for each thing that must not disturb the others.
enum { STREAM_PLACES = 21, STREAM_START, STREAM_PLUGS, STREAM_SITES };

enum {
    PULSE_TICKS = 120,  // 48 ms
    SETTLED_TICKS = 20, // after so long a pulse keeps its shape over the height and only fades
    STEPS = SYNAPSE_STEPS_PER_TICK,
    CAPACITY = 6000
};

#define TICK_MS (SYNAPSE_SEROTONIN_MS_PER_S / SYNAPSE_TICKS_PER_S)
#define STEP_S (1.0 / (SYNAPSE_TICKS_PER_S * SYNAPSE_STEPS_PER_TICK))
#define UM3_PER_MOLECULE_UM (1000.0 / SYNAPSE_PER_MM_UM3) // micromolar from molecules per um^3
#define VOLUME_UM3 (SYNAPSE_SEROTONIN_SIDE_UM * SYNAPSE_SEROTONIN_SIDE_UM * SYNAPSE_SEROTONIN_HEIGHT_UM)
#define ON_PER_MM_MS (1000.0 * SYNAPSE_5HT_OFF_PER_MS / SYNAPSE_5HT_KD_UM)

// What becomes of one pulse in the mean: the share still free after each tick, then `fade` a tick.
typedef struct pulse {
    synapse_field at[SETTLED_TICKS + 1];
    double share[SETTLED_TICKS + 1], fade;
} pulse;

// The mean over the time between two pulses, long after the first.
typedef struct pulse_cycle {
    synapse_serotonin_levels at[PULSE_TICKS + 1];
} pulse_cycle;

struct synapse_serotonin {
    synapse_serotonin_def def;
    diffusion *molecules;
    diffusion_patch patch[SYNAPSE_5HT_RECEPTORS];
    random_state plugs, sites;
    pulse_cycle before;
    double bound;
    int phase, step; // ticks since the pulse, steps in this tick
    int last_site, next_site;
    bool released;
    double owed; // parts of a step not yet made
    int64_t releases, ticks;
    synapse_serotonin_sample past[SYNAPSE_HISTORY]; // tick n at n mod SYNAPSE_HISTORY
};

synapse_serotonin_def synapse_serotonin_def_default(void)
{
    return (synapse_serotonin_def){.seed = 7};
}

static void follow_pulse(pulse *p, double occupancy)
{
    synapse_field f =
        synapse_field_slab(SYNAPSE_SEROTONIN_HEIGHT_UM, SYNAPSE_SERT_SPEED_UM_PER_MS * (1.0 - occupancy),
                           SYNAPSE_SEROTONIN_D_UM2_PER_MS);
    for (int tick = 0; tick <= SETTLED_TICKS; tick++) {
        p->at[tick] = f;
        p->share[tick] = synapse_field_total(&f);
        for (int i = 0; i < STEPS; i++)
            synapse_field_step(&f, SYNAPSE_SEROTONIN_DT_MS, tick == 0);
    }
    p->fade = p->share[SETTLED_TICKS] / p->share[SETTLED_TICKS - 1];
}

static double share_after(const pulse *p, int ticks)
{
    if (ticks <= SETTLED_TICKS)
        return p->share[ticks];
    return p->share[SETTLED_TICKS] * dmath_pow(p->fade, ticks - SETTLED_TICKS);
}

static double micromolar(double molecules)
{
    return molecules / VOLUME_UM3 * UM3_PER_MOLECULE_UM;
}

static double bound_step(double bound, double serotonin_uM, double dt_ms)
{
    return synapse_bound_step(bound, ON_PER_MM_MS, SYNAPSE_5HT_OFF_PER_MS, 1e-3 * serotonin_uM, dt_ms);
}

static void make_cycle(pulse_cycle *c, const pulse *p)
{
    double earlier = 1.0 / (1.0 - dmath_pow(p->fade, PULSE_TICKS)); // of all pulses but the last one, summed
    for (int tick = 0; tick <= PULSE_TICKS; tick++) {
        double left = share_after(p, tick) + share_after(p, tick + PULSE_TICKS) * earlier;
        c->at[tick].serotonin_uM = micromolar(SYNAPSE_PULSE * left);
    }
    double bound = 0.0;
    for (int round = 0; round < 5; round++) {
        for (int tick = 0; tick < PULSE_TICKS; tick++) {
            c->at[tick].bound = bound;
            double mean = 0.5 * (c->at[tick].serotonin_uM + c->at[tick + 1].serotonin_uM);
            bound = bound_step(bound, mean, TICK_MS);
        }
    }
    c->at[PULSE_TICKS].bound = bound;
}

void synapse_serotonin_site(int site, float *x, float *y)
{
    static const float places[SYNAPSE_SITES][2] = {
        {1.0f, 1.0f}, {0.55f, 0.55f}, {1.45f, 0.65f}, {1.35f, 1.45f}, {0.6f, 1.4f}};
    *x = places[site][0];
    *y = places[site][1];
}

static void place_receptors(synapse_serotonin *s)
{
    random_state r = random_make(s->def.seed, STREAM_PLACES);
    const double edge = SYNAPSE_5HT_RECEPTOR_UM, apart = 3.0 * SYNAPSE_5HT_RECEPTOR_UM;
    const double reach = SYNAPSE_SEROTONIN_SIDE_UM - 2.0 * edge;
    for (int i = 0; i < SYNAPSE_5HT_RECEPTORS;) {
        double x = edge + reach * random_uniform(&r), y = edge + reach * random_uniform(&r);
        bool free = true;
        for (int k = 0; k < i && free; k++) {
            double dx = x - (double)s->patch[k].x, dy = y - (double)s->patch[k].y;
            free = dx * dx + dy * dy > apart * apart;
        }
        if (free)
            s->patch[i++] = (diffusion_patch){(float)x, (float)y, (float)SYNAPSE_5HT_RECEPTOR_UM,
                                              ON_PER_MM_MS / SYNAPSE_PER_MM_UM3, SYNAPSE_5HT_OFF_PER_MS};
    }
}

// Exactly round(100 occ) of them.
static void plug_first(synapse_serotonin *s)
{
    int tile[SYNAPSE_SERTS], plugged = (int)(SYNAPSE_SERTS * s->def.occupancy + 0.5);
    for (int i = 0; i < SYNAPSE_SERTS; i++)
        tile[i] = i;
    for (int i = 0; i < plugged; i++) {
        int other = i + (int)random_below(&s->plugs, (uint32_t)(SYNAPSE_SERTS - i));
        diffusion_plug_tile(s->molecules, tile[other], true);
        tile[other] = tile[i];
    }
}

// Where a walk between the walls 0 and `side` has come to.
static float wandered(double from, double spread, double side, random_state *r)
{
    double q = fabs(from + spread * random_normal(r)) / (2.0 * side);
    q -= floor(q);
    return (float)(2.0 * side * (q > 0.5 ? 1.0 - q : q));
}

static void draw_pulse(synapse_serotonin *s, const pulse *p, int age_ticks, int site, random_state *r)
{
    const synapse_field *f = &p->at[age_ticks < SETTLED_TICKS ? age_ticks : SETTLED_TICKS];
    double there = share_after(p, age_ticks);
    double spread = sqrt(2.0 * SYNAPSE_SEROTONIN_D_UM2_PER_MS * TICK_MS * age_ticks);
    float x, y;
    synapse_serotonin_site(site, &x, &y);
    for (int i = 0; i < SYNAPSE_PULSE; i++) {
        if (random_uniform(r) >= there)
            continue;
        double height = age_ticks > 0 ? synapse_field_sample(f, random_uniform(r)) : 0.0;
        float to_x = wandered((double)x, spread, SYNAPSE_SEROTONIN_SIDE_UM, r);
        float to_y = wandered((double)y, spread, SYNAPSE_SEROTONIN_SIDE_UM, r);
        diffusion_release(s->molecules, 1, to_x, to_y, (float)height);
    }
}

// The course of the curves up to now: the mean over many synapses in the same conditions.
static void fill_past(synapse_serotonin *s, const pulse_cycle *mean)
{
    int phase = s->phase;
    for (int back = 0; back < SYNAPSE_HISTORY; back++) {
        s->past[SYNAPSE_HISTORY - 1 - back] = (synapse_serotonin_sample){
            .now = mean->at[phase],
            .before = s->before.at[phase],
            .bound_drawn = (float)mean->at[phase].bound,
            .release = phase == 0,
        };
        phase = phase > 0 ? phase - 1 : PULSE_TICKS - 1;
    }
    s->ticks = SYNAPSE_HISTORY;
}

static bool draw_start(synapse_serotonin *s)
{
    pulse *p = malloc(sizeof *p);
    if (!p)
        return false;
    pulse_cycle mean;
    random_state r = random_make(s->def.seed, STREAM_START);
    follow_pulse(p, 0.0);
    make_cycle(&s->before, p);
    follow_pulse(p, s->def.occupancy);
    make_cycle(&mean, p);
    s->phase = (int)random_below(&r, PULSE_TICKS);
    s->last_site = (int)random_below(&s->sites, SYNAPSE_SITES);
    s->next_site = (int)random_below(&s->sites, SYNAPSE_SITES);
    fill_past(s, &mean);
    int site = s->last_site;
    for (int age = s->phase; SYNAPSE_PULSE * share_after(p, age) > 1e-3; age += PULSE_TICKS) {
        draw_pulse(s, p, age, site, &r);
        site = (int)random_below(&r, SYNAPSE_SITES);
    }
    free(p);
    s->bound = mean.at[s->phase].bound;
    for (int i = 0; i < SYNAPSE_5HT_RECEPTORS; i++)
        if (random_uniform(&r) < s->bound)
            diffusion_bind(s->molecules, i);
    return true;
}

static diffusion *make_molecules(const synapse_serotonin *s)
{
    diffusion_def d = diffusion_def_default();
    d.seed = s->def.seed;
    d.capacity = CAPACITY;
    d.d_um2_per_ms = SYNAPSE_SEROTONIN_D_UM2_PER_MS;
    d.dt_ms = SYNAPSE_SEROTONIN_DT_MS;
    d.size_um[0] = d.size_um[1] = SYNAPSE_SEROTONIN_SIDE_UM;
    d.size_um[2] = SYNAPSE_SEROTONIN_HEIGHT_UM;
    d.tiles = SYNAPSE_SERT_SIDE;
    d.tile_speed_um_per_ms = SYNAPSE_SERT_SPEED_UM_PER_MS;
    d.patch_count = SYNAPSE_5HT_RECEPTORS;
    d.patches = s->patch;
    return diffusion_create(&d);
}

static double clamped(double occupancy)
{
    return occupancy > 0.0 ? fmin(occupancy, SYNAPSE_OCCUPANCY_MOST) : 0.0;
}

synapse_serotonin *synapse_serotonin_create(const synapse_serotonin_def *def)
{
    synapse_serotonin *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->def = *def;
    s->def.occupancy = clamped(def->occupancy);
    s->plugs = random_make(def->seed, STREAM_PLUGS);
    s->sites = random_make(def->seed, STREAM_SITES);
    place_receptors(s);
    s->molecules = make_molecules(s);
    if (!s->molecules || !draw_start(s)) {
        synapse_serotonin_destroy(s);
        return NULL;
    }
    plug_first(s);
    return s;
}

void synapse_serotonin_destroy(synapse_serotonin *s)
{
    if (!s)
        return;
    diffusion_destroy(s->molecules);
    free(s);
}

void synapse_serotonin_set(synapse_serotonin *s, const synapse_serotonin_def *def)
{
    double before = s->def.occupancy;
    s->def.occupancy = clamped(def->occupancy);
    for (int i = 0; i < SYNAPSE_SERTS && s->def.occupancy != before; i++) {
        bool plugged = diffusion_tile_plugged(s->molecules, i);
        plugged = synapse_carry(plugged, before, s->def.occupancy, &s->plugs);
        diffusion_plug_tile(s->molecules, i, plugged);
    }
}

static void flip_plugs(synapse_serotonin *s)
{
    for (int i = 0; i < SYNAPSE_SERTS; i++) {
        bool plugged = diffusion_tile_plugged(s->molecules, i);
        plugged = synapse_flip(plugged, s->def.occupancy, SYNAPSE_FLIP_PER_S, &s->plugs);
        diffusion_plug_tile(s->molecules, i, plugged);
    }
}

static synapse_serotonin_levels levels_now(const synapse_serotonin *s)
{
    return (synapse_serotonin_levels){micromolar(diffusion_counts_of(s->molecules).free), s->bound};
}

static int bound_of(const synapse_serotonin *s)
{
    return diffusion_counts_of(s->molecules).bound;
}

static void end_tick(synapse_serotonin *s)
{
    s->step = 0;
    flip_plugs(s);
    if (++s->phase >= PULSE_TICKS)
        synapse_serotonin_release(s);
    s->past[s->ticks++ % SYNAPSE_HISTORY] = (synapse_serotonin_sample){
        .now = levels_now(s),
        .before = s->before.at[s->phase],
        .bound_drawn = (float)bound_of(s) / SYNAPSE_5HT_RECEPTORS,
        .release = s->released,
    };
    s->released = false;
}

void synapse_serotonin_advance(synapse_serotonin *s, double display_s)
{
    s->owed += display_s * (SYNAPSE_TICKS_PER_S * STEPS);
    // 1e-6: sixty sixtieths are not quite one.
    for (; s->owed >= 1.0 - 1e-6; s->owed -= 1.0) {
        diffusion_step(s->molecules);
        s->bound = bound_step(s->bound, levels_now(s).serotonin_uM, SYNAPSE_SEROTONIN_DT_MS);
        if (++s->step == STEPS)
            end_tick(s);
    }
}

int synapse_serotonin_release(synapse_serotonin *s)
{
    float x, y;
    s->last_site = s->next_site;
    s->next_site = (int)random_below(&s->sites, SYNAPSE_SITES);
    s->phase = 0;
    s->released = true;
    s->releases++;
    synapse_serotonin_site(s->last_site, &x, &y);
    return diffusion_release(s->molecules, SYNAPSE_PULSE, x, y, 0.0f);
}

diffusion_molecules synapse_serotonin_molecules(const synapse_serotonin *s)
{
    return diffusion_free(s->molecules);
}

diffusion_counts synapse_serotonin_counts(const synapse_serotonin *s)
{
    return diffusion_counts_of(s->molecules);
}

synapse_sert synapse_serotonin_sert(const synapse_serotonin *s, int sert)
{
    const float side = (float)(SYNAPSE_SEROTONIN_SIDE_UM / SYNAPSE_SERT_SIDE);
    int64_t uptake = diffusion_tile_uptake(s->molecules, sert);
    int64_t since = diffusion_counts_of(s->molecules).steps - uptake;
    return (synapse_sert){
        .x = ((float)(sert % SYNAPSE_SERT_SIDE) + 0.5f) * side,
        .y = ((float)(sert / SYNAPSE_SERT_SIDE) + 0.5f) * side,
        .plugged = diffusion_tile_plugged(s->molecules, sert),
        .since_uptake_s = uptake < 0 ? HUGE_VAL : (double)since * STEP_S,
    };
}

synapse_5ht_receptor synapse_serotonin_receptor(const synapse_serotonin *s, int receptor)
{
    return (synapse_5ht_receptor){
        .x = s->patch[receptor].x,
        .y = s->patch[receptor].y,
        .bound = diffusion_patch_bound(s->molecules, receptor),
        .molecule = diffusion_patch_molecule(s->molecules, receptor),
    };
}

synapse_serotonin_sample synapse_serotonin_past(const synapse_serotonin *s, int ticks_ago)
{
    int back = ticks_ago < 0 ? 0 : ticks_ago < SYNAPSE_HISTORY ? ticks_ago : SYNAPSE_HISTORY - 1;
    return s->past[(s->ticks - 1 - back) % SYNAPSE_HISTORY];
}

synapse_serotonin_state synapse_serotonin_state_of(const synapse_serotonin *s)
{
    int64_t steps = diffusion_counts_of(s->molecules).steps;
    synapse_serotonin_state state = {
        .now = levels_now(s),
        .before = s->before.at[s->phase],
        .occupancy = s->def.occupancy,
        .bound = bound_of(s),
        .since_release_s = (s->phase * STEPS + s->step) * STEP_S,
        .last_site = s->last_site,
        .next_site = s->next_site,
        .releases = s->releases,
        .model_ms = (double)steps * SYNAPSE_SEROTONIN_DT_MS,
        .display_s = (double)steps * STEP_S,
    };
    state.to_release_s = PULSE_TICKS * STEPS * STEP_S - state.since_release_s;
    for (int i = 0; i < SYNAPSE_SERTS; i++)
        state.plugged += diffusion_tile_plugged(s->molecules, i);
    return state;
}

uint64_t synapse_serotonin_hash(const synapse_serotonin *s)
{
    uint64_t hash = fnv1a64(diffusion_hash(s->molecules), &s->bound, sizeof s->bound);
    int times[] = {s->phase, s->step, s->last_site, s->next_site};
    return fnv1a64(hash, times, sizeof times);
}
