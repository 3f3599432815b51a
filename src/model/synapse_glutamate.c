#include "model/synapse_glutamate.h"

#include "base/dmath.h"
#include "base/fnv.h"
#include "base/random.h"
#include "model/drivers.h"
#include "model/synapse_glutamate_cycle.h"
#include "model/synapse_membrane.h"

#include <math.h>
#include <stdlib.h>

// Random streams of a seed, one for each thing that must not disturb the others.
enum { STREAM_PLACES = 11, STREAM_START, STREAM_PLUGS, STREAM_MAGNESIUM };

enum { VESICLES_AT_A_TIME = 4 };

struct synapse_glutamate {
    synapse_glutamate_def def;
    diffusion *molecules;
    diffusion_patch patch[SYNAPSE_RECEPTORS];
    bool plugged[SYNAPSE_NMDA], magnesium[SYNAPSE_NMDA];
    random_state plugs, pores;
    glutamate_transient transient;
    glutamate_cycle before;
    glutamate_timing timing, next_timing;
    synapse_membrane membrane;
    synapse_membrane_conditions conditions;
    double gain, block, mM;
    int phase, step; // ticks since the release, steps in this tick
    int depolarised_steps;
    bool fast, released;
    double owed;                                         // parts of a step not yet made
    int64_t releases, since_release, model_steps, ticks; // since_release: in steps of the model
    synapse_glutamate_sample past[SYNAPSE_HISTORY];      // tick n at n mod SYNAPSE_HISTORY
};

synapse_glutamate_def synapse_glutamate_def_default(void)
{
    return (synapse_glutamate_def){
        .seed = 7, .target = SYNAPSE_INTERNEURON, .scale = SYNAPSE_SEEN, .magnesium = true};
}

static double nmda_factor(const synapse_glutamate_def *def)
{
    return def->scale == SYNAPSE_SEEN ? SYNAPSE_NMDA_SEEN_FACTOR : 1.0;
}

// Scale `seen` raises the affinity for both targets alike, so that they keep their order.
static double block_of(const synapse_glutamate_def *def)
{
    double c = def->ketamine_uM;
    if (def->scale == SYNAPSE_SEEN)
        c *= DRIVERS_HALF_BLOCK_INTERNEURON_UM / SYNAPSE_HALF_BLOCK_SEEN_UM;
    return def->target == SYNAPSE_PYRAMIDAL ? drivers_block_pyramidal(c) : drivers_block_interneuron(c);
}

static double gain_of(const synapse_glutamate_def *def)
{
    if (def->target != SYNAPSE_PYRAMIDAL)
        return 1.0;
    return drivers_glutamate_gain(fmin(def->ketamine_uM, DRIVERS_GAIN_VALID_UM));
}

static double plugged_share(const synapse_glutamate *s)
{
    int plugged = 0;
    for (int i = 0; i < SYNAPSE_NMDA; i++)
        plugged += s->plugged[i];
    return (double)plugged / SYNAPSE_NMDA;
}

// Uniform over the density, discs apart from each other by at least their width again, so that they can be
// drawn larger than they are.
static void place_receptors(synapse_glutamate *s)
{
    random_state r = random_make(s->def.seed, STREAM_PLACES);
    const double reach = SYNAPSE_GLUTAMATE_DENSITY_UM - SYNAPSE_RECEPTOR_UM,
                 apart = 4.0 * SYNAPSE_RECEPTOR_UM;
    for (int i = 0; i < SYNAPSE_RECEPTORS;) {
        double x = (2.0 * random_uniform(&r) - 1.0) * reach, y = (2.0 * random_uniform(&r) - 1.0) * reach;
        bool free = x * x + y * y < reach * reach;
        for (int k = 0; k < i && free; k++) {
            double dx = x - (double)s->patch[k].x, dy = y - (double)s->patch[k].y;
            free = dx * dx + dy * dy > apart * apart;
        }
        if (!free)
            continue;
        bool ampa = i < SYNAPSE_AMPA;
        double alpha =
            ampa ? SYNAPSE_AMPA_ALPHA_PER_MM_MS : SYNAPSE_NMDA_ALPHA_PER_MM_MS * nmda_factor(&s->def);
        s->patch[i++] = (diffusion_patch){
            .x = (float)x,
            .y = (float)y,
            .radius = (float)SYNAPSE_RECEPTOR_UM,
            .k_on_um3_per_ms = alpha / SYNAPSE_PER_MM_UM3,
            .k_off_per_ms = ampa ? SYNAPSE_AMPA_BETA_PER_MS : SYNAPSE_NMDA_BETA_PER_MS,
        };
    }
}

static void take_conditions(synapse_glutamate *s)
{
    s->block = block_of(&s->def);
    s->gain = gain_of(&s->def);
    s->next_timing = glutamate_timing_of(s->gain);
    s->conditions = (synapse_membrane_conditions){
        .nmda_factor = nmda_factor(&s->def),
        .magnesium_mM = s->def.magnesium ? SYNAPSE_MAGNESIUM_MM : 0.0,
        .blocked = plugged_share(s),
    };
}

// The mean before the dose: the same switches, no ketamine, release at rest.
static void make_before(synapse_glutamate *s)
{
    synapse_membrane_conditions c = s->conditions;
    c.blocked = 0.0;
    glutamate_cycle_make(&s->before, &s->transient, 1.0, &c);
}

static void draw_molecules(synapse_glutamate *s, const synapse_field *at_phase, random_state *r)
{
    if (s->phase >= s->timing.slow_ticks)
        return;
    double there = synapse_field_total(at_phase);
    for (int i = 0; i < SYNAPSE_VESICLE; i++) {
        if (random_uniform(r) >= there)
            continue;
        double distance = synapse_field_sample(at_phase, random_uniform(r)), sine, cosine;
        dmath_sincos(2.0 * DMATH_PI * random_uniform(r), &sine, &cosine);
        double height = s->phase > 0 ? SYNAPSE_GLUTAMATE_HEIGHT_UM * random_uniform(r) : 0.0;
        diffusion_release(s->molecules, 1, (float)(distance * cosine), (float)(distance * sine),
                          (float)height);
    }
}

// The course of the curves up to now: the mean over many synapses in the same conditions.
static void fill_past(synapse_glutamate *s, const glutamate_cycle *mean)
{
    int phase = s->phase;
    for (int back = 0; back < SYNAPSE_HISTORY; back++) {
        s->past[SYNAPSE_HISTORY - 1 - back] = (synapse_glutamate_sample){
            .now = mean->at[phase],
            .before = glutamate_cycle_after(&s->before, mean->steps[phase]),
            .ampa_drawn = (float)mean->at[phase].ampa,
            .nmda_drawn = (float)mean->at[phase].nmda,
            .release = phase == 0,
            .fast_forward = phase >= mean->timing.slow_ticks,
        };
        phase = phase > 0 ? phase - 1 : mean->timing.ticks - 1;
    }
    s->ticks = SYNAPSE_HISTORY;
}

static void draw_start(synapse_glutamate *s, random_state *r)
{
    synapse_membrane_conditions c = s->conditions;
    c.blocked = s->block;
    s->timing = s->next_timing;
    s->phase = (int)random_below(r, (uint32_t)s->timing.ticks);
    synapse_field at_phase;
    glutamate_transient_make(&s->transient, s->phase < GLUTAMATE_SLOW_TICKS ? s->phase : 0, &at_phase);
    glutamate_cycle mean;
    glutamate_cycle_make(&mean, &s->transient, s->gain, &c);
    make_before(s);
    fill_past(s, &mean);
    const synapse_glutamate_levels *now = &mean.at[s->phase];
    s->since_release = mean.steps[s->phase];
    s->fast = s->phase >= s->timing.slow_ticks;
    s->membrane = (synapse_membrane){now->ampa, now->nmda, now->voltage_mV};
    s->mM = now->glutamate_mM;
    draw_molecules(s, &at_phase, r);
    for (int i = 0; i < SYNAPSE_RECEPTORS; i++)
        if (random_uniform(r) < (i < SYNAPSE_AMPA ? now->ampa : now->nmda))
            diffusion_bind(s->molecules, i);
}

static diffusion *make_molecules(const synapse_glutamate *s)
{
    diffusion_def d = diffusion_def_default();
    d.seed = s->def.seed;
    d.capacity = VESICLES_AT_A_TIME * SYNAPSE_VESICLE + SYNAPSE_RECEPTORS;
    d.d_um2_per_ms = SYNAPSE_GLUTAMATE_D_UM2_PER_MS;
    d.dt_ms = SYNAPSE_GLUTAMATE_DT_MS;
    d.size_um[2] = SYNAPSE_GLUTAMATE_HEIGHT_UM;
    d.rim_um = SYNAPSE_GLUTAMATE_RIM_UM;
    d.probe_um = SYNAPSE_GLUTAMATE_DENSITY_UM;
    d.patch_count = SYNAPSE_RECEPTORS;
    d.patches = s->patch;
    return diffusion_create(&d);
}

synapse_glutamate *synapse_glutamate_create(const synapse_glutamate_def *def)
{
    synapse_glutamate *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->def = *def;
    place_receptors(s);
    s->molecules = make_molecules(s);
    if (!s->molecules) {
        free(s);
        return NULL;
    }
    s->plugs = random_make(def->seed, STREAM_PLUGS);
    s->pores = random_make(def->seed, STREAM_MAGNESIUM);
    take_conditions(s);
    for (int i = 0; i < SYNAPSE_NMDA; i++)
        s->plugged[i] = random_uniform(&s->plugs) < s->block;
    s->conditions.blocked = plugged_share(s);
    random_state start = random_make(def->seed, STREAM_START);
    draw_start(s, &start);
    double free = synapse_magnesium_free(s->membrane.voltage_mV, s->conditions.magnesium_mM);
    for (int i = 0; i < SYNAPSE_NMDA; i++)
        s->magnesium[i] = random_uniform(&s->pores) >= free;
    return s;
}

void synapse_glutamate_destroy(synapse_glutamate *s)
{
    if (!s)
        return;
    diffusion_destroy(s->molecules);
    free(s);
}

void synapse_glutamate_set(synapse_glutamate *s, const synapse_glutamate_def *def)
{
    bool magnesium = s->def.magnesium;
    double block = s->block;
    s->def.ketamine_uM = def->ketamine_uM;
    s->def.target = def->target;
    s->def.magnesium = def->magnesium;
    take_conditions(s);
    for (int i = 0; i < SYNAPSE_NMDA && s->block != block; i++)
        s->plugged[i] = synapse_carry(s->plugged[i], block, s->block, &s->plugs);
    s->conditions.blocked = plugged_share(s);
    if (def->magnesium != magnesium)
        make_before(s);
}

static void flip_pores(synapse_glutamate *s)
{
    double held = 1.0 - synapse_magnesium_free(s->membrane.voltage_mV, s->conditions.magnesium_mM);
    for (int i = 0; i < SYNAPSE_NMDA; i++) {
        s->plugged[i] = synapse_flip(s->plugged[i], s->block, SYNAPSE_FLIP_PER_S, &s->plugs);
        s->magnesium[i] = synapse_flip(s->magnesium[i], held, 1.0 / SYNAPSE_MAGNESIUM_S, &s->pores);
    }
    s->conditions.blocked = plugged_share(s);
}

static int open_of(const synapse_glutamate *s, int first, int count)
{
    int open = 0;
    for (int i = first; i < first + count; i++)
        open += diffusion_patch_bound(s->molecules, i);
    return open;
}

static synapse_glutamate_levels levels_now(const synapse_glutamate *s)
{
    return glutamate_levels_of(&s->membrane, &s->conditions, s->mM);
}

static double concentration(int molecules)
{
    double area = DMATH_PI * SYNAPSE_GLUTAMATE_DENSITY_UM * SYNAPSE_GLUTAMATE_DENSITY_UM;
    return molecules / (area * SYNAPSE_GLUTAMATE_HEIGHT_UM * SYNAPSE_PER_MM_UM3);
}

static void end_tick(synapse_glutamate *s)
{
    s->step = 0;
    flip_pores(s);
    if (++s->phase >= s->timing.ticks)
        synapse_glutamate_release(s);
    s->past[s->ticks++ % SYNAPSE_HISTORY] = (synapse_glutamate_sample){
        .now = levels_now(s),
        .before = glutamate_cycle_after(&s->before, s->since_release),
        .ampa_drawn = (float)open_of(s, 0, SYNAPSE_AMPA) / SYNAPSE_AMPA,
        .nmda_drawn = (float)open_of(s, SYNAPSE_AMPA, SYNAPSE_NMDA) / SYNAPSE_NMDA,
        .release = s->released,
        .fast_forward = s->fast,
    };
    s->released = false;
}

static void begin_step(synapse_glutamate *s)
{
    bool fast = s->phase >= s->timing.slow_ticks && s->depolarised_steps == 0;
    if (fast && !s->fast) {
        diffusion_dismiss_free(s->molecules);
        s->mM = 0.0;
    }
    s->fast = fast;
}

static void make_step(synapse_glutamate *s)
{
    int steps = 1;
    begin_step(s);
    if (s->fast) {
        steps = glutamate_fast_pace(&s->timing, s->phase);
        diffusion_skip(s->molecules, steps);
        glutamate_fast_steps(&s->membrane, &s->conditions, steps);
    } else {
        diffusion_step(s->molecules);
        s->mM = concentration(diffusion_near_axis(s->molecules));
        synapse_membrane_step(&s->membrane, &s->conditions, s->mM, SYNAPSE_GLUTAMATE_DT_MS);
    }
    s->model_steps += steps;
    s->since_release += steps;
    if (s->depolarised_steps > 0) {
        s->depolarised_steps--;
        s->membrane.voltage_mV = SYNAPSE_DEPOLARISED_MV;
    }
    if (++s->step == SYNAPSE_STEPS_PER_TICK)
        end_tick(s);
}

void synapse_glutamate_advance(synapse_glutamate *s, double display_s)
{
    s->owed += display_s * (SYNAPSE_TICKS_PER_S * SYNAPSE_STEPS_PER_TICK);
    // 1e-6: sixty sixtieths are not quite one.
    for (; s->owed >= 1.0 - 1e-6; s->owed -= 1.0)
        make_step(s);
}

int synapse_glutamate_release(synapse_glutamate *s)
{
    s->phase = 0;
    s->since_release = 0;
    s->timing = s->next_timing;
    s->released = true;
    s->fast = false;
    s->releases++;
    int released = diffusion_release(s->molecules, SYNAPSE_VESICLE, 0.0f, 0.0f, 0.0f);
    s->mM += concentration(released);
    return released;
}

void synapse_glutamate_depolarise(synapse_glutamate *s)
{
    s->depolarised_steps = (int)(SYNAPSE_DEPOLARISED_MS / SYNAPSE_GLUTAMATE_DT_MS + 0.5);
    s->membrane.voltage_mV = SYNAPSE_DEPOLARISED_MV;
}

diffusion_molecules synapse_glutamate_molecules(const synapse_glutamate *s)
{
    return diffusion_free(s->molecules);
}

diffusion_counts synapse_glutamate_counts(const synapse_glutamate *s)
{
    return diffusion_counts_of(s->molecules);
}

synapse_receptor synapse_glutamate_receptor(const synapse_glutamate *s, int receptor)
{
    int nmda = receptor - SYNAPSE_AMPA;
    bool plugged = nmda >= 0 && s->plugged[nmda];
    return (synapse_receptor){
        .kind = nmda >= 0 ? SYNAPSE_KIND_NMDA : SYNAPSE_KIND_AMPA,
        .x = s->patch[receptor].x,
        .y = s->patch[receptor].y,
        .bound = diffusion_patch_bound(s->molecules, receptor),
        .magnesium = nmda >= 0 && s->magnesium[nmda] && !plugged,
        .ketamine = plugged,
        .molecule = diffusion_patch_molecule(s->molecules, receptor),
    };
}

synapse_glutamate_sample synapse_glutamate_past(const synapse_glutamate *s, int ticks_ago)
{
    int back = ticks_ago < 0 ? 0 : ticks_ago < SYNAPSE_HISTORY ? ticks_ago : SYNAPSE_HISTORY - 1;
    return s->past[(s->ticks - 1 - back) % SYNAPSE_HISTORY];
}

synapse_glutamate_state synapse_glutamate_state_of(const synapse_glutamate *s)
{
    const double step_s = 1.0 / (SYNAPSE_TICKS_PER_S * SYNAPSE_STEPS_PER_TICK);
    synapse_glutamate_state state = {
        .now = levels_now(s),
        .before = glutamate_cycle_after(&s->before, s->since_release),
        .gain = s->gain,
        .block = s->block,
        .nmda_factor = s->conditions.nmda_factor,
        .magnesium_free = synapse_magnesium_free(s->membrane.voltage_mV, s->conditions.magnesium_mM),
        .ampa_open = open_of(s, 0, SYNAPSE_AMPA),
        .nmda_open = open_of(s, SYNAPSE_AMPA, SYNAPSE_NMDA),
        .since_release_s = (s->phase * SYNAPSE_STEPS_PER_TICK + s->step) * step_s,
        .depolarised_ms = s->depolarised_steps * SYNAPSE_GLUTAMATE_DT_MS,
        .fast_forward = s->fast,
        .releases = s->releases,
        .model_ms = (double)s->model_steps * SYNAPSE_GLUTAMATE_DT_MS,
        .display_s = ((double)(s->ticks - SYNAPSE_HISTORY) * SYNAPSE_STEPS_PER_TICK + s->step) * step_s,
    };
    state.to_release_s = s->timing.ticks / (double)SYNAPSE_TICKS_PER_S - state.since_release_s;
    for (int i = 0; i < SYNAPSE_NMDA; i++) {
        state.plugged += s->plugged[i];
        state.magnesium_held += s->magnesium[i] && !s->plugged[i];
    }
    return state;
}

uint64_t synapse_glutamate_hash(const synapse_glutamate *s)
{
    uint64_t hash = diffusion_hash(s->molecules);
    hash = fnv1a64(hash, &s->membrane, sizeof s->membrane);
    hash = fnv1a64(hash, s->plugged, sizeof s->plugged);
    hash = fnv1a64(hash, s->magnesium, sizeof s->magnesium);
    int times[] = {s->phase, s->step, s->depolarised_steps};
    return fnv1a64(hash, times, sizeof times);
}
