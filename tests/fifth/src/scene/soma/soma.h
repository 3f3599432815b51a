// The magnification `soma`, as small as one may be: a cell body as a disc on each side, the more of its
// side's colour the stronger its drug is (docs/adding-a-scene.md).
#ifndef NEUROTIDE_SCENE_SOMA_H
#define NEUROTIDE_SCENE_SOMA_H

#include "scene/scene.h"

extern const scene_class soma_class;

#endif
