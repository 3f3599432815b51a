// `--script`: timed input from a text file, for tests and demonstrations. The format is described in
// docs/scripting.md. A script drives the same doors as a person: input events and the action table.
#ifndef NEUROTIDE_APP_SCRIPT_H
#define NEUROTIDE_APP_SCRIPT_H

#include "base/error.h"
#include "base/input.h"

#include <stdbool.h>
#include <stddef.h>

struct app;

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

// Reads a whole script. `name` is how messages call it. NULL with "name:line: what was expected".
script *script_parse(const char *name, const char *bytes, size_t length, error *e);
script *script_load(const char *path, error *e);
void script_destroy(script *s);

// The next command that is due at a time; NULL when none is. Borrowed.
const script_command *script_next(script *s, double time_s);
// When the next command is due; HUGE_VAL after the last.
double script_next_time(const script *s);

// Does everything that is due. Output of the commands goes to stdout, a line each; what fails is told on
// stderr and remembered: script_failed().
void script_play(script *s, struct app *a, double time_s);
bool script_failed(const script *s);

// Plays a whole script without a window, in steps of 1/60 s, so that it does the same on every machine. Needs
// a current GL context and an app whose picture has begun.
bool script_run_offscreen(script *s, struct app *a, error *e);

#endif
