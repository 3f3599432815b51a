// The live description of the magnification `growth`: an entry of its scene_class.
#ifndef NEUROTIDE_SCENE_GROWTH_DESCRIBE_H
#define NEUROTIDE_SCENE_GROWTH_DESCRIBE_H

#include "scene/scene.h"

int growth_describe(const void *scene, const view_state *v, const treatment *t, message out[SCENE_SENTENCES]);

#endif
