// What a scene may see while it draws: all that the shared parts in scene/kit know of scenes.
#ifndef NEUROTIDE_SCENE_SCENE_FRAME_H
#define NEUROTIDE_SCENE_SCENE_FRAME_H

#include "base/message.h"
#include "gfx/gfx.h"
#include "model/treatment.h"
#include "ui/theme.h"
#include "view/view_state.h"

#include <stdbool.h>

// How good the 3D picture is to be. Live: adapted from measured frame time; pictures: the best.
typedef struct scene_quality {
    int lod;         // 0 finest .. 2
    float jitter[2]; // sub-pixel shift of this sample, px of the target, -0.5..0.5
} scene_quality;

// Where the names of parts stand, so that a name can be pressed as the part itself can.
typedef struct scene_name {
    rect box;       // px
    const char *id; // of the part, as pick() gives it; lives as long as the scene
} scene_name;

enum { SCENE_NAMES_MAX = 64 };
typedef struct scene_names {
    scene_name at[SCENE_NAMES_MAX];
    int count;
} scene_names;

// Everything a scene may see while it draws. Nothing in it changes during the frame.
typedef struct scene_frame {
    gfx *gfx;
    draw2d *draw; // flat overlay, px of the window
    const text_source *text;
    const words *words;
    const theme *theme;
    const view_state *view;
    const treatment *treatment;
    rect stage;            // px: what is left between top bar, dock, caption and card
    rect half[SIDE_COUNT]; // px; w = 0 where that side is not shown. Halves are drawn side by side, or one
                           // above the other in portrait, SSRI first
    float unit, text_scale;
    bool reduce_motion;
    bool labels;
    const char *hovered; // id that the pointer is on, NULL for none
    scene_names *names;  // draw2d() adds to it; NULL where nobody asks
    scene_quality quality;
} scene_frame;

// The most that a live description says; two more than any scene says (tested).
enum { SCENE_SENTENCES = 10 };

#endif
