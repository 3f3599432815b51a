// A serotonin synapse with every molecule (docs/models.md): pulses of 300 molecules open on the
// presynaptic face z = 0 of a box, spread, bind to receptors on the face z = height and are taken up by 10 x
// 10 serotonin transporters (SERT) that tile the presynaptic face. An SSRI plugs transporters: uptake slows,
// and serotonin lingers. A simple illustrative model, not clinical data: release is largely extrasynaptic
// (Bunin & Wightman 1998, J Neurosci 18:4854), and whole-tissue clearance is slower.
//
// Mean life of a molecule: height / (speed (1 - occ)), 25 ms without the drug and 125 ms at 80 % occupancy.
//
// Time. One second on display is 24 ms of the model, in steps of 0.02 ms, 20 to a tick of 1/60 s. One pulse
// every 48 ms. Plugs: exactly round(100 occ) transporters drawn at the start; then each flips in display
// time, free to plugged at 0.2 occ and back at 0.2 (1 - occ) per s.
//
// Starts in its stationary state, drawn from the seed: the phase of the pulses, and of every earlier pulse
// the molecules that are left, from the solved diffusion equation. Same definition and calls, same bits,
// everywhere.
#ifndef NEUROTIDE_MODEL_SYNAPSE_SEROTONIN_H
#define NEUROTIDE_MODEL_SYNAPSE_SEROTONIN_H

#include "model/diffusion.h"
#include "model/synapse.h"

#include <stdbool.h>
#include <stdint.h>

#define SYNAPSE_SEROTONIN_D_UM2_PER_MS 0.3 // effective; about 0.75 free (from memory) over tortuosity 1.6^2
#define SYNAPSE_SEROTONIN_SIDE_UM 2.0
#define SYNAPSE_SEROTONIN_HEIGHT_UM 0.5   // illustrative
#define SYNAPSE_SERT_SPEED_UM_PER_MS 0.02 // kappa0, illustrative
#define SYNAPSE_SEROTONIN_DT_MS 0.02
#define SYNAPSE_SEROTONIN_MS_PER_S 24.0 // model ms in a second on display
#define SYNAPSE_SEROTONIN_PULSE_MS 48.0
#define SYNAPSE_5HT_KD_UM 0.1        // illustrative
#define SYNAPSE_5HT_OFF_PER_MS 0.05  // illustrative
#define SYNAPSE_5HT_RECEPTOR_UM 0.06 // radius of the disc that binds; illustrative

#define SYNAPSE_OCCUPANCY_MOST 0.95 // asked for above this: taken as this

enum {
    SYNAPSE_PULSE = 300, // molecules
    SYNAPSE_SERT_SIDE = 10,
    SYNAPSE_SERTS = SYNAPSE_SERT_SIDE * SYNAPSE_SERT_SIDE,
    SYNAPSE_5HT_RECEPTORS = 24,
    SYNAPSE_SITES = 5 // where vesicles open, in turn at random
};

typedef struct synapse_serotonin_def {
    uint64_t seed;
    double occupancy; // share of SERT plugged at the treatment moment, 0..SYNAPSE_OCCUPANCY_MOST
} synapse_serotonin_def;

synapse_serotonin_def synapse_serotonin_def_default(void); // seed 7, no drug

typedef struct synapse_serotonin synapse_serotonin;

// NULL only on lack of memory; about 1 ms. Ends with synapse_serotonin_destroy().
synapse_serotonin *synapse_serotonin_create(const synapse_serotonin_def *def);
void synapse_serotonin_destroy(synapse_serotonin *s);

// New occupancy while it lives: the plugs follow at once. The seed stays.
void synapse_serotonin_set(synapse_serotonin *s, const synapse_serotonin_def *def);

void synapse_serotonin_advance(synapse_serotonin *s, double display_s);
// A pulse now; the next comes 48 ms later. Molecules released: fewer only when there is no more room.
int synapse_serotonin_release(synapse_serotonin *s);

// Free molecules: x and y in 0..2, z from the presynaptic face, um. Valid until the next change.
diffusion_molecules synapse_serotonin_molecules(const synapse_serotonin *s);
diffusion_counts synapse_serotonin_counts(const synapse_serotonin *s);

typedef struct synapse_sert {
    float x, y;            // centre of the tile, um
    bool plugged;          // by the SSRI
    double since_uptake_s; // on display, since it last took a molecule up; infinite when it never has
} synapse_sert;

synapse_sert synapse_serotonin_sert(const synapse_serotonin *s, int sert);

typedef struct synapse_5ht_receptor {
    float x, y; // um, on the face z = height
    bool bound;
    uint32_t molecule;
} synapse_5ht_receptor;

synapse_5ht_receptor synapse_serotonin_receptor(const synapse_serotonin *s, int receptor);

// Where the vesicle of site 0..SYNAPSE_SITES-1 opens, um.
void synapse_serotonin_site(int site, float *x, float *y);

typedef struct synapse_serotonin_levels {
    double serotonin_uM;
    double bound; // share of the receptors, 0..1 (mean)
} synapse_serotonin_levels;

// One tick of the curves. `before`: the mean before the dose, as long after a pulse as this is.
typedef struct synapse_serotonin_sample {
    synapse_serotonin_levels now, before;
    float bound_drawn; // share of the drawn receptors; the mean before the start
    bool release;      // a pulse opened in this tick
} synapse_serotonin_sample;

// 0: the last whole tick; up to SYNAPSE_HISTORY - 1 ticks back. What lies before creation is the mean course.
synapse_serotonin_sample synapse_serotonin_past(const synapse_serotonin *s, int ticks_ago);

typedef struct synapse_serotonin_state {
    synapse_serotonin_levels now, before;
    double occupancy;                     // asked for
    int plugged;                          // transporters, of 100
    int bound;                            // drawn receptors
    double since_release_s, to_release_s; // on display
    int last_site, next_site;
    int64_t releases;
    double model_ms, display_s; // since creation
} synapse_serotonin_state;

synapse_serotonin_state synapse_serotonin_state_of(const synapse_serotonin *s);
uint64_t synapse_serotonin_hash(const synapse_serotonin *s);

#endif
