// The small instrument beside the density: the learning toy. Private to scene/growth.
#ifndef NEUROTIDE_SCENE_GROWTH_LEARNING_H
#define NEUROTIDE_SCENE_GROWTH_LEARNING_H

#include "scene/growth/growth_scene.h"

// Least width at which its words stand, px.
float growth_learning_width(const scene_frame *f);
void growth_draw_learning(const growth *g, const scene_frame *f, side s, rect r);

#endif
