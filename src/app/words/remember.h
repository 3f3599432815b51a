// What is remembered from one run to the next. Only what a person changes in the window is: options of the
// command line, a script and the visitors of a kiosk leave the settings as they were.
#ifndef NEUROTIDE_APP_REMEMBER_H
#define NEUROTIDE_APP_REMEMBER_H

#include "app/state/app_state.h"
#include "app/state/options.h"

// Reads the settings (in a window alone: a picture follows from state string and options) into
// a->session.look and where else they belong; options win over them.
void remember_read(app *a, const options *o);

// With words and language at hand: lists what could not be read as problems, sets a broken file
// aside and saves what was sound in its place; reads a clinic's own crisis line.
void remember_mend(app *a, const options *o);

void remember_save(app *a); // when something was changed that is remembered

#endif
