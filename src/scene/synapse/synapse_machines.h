// Receptors, pumps and transporters made of parts, as instances for the machine shader. Private to
// scene/synapse.
#ifndef NEUROTIDE_SCENE_SYNAPSE_MACHINES_H
#define NEUROTIDE_SCENE_SYNAPSE_MACHINES_H

#include "scene/kit/camera.h"
#include "scene/synapse/synapse_scene.h"

// One part of one machine (shaders/synapse_machine.vert).
typedef struct synapse_part_instance {
    float place[4], pose[4];
    uint8_t body[4], mark[4];
} synapse_part_instance;

enum { SYNAPSE_PART_INSTANCES = 2 * SYNAPSE_MACHINES };

typedef struct synapse_part_lists {
    synapse_part_instance of[SYNAPSE_DETAILS][SYNAPSE_PARTS][SYNAPSE_PART_INSTANCES];
    int count[SYNAPSE_DETAILS][SYNAPSE_PARTS];
} synapse_part_lists;

// All machines of a half; `to` is cleared first.
void synapse_machines_list(const synapse *y, const scene_frame *f, side s, const camera *c,
                           synapse_part_lists *to);

#endif
