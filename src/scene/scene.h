// A magnification ("scene") behind one struct of function pointers, in one plain table (scene/scenes.c).
// Adding one is one folder and one line: docs/adding-a-scene.md.
#ifndef NEUROTIDE_SCENE_SCENE_H
#define NEUROTIDE_SCENE_SCENE_H

#include "base/error.h"
#include "base/message.h"
#include "scene/scene_frame.h"
#include "ui/ui.h"

#include <stdbool.h>

typedef struct scene_def {
    gfx *gfx;
    // Reads an asset file ("brain.ntb"); the caller frees *bytes.
    gfx_reader assets;
} scene_def;

typedef struct scene_class {
    const char *id; // value of the state key `scene`; words are under this id ("brain.title")
    view_scene view;
    icon_id icon;
    void *(*create)(const scene_def *def, error *e);
    void (*destroy)(void *scene);
    // The view state or the models changed. Cheap; called before drawing.
    void (*set)(void *scene, const view_state *v, const treatment *t);
    // Live time passed (never called while paused). NULL where nothing lives.
    void (*advance)(void *scene, double dt_s);
    // Forgets how the models came to be where they are: the next set() makes them anew, and `run_s` seconds
    // are lived before they are shown. With `advance` only.
    void (*restart)(void *scene, double run_s);
    // Brings what is shown nearer to what set() said, once a tick; true while it is not there yet. For scenes
    // that ease (dt_s passed), and for those whose models take longer to make than a frame may: they are made
    // in pieces, the same number of model steps whatever dt_s is, while the last ones are still shown. The
    // first set() is shown at once, so that pictures need none of it. NULL where set() does it all.
    bool (*settle)(void *scene, double dt_s);
    // Makes at once all that settle() would still make in pieces, for pictures. NULL where there are none.
    void (*finish)(void *scene);
    // Does what a control of the scene's own asked for beside the view (a release on demand). NULL where
    // there is no such control.
    void (*act)(void *scene, int asked);
    // Counts what act() did to the picture. With `act` only.
    unsigned (*revision)(const void *scene);
    // Of all that the picture is drawn from: debug builds see that drawing leaves it as it was.
    uint64_t (*fingerprint)(const void *scene);
    // Draws the 3D picture of both halves into the current target, whose size is the stage's at the internal
    // resolution; `scale` = target px per window px. Const: drawing never changes a model.
    void (*draw3d)(const void *scene, const scene_frame *f, float scale);
    // Appends the flat overlay: names, badges, labels, colour bar, region card.
    void (*draw2d)(const void *scene, const scene_frame *f);
    // Builds the scene's own controls on the card from y downwards within `card`. Nothing changes yet: they
    // edit the copy `v` of the view, and write into `asked` (0) what act() is to do when the build is over.
    // Returns the height.
    float (*controls)(const void *scene, ui *u, const words *w, rect card, view_state *v, int *asked);
    // The live description: up to SCENE_SENTENCES messages; returns how many. `scene` may be NULL (no
    // picture).
    int (*describe)(const void *scene, const view_state *v, const treatment *t, message out[SCENE_SENTENCES]);
    // The next of the ways in which it can be drawn (the key G); changes `v`. NULL where there is one way.
    void (*next_look)(view_state *v);
    // What lies under a point of the window: an id for the state key `pick`, NULL for nothing.
    const char *(*pick)(const void *scene, const scene_frame *f, float x, float y);
    // The next pickable id after `current` (empty: the first) in reading order; direction +1 or -1.
    const char *(*pick_step)(const void *scene, const char *current, int direction);
    // Zoom limits of the camera, above 0.
    double zoom_min, zoom_max;
    // How fast keys may turn it, and zoom (in e-folds): fine structure that passes a place faster than three
    // times a second would flash there (tests/flash).
    double turn_max_deg_s, zoom_max_s;
} scene_class;

#endif
