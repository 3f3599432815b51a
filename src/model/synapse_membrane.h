// The postsynaptic side of a glutamate synapse as its mean over many receptors (docs/models.md): AMPA and
// NMDA receptors that follow the glutamate in the cleft, and the membrane voltage they drive. A simple
// illustrative model, not clinical data.
//
//   dr/dt = alpha C (1 - r) - beta r       Destexhe, Mainen & Sejnowski 1994, Neural Comput 6:14,
//                                          doi:10.1162/neco.1994.6.1.14 (rates of their minimal models)
//   B(V)  = 1 / (1 + exp(-0.062 V) [Mg] / 3.57)        Jahr & Stevens 1990, J Neurosci 10:3178
//   i_A   = gA r_A V,   i_N = gN r_N B(V) (1 - f) V    relative to the leak; gA, gN illustrative
//   dV/dt = -(V + 70) / 20 - (i_A + i_N) / 20
#ifndef NEUROTIDE_MODEL_SYNAPSE_MEMBRANE_H
#define NEUROTIDE_MODEL_SYNAPSE_MEMBRANE_H

#define SYNAPSE_AMPA_ALPHA_PER_MM_MS 1.1
#define SYNAPSE_AMPA_BETA_PER_MS 0.19
#define SYNAPSE_NMDA_ALPHA_PER_MM_MS 0.072
#define SYNAPSE_NMDA_BETA_PER_MS 0.0066
#define SYNAPSE_AMPA_CONDUCTANCE 3.0
#define SYNAPSE_NMDA_CONDUCTANCE 10.0
#define SYNAPSE_MAGNESIUM_MM 1.0
#define SYNAPSE_REST_MV (-70.0)
#define SYNAPSE_MEMBRANE_MS 20.0

#define SYNAPSE_PER_MM_UM3 602214.0 // molecules in 1 um^3 at 1 mM

typedef struct synapse_membrane {
    double ampa, nmda; // share of the receptors that hold glutamate and are open, 0..1
    double voltage_mV;
} synapse_membrane;

typedef struct synapse_membrane_conditions {
    double nmda_factor;  // multiplies the binding to NMDA receptors; 1: the model as it is
    double magnesium_mM; // outside
    double blocked;      // share f of NMDA receptors with ketamine in the pore, 0..1
} synapse_membrane_conditions;

// Nothing bound, at rest.
synapse_membrane synapse_membrane_rest(void);

// Share of receptors bound after dt_ms at constant concentration: exact.
double synapse_bound_step(double bound, double alpha_per_mM_ms, double beta_per_ms, double mM, double dt_ms);

// B(V): share of NMDA receptors without Mg2+ in the pore.
double synapse_magnesium_free(double voltage_mV, double magnesium_mM);

// Current that flows in through the open receptors, mV relative to the leak: -i_A and -i_N above.
typedef struct synapse_current {
    double ampa, nmda;
} synapse_current;
synapse_current synapse_membrane_current(const synapse_membrane *m, const synapse_membrane_conditions *c);

// Receptors exactly, voltage by one Euler step (dt_ms <= 0.1).
void synapse_membrane_step(synapse_membrane *m, const synapse_membrane_conditions *c, double glutamate_mM,
                           double dt_ms);

#endif
