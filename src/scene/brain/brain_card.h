// What the card of one region holds: a plain sentence, its level now on both sides and over the clock.
// Private to scene/brain.
#ifndef NEUROTIDE_SCENE_BRAIN_CARD_H
#define NEUROTIDE_SCENE_BRAIN_CARD_H

#include "scene/brain/brain_plan.h"
#include "scene/kit/card.h"

typedef struct brain_card {
    atlas_region_id region;
    bool trace; // with the small trace over the clock (a picked region)
} brain_card;

// `b` is borrowed for as long as the card is used.
card_def brain_card_def(const scene_frame *f, const brain_card *b);

#endif
