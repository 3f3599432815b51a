// Where everything of the magnification `circuit` stands: one plan for a frame, the same for the 3D picture,
// the flat overlay and picking. px of the window unless said otherwise. Private to scene/circuit.
#ifndef NEUROTIDE_SCENE_CIRCUIT_PLAN_H
#define NEUROTIDE_SCENE_CIRCUIT_PLAN_H

#include "scene/circuit/circuit_scene.h"
#include "scene/kit/camera.h"

// The plots of a half share one time axis: the same x is the same moment. Each population has its rows of the
// raster and its rate below them; where there is too little height the rates are left out (h = 0) and names
// and figures stand in one line.
typedef struct circuit_plan {
    rect patch;                       // the 3D picture of the cells
    rect plots;                       // all plots with their labels
    rect raster[CIRCUIT_POPULATIONS]; // where the marks are
    rect rates[CIRCUIT_POPULATIONS];
    rect glutamate;
    rect axis;    // ticks and their words
    rect names;   // column of the direct labels at the right of the plots
    bool full;    // with the rates
    bool brief;   // short names
    float figure; // where figures stand beside their names, px from the column's left
    float small;  // font size, px
} circuit_plan;

circuit_plan circuit_plan_of(const scene_frame *f, side s);
// Name of a population's plots, or of glutamate (row CIRCUIT_POPULATIONS).
const char *circuit_plot_name(const scene_frame *f, bool brief, int row);

// Name, pin and badges of a half; the rectangles taken (at most CIRCUIT_BADGE_RECTS).
enum { CIRCUIT_BADGE_RECTS = 5 };
int circuit_badges(const scene_frame *f, side s, bool draw, rect taken[CIRCUIT_BADGE_RECTS]);

// The camera of a half's patch in px of a target that is `scale` times the window, the stage's corner at its
// origin.
camera circuit_camera(const scene_frame *f, side s, float scale, const float jitter_px[2]);
// The same in px of the window.
camera circuit_camera_window(const scene_frame *f, side s);

typedef struct circuit_choice {
    circuit_thing thing;
    int cell; // drawn cell, -1 for plots
} circuit_choice;

// Nothing when the id names none.
circuit_choice circuit_choice_of(const char *id);
// Message ids of a thing's name and of the sentence on what it does.
const char *circuit_name_id(circuit_thing t);
const char *circuit_what_id(circuit_thing t);
// The id of a choice, owned by the scene: "axon.7", "raster"; NULL for nothing.
const char *circuit_choice_id(const circuit_scene *c, circuit_choice choice);
// Writes all ids into the scene, once.
void circuit_choice_ids(circuit_scene *c);

#endif
