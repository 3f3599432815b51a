// Which screen takes the stage and which the presenter's window. None is trusted to be the main one: what
// counts is where the stage is.
#ifndef NEUROTIDE_APP_SCREENS_H
#define NEUROTIDE_APP_SCREENS_H

#include "platform/monitors.h"

#include <stdbool.h>

typedef struct screens {
    monitor list[MONITORS_MAX];
    int count;
    int of_stage;     // index; 0 when the stage is on none of them
    int of_presenter; // another screen than the stage's where there are two; else the same
} screens;

// `stage_x`, `stage_y`: the middle of the stage's window. `wanted`: name of the screen that the presenter
// chose for the stage, empty for none; a name that is not there is left out of account.
screens screens_find(const monitor_source *source, int stage_x, int stage_y, const char *wanted);

bool screens_have(const screens *s, const char *name);

// Where a presenter's window goes on its screen: on one of its own it takes most of it, on the stage's the
// right lower part.
typedef struct screen_place {
    int x, y, width, height;
} screen_place;
screen_place screens_presenter_place(const screens *s);

#endif
