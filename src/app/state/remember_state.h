// What app/remember.c keeps. All zero: nothing was read, and what is set is saved.
#ifndef NEUROTIDE_APP_REMEMBER_STATE_H
#define NEUROTIDE_APP_REMEMBER_STATE_H

#include "app/state/settings.h"

typedef struct remember_state {
    settings kept;    // what the file was last seen to hold
    settings seen;    // what was the case when it was last compared with now: what differs was changed since
    unsigned unsaved; // entries changed by hand that no file holds yet
    bool broken;      // a part of the file could not be read
    bool off;         // nothing of this run is remembered
    bool failed;      // told once that nothing can be saved
} remember_state;

#endif
