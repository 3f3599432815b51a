// The plots under the cells of a half: raster of all 400 cells, rates of both populations, glutamate level,
// on one time axis with the present at its right end. Thin lines stand for "before the dose". Private to
// scene/circuit.
#ifndef NEUROTIDE_SCENE_CIRCUIT_PLOTS_H
#define NEUROTIDE_SCENE_CIRCUIT_PLOTS_H

#include "scene/circuit/circuit_plan.h"

void circuit_plots_draw(const circuit_scene *c, const scene_frame *f, side s, const circuit_plan *p);

// Means over the time shown: what the numbers beside the plots say.
typedef struct circuit_means {
    double rate_hz[CIRCUIT_POPULATIONS];
    double glutamate;
} circuit_means;
circuit_means circuit_means_of(const circuit *c);

#endif
