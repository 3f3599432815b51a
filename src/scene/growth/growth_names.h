// Words on the picture of `growth`: counters, labels with leader lines, and the card of what is picked or
// pointed at. Private to scene/growth.
#ifndef NEUROTIDE_SCENE_GROWTH_NAMES_H
#define NEUROTIDE_SCENE_GROWTH_NAMES_H

#include "scene/growth/growth_plan.h"
#include "scene/kit/card.h"

// What is pointed at counts only while nothing is picked. `place` is set for a spine.
growth_part growth_chosen(const scene_frame *f, int *place);
// Where the chosen part is seen on a half, px; false when there is none there.
bool growth_chosen_spot(const growth *g, const scene_frame *f, side s, rect *out);

// The card with the memory of its lines.
typedef struct growth_card {
    card_def def;
    char line[SIDE_COUNT][200];
} growth_card;
// False when nothing is chosen. The caller fills in what is to be avoided.
bool growth_card_make(const growth *g, const scene_frame *f, growth_card *out);

void growth_draw_labels(const growth *g, const scene_frame *f, side s, const rect *obstacles,
                        int obstacle_count);

#endif
