// Events that wait: what a press does is known only when the interface has been built again, and is done
// before the next event is heard.
#ifndef NEUROTIDE_APP_HEARING_STATE_H
#define NEUROTIDE_APP_HEARING_STATE_H

#include "base/input.h"

#include <stdbool.h>

enum { HEARING_MOST = 256 };

typedef struct hearing_state {
    input_event waiting[HEARING_MOST]; // a ring
    int first, count;
    bool for_build[2]; // of which window's interface
    int key;           // that is waited for, KEY_NONE for none
} hearing_state;

#endif
