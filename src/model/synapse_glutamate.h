// A glutamate synapse with every molecule (docs/models.md): vesicles of 3000 molecules open at the
// centre of the presynaptic face z = 0 of a disc-shaped cleft, spread, bind to AMPA and NMDA receptors on the
// face z = height, and are gone at the rim (escape and uptake by the astrocyte). A simple illustrative model,
// not clinical data.
//
// Time. One second on display is 1.2 ms of the model, in steps of 1 us, 20 to a tick of 1/60 s. At that pace
// the 400 ms between two releases would take minutes, so waits are shortened: a cycle lasts 2.5 / G s on
// display, G being the gain of the release rate, and its last 0.4 s runs ever faster through what is left of
// the 400 / G ms (`fast_forward`). The last stragglers of the glutamate go over the rim as it begins;
// receptors, membrane and ketamine live through all of it, so each release meets the synapse as the true rate
// would leave it. While the membrane is held depolarised nothing is skipped.
//
// Two views of the receptors: those drawn bind real molecules one by one; the means (synapse_membrane.h),
// over a synapse of very many such receptors at the same glutamate, drive the voltage and the curves.
//
// Ketamine in the pores of drawn NMDA receptors is drawn with share b at the start and flips in display time
// at 0.2 b and 0.2 (1 - b) per s: real block is use-dependent and trapping, and takes far longer than the
// milliseconds shown. b is that of drivers.h for the target; scale `seen` multiplies ketamine's affinity and
// the binding to NMDA receptors by the factors below, because with true numbers 0.2 of 15 NMDA receptors open
// at a release. Receptors, glutamate and plugs use random streams of their own.
//
// Starts in the stationary state of its conditions, drawn from the seed: the phase of the cycle, the
// molecules from the solved diffusion equation at that phase, the receptors from the means. Same definition
// and calls, same bits, everywhere.
#ifndef NEUROTIDE_MODEL_SYNAPSE_GLUTAMATE_H
#define NEUROTIDE_MODEL_SYNAPSE_GLUTAMATE_H

#include "model/diffusion.h"
#include "model/synapse.h"
#include "model/synapse_glutamate_levels.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum synapse_target { SYNAPSE_INTERNEURON, SYNAPSE_PYRAMIDAL } synapse_target;
typedef enum synapse_scale { SYNAPSE_SEEN, SYNAPSE_TRUE } synapse_scale;

typedef struct synapse_glutamate_def {
    uint64_t seed;
    double ketamine_uM;    // concentration at the treatment moment
    synapse_target target; // interneuron: b_I, release at rest; pyramidal: b_E and the gain G
    synapse_scale scale;
    bool magnesium; // 1 mM, or none
} synapse_glutamate_def;

synapse_glutamate_def
synapse_glutamate_def_default(void); // seed 7, no ketamine, interneuron, seen, magnesium

typedef struct synapse_glutamate synapse_glutamate;

// NULL only on lack of memory; about 2 ms. Ends with synapse_glutamate_destroy().
synapse_glutamate *synapse_glutamate_create(const synapse_glutamate_def *def);
void synapse_glutamate_destroy(synapse_glutamate *s);

// New conditions while it lives (the clock runs, magnesium is switched); the plugs follow at once, nothing
// else is drawn anew. The release wait changes from the next release on. Seed and scale stay as they were
// created.
void synapse_glutamate_set(synapse_glutamate *s, const synapse_glutamate_def *def);

// Lets display_s seconds on display pass (any amount; parts of a step are kept for the next call).
void synapse_glutamate_advance(synapse_glutamate *s, double display_s);

// Opens a vesicle now, and the cycle begins anew. Molecules released: fewer than SYNAPSE_VESICLE only when
// four vesicles' worth are in the cleft.
int synapse_glutamate_release(synapse_glutamate *s);
// Holds the membrane at 0 mV for the next 50 ms of the model (42 s on display), as a train of spikes that
// runs back into the dendrite would.
void synapse_glutamate_depolarise(synapse_glutamate *s);

// Free molecules: x and y from the axis, z from the presynaptic face, um. Valid until the next change.
diffusion_molecules synapse_glutamate_molecules(const synapse_glutamate *s);
diffusion_counts synapse_glutamate_counts(const synapse_glutamate *s);

typedef enum synapse_receptor_kind { SYNAPSE_KIND_AMPA, SYNAPSE_KIND_NMDA } synapse_receptor_kind;

typedef struct synapse_receptor {
    synapse_receptor_kind kind;
    float x, y;        // um, on the face z = height
    bool bound;        // holds glutamate: the gate is open
    bool magnesium;    // Mg2+ held in the pore (NMDA; never together with ketamine)
    bool ketamine;     // ketamine in the pore (NMDA)
    uint32_t molecule; // id of the bound molecule, as in diffusion_molecules
} synapse_receptor;

// Current flows where bound and nothing is in the pore.
synapse_receptor synapse_glutamate_receptor(const synapse_glutamate *s, int receptor);

// One tick of the curves. `before`: the mean before the dose (no ketamine, release at rest, same switches),
// as long after a release as this is.
typedef struct synapse_glutamate_sample {
    synapse_glutamate_levels now, before;
    float ampa_drawn, nmda_drawn; // share of the drawn receptors that are open; the mean before the start
    bool release;                 // a vesicle opened in this tick
    bool fast_forward;
} synapse_glutamate_sample;

// 0: the last whole tick; up to SYNAPSE_HISTORY - 1 ticks back. What lies before creation is the mean course.
synapse_glutamate_sample synapse_glutamate_past(const synapse_glutamate *s, int ticks_ago);

typedef struct synapse_glutamate_state {
    synapse_glutamate_levels now;
    synapse_glutamate_levels before;
    double gain;                          // of the release rate, 1 at rest
    double block;                         // stationary share b of plugged NMDA receptors, of the shown scale
    double nmda_factor;                   // exaggeration of the binding to NMDA receptors, 1: none
    double magnesium_free;                // B(V)
    int ampa_open, nmda_open;             // of the drawn receptors: those that hold glutamate
    int magnesium_held, plugged;          // of the drawn NMDA receptors
    double since_release_s, to_release_s; // on display
    double depolarised_ms;                // still to go, of the model; 0: not held
    bool fast_forward;
    int64_t releases;
    double model_ms, display_s; // since creation
} synapse_glutamate_state;

synapse_glutamate_state synapse_glutamate_state_of(const synapse_glutamate *s);
uint64_t synapse_glutamate_hash(const synapse_glutamate *s);

#endif
