// Where everything of the magnification `synapse` stands: one plan for a frame, the same for the 3D picture,
// the flat overlay and picking. Private to scene/synapse*.
#ifndef NEUROTIDE_SCENE_SYNAPSE_PLAN_H
#define NEUROTIDE_SCENE_SYNAPSE_PLAN_H

#include "scene/camera.h"
#include "scene/synapse_scene.h"

// px of the window: the part of a half that the 3D picture covers, and the strip of traces below it (h = 0
// where there is no room for any).
rect synapse_picture_rect(const scene_frame *f, side s);
rect synapse_traces_rect(const scene_frame *f, side s);

// The camera of a half, of the picture alone; `scale` and `jitter_px` as for the target that is drawn to,
// with the origin at the stage's corner. It orbits within limits, and looks at `focus` (scene units) the more
// closely it zooms.
camera synapse_camera(const scene_frame *f, side s, const float focus[3], float scale,
                      const float jitter_px[2]);
// The same in px of the window, for the overlay and picking.
camera synapse_camera_window(const scene_frame *f, side s, const float focus[3]);

#endif
