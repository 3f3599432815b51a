// Life of the app state: made in two steps (words and models first, then the picture on a current GL
// context).
#ifndef NEUROTIDE_APP_APP_H
#define NEUROTIDE_APP_APP_H

#include "app/state/app_state.h"
#include "app/state/options.h"

// Paths, settings, words, models, view state. False with one sentence. `a` is overwritten; end it with
// app_end() whatever the result; the host is borrowed. Small troubles (broken settings or words, bad state)
// are told on stderr and carried on with.
bool app_begin(app *a, const options *o, const host *h, error *e);

// Needs a current GL context. Font, gfx, ui, scene.
bool app_begin_picture(app *a, int width, int height, error *e);
void app_end(app *a);

#endif
