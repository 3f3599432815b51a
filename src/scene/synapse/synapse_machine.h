// One machine as it stands, and a molecule: sizes, the seat, and what rides through. Private to
// scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_MACHINE_H
#define NEUROTIDE_SCENE_SYNAPSE_MACHINE_H

#include "scene/synapse/synapse_scene.h"

// The radius, scene units, that a molecule of this side is drawn with.
float synapse_molecule_radius(side s);
// Widths of the machines, scene units.
float synapse_machine_width(synapse_kind k);
// +1 where a machine's mouth looks up, -1 where it looks down.
float synapse_machine_towards(synapse_kind k);
// Where a bound molecule sits.
void synapse_seat(const synapse_machine *m, float out[3]);

// What stands before the cut has been taken away with it.
bool synapse_machine_stands(const synapse_machine *m);

// Height of the middle of a pump's rotor, widths.
#define SYNAPSE_ROTOR_Z (-0.04f)
// Where a molecule that a pump carries is on its way, scene units, and the share of its size that it has
// there. False when the pump stands still.
bool synapse_passenger(const synapse_machine *m, float out[3], float *size);

#endif
