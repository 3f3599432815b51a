// Magnification 1, `brain`: two real, MRI-derived brains with the engagement of their regions (science model
// A) on one fixed scale. Looks: glass, solid, inside.
#ifndef NEUROTIDE_SCENE_BRAIN_H
#define NEUROTIDE_SCENE_BRAIN_H

#include "scene/scene.h"

extern const scene_class brain_class;

#endif
