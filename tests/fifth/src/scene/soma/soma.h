// A fifth magnification, `soma`, as small as one may be: a cell body as a disc on each side, as bright as its
// drug is strong. Only tests/fifth builds it; docs/adding-a-scene.md is followed with it.
#ifndef NEUROTIDE_SCENE_SOMA_H
#define NEUROTIDE_SCENE_SOMA_H

#include "scene/scene.h"

extern const scene_class soma_class;

#endif
