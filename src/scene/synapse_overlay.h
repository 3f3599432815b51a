// The flat overlay of the magnification `synapse`. Private to scene/synapse*.
#ifndef NEUROTIDE_SCENE_SYNAPSE_OVERLAY_H
#define NEUROTIDE_SCENE_SYNAPSE_OVERLAY_H

#include "scene/synapse_scene.h"

// px of the window. Name, which synapse it is, and the pin, at the top left; slow motion, stretched heights
// and exaggerations at the bottom left; the scale bar at the bottom right.
rect synapse_head(const synapse *y, const scene_frame *f, side s, bool draw);
rect synapse_notes(const synapse *y, const scene_frame *f, side s, bool draw);
rect synapse_scale_bar(const synapse *y, const scene_frame *f, side s, bool draw);

void synapse_draw_labels(const synapse *y, const scene_frame *f, side s, const rect *obstacles, int count);
// The card about what is picked or pointed at; its place, w = 0 for none. `draw` false only finds it.
rect synapse_draw_card(const synapse *y, const scene_frame *f, bool draw);
void synapse_draw_traces(const synapse *y, const scene_frame *f, side s);

#endif
