// Where everything of the magnification `brain` stands: one plan for a frame, the same for the 3D picture,
// the flat overlay and picking. Private to scene/brain.
#ifndef NEUROTIDE_SCENE_BRAIN_PLAN_H
#define NEUROTIDE_SCENE_BRAIN_PLAN_H

#include "scene/kit/camera.h"
#include "scene/scene.h"

// MNI millimetres: the middle of the brain and what surrounds it.
#define BRAIN_CENTRE_MM                                                                                      \
    {                                                                                                        \
        0.0f, -17.0f, 5.0f                                                                                   \
    }
#define BRAIN_RADIUS_MM 100.0f
// What must fit at zoom 1, whichever way the brain is turned: its length and, with the stem, its height.
#define BRAIN_WIDTH_MM 178.0f
#define BRAIN_HEIGHT_MM 152.0f

// The camera of a half; `scale` and `jitter_px` as for the target that is drawn to (1 and 0 on the window).
// `origin` is the stage's place in the target's own pixels: {0, 0} in draw3d, the stage's corner on the
// window.
camera brain_camera(const scene_frame *f, side s, float scale, const float jitter_px[2]);
// The same in px of the window, for the overlay and picking.
camera brain_camera_window(const scene_frame *f, side s);

// The region that is picked or pointed at; false when there is none.
bool brain_picked(const scene_frame *f, atlas_region_id *out);
bool brain_hovered(const scene_frame *f, atlas_region_id *out);

// Which side's hemisphere the look `inside` shows: the far one, seen on its medial wall.
atlas_hemisphere brain_inside_hemisphere(const view_state *v);

// px of the window: the colour bar, once for both halves.
rect brain_bar_rect(const scene_frame *f);
// px of the window: the small head of a half.
rect brain_head_rect(const scene_frame *f, side s);
// px of the window: name and badges of a half.
rect brain_badges(const scene_frame *f, side s, bool draw);
// px of the window: "pattern set by the authors, not measured", once for both halves, beside the colour bar.
rect brain_pattern_badge(const scene_frame *f, bool draw);

#endif
