// The present frame: when it is, how large, and where its time went.
#ifndef NEUROTIDE_APP_FRAME_STATE_H
#define NEUROTIDE_APP_FRAME_STATE_H

#include "view/view_state.h"
#include "view/view_text.h"

#include <stdbool.h>

typedef struct frame_timing {
    double model_ms, flat_ms, gpu_ms, frame_ms;
} frame_timing;

typedef struct frame_state {
    int width, height;             // px of the surface
    double now_s;                  // of the present tick, since some beginning; the loop or a script sets it
    double dt_s;                   // of the present tick
    double unshown_s;              // of the ticks before it that showed nothing: another build was asked for
    bool moved, moved_before;      // the 3D picture that this tick, and the one before it, drew shows motion
    char address[VIEW_STRING_MAX]; // last told to the host
    frame_timing timing;
} frame_state;

#endif
