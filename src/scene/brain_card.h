// The card of one region: its name, one plain sentence, its level now on both sides and over the clock.
// Private to scene/brain*.
#ifndef NEUROTIDE_SCENE_BRAIN_CARD_H
#define NEUROTIDE_SCENE_BRAIN_CARD_H

#include "scene/brain_plan.h"

// A place that the card had better not cover.
typedef struct brain_card_avoid {
    rect where;   // px
    float weight; // cost of covering it whole
} brain_card_avoid;

typedef struct brain_card_def {
    atlas_region_id region;
    bool trace; // with the small trace over the clock (a picked region)
    const brain_card_avoid *avoid;
    int avoid_count;
} brain_card_def;

// The form that the card takes on this stage: found once, then drawn.
typedef struct brain_card_form {
    rect where;    // px; w = 0 when even the smallest form finds no room on the stage
    float shrink;  // of the type, 1 = the design's
    float trace_h; // px, 0 without the trace
} brain_card_form;

brain_card_form brain_card_find(const scene_frame *f, const brain_card_def *def);
void brain_card_draw(const scene_frame *f, const brain_card_def *def, const brain_card_form *form);

#endif
