// Light and matter of the brain for each theme: what the shaders of brain_*.{vert,frag} are given. Values
// chosen by eye; colours sRGB. Private to scene/brain.
#ifndef NEUROTIDE_SCENE_BRAIN_LIGHT_H
#define NEUROTIDE_SCENE_BRAIN_LIGHT_H

#include "scene/kit/lamps.h"
#include "ui/theme.h"

// One look of matter; see the shaders for what each number does.
typedef struct brain_light {
    float cortex[3], sulcus[3], cerebellum[3], stem[3];
    float key[3], sky[3], ground[3], rim[3];
    float solid[4];
    float glass[4], edge[4], edge_shape[4], engaged[4], highlight[3];
    float deep[4], deep_rest[3], deep_edge[3];
    float glow[6];  // halo of deep structures in glass: the four of u_glow, the two of u_glow_range
    float spark[6]; // the most engaged ones seen through others that stand before them
    float shine[6]; // glimmer through solid cortex
    float halo;     // light shed on the stage by a fully engaged brain
} brain_light;

const brain_light *brain_light_of(const theme *t);

lamps brain_lamps_of(const camera *c);

#endif
