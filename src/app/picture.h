// A picture of the present state as a file, from an off-screen buffer and never from the window.
#ifndef NEUROTIDE_APP_PICTURE_H
#define NEUROTIDE_APP_PICTURE_H

#include "app/app_state.h"

// At the app's present size. False with one sentence.
bool picture_write(app *a, const char *path, error *e);

#endif
