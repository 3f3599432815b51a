// The mean of many molecules released at one place: the diffusion equation in one coordinate, by finite
// volumes that lose nothing. It gives the synapses their stationary state and their mean curves.
//
//   disc  distance from the axis, all gone at the rim
//   slab  height over a wall that takes up with `speed` (a Robin wall), the other wall reflecting
#ifndef NEUROTIDE_MODEL_SYNAPSE_FIELD_H
#define NEUROTIDE_MODEL_SYNAPSE_FIELD_H

enum { SYNAPSE_FIELD_CELLS = 96 };

typedef struct synapse_field {
    double width_um;                    // of a cell
    double share[SYNAPSE_FIELD_CELLS];  // of the molecules released, in each cell
    double volume[SYNAPSE_FIELD_CELLS]; // relative
    double out[SYNAPSE_FIELD_CELLS];    // rate from a cell to the next one, or over the rim, 1/ms
    double back[SYNAPSE_FIELD_CELLS];   // rate from a cell to the one before, or into the wall, 1/ms
} synapse_field;

// All in the first cell: on the axis, or on the wall.
synapse_field synapse_field_disc(double rim_um, double d_um2_per_ms);
synapse_field synapse_field_slab(double height_um, double speed_um_per_ms, double d_um2_per_ms);

// One step: backward Euler where `smooth` (for the first few after a release), else Crank-Nicolson.
void synapse_field_step(synapse_field *f, double dt_ms, int smooth);

double synapse_field_total(const synapse_field *f);             // share still there
double synapse_field_within(const synapse_field *f, double um); // share nearer than this
// The coordinate of a molecule that is still there; u in [0, 1).
double synapse_field_sample(const synapse_field *f, double u);

#endif
