// The controls on the card of the magnification `synapse`: an entry of its scene_class.
#ifndef NEUROTIDE_SCENE_SYNAPSE_CONTROLS_H
#define NEUROTIDE_SCENE_SYNAPSE_CONTROLS_H

#include "scene/scene.h"

// What they ask of scene_class.act.
enum { SYNAPSE_ASKED_RELEASE = 1, SYNAPSE_ASKED_DEPOLARISE };
float synapse_controls(const void *scene, ui *u, const words *w, rect card, view_state *v, int *asked);

#endif
