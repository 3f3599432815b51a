// The two small instruments under each dendrite: the density curve over the clock, and the learning toy.
// Private to scene/growth*.
#ifndef NEUROTIDE_SCENE_GROWTH_PLOTS_H
#define NEUROTIDE_SCENE_GROWTH_PLOTS_H

#include "scene/growth/growth_plan.h"

void growth_draw_density(const growth *g, const scene_frame *f, side s, rect r);
// Least width at which the toy's words stand, px.
float growth_learning_width(const scene_frame *f);
void growth_draw_learning(const growth *g, const scene_frame *f, side s, rect r);

#endif
