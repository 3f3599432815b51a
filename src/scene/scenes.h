// The table of the magnifications; their one list is view/view_scenes.def.
#ifndef NEUROTIDE_SCENE_SCENES_H
#define NEUROTIDE_SCENE_SCENES_H

#include "scene/scene.h"

// The table, in order of the tabs.
const scene_class *const *scenes(int *count);
const scene_class *scene_of(view_scene v);

// Asked at the start: false with a sentence when an entry that every scene must have is missing, one stands
// without the one it needs, a limit is none or beyond what the state string can hold, or it bears another
// name than its line in view_scenes.def.
bool scene_class_check(const scene_class *c, error *e);
bool scenes_check(error *e); // of all in the table

#endif
