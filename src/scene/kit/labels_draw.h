// One label that labels_place() found a place for: leader line, dot and text.
#ifndef NEUROTIDE_SCENE_LABELS_DRAW_H
#define NEUROTIDE_SCENE_LABELS_DRAW_H

#include "scene/kit/labels.h"
#include "scene/scene_frame.h"

typedef struct label_text {
    char text[96];
    colour ink;
    text_weight weight;
    float alpha;
    bool chosen;    // picked or pointed at
    bool ring;      // round something as small as a dot, which a dot would hide
    const char *id; // of the part; lives as long as the scene
} label_text;

// `px`: font size.
void labels_draw(const scene_frame *f, const label *l, const label_text *t, float px);

// Tells where the name of a part stands; labels_draw() does so itself.
void labels_note(const scene_frame *f, rect box, const char *id);

#endif
