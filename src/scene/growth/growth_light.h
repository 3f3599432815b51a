// Light and matter of the magnification `growth` for each theme: what the shaders of growth_* are given.
// Values chosen by eye; colours sRGB. Private to scene/growth.
#ifndef NEUROTIDE_SCENE_GROWTH_LIGHT_H
#define NEUROTIDE_SCENE_GROWTH_LIGHT_H

#include "scene/kit/lamps.h"
#include "ui/theme.h"

// One look of matter; see the shaders for what each number does.
typedef struct growth_light {
    float tissue[3], head[3], shade[3];
    float key[3], sky[3], ground[3], rim[3];
    float matter[4];
    float own; // of extra spines
    float fibre[4], fibre_edge[4];
} growth_light;

const growth_light *growth_light_of(const theme *t);

lamps growth_lamps_of(const camera *c);

#endif
