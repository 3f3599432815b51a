// The controls on the card of the magnification `brain`: an entry of its scene_class.
#ifndef NEUROTIDE_SCENE_BRAIN_CONTROLS_H
#define NEUROTIDE_SCENE_BRAIN_CONTROLS_H

#include "scene/scene.h"

float brain_controls(const void *scene, ui *u, const words *w, rect card, view_state *v, int *asked);
void brain_next_look(view_state *v);

#endif
