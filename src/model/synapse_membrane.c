#include "model/synapse_membrane.h"

#include "base/dmath.h"

synapse_membrane synapse_membrane_rest(void)
{
    return (synapse_membrane){.voltage_mV = SYNAPSE_REST_MV};
}

double synapse_bound_step(double bound, double alpha_per_mM_ms, double beta_per_ms, double mM, double dt_ms)
{
    double rate = alpha_per_mM_ms * mM + beta_per_ms;
    double goal = alpha_per_mM_ms * mM / rate;
    return bound + (goal - bound) * dmath_saturation(rate * dt_ms);
}

double synapse_magnesium_free(double voltage_mV, double magnesium_mM)
{
    return 1.0 / (1.0 + dmath_exp(-0.062 * voltage_mV) * magnesium_mM / 3.57);
}

synapse_current synapse_membrane_current(const synapse_membrane *m, const synapse_membrane_conditions *c)
{
    double v = m->voltage_mV;
    double ampa = SYNAPSE_AMPA_CONDUCTANCE * m->ampa;
    double nmda =
        SYNAPSE_NMDA_CONDUCTANCE * m->nmda * synapse_magnesium_free(v, c->magnesium_mM) * (1.0 - c->blocked);
    return (synapse_current){-ampa * v, -nmda * v};
}

void synapse_membrane_step(synapse_membrane *m, const synapse_membrane_conditions *c, double glutamate_mM,
                           double dt_ms)
{
    m->ampa = synapse_bound_step(m->ampa, SYNAPSE_AMPA_ALPHA_PER_MM_MS, SYNAPSE_AMPA_BETA_PER_MS,
                                 glutamate_mM, dt_ms);
    m->nmda = synapse_bound_step(m->nmda, SYNAPSE_NMDA_ALPHA_PER_MM_MS * c->nmda_factor,
                                 SYNAPSE_NMDA_BETA_PER_MS, glutamate_mM, dt_ms);
    synapse_current in = synapse_membrane_current(m, c);
    double v = m->voltage_mV;
    m->voltage_mV = v + ((SYNAPSE_REST_MV - v) + in.ampa + in.nmda) * (dt_ms / SYNAPSE_MEMBRANE_MS);
}
