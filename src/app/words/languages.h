// The names of the languages there are, each in itself ("Español"), for lists to choose from.
#ifndef NEUROTIDE_APP_LANGUAGES_H
#define NEUROTIDE_APP_LANGUAGES_H

#include "app/state/app_state.h"

typedef struct language_list {
    const char *id[APP_LANGS_MAX];
    const char *name[APP_LANGS_MAX];
    int count, selected;
} language_list;

// Reads them from the language folders where that is still to do.
void languages_open(app *a);
language_list languages(const app *a); // those that were read

#endif
