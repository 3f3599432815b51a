// Where everything stands on a surface of any size: one pure function, tested at every size of the design
// sheet.
#ifndef NEUROTIDE_APP_LAYOUT_H
#define NEUROTIDE_APP_LAYOUT_H

#include "base/geometry2d.h"
#include "base/side.h"
#include "view/view_state.h"

#include <stdbool.h>

typedef struct layout_def {
    float width, height;  // px
    float text_scale;     // 0.8..2
    float caption_height; // px the caption needs at the stage's width, 0 for none
    float story_height;   // px that a story's buttons need under the caption, 0 for none
    float card_width;     // design units the open card takes, 0 when folded
    view_halves halves;
    bool presenting; // no card, no bar
} layout_def;

typedef struct app_layout {
    float unit; // px of one design unit: min(height / 1080, width / 1100), and so on
    rect top, dock, story, caption, card, stage; // px; w = 0 where there is none
    rect half[SIDE_COUNT]; // within the stage; one above the other in portrait, SSRI first
    bool stacked;          // halves one above the other
    bool dock_stacked;     // on tall surfaces the clock's buttons stand over its plot
    bool compact;          // chrome collapses: icons without words
} app_layout;

// px of one design unit on a surface: min(height / 1080, width / 1100), at least 0.02.
float layout_unit(float width, float height);

app_layout layout_compute(const layout_def *def);

#endif
