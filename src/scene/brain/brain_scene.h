// What the magnification `brain` keeps between frames. Private to scene/brain.
#ifndef NEUROTIDE_SCENE_BRAIN_SCENE_H
#define NEUROTIDE_SCENE_BRAIN_SCENE_H

#include "model/brain_asset.h"
#include "scene/scene.h"

// A place of a node on the surface, for labels.
typedef struct brain_anchor {
    float mm[3];
    float normal[3]; // outward; zero length for what lies inside
    bool surface;    // on the outer surface; else deep, or on the medial wall
} brain_anchor;

typedef enum brain_shader {
    BRAIN_SHADER_STAGE,
    BRAIN_SHADER_SOLID,
    BRAIN_SHADER_GLASS,
    BRAIN_SHADER_DEPTH,
    BRAIN_SHADER_DEEP,
    BRAIN_SHADER_GLOW,
    BRAIN_SHADERS
} brain_shader;

typedef struct brain {
    gfx *gfx;
    brain_asset *asset;
    gfx_shader *shaders[BRAIN_SHADERS];
    gfx_mesh *stage; // two triangles over the viewport
    gfx_mesh *hull[BRAIN_LODS], *stem[BRAIN_LODS];
    gfx_mesh *hemisphere[BRAIN_LODS][3]; // by atlas_hemisphere; none for the midline
    gfx_mesh *deep[BRAIN_LODS][3];       // all deep structures, and those of the midline and one hemisphere
    brain_anchor anchors[ATLAS_NODES];
    // Levels of the shown moments; the 48th is 0, for vertices without a node.
    float level[SIDE_COUNT][ATLAS_NODES + 1];
    // The same for cerebellum and brainstem: the cut rim of that mesh touches deep nodes that are not on it.
    float stem_level[SIDE_COUNT][ATLAS_NODES + 1];
    // How far engaged cortex hides what lies behind it, 0..1, from the lateral cortex' mean level.
    float cover[SIDE_COUNT];
    bool saturated; // some shown level is above 1
} brain;

#endif
