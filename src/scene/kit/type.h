// Sizes of type on the stage.
#ifndef NEUROTIDE_SCENE_TYPE_H
#define NEUROTIDE_SCENE_TYPE_H

#include "scene/scene_frame.h"

// px of the window: small print, the size of labels, plots and notes.
float type_small_px(const scene_frame *f);

#endif
