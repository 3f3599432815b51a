// The small instrument under each dendrite: the density of spines over the clock. Private to scene/growth.
#ifndef NEUROTIDE_SCENE_GROWTH_DENSITY_H
#define NEUROTIDE_SCENE_GROWTH_DENSITY_H

#include "scene/growth/growth_scene.h"

void growth_draw_density(const growth *g, const scene_frame *f, side s, rect r);

#endif
