// `--help`: the options and the keys, in the chosen language.
#ifndef NEUROTIDE_APP_HELP_H
#define NEUROTIDE_APP_HELP_H

#include "app/state/app_state.h"
#include "app/state/options.h"

// Prints to stdout; returns the exit status.
int help_print(const options *o);

// Finds the assets and loads the words of --lang, of the settings or of the system, English where there are
// none of these. False with one sentence without any words; app_words_free() either way.
bool help_words(app *a, const options *o, error *e);

#endif
