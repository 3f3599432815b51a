// What stands above the picture of a half: the side's name, which synapse it is, the pin, slow motion,
// stretched heights and exaggerations. Private to scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_HEAD_H
#define NEUROTIDE_SCENE_SYNAPSE_HEAD_H

#include "scene/synapse/synapse_scene.h"

// Its place, px of the window; drawn where `draw`. `y` may be NULL where only the place is asked for.
rect synapse_head(const synapse *y, const scene_frame *f, side s, bool draw);

#endif
