// The numbers of the glutamate synapse (synapse_glutamate.h) and what its means are told in.
#ifndef NEUROTIDE_MODEL_SYNAPSE_GLUTAMATE_LEVELS_H
#define NEUROTIDE_MODEL_SYNAPSE_GLUTAMATE_LEVELS_H

#define SYNAPSE_GLUTAMATE_D_UM2_PER_MS 0.33 // Nielsen et al. 2004, Neuron 42:757
#define SYNAPSE_GLUTAMATE_HEIGHT_UM 0.020   // Gupta et al. 2016 (ModelDB 206328)
#define SYNAPSE_GLUTAMATE_RIM_UM 0.5        // illustrative
#define SYNAPSE_GLUTAMATE_DENSITY_UM 0.15   // radius of the postsynaptic density; illustrative
#define SYNAPSE_GLUTAMATE_DT_MS 0.001
#define SYNAPSE_GLUTAMATE_MS_PER_S 1.2 // model ms in a second on display
#define SYNAPSE_RELEASE_HZ 2.5         // at rest
#define SYNAPSE_RECEPTOR_UM 0.005      // radius of the disc that binds
#define SYNAPSE_NMDA_SEEN_FACTOR 20.0  // binding to NMDA receptors, scale `seen`
#define SYNAPSE_HALF_BLOCK_SEEN_UM 0.5 // ketamine's half-block of interneuron receptors, scale `seen`
#define SYNAPSE_MAGNESIUM_S 0.15       // on display: how fast Mg2+ of drawn pores follows B(V); illustrative
#define SYNAPSE_DEPOLARISED_MV 0.0
#define SYNAPSE_DEPOLARISED_MS 50.0

enum {
    SYNAPSE_VESICLE = 3000, // molecules (rounded; Riveros et al. 1986: 3640 in rat cortex)
    SYNAPSE_AMPA = 30,
    SYNAPSE_NMDA = 15,
    SYNAPSE_RECEPTORS = SYNAPSE_AMPA + SYNAPSE_NMDA, // AMPA receptors first
    SYNAPSE_FAST_TICKS = 24                          // length of the fast forward
};

typedef struct synapse_glutamate_levels {
    double glutamate_mM; // mean over the cleft above the density
    double ampa, nmda;   // share of receptors that hold glutamate, 0..1 (mean)
    double voltage_mV;
    double ampa_current,
        nmda_current; // into the cell, mV relative to the leak; barred and plugged pores pass none
} synapse_glutamate_levels;

#endif
