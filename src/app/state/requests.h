// What any part of the program asks of the loop.
#ifndef NEUROTIDE_APP_REQUESTS_H
#define NEUROTIDE_APP_REQUESTS_H

#include "app/state/app_state.h"

void request_redraw(app *a);
void request_quit(app *a);
// The flat picture is being built: what was asked for until now is in it.
void requests_taken(app *a);

#endif
