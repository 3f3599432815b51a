// A patch of prefrontal cortex (docs/models.md): 320 pyramidal cells and 80 fast-spiking interneurons
// (circuit_cell.h), wired at random from the seed, with AMPA, NMDA and GABA-A conductances, magnesium block
// and background input. Ketamine blocks a share of the NMDA receptors of each population; because these carry
// much of the interneurons' drive, the brake gives way and pyramidal cells fire more (disinhibition: one
// hypothesis among several; after Homayoun & Moghaddam 2007, J Neurosci 27:11496, rodent data). All weights
// and rates are illustrative, chosen for about 2.5 Hz and 12 Hz before the dose. Not clinical data.
//
// Time runs in steps of 0.5 ms. Everything is a function of the seed, the drives given and the number of
// steps since: the same spikes on every machine. The random numbers do not depend on the drive, so two
// circuits of one seed are the same patch, with and without the drug.
#ifndef NEUROTIDE_MODEL_CIRCUIT_H
#define NEUROTIDE_MODEL_CIRCUIT_H

#include <stdbool.h>
#include <stdint.h>

enum {
    CIRCUIT_PYRAMIDAL_CELLS = 320,
    CIRCUIT_INTERNEURON_CELLS = 80,
    CIRCUIT_CELLS = 400, // pyramidal cells 0..319, interneurons 320..399
    CIRCUIT_STEPS_PER_MS = 2,
    CIRCUIT_WARM_UP_MS = 1000,   // run before time 0, so that no picture starts from emptiness
    CIRCUIT_HISTORY_MS = 1024,   // traces and spikes kept
    CIRCUIT_RASTER_SPIKES = 8192 // newest spikes kept: over 1.4 s at the highest rates of this model
};

typedef enum circuit_population {
    CIRCUIT_PYRAMIDAL,   // excite, glutamate
    CIRCUIT_INTERNEURON, // inhibit, GABA
    CIRCUIT_POPULATIONS
} circuit_population;

// What this model settles to before the dose (means over seeds): the reference in traces. Glutamate is scaled
// so that its mean is then 1.
#define CIRCUIT_BEFORE_PYRAMIDAL_HZ 2.55
#define CIRCUIT_BEFORE_INTERNEURON_HZ 12.39
#define CIRCUIT_BEFORE_GLUTAMATE 1.0

// On which population the drug acts (the state key `block`); the levels are those of the treatment moment.
typedef enum circuit_block {
    CIRCUIT_BLOCK_BOTH,
    CIRCUIT_BLOCK_INTERNEURON,
    CIRCUIT_BLOCK_PYRAMIDAL,
    CIRCUIT_BLOCK_NONE
} circuit_block;

typedef struct circuit_drive {
    double block_interneuron; // b_I of treatment_levels, 0..1; out of range or NaN: the nearer end, 0
    double block_pyramidal;   // b_E
    circuit_block block;
    bool inhibition; // false: interneurons no longer reach pyramidal cells
} circuit_drive;

circuit_drive circuit_drive_default(void); // no drug, both, inhibition on

typedef struct circuit_def {
    uint32_t seed; // wiring, cell differences, start and background input
    circuit_drive drive;
} circuit_def;

circuit_def circuit_def_default(void); // seed 7, the default drive

typedef struct circuit circuit; // opaque

// Warmed up, at time 0. NULL only on lack of memory. The caller ends it with circuit_destroy().
circuit *circuit_create(circuit_def def);
void circuit_destroy(circuit *c);

// The same as a new one, in place.
void circuit_restart(circuit *c, circuit_def def);
// Makes one exactly like another, whose spikes it then repeats; a new one (NULL on lack of memory), or in
// place.
circuit *circuit_clone(const circuit *c);
void circuit_copy(circuit *to, const circuit *from);
// A restart in pieces, so that the warm-up can be spread over frames: circuit_begin(), then circuit_warm_up()
// until it returns true (at most `ms` of model time a call). In between, only these two may be called.
void circuit_begin(circuit *c, circuit_def def);
bool circuit_warm_up(circuit *c, int ms);

// Changes the drive from here on, without a restart: conductances and potentials go on from where they are.
void circuit_set_drive(circuit *c, circuit_drive drive);
circuit_def circuit_def_of(const circuit *c); // with the drive in force, levels in range

// Steps of 0.5 ms; nothing for steps <= 0.
void circuit_run(circuit *c, int steps);
int64_t circuit_steps(const circuit *c); // since time 0, i.e. since the end of the warm-up
double circuit_time_ms(const circuit *c);

// ---- cells; `cell` in 0..CIRCUIT_CELLS - 1
circuit_population circuit_cell_population(int cell);
double circuit_cell_mv(const circuit *c, int cell); // membrane potential, mV; 30 in the step of a spike
double circuit_cell_last_spike_ms(const circuit *c, int cell); // -INFINITY: none since the warm-up began
// The cells it reaches, ascending, pyramidal cells first; owned by the circuit, changed by a restart only.
const uint16_t *circuit_cell_targets(const circuit *c, int cell, int *count);
// Conductances of a cell, 1/ms; NMDA before the block of magnesium and of the drug.
typedef struct circuit_conductances {
    double ampa, nmda, gaba;
} circuit_conductances;
circuit_conductances circuit_cell_conductances(const circuit *c, int cell);

// ---- spikes, oldest first. Every spike has a number, counted from the beginning of the warm-up; the newest
// CIRCUIT_RASTER_SPIKES are kept. Those of the last n steps are the ones with step > circuit_steps() - n.
typedef struct circuit_spike {
    int32_t step; // when, in steps; <= 0 in the warm-up; time in ms = step * 0.5
    uint16_t cell;
} circuit_spike;

uint64_t circuit_spike_end(const circuit *c);                      // number of the next spike to come
uint64_t circuit_spike_begin(const circuit *c);                    // number of the oldest one kept
circuit_spike circuit_spike_at(const circuit *c, uint64_t number); // begin <= number < end
// Number of the first spike kept whose step is later than `step`; circuit_spike_end() when there is none.
uint64_t circuit_spike_after(const circuit *c, int64_t step);
// Spikes of one population since time 0: mean rate = this / (cells * time).
uint64_t circuit_spike_count(const circuit *c, circuit_population p);

// ---- traces, one sample a model ms
typedef struct circuit_sample {
    double rate_hz[CIRCUIT_POPULATIONS]; // mean over the cells, smoothed with a time constant of 100 ms
    double glutamate;                    // 1 before the dose; follows pyramidal spikes with 200 ms
} circuit_sample;

circuit_sample circuit_now(const circuit *c);
// The sample at a whole model millisecond, in (now - CIRCUIT_HISTORY_MS, now] and not before the warm-up;
// outside of these the nearest one kept.
circuit_sample circuit_sample_at(const circuit *c, int64_t ms);

// FNV-1a over the whole moving state: equal only when all that follows is equal too.
uint64_t circuit_fingerprint(const circuit *c);

#endif
