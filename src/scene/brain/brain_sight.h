// Which deep structures the viewer sees through clear glass, and where: they hide one another, and a name
// that points at the middle of a hidden one would point at its neighbour. Private to scene/brain.
#ifndef NEUROTIDE_SCENE_BRAIN_SIGHT_H
#define NEUROTIDE_SCENE_BRAIN_SIGHT_H

#include "model/brain_asset.h"
#include "scene/kit/camera.h"

typedef struct brain_sight {
    bool seen[ATLAS_NODES]; // enough of it stands in front of the other deep structures
    float px[ATLAS_NODES]
            [2]; // a place of the window where it does, as near to the middle of what is seen as can be
} brain_sight;

// From the coarsest meshes, on a grid of a few pixels a cell. False where none is before the viewer, or there
// is no memory.
bool brain_sight_find(const brain_asset *a, const camera *c, brain_sight *out);

#endif
