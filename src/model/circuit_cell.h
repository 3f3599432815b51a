// One spiking cell of the cortical microcircuit and one step of it (docs/models.md): Izhikevich 2003, IEEE
// Trans Neural Netw 14:1569, doi:10.1109/TNN.2003.820440.
//
//   dv/dt = 0.04 v^2 + 5 v + 140 - u + I,   du/dt = a (b v - u);   v >= 30: spike, v = c, u += d
//   I = -(A + M B(v) (1 - block)) v - Gi (v + 70) + injected
//
// v: membrane potential, mV; u: recovery, mV/ms; t in ms; A (AMPA), M (NMDA), Gi (GABA-A): conductances over
// capacitance, 1/ms. B is the magnesium block: Jahr & Stevens 1990, J Neurosci 10:1830.
#ifndef NEUROTIDE_MODEL_CIRCUIT_CELL_H
#define NEUROTIDE_MODEL_CIRCUIT_CELL_H

#define CIRCUIT_STEP_MS 0.5
#define CIRCUIT_SPIKE_MV 30.0
#define CIRCUIT_RECOVERY_B 0.2 // b, the same for both kinds of cell
#define CIRCUIT_GABA_MV (-70.0)
#define CIRCUIT_MAGNESIUM_MM 1.0

// Share of NMDA receptors that magnesium leaves open at v, 0..1: 1 / (1 + exp(-0.062 v) [Mg] / 3.57),
// relative error below 1e-9 for -100 <= v <= 30 and in 0..1 everywhere. The exponential is a polynomial of v
// / 8 to the 8th power, not dmath_exp(), so that the loop over cells runs on vectors: it is most of the
// model's cost.
static inline double circuit_magnesium_free(double v)
{
    double x = -0.062 / 8.0 * v, z = x * x;
    double even =
        1.0 +
        z * (1.0 / 2.0 + z * (1.0 / 24.0 + z * (1.0 / 720.0 + z * (1.0 / 40320.0 + z * (1.0 / 3628800.0)))));
    double odd =
        1.0 + z * (1.0 / 6.0 +
                   z * (1.0 / 120.0 + z * (1.0 / 5040.0 + z * (1.0 / 362880.0 + z * (1.0 / 39916800.0)))));
    double e = even + x * odd;
    e *= e;
    e *= e;
    e *= e;
    return 1.0 / (1.0 + e * (CIRCUIT_MAGNESIUM_MM / 3.57));
}

static inline double circuit_half_step(double v, double u, double ampa, double nmda, double gaba,
                                       double injected)
{
    double open = ampa + nmda * circuit_magnesium_free(v);
    double current = injected - open * v - gaba * (v - CIRCUIT_GABA_MV);
    v += 0.5 * CIRCUIT_STEP_MS * ((0.04 * v + 5.0) * v + 140.0 - u + current);
    return v < CIRCUIT_SPIKE_MV ? v : CIRCUIT_SPIKE_MV;
}

// One step of 0.5 ms: two half-steps of v, each cut off at 30 mV, then u with that v. The cell has spiked
// when v is then 30; the caller resets it (v = c, u += d). `nmda` has the drug's block already taken off.
static inline void circuit_cell_step(double *v, double *u, double a, double ampa, double nmda, double gaba,
                                     double injected)
{
    double w = circuit_half_step(*v, *u, ampa, nmda, gaba, injected);
    w = circuit_half_step(w, *u, ampa, nmda, gaba, injected);
    *u += CIRCUIT_STEP_MS * (a * (CIRCUIT_RECOVERY_B * w - *u));
    *v = w;
}

#endif
