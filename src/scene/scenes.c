#include "scene/scenes.h"

#include "scene/brain/brain.h"
#include "scene/circuit/circuit.h"
#include "scene/growth/growth.h"
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

bool scene_class_check(const scene_class *c, error *e)
{
    const struct {
        const char *what;
        bool right;
    } entries[] = {{"id", c->id && c->id[0]},
                   {"create", c->create},
                   {"destroy", c->destroy},
                   {"set", c->set},
                   {"draw3d", c->draw3d},
                   {"draw2d", c->draw2d},
                   {"describe", c->describe},
                   {"pick", c->pick},
                   {"pick_step", c->pick_step},
                   {"restart", c->restart || !c->advance},
                   {"advance", c->advance || !c->restart},
                   {"settle", c->settle || !c->finish},
                   {"zoom_min", c->zoom_min > 0.0},
                   {"zoom_max", c->zoom_max > c->zoom_min},
                   {"turn_max_deg_s", c->turn_max_deg_s > 0.0},
                   {"zoom_max_s", c->zoom_max_s > 0.0}};
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++)
        if (!entries[i].right) {
            error_set(e, "The magnification %s says nothing usable for %s: see docs/adding-a-scene.md.",
                      c->id && c->id[0] ? c->id : "(without a name)", entries[i].what);
            return false;
        }
    return true;
}

bool scenes_check(error *e)
{
    for (int i = 0; i < COUNT; i++)
        if (!scene_class_check(table[i], e))
            return false;
    return true;
}
