// Light and matter of the circuit for each theme: what the shaders of circuit_*.{vert,frag} are given. Values
// chosen by eye; colours sRGB. Pyramidal cells stay in the glutamate colour's family, interneurons in GABA's;
// at rest both are pale, at work they take their colour. Private to scene/circuit.
#ifndef NEUROTIDE_SCENE_CIRCUIT_LIGHT_H
#define NEUROTIDE_SCENE_CIRCUIT_LIGHT_H

#include "ui/theme.h"

typedef struct circuit_light {
    float rest[2][3], active[2][3], pulse[2][3]; // pyramidal cells, interneurons
    float key[3], sky[3], ground[3], rim[3];
    float haze[4]; // colour of the glutamate's light in the tissue, strength when the level has doubled
    float fog;     // at the back of the patch, 0..1
    float puff[3]; // radius, strength, share that covers
    bool adds;     // puffs add light (dark stages)
} circuit_light;

const circuit_light *circuit_light_of(const theme *t);

#endif
