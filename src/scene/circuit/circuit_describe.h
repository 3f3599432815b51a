// The live description of the magnification `circuit`: an entry of its scene_class.
#ifndef NEUROTIDE_SCENE_CIRCUIT_DESCRIBE_H
#define NEUROTIDE_SCENE_CIRCUIT_DESCRIBE_H

#include "scene/scene.h"

int circuit_describe(const void *scene, const view_state *v, const treatment *t,
                     message out[SCENE_SENTENCES]);

#endif
