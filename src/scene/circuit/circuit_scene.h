// What the magnification `circuit` keeps between frames. Private to scene/circuit.
#ifndef NEUROTIDE_SCENE_CIRCUIT_SCENE_H
#define NEUROTIDE_SCENE_CIRCUIT_SCENE_H

#include "model/circuit.h"
#include "scene/circuit/circuit_making.h"
#include "scene/circuit/circuit_patch.h"
#include "scene/scene.h"

// Model steps of 0.5 ms in 1/60 s of display time: one model millisecond.
enum { CIRCUIT_STEPS_A_FRAME = 2 };
// Model ms in a second of display time, and how much slower than life that is.
#define CIRCUIT_MS_A_SECOND 60.0
#define CIRCUIT_SLOWER (1000.0 / CIRCUIT_MS_A_SECOND)
// What the plots show, ms.
#define CIRCUIT_WINDOW_MS 600.0
// How fast a pulse travels along a drawn axon, um/ms: far slower than life, so that it can be followed.
#define CIRCUIT_PULSE_UM_A_MS 12.0f

enum { CIRCUIT_LODS = 3 };

typedef enum circuit_shader {
    CIRCUIT_SHADER_STAGE,
    CIRCUIT_SHADER_HALO,
    CIRCUIT_SHADER_TUBE,
    CIRCUIT_SHADER_SOMA,
    CIRCUIT_SHADER_TERMINAL,
    CIRCUIT_SHADER_PUFF,
    CIRCUIT_SHADER_PLUG,
    CIRCUIT_SHADERS
} circuit_shader;

// What the state key `pick` names: a part of one drawn cell ("axon.7"), or a plot.
typedef enum circuit_thing {
    CIRCUIT_NOTHING,
    CIRCUIT_PYRAMID,
    CIRCUIT_APICAL,
    CIRCUIT_DENDRITE,
    CIRCUIT_AXON,
    CIRCUIT_TERMINAL,
    CIRCUIT_BRAKE, // an interneuron
    CIRCUIT_RASTER,
    CIRCUIT_RATES,
    CIRCUIT_GLUTAMATE,
    CIRCUIT_THINGS
} circuit_thing;

typedef struct circuit_meshes {
    gfx_mesh *tubes[CIRCUIT_LODS], *somata[CIRCUIT_LODS];
    gfx_mesh *terminals, *plugs;
} circuit_meshes;

typedef struct circuit_scene {
    gfx *gfx;
    gfx_shader *shaders[CIRCUIT_SHADERS];
    gfx_mesh *stage;       // a grid over the viewport
    circuit_meshes meshes; // of the patch
    circuit_patch *patch;
    circuit *model[SIDE_COUNT]; // what is shown
    uint32_t seed;              // of patch and models
    circuit_making making;      // of what will be shown
    circuit_moment wanted;      // what set() said last
    bool ready;                 // the models have been made for a view
    bool overtaken;             // `wanted` is another moment than the one in the making
    bool anew;                  // restart() was asked for
    double anew_run_s;
    char ids[CIRCUIT_THINGS][CIRCUIT_PATCH_CELLS][20]; // for the state key `pick`
} circuit_scene;

#endif
