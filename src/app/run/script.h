// A script (`--script`): timed commands, in the order of their times. A script drives the same doors as a
// person: input events and the action table.
#ifndef NEUROTIDE_APP_SCRIPT_H
#define NEUROTIDE_APP_SCRIPT_H

#include "base/input.h"
#include <stdbool.h>

typedef enum script_kind {
    SCRIPT_EVENT,    // `event`; its x, y are shares of the surface when `share` is set
    SCRIPT_SIZE,     // `event`.width, height: the window's or the picture's new size, px
    SCRIPT_ACTION,   // `text`: an action's id
    SCRIPT_STILL,    // `text`: the picture's file
    SCRIPT_STATE,    // print the state string
    SCRIPT_DESCRIBE, // print the live description
    SCRIPT_SAY,      // print `text`
    SCRIPT_QUIT
} script_kind;

enum { SCRIPT_TEXT_MAX = 256, SCRIPT_COMMANDS_MOST = 200000 };

typedef struct script_command {
    double time_s; // since the start
    script_kind kind;
    input_event event;
    bool share;
    const char *text; // owned by the script; NULL where there is none
} script_command;

typedef struct script script;

script *script_create(void); // empty; NULL on lack of memory
void script_destroy(script *s);

// Appends a command; its text is copied. False when the script has grown too long or on lack of memory.
bool script_add(script *s, script_command c);

// The next command that is due at a time; NULL when none is. Borrowed.
const script_command *script_next(script *s, double time_s);
// When the next command is due; HUGE_VAL after the last.
double script_next_time(const script *s);

// Remembers that a command could not be done.
void script_fail(script *s);
bool script_failed(const script *s);

#endif
