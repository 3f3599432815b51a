// The controls on the card of the magnification `circuit`: an entry of its scene_class.
#ifndef NEUROTIDE_SCENE_CIRCUIT_CONTROLS_H
#define NEUROTIDE_SCENE_CIRCUIT_CONTROLS_H

#include "scene/scene.h"

float circuit_controls(const void *scene, ui *u, const words *w, rect card, view_state *v, int *asked);

#endif
