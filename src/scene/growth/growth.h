// The magnification `growth`: a stretch of dendrite on each side whose spines appear, mature and vanish over
// the clock; how dense they stand; and a small toy of learning (docs/models.md). See scene.h.
#ifndef NEUROTIDE_SCENE_GROWTH_H
#define NEUROTIDE_SCENE_GROWTH_H

#include "scene/scene.h"

extern const scene_class growth_class;

#endif
