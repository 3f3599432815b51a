// What the drawn cells do now, read from the model for the picture: when their last spikes were, how bright
// their bodies are, how busy each population is. A pure function of the model's state. Private to
// scene/circuit.
#ifndef NEUROTIDE_SCENE_CIRCUIT_ACTIVITY_H
#define NEUROTIDE_SCENE_CIRCUIT_ACTIVITY_H

#include "model/circuit.h"
#include "scene/circuit/circuit_patch.h"

enum { CIRCUIT_ACTIVITY_SPIKES = 4 };

typedef struct circuit_activity {
    // Newest first; 1e6 where there is none in the last CIRCUIT_ACTIVITY_MS.
    float ages_ms[CIRCUIT_PATCH_CELLS][CIRCUIT_ACTIVITY_SPIKES];
    float glow[CIRCUIT_PATCH_CELLS];    // of the body, 0..1: swells and fades with its spikes, never flashes
    float tonic[CIRCUIT_POPULATIONS];   // 0 silent .. 1 very busy, on a fixed scale for all pictures
    float blocked[CIRCUIT_POPULATIONS]; // share of NMDA receptors blocked by the drug
    float haze;                         // glutamate above its level before the dose; 1 when it has doubled
} circuit_activity;

// As far back as spikes are looked for: the longest axon's pulse has then arrived.
#define CIRCUIT_ACTIVITY_MS 120.0

circuit_activity circuit_activity_of(const circuit *c, const circuit_patch *p);

// Share of blocked NMDA receptors of a population, 0..1: the drive's level where the block reaches it.
double circuit_blocked_share(const circuit_drive *d, circuit_population p);

#endif
