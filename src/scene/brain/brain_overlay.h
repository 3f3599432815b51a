// Flat parts of the magnification `brain` that always stand: colour bar and orientation head.
// Private to scene/brain.
#ifndef NEUROTIDE_SCENE_BRAIN_OVERLAY_H
#define NEUROTIDE_SCENE_BRAIN_OVERLAY_H

#include "scene/brain/brain_plan.h"

// The fixed 0..1 scale of both halves; `saturated`: some shown level is above 1.
void brain_draw_bar(const scene_frame *f, bool saturated);
// A head as seen from above on EEG maps, turned as the brain is, with L and R at its ears.
void brain_draw_head(const scene_frame *f, side s);

#endif
