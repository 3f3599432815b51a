// Labels with leader lines in two columns at the sides of a half, as on an atlas plate. A pure function of
// its input: no label overlaps another, an obstacle or the border, and no leader runs through a label or
// crosses another leader. Labels that find no place are left out, the least important first.
//
// Steadiness while the subject turns: who is shown follows from priorities that do not depend on the angle as
// long as the anchor is seen, and within a column labels keep the order of their anchors.
#ifndef NEUROTIDE_SCENE_LABELS_H
#define NEUROTIDE_SCENE_LABELS_H

#include "base/geometry2d.h"

#include <stdbool.h>

enum { LABELS_MAX = 64, LABELS_OBSTACLES_MAX = 32 };

typedef struct label {
    // in
    float anchor[2];     // px, what the label names
    float width, height; // px, of the measured text with its padding
    float priority;      // higher goes first; ties go to the lower index
    // out
    bool shown;
    bool left;          // in the left column (text right of the border, leader leaving to the right)
    rect box;           // px
    float leader[3][2]; // px: at the box, elbow, end at the anchor
} label;

typedef struct labels_def {
    rect bounds;           // px, nothing leaves it
    const rect *obstacles; // px
    int obstacle_count;    // at most LABELS_OBSTACLES_MAX are heeded
    const rect *quiet;     // px, where leaders may run but no text may stand
    int quiet_count;       // as above
    float middle_x;        // px, anchors left of it go to the left column first
    float gap;             // px between labels, and between a label and an obstacle
    float reach;           // px, how far up or down a label may stand from its anchor
    float across;          // px, how long a leader to the farther column may be; 0 for any length
    int most;              // at most so many labels
} labels_def;

// At most LABELS_MAX labels are looked at; the rest is not shown.
void labels_place(label *labels, int count, const labels_def *def);

#endif
