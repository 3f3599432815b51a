// What app/state/requests.c keeps.
#ifndef NEUROTIDE_APP_REQUESTS_STATE_H
#define NEUROTIDE_APP_REQUESTS_STATE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct app app;

// Makes a change; `with` is the copy of what was given when it was asked for.
typedef void change_maker(app *a, const void *with);

enum { CHANGES_MOST = 32, CHANGE_BYTES = 512 };

typedef struct asked_change {
    change_maker *make;
    max_align_t with[CHANGE_BYTES / sizeof(max_align_t)];
} asked_change;

typedef struct requests {
    bool redraw; // something came that may change the flat picture
    bool quit;
    bool picture; // of the stage, to be saved
    bool rebuild; // the flat picture is not shown before it was built once more
    int change_count;
    asked_change changes[CHANGES_MOST]; // in their order
} requests;

#endif
