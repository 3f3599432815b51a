// The clock at the bottom of every magnification: one logarithmic axis from one minute to eight weeks with a
// stub "before" at its left, the curves of both treatments with direct labels, a lane for dissociation, the
// marks, the pins and the moment itself, which is dragged.
#ifndef NEUROTIDE_APP_CLOCK_DOCK_H
#define NEUROTIDE_APP_CLOCK_DOCK_H

#include "app/state/app_state.h"

// Builds it into app->layout.dock; applies dragging, keys and buttons.
void clock_dock(app *a);

#endif
