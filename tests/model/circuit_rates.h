// Mean rates of the circuit over seeds, for the tests that compare them.
#ifndef NEUROTIDE_TESTS_MODEL_CIRCUIT_RATES_H
#define NEUROTIDE_TESTS_MODEL_CIRCUIT_RATES_H

#include "../check.h"
#include "model/circuit.h"
#include "model/drivers.h"
#include "seeds.h"

enum { SECONDS = 4 };

typedef struct rates {
    double hz[CIRCUIT_POPULATIONS];
    double glutamate;
} rates;

// Mean over the seeds 1.. and 4 s after the warm-up.
static inline rates measure(circuit *c, circuit_drive drive)
{
    int seeds = SEEDS_OR(8, 2);
    rates mean = {{0.0, 0.0}, 0.0};
    for (int seed = 1; seed <= seeds; seed++) {
        circuit_restart(c, (circuit_def){.seed = (uint32_t)seed, .drive = drive});
        for (int ms = 0; ms < 1000 * SECONDS; ms += 20) {
            circuit_run(c, 20 * CIRCUIT_STEPS_PER_MS);
            mean.glutamate += circuit_now(c).glutamate / (50.0 * SECONDS * seeds);
            for (int cell = 0; cell < CIRCUIT_CELLS; cell++)
                check_between(circuit_cell_mv(c, cell), -150.0, 30.0); // and no NaN
        }
        mean.hz[CIRCUIT_PYRAMIDAL] +=
            (double)circuit_spike_count(c, CIRCUIT_PYRAMIDAL) / (CIRCUIT_PYRAMIDAL_CELLS * SECONDS * seeds);
        mean.hz[CIRCUIT_INTERNEURON] += (double)circuit_spike_count(c, CIRCUIT_INTERNEURON) /
                                        (CIRCUIT_INTERNEURON_CELLS * SECONDS * seeds);
    }
    return mean;
}

static inline circuit_drive drive_at_uM(double c_uM)
{
    circuit_drive d = circuit_drive_default();
    d.block_interneuron = drivers_block_interneuron(c_uM);
    d.block_pyramidal = drivers_block_pyramidal(c_uM);
    return d;
}

#endif
