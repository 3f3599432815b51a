// The tissue of the magnification `growth`: one stretch of a dendrite that forks, 200 places where a spine
// may stand, and fibres of other cells that pass by with their boutons. Drawn for clarity (illustrative), in
// micrometres: shafts of about 1.5 um, spines of 1.2 to 2.2 um. The same on both halves.
// Axes are the camera's: x away from the viewer, y to the left, z up. Private to scene/growth.
#ifndef NEUROTIDE_SCENE_GROWTH_TISSUE_H
#define NEUROTIDE_SCENE_GROWTH_TISSUE_H

#include "model/spines.h"
#include "scene/kit/tube.h"

#include <stdint.h>

enum {
    GROWTH_SITES = SPINES_SITES,
    GROWTH_SHAFTS = 2,
    GROWTH_FIBRES = 4,
    GROWTH_BOUTONS = 12,
    GROWTH_BOUTON_NAMED = 10
};

// What must fit at zoom 1, um; beyond it the shafts run on and fade.
#define GROWTH_WIDTH_UM 49.0f
#define GROWTH_HEIGHT_UM 23.0f
#define GROWTH_RADIUS_UM 30.0f
#define GROWTH_FADE_FROM_UM 21.0f
#define GROWTH_FADE_TO_UM 25.5f
// Fibres fade above and below.
#define GROWTH_FIBRE_FADE_FROM_UM 9.0f
#define GROWTH_FIBRE_FADE_TO_UM 14.0f

// A place for a spine: where it leaves the shaft, the way it grows, and the way it bends.
typedef struct growth_place {
    float base[3];          // um, on the shaft's skin
    float axis[3], side[3]; // unit
} growth_place;

// How one spine looks when grown: factors of the measures in growth_spine.h, and um sideways at its end.
typedef struct growth_shape {
    float length, head, neck, bend;
} growth_shape;

typedef struct growth_tissue {
    tube_curve shaft[GROWTH_SHAFTS];
    tube_curve fibre[GROWTH_FIBRES];
    float bouton[GROWTH_BOUTONS][3];
    growth_place place[GROWTH_SITES];
} growth_tissue;

// The shafts and fibres are always the same; the places follow the seed.
void growth_tissue_make(growth_tissue *t, uint32_t seed);

// From a spine's random bits (model/spines.h).
growth_shape growth_shape_of(uint32_t bits);

// Middle of a spine's head, um; `there` and `maturity` 0..1 as drawn.
void growth_head(const growth_place *p, uint32_t bits, float there, float maturity, float out[3]);

#endif
