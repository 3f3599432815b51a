// What app/state/requests.c keeps.
#ifndef NEUROTIDE_APP_REQUESTS_STATE_H
#define NEUROTIDE_APP_REQUESTS_STATE_H

#include <stdbool.h>

typedef struct requests {
    bool redraw; // something came that may change the flat picture
    bool quit;
} requests;

#endif
