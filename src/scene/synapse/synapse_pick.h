// What can be picked in the magnification `synapse`: two entries of its scene_class, and what lies where.
#ifndef NEUROTIDE_SCENE_SYNAPSE_PICK_H
#define NEUROTIDE_SCENE_SYNAPSE_PICK_H

#include "scene/kit/camera.h"
#include "scene/synapse/synapse_names.h"

// What the cut and the walls behind it show at a point of the window, where nothing stands before them.
bool synapse_scenery(side s, const camera *c, float x, float y, synapse_choice *out);

// Whether what sits in a machine (a plug, magnesium) is seen at a point of the window, no other machine
// before it.
bool synapse_guest_seen(const synapse_sight *g, const camera *c, float x, float y, synapse_name guest);

const char *synapse_pick(const void *scene, const scene_frame *f, float x, float y);
const char *synapse_pick_step(const void *scene, const char *current, int direction);

#endif
