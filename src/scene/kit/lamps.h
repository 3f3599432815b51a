// Directions of the lights on a subject: they stand still on the screen while it is turned.
#ifndef NEUROTIDE_SCENE_LAMPS_H
#define NEUROTIDE_SCENE_LAMPS_H

#include "scene/kit/camera.h"

// Unit vectors from the subject towards the lights, in its own coordinates.
typedef struct lamps {
    float key[3], rim[3], up[3];
} lamps;

// `key` and `rim` on the screen: right, up, towards the viewer; of any length but 0.
lamps lamps_make(const camera *c, const float key[3], const float rim[3]);

#endif
