// The short notice over the stage.
#ifndef NEUROTIDE_APP_CHROME_TOAST_H
#define NEUROTIDE_APP_CHROME_TOAST_H

#include "app/state/app_state.h"

void chrome_toast(app *a);

#endif
