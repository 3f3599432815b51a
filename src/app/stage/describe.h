// The live description: what is on the stage, in plain sentences made from the models.
#ifndef NEUROTIDE_APP_DESCRIBE_H
#define NEUROTIDE_APP_DESCRIBE_H

#include "app/state/app_state.h"

// In the current language.
void describe_state(const app *a, char *out, size_t capacity);

#endif
