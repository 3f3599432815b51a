#include "scene/brain/brain.h"
#include "scene/circuit/circuit.h"
#include "scene/growth/growth.h"
#include "scene/scene.h"
#include "scene/synapse/synapse.h"

static const scene_class *const table[] = {&brain_class, &circuit_class, &synapse_class, &growth_class};
enum { COUNT = sizeof table / sizeof table[0] };

const scene_class *const *scenes(int *count)
{
    *count = COUNT;
    return table;
}

const scene_class *scene_of(view_scene v)
{
    for (int i = 0; i < COUNT; i++)
        if (table[i]->view == v)
            return table[i];
    return NULL;
}
