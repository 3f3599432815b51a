// Where everything of the magnification `synapse` stands: one plan for a frame, the same for the 3D picture,
// the flat overlay and picking. Private to scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_PLAN_H
#define NEUROTIDE_SCENE_SYNAPSE_PLAN_H

#include "scene/kit/camera.h"
#include "scene/synapse/synapse_scene.h"

// px of the window. From the top of a half: its head (synapse_overlay.h), the 3D picture, and a strip of
// traces (h = 0 where there is no room for any). All empty for a half that is not shown.
typedef struct synapse_plan {
    rect head[SIDE_COUNT], picture[SIDE_COUNT], traces[SIDE_COUNT];
} synapse_plan;

// Measures the words of the heads: made once for a frame.
synapse_plan synapse_plan_make(const scene_frame *f);

// The camera of a half, of the picture alone; `scale` and `jitter_px` as for the target that is drawn to,
// with the origin at the stage's corner. It orbits within limits, and looks at `focus` (scene units) the more
// closely it zooms.
camera synapse_camera(const synapse_plan *plan, const scene_frame *f, side s, const float focus[3],
                      float scale, const float jitter_px[2]);
// The same in px of the window, for the overlay and picking.
camera synapse_camera_window(const synapse_plan *plan, const scene_frame *f, side s, const float focus[3]);

enum { SYNAPSE_KEYS = 32 };
// px of the window: what the half is about and no text may cover while it is seen whole: the receptors in
// front one by one, and the pumps together. Returns how many.
int synapse_key_rects(const synapse *y, const camera *c, side s, rect out[SYNAPSE_KEYS]);

#endif
