// The address that the program was opened by, where the host has one (a browser): it leads to what is shown.
#ifndef NEUROTIDE_APP_ADDRESS_H
#define NEUROTIDE_APP_ADDRESS_H

#include "app/state/app_state.h"
#include "view/view_text.h"

// The state string to begin with: `given` (of the command line), else that of the address, in the caller's
// room; NULL for none.
const char *address_begin(const host *h, const char *given, char room[VIEW_STRING_MAX]);

// Tells the host what is shown when that has changed since the last call. For when the stage rests: a host
// may be slow to change its address.
void address_follow(app *a);

#endif
