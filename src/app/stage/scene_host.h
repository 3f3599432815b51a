// The magnification that is on the stage: made, told of the view, framed, replaced by another.
#ifndef NEUROTIDE_APP_SCENE_HOST_H
#define NEUROTIDE_APP_SCENE_HOST_H

#include "app/state/app_state.h"

// Makes the view's scene; needs a GL context. False with one sentence.
bool scene_host_open(app *a, error *e);
void scene_host_close(app *a);

// Another magnification, from its own camera and without a pick. False when it cannot be had: what was shown
// stays, and why is told on the stage and on standard error.
bool scene_host_set(app *a, view_scene s);

// The view changed: models and scene follow it.
void scene_host_apply(app *a);
void scene_host_act(app *a, int asked); // scene_class.act

// What the scene needs to draw with; lives as long as nothing in the app changes.
scene_frame scene_host_frame(app *a);
// The scene appends its flat part to the display list. Without one (tests) nothing.
void scene_host_draw_flat(app *a);
// Whether the 3D picture would be another than the one that was drawn last; then that it has been drawn.
bool scene_host_picture_changed(const app *a);
void scene_host_picture_drawn(app *a);
// One frame of the 3D picture into its own target: a moving one when something changed, the next sample of a
// resting one when nothing did.
typedef enum scene_host_picture { PICTURE_SAME, PICTURE_NEW, PICTURE_FAILED } scene_host_picture;
scene_host_picture scene_host_draw(app *a, double dt_s, error *e);
// All samples of a resting picture at once.
bool scene_host_draw_still(app *a, error *e);

#endif
