#include "model/circuit.h"

#include "base/dmath.h"
#include "base/fnv.h"
#include "base/random.h"
#include "model/circuit_cell.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// 400 * 399 pairs at 0.15 make 23 940 links, with a standard deviation of 143: no seed comes near the bound.
enum { LINKS_MAX = 32768, WARM_UP_STEPS = CIRCUIT_WARM_UP_MS * CIRCUIT_STEPS_PER_MS };

// Streams of the seed.
enum { STREAM_WIRING = 0x43310, STREAM_CELLS, STREAM_START, STREAM_BACKGROUND };

static const double LINK_PROBABILITY = 0.15;
static const double TAU_AMPA_MS = 5.0, TAU_NMDA_MS = 100.0, TAU_GABA_MS = 8.0;
static const double TAU_RATE_MS = 100.0, TAU_GLUTAMATE_MS = 200.0;

// What a spike of the row's population adds to a target of the column's, 1/ms.
typedef struct weight {
    double ampa, nmda, gaba;
} weight;

static const weight WEIGHT[CIRCUIT_POPULATIONS][CIRCUIT_POPULATIONS] = {
    {{.ampa = 0.0015, .nmda = 0.003}, {.ampa = 0.002, .nmda = 0.016}},
    {{.gaba = 0.29}, {.gaba = 0.02}},
};

// Background input: in each step each cell gets one event with probability rate * dt.
static const struct background {
    double rate_per_ms, ampa, nmda;
} BACKGROUND[CIRCUIT_POPULATIONS] = {
    {.rate_per_ms = 0.060, .ampa = 0.08, .nmda = 0.0013},
    {.rate_per_ms = 0.160, .ampa = 0.02, .nmda = 0.018},
};

static const int START[CIRCUIT_POPULATIONS + 1] = {0, CIRCUIT_PYRAMIDAL_CELLS, CIRCUIT_CELLS};

typedef struct wiring {
    uint32_t first[CIRCUIT_CELLS + 1];         // of a cell's targets in `target`
    uint32_t first_interneuron[CIRCUIT_CELLS]; // of these, the first that is an interneuron
    uint16_t target[LINKS_MAX];
} wiring;

struct circuit {
    circuit_def def;
    wiring wires;
    double a[CIRCUIT_CELLS], c[CIRCUIT_CELLS], d[CIRCUIT_CELLS];
    double keep_ampa, keep_nmda, keep_gaba, keep_rate, keep_glutamate; // decay in one step

    double v[CIRCUIT_CELLS], u[CIRCUIT_CELLS];
    double ampa[CIRCUIT_CELLS], nmda[CIRCUIT_CELLS], gaba[CIRCUIT_CELLS];
    random_state background;
    int64_t step; // 0 at the end of the warm-up
    circuit_sample now;
    uint64_t spikes; // since the warm-up began
    uint64_t spikes_since_0[CIRCUIT_POPULATIONS];
    int32_t last_step[CIRCUIT_CELLS];  // of its last spike
    bool shown_spiking[CIRCUIT_CELLS]; // in the step just made
    circuit_sample history[CIRCUIT_HISTORY_MS];
    circuit_spike raster[CIRCUIT_RASTER_SPIKES];
};

static const int32_t NEVER = INT32_MIN;

circuit_drive circuit_drive_default(void)
{
    return (circuit_drive){.block = CIRCUIT_BLOCK_BOTH, .inhibition = true};
}

circuit_def circuit_def_default(void)
{
    return (circuit_def){.seed = 7, .drive = circuit_drive_default()};
}

circuit_population circuit_cell_population(int cell)
{
    return cell < CIRCUIT_PYRAMIDAL_CELLS ? CIRCUIT_PYRAMIDAL : CIRCUIT_INTERNEURON;
}

static double share(double x)
{
    return x > 0.0 ? (x < 1.0 ? x : 1.0) : 0.0;
}

// How much of the NMDA conductance of a population the drug leaves.
static double unblocked(const circuit_drive *drive, circuit_population p)
{
    bool on_pyramidal = drive->block == CIRCUIT_BLOCK_BOTH || drive->block == CIRCUIT_BLOCK_PYRAMIDAL;
    bool on_interneuron = drive->block == CIRCUIT_BLOCK_BOTH || drive->block == CIRCUIT_BLOCK_INTERNEURON;
    if (p == CIRCUIT_PYRAMIDAL)
        return on_pyramidal ? 1.0 - drive->block_pyramidal : 1.0;
    return on_interneuron ? 1.0 - drive->block_interneuron : 1.0;
}

static void wire(wiring *w, uint32_t seed)
{
    random_state r = random_make(seed, STREAM_WIRING);
    uint32_t n = 0;
    for (int from = 0; from < CIRCUIT_CELLS; from++) {
        w->first[from] = n;
        for (int to = 0; to < CIRCUIT_CELLS; to++) {
            if (to == CIRCUIT_PYRAMIDAL_CELLS)
                w->first_interneuron[from] = n;
            if (to != from && random_uniform(&r) < LINK_PROBABILITY && n < LINKS_MAX)
                w->target[n++] = (uint16_t)to;
        }
    }
    w->first[CIRCUIT_CELLS] = n;
}

static void make_cells(circuit *c)
{
    random_state r = random_make(c->def.seed, STREAM_CELLS);
    for (int i = 0; i < CIRCUIT_CELLS; i++) {
        bool pyramidal = i < CIRCUIT_PYRAMIDAL_CELLS;
        double x = pyramidal ? random_uniform(&r) : 0.0;
        c->a[i] = pyramidal ? 0.02 : 0.1;
        c->c[i] = -65.0 + 5.0 * x * x;
        c->d[i] = pyramidal ? 8.0 - 2.0 * x * x : 2.0;
    }
}

void circuit_begin(circuit *c, circuit_def def)
{
    c->def.seed = def.seed;
    circuit_set_drive(c, def.drive);
    wire(&c->wires, def.seed);
    make_cells(c);
    c->keep_ampa = dmath_exp(-CIRCUIT_STEP_MS / TAU_AMPA_MS);
    c->keep_nmda = dmath_exp(-CIRCUIT_STEP_MS / TAU_NMDA_MS);
    c->keep_gaba = dmath_exp(-CIRCUIT_STEP_MS / TAU_GABA_MS);
    c->keep_rate = dmath_exp(-CIRCUIT_STEP_MS / TAU_RATE_MS);
    c->keep_glutamate = dmath_exp(-CIRCUIT_STEP_MS / TAU_GLUTAMATE_MS);

    random_state r = random_make(def.seed, STREAM_START);
    for (int i = 0; i < CIRCUIT_CELLS; i++) {
        c->v[i] = -65.0 + 5.0 * random_uniform(&r);
        c->u[i] = CIRCUIT_RECOVERY_B * c->v[i];
        c->ampa[i] = c->nmda[i] = c->gaba[i] = 0.0;
        c->last_step[i] = NEVER;
        c->shown_spiking[i] = false;
    }
    c->background = random_make(def.seed, STREAM_BACKGROUND);
    c->step = -WARM_UP_STEPS;
    c->now = (circuit_sample){.rate_hz = {0.0, 0.0}, .glutamate = CIRCUIT_BEFORE_GLUTAMATE};
    for (int i = 0; i < CIRCUIT_HISTORY_MS; i++)
        c->history[i] = c->now;
    c->spikes = 0;
    memset(c->spikes_since_0, 0, sizeof c->spikes_since_0);
    memset(c->raster, 0, sizeof c->raster);
}

bool circuit_warm_up(circuit *c, int ms)
{
    int64_t left = -c->step, steps = (int64_t)ms * CIRCUIT_STEPS_PER_MS;
    if (left > 0)
        circuit_run(c, (int)(steps < left ? steps : left));
    return c->step >= 0;
}

void circuit_restart(circuit *c, circuit_def def)
{
    circuit_begin(c, def);
    circuit_warm_up(c, CIRCUIT_WARM_UP_MS);
}

circuit *circuit_create(circuit_def def)
{
    circuit *c = malloc(sizeof *c);
    if (c)
        circuit_restart(c, def);
    return c;
}

circuit *circuit_clone(const circuit *c)
{
    circuit *copy = malloc(sizeof *copy);
    if (copy)
        *copy = *c;
    return copy;
}

void circuit_copy(circuit *to, const circuit *from)
{
    *to = *from;
}

void circuit_destroy(circuit *c)
{
    free(c);
}

void circuit_set_drive(circuit *c, circuit_drive drive)
{
    drive.block_interneuron = share(drive.block_interneuron);
    drive.block_pyramidal = share(drive.block_pyramidal);
    c->def.drive = drive;
}

circuit_def circuit_def_of(const circuit *c)
{
    return c->def;
}

static void decay(circuit *c)
{
    for (int i = 0; i < CIRCUIT_CELLS; i++) {
        c->ampa[i] *= c->keep_ampa;
        c->nmda[i] *= c->keep_nmda;
        c->gaba[i] *= c->keep_gaba;
    }
}

static void add_background(circuit *c)
{
    for (int p = 0; p < CIRCUIT_POPULATIONS; p++) {
        const struct background *b = &BACKGROUND[p];
        uint32_t limit = (uint32_t)(b->rate_per_ms * CIRCUIT_STEP_MS * 0x1p32);
        for (int i = START[p]; i < START[p + 1]; i++)
            if (random_u32(&c->background) < limit) {
                c->ampa[i] += b->ampa;
                c->nmda[i] += b->nmda;
            }
    }
}

static void step_cells(circuit *c)
{
    for (int p = 0; p < CIRCUIT_POPULATIONS; p++) {
        double free_share = unblocked(&c->def.drive, (circuit_population)p);
        for (int i = START[p]; i < START[p + 1]; i++)
            circuit_cell_step(&c->v[i], &c->u[i], c->a[i], c->ampa[i], c->nmda[i] * free_share, c->gaba[i],
                              0.0);
    }
}

static void reach(circuit *c, uint32_t begin, uint32_t end, weight w)
{
    for (uint32_t n = begin; n < end; n++) {
        int to = c->wires.target[n];
        c->ampa[to] += w.ampa;
        c->nmda[to] += w.nmda;
        c->gaba[to] += w.gaba;
    }
}

static void deliver(circuit *c, int from)
{
    circuit_population p = circuit_cell_population(from);
    const wiring *w = &c->wires;
    if (p == CIRCUIT_PYRAMIDAL || c->def.drive.inhibition)
        reach(c, w->first[from], w->first_interneuron[from], WEIGHT[p][CIRCUIT_PYRAMIDAL]);
    reach(c, w->first_interneuron[from], w->first[from + 1], WEIGHT[p][CIRCUIT_INTERNEURON]);
}

static void record_spike(circuit *c, int cell)
{
    int32_t step = (int32_t)c->step;
    c->raster[c->spikes % CIRCUIT_RASTER_SPIKES] = (circuit_spike){.step = step, .cell = (uint16_t)cell};
    c->spikes++;
    c->last_step[cell] = step;
    if (step > 0)
        c->spikes_since_0[circuit_cell_population(cell)]++;
}

static void update_traces(circuit *c, const int spikes[CIRCUIT_POPULATIONS])
{
    for (int p = 0; p < CIRCUIT_POPULATIONS; p++) {
        double hz = 1000.0 * (double)spikes[p] / ((double)(START[p + 1] - START[p]) * CIRCUIT_STEP_MS);
        c->now.rate_hz[p] = hz + (c->now.rate_hz[p] - hz) * c->keep_rate;
    }
    double before = CIRCUIT_BEFORE_PYRAMIDAL_HZ * 1e-3 * CIRCUIT_PYRAMIDAL_CELLS * CIRCUIT_STEP_MS;
    double level = (double)spikes[CIRCUIT_PYRAMIDAL] / before;
    c->now.glutamate = level + (c->now.glutamate - level) * c->keep_glutamate;
    if (c->step % CIRCUIT_STEPS_PER_MS == 0)
        c->history[(uint64_t)(c->step / CIRCUIT_STEPS_PER_MS + CIRCUIT_WARM_UP_MS) % CIRCUIT_HISTORY_MS] =
            c->now;
}

static void step_once(circuit *c)
{
    c->step++;
    decay(c);
    add_background(c);
    step_cells(c);
    int spikes[CIRCUIT_POPULATIONS] = {0, 0};
    uint64_t before = c->spikes;
    for (int i = 0; i < CIRCUIT_CELLS; i++) {
        c->shown_spiking[i] = c->v[i] >= CIRCUIT_SPIKE_MV;
        if (c->shown_spiking[i]) {
            c->v[i] = c->c[i];
            c->u[i] += c->d[i];
            spikes[circuit_cell_population(i)]++;
            record_spike(c, i);
        }
    }
    for (uint64_t n = before; n < c->spikes; n++)
        deliver(c, c->raster[n % CIRCUIT_RASTER_SPIKES].cell);
    update_traces(c, spikes);
}

void circuit_run(circuit *c, int steps)
{
    for (int n = 0; n < steps; n++)
        step_once(c);
}

int64_t circuit_steps(const circuit *c)
{
    return c->step;
}

double circuit_time_ms(const circuit *c)
{
    return (double)c->step * CIRCUIT_STEP_MS;
}

double circuit_cell_mv(const circuit *c, int cell)
{
    return c->shown_spiking[cell] ? CIRCUIT_SPIKE_MV : c->v[cell];
}

double circuit_cell_last_spike_ms(const circuit *c, int cell)
{
    int32_t step = c->last_step[cell];
    return step == NEVER ? -(double)INFINITY : (double)step * CIRCUIT_STEP_MS;
}

const uint16_t *circuit_cell_targets(const circuit *c, int cell, int *count)
{
    const wiring *w = &c->wires;
    *count = (int)(w->first[cell + 1] - w->first[cell]);
    return &w->target[w->first[cell]];
}

circuit_conductances circuit_cell_conductances(const circuit *c, int cell)
{
    return (circuit_conductances){.ampa = c->ampa[cell], .nmda = c->nmda[cell], .gaba = c->gaba[cell]};
}

uint64_t circuit_spike_end(const circuit *c)
{
    return c->spikes;
}

uint64_t circuit_spike_begin(const circuit *c)
{
    return c->spikes > CIRCUIT_RASTER_SPIKES ? c->spikes - CIRCUIT_RASTER_SPIKES : 0;
}

circuit_spike circuit_spike_at(const circuit *c, uint64_t number)
{
    return c->raster[number % CIRCUIT_RASTER_SPIKES];
}

uint64_t circuit_spike_after(const circuit *c, int64_t step)
{
    uint64_t low = circuit_spike_begin(c), high = circuit_spike_end(c);
    while (low < high) {
        uint64_t middle = low + (high - low) / 2;
        if (circuit_spike_at(c, middle).step > step)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

uint64_t circuit_spike_count(const circuit *c, circuit_population p)
{
    return c->spikes_since_0[p];
}

circuit_sample circuit_now(const circuit *c)
{
    return c->now;
}

circuit_sample circuit_sample_at(const circuit *c, int64_t ms)
{
    int64_t newest = (c->step + WARM_UP_STEPS) / CIRCUIT_STEPS_PER_MS, wanted = ms + CIRCUIT_WARM_UP_MS;
    int64_t oldest = newest < CIRCUIT_HISTORY_MS ? 0 : newest - CIRCUIT_HISTORY_MS + 1;
    wanted = wanted < oldest ? oldest : wanted > newest ? newest : wanted;
    return c->history[wanted % CIRCUIT_HISTORY_MS];
}

uint64_t circuit_fingerprint(const circuit *c)
{
    uint64_t hash = fnv1a64(FNV1A64_START, c->v, sizeof c->v);
    hash = fnv1a64(hash, c->u, sizeof c->u);
    hash = fnv1a64(hash, c->ampa, sizeof c->ampa);
    hash = fnv1a64(hash, c->nmda, sizeof c->nmda);
    hash = fnv1a64(hash, c->gaba, sizeof c->gaba);
    hash = fnv1a64(hash, &c->background.state, sizeof c->background.state);
    hash = fnv1a64(hash, &c->step, sizeof c->step);
    hash = fnv1a64(hash, &c->spikes, sizeof c->spikes);
    hash = fnv1a64(hash, c->now.rate_hz, sizeof c->now.rate_hz);
    return fnv1a64(hash, &c->now.glutamate, sizeof c->now.glutamate);
}
