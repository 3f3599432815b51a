// The parts of the magnification `growth` that can be named, picked and pointed at, and what is said of them.
// Ids of the state key `pick`: "shaft", "spine.<place>", "bouton", "density", "learning". Private to
// scene/growth.
#ifndef NEUROTIDE_SCENE_GROWTH_PARTS_H
#define NEUROTIDE_SCENE_GROWTH_PARTS_H

#include "scene/growth/growth_state.h"
#include "scene/growth/growth_tissue.h"

typedef enum growth_part {
    GROWTH_PART_NONE,
    GROWTH_PART_SHAFT,
    GROWTH_PART_SPINE,
    GROWTH_PART_BOUTON,
    GROWTH_PART_DENSITY,
    GROWTH_PART_LEARNING,
    GROWTH_PARTS
} growth_part;

// `place` is set for a spine only.
growth_part growth_part_of(const char *id, int *place);

typedef enum growth_kind { GROWTH_EMPTY, GROWTH_NEW, GROWTH_MATURE, GROWTH_EXTRA, GROWTH_KINDS } growth_kind;

// What stands at a place on a side at its moment.
growth_kind growth_kind_of(const growth_half *h, int place);

// A place whose spine of this kind shows well, steadily while the clock runs; -1 when there is none.
int growth_example(const growth_tissue *t, const growth_half *h, growth_kind kind);

#endif
