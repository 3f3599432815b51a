// The plot of the clock dock: axis, curves, marks, pins, and the moment that is dragged along it.
#ifndef NEUROTIDE_APP_CLOCK_PLOT_H
#define NEUROTIDE_APP_CLOCK_PLOT_H

#include "app/state/app_state.h"

void clock_plot(app *a, rect r);

// Where its parts stand, for tests too: rows from the top are curve names, curves, lane, mark names, note.
typedef struct clock_plot_rows {
    rect names;  // h = 0 where there is no room for the names of the curves
    rect curves; // x..x+w is the axis 0..1
    rect lane;   // dissociation
    rect marks;
    rect note;    // h = 0: left to the tooltip
    float gutter; // px left of the axis that the lane's name takes, 0 for none
} clock_plot_rows;
clock_plot_rows clock_plot_layout(const app *a, rect r);

#endif
