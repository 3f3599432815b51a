// Panels to read about what is shown: evidence cards and the glossary.
#ifndef NEUROTIDE_APP_PANELS_READING_H
#define NEUROTIDE_APP_PANELS_READING_H

#include "app/state/app_state.h"

void panel_sure(app *a);
void panel_glossary(app *a);

#endif
