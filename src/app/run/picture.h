// A picture of the present state as a file, from an off-screen buffer and never from the window.
#ifndef NEUROTIDE_APP_PICTURE_H
#define NEUROTIDE_APP_PICTURE_H

#include "app/state/app_state.h"

// At the app's present size. False with one sentence.
bool picture_write(app *a, const char *path, error *e);

// Hands the present picture (without panels and messages) to the person, and with it a text file of its
// description and state string (host_give()). `path` receives what the picture is called there. False with
// one sentence, in the person's language where its place is the reason.
bool picture_save(app *a, char path[PATH_MAX_BYTES], error *e);

// The same, and the stage says where it is, or why it could not be.
void picture_save_and_tell(app *a);

#endif
