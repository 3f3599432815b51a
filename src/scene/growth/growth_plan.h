// Where everything of the magnification `growth` stands: one plan for a frame, the same for the 3D picture,
// the flat overlay and picking. Private to scene/growth.
#ifndef NEUROTIDE_SCENE_GROWTH_PLAN_H
#define NEUROTIDE_SCENE_GROWTH_PLAN_H

#include "scene/growth/growth_parts.h"
#include "scene/growth/growth_scene.h"
#include "scene/kit/camera.h"

typedef struct growth_plan {
    rect badges;   // name and badges
    rect counters; // top right
    rect body;     // what the dendrite has at zoom 1
    rect density;  // the curve with its words; w = 0 where there is no room
    rect learning; // the learning toy; w = 0 where there is no room
} growth_plan;

// The counters in the corner, one line each: what the drug made, and the same stretch without it.
enum { GROWTH_COUNTERS = 3 };
typedef struct growth_counter {
    char text[80];
    float px;
    text_weight weight;
    colour ink;
    bool ring; // with the mark of extra spines before it
} growth_counter;
// Returns how many there are.
int growth_counters(const growth *g, const scene_frame *f, side s, growth_counter out[GROWTH_COUNTERS]);

// px of the window. Both halves get the same sizes.
growth_plan growth_plan_make(const scene_frame *f, side s);

rect growth_badges(const scene_frame *f, side s, bool draw);

// The camera of a half; `scale` and `jitter_px` as for the target that is drawn to.
camera growth_camera(const growth *g, const scene_frame *f, side s, float scale, const float jitter_px[2]);
// The same in px of the window, for the overlay and picking.
camera growth_camera_window(const growth *g, const scene_frame *f, side s);

#endif
