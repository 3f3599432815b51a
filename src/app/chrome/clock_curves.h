// The curves of the clock's plot: sampled once per change of the inputs, drawn as thin lines of a good
// paper's figure. Colour is doubled by line style: ketamine solid, SSRI dashed.
#ifndef NEUROTIDE_APP_CLOCK_CURVES_H
#define NEUROTIDE_APP_CLOCK_CURVES_H

#include "app/state/chrome_state.h"
#include "base/draw2d.h"
#include "ui/theme.h"

// Samples again when the inputs have changed; otherwise does nothing.
void clock_curves_update(clock_curves *c, const treatment *t);
// Height 0..1 of a sampled curve at a place on the axis, 0..1.
float clock_curves_at(const float *curve, int count, double axis);

typedef struct clock_curves_look {
    rect plot;          // x = axis 0..1, y = 1..0
    rect lane;          // dissociation; h = 0 for none
    float line;         // px of a thin line
    const theme *theme; // colours
} clock_curves_look;
void clock_curves_draw(const clock_curves *c, const clock_curves_look *look, draw2d *d);

#endif
