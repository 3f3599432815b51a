// The card about what is picked or pointed at. Private to scene/circuit.
#ifndef NEUROTIDE_SCENE_CIRCUIT_CARD_H
#define NEUROTIDE_SCENE_CIRCUIT_CARD_H

#include "scene/circuit/circuit_scene.h"

// Nothing where neither is.
void circuit_card_draw(const circuit_scene *c, const scene_frame *f);

#endif
