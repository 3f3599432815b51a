// A picture of the present state as a file, from an off-screen buffer and never from the window.
#ifndef NEUROTIDE_APP_PICTURE_H
#define NEUROTIDE_APP_PICTURE_H

#include "app/state/app_state.h"

// At the app's present size. False with one sentence.
bool picture_write(app *a, const char *path, error *e);

// Saves the present picture (without panels and messages) and beside it a text file with its description and
// state string, in the person's pictures folder under a name that is not taken. `path` receives the
// picture's. False with one sentence, in the person's language where its place is the reason.
bool picture_save(app *a, char path[PATH_MAX_BYTES], error *e);

// The same, and the stage says where it is, or why it could not be.
void picture_save_and_tell(app *a);

#endif
