// The flat overlay of the magnification `synapse`. Private to scene/synapse*.
#ifndef NEUROTIDE_SCENE_SYNAPSE_OVERLAY_H
#define NEUROTIDE_SCENE_SYNAPSE_OVERLAY_H

#include "scene/synapse/synapse_plan.h"

// px of the window. Above the picture: the side's name, which synapse it is, the pin, slow motion, stretched
// heights and exaggerations; in the picture's lower right corner the scale bar. `y` may be NULL where only
// the place is asked for.
rect synapse_head(const synapse *y, const scene_frame *f, side s, bool draw);
rect synapse_scale_bar(const synapse *y, const synapse_plan *plan, const scene_frame *f, side s, bool draw);

void synapse_draw_labels(const synapse *y, const synapse_plan *plan, const scene_frame *f, side s,
                         const rect *obstacles, int count);
// The card about what is picked or pointed at; its place, w = 0 for none. `draw` false only finds it.
rect synapse_draw_card(const synapse *y, const synapse_plan *plan, const scene_frame *f, bool draw);
void synapse_draw_traces(const synapse *y, const synapse_plan *plan, const scene_frame *f, side s);

#endif
