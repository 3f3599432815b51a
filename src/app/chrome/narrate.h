// `--narrate`: panels, focus, short notices and captions as lines that the host says (platform/host.h; on a
// desktop standard output), for a screen reader or speech program.
#ifndef NEUROTIDE_APP_NARRATE_H
#define NEUROTIDE_APP_NARRATE_H

#include "app/state/app_state.h"

void narrate_switch(app *a, bool on);

// Says what changed since the last call, once a frame while it is on. While the clock runs or is dragged the
// caption is told only when a mark is passed, and while it glides only where that ends, so that the listener
// is not drowned in numbers; of a control that keeps the focus only its new value is told. Never waits for
// the listener; when nobody listens any more it is switched off, which is told on stderr.
void narrate(app *a);

#endif
