// The models of the magnification `synapse`, and how they are seen. Private to scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_LIVE_H
#define NEUROTIDE_SCENE_SYNAPSE_LIVE_H

#include "scene/synapse/synapse_scene.h"

synapse_conditions synapse_conditions_of(const view_state *v, const treatment *t);
// Models made anew where the conditions jumped, else led on to the new ones.
void synapse_live_set(synapse *y, const view_state *v, const treatment *t);
void synapse_live_advance(synapse *y, double dt_s);
// The next set makes the models anew and lets them live so long, display seconds.
void synapse_live_restart(synapse *y, double run_s);
void synapse_live_release(synapse *y);
void synapse_live_depolarise(synapse *y);
// Places in the model to scene units.
void synapse_place(side s, float x_um, float y_um, float z_um, float out[3]);
// Micrometres of a scene unit along the membranes, and how many times too high the cleft is drawn.
double synapse_um_per_unit(side s);
double synapse_stretch(side s);
// Display seconds in a second of the model.
double synapse_slow_motion(side s);

#endif
