// Region labels with leader lines. Private to scene/brain.
#ifndef NEUROTIDE_SCENE_BRAIN_LABELS_H
#define NEUROTIDE_SCENE_BRAIN_LABELS_H

#include "scene/brain/brain_scene.h"
#include "scene/brain/brain_sight.h"
#include "scene/kit/camera.h"

// Where a region stands on a half: the better of its two nodes. `clear` is 0 (turned away or hidden) .. 1.
// With a sight of the deep structures, where they are seen; without (NULL), their middles.
typedef struct brain_spot {
    float px[2];
    float clear;
    int node;
} brain_spot;
brain_spot brain_spot_of(const brain *b, const scene_frame *f, side s, const camera *c,
                         const brain_sight *sight, atlas_region_id region);

// Labels of one half around the given obstacles, px of the window.
void brain_draw_labels(const brain *b, const scene_frame *f, side s, const rect *obstacles,
                       int obstacle_count);

#endif
