#include "scene/scenes.h"

#include "view/view_keys.h"

#include <string.h>

#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) extern const scene_class id##_class;
#include "view/view_scenes.def"

static const scene_class *const table[VIEW_SCENES] = {
#define VIEW_SCENE(NAME, id, yaw, pitch, run, KEYS) &id##_class,
#include "view/view_scenes.def"
};

const scene_class *const *scenes(int *count)
{
    *count = VIEW_SCENES;
    return table;
}

const scene_class *scene_of(view_scene v)
{
    return table[v];
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
                   {"act", (c->act != NULL) == (c->revision != NULL)},
                   {"settle", c->settle || !c->finish},
                   {"zoom_min", c->zoom_min >= VIEW_ZOOM_MIN},
                   {"zoom_max", c->zoom_max > c->zoom_min && c->zoom_max <= VIEW_ZOOM_MAX},
                   {"turn_max_deg_s", c->turn_max_deg_s > 0.0},
                   {"zoom_max_s", c->zoom_max_s > 0.0}};
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++)
        if (!entries[i].right) {
            error_set(e, "The magnification %s says nothing usable for %s: see docs/adding-a-scene.md.",
                      c->id && c->id[0] ? c->id : "(without a name)", entries[i].what);
            return false;
        }
    if (c->view >= VIEW_SCENES || strcmp(c->id, view_scene_id(c->view)) != 0) {
        error_set(e,
                  "The magnification %s is not called as its line in view_scenes.def: id and view of its "
                  "descriptor "
                  "belong together.",
                  c->id);
        return false;
    }
    return true;
}

bool scenes_check(error *e)
{
    if (!view_keys_check(e))
        return false;
    for (int i = 0; i < VIEW_SCENES; i++) {
        if (!scene_class_check(table[i], e))
            return false;
        if (table[i]->view != (view_scene)i) {
            error_set(e,
                      "The magnification %s gives out %s for its own descriptor: see docs/adding-a-scene.md.",
                      view_scene_id((view_scene)i), table[i]->id);
            return false;
        }
    }
    return true;
}
