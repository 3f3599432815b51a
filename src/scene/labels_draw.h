// One label that labels_place() found a place for: leader line, dot and text.
#ifndef NEUROTIDE_SCENE_LABELS_DRAW_H
#define NEUROTIDE_SCENE_LABELS_DRAW_H

#include "scene/labels.h"
#include "scene/scene.h"

typedef struct label_text {
    char text[96];
    colour ink;
    text_weight weight;
    float alpha;
    bool chosen; // picked or pointed at
} label_text;

// `px`: font size.
void labels_draw(const scene_frame *f, const label *l, const label_text *t, float px);

#endif
