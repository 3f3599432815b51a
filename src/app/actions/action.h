// What an action is: one thing that a person can do.
#ifndef NEUROTIDE_APP_ACTION_H
#define NEUROTIDE_APP_ACTION_H

#include "app/state/app_state.h"

// Where a key means what it means. While a story is open its keys come first and the stage's stand behind
// them; the same while presenting. A panel, and a blank screen, leave only their own keys.
enum {
    CONTEXT_STAGE = 1,
    CONTEXT_OVERLAY = 2,
    CONTEXT_PRESENTING = 4,
    CONTEXT_BLANKED = 8,
    CONTEXT_STORY = 16,
    // What a remote sends while presenting, whatever has the focus; the same with a panel open.
    CONTEXT_REMOTE = 32,
    CONTEXT_REMOTE_PANEL = 64,
    // The focus is on a drawing that keys act on: a half of the stage, the clock's axis, the dots of a story.
    CONTEXT_HALF = 128,
    CONTEXT_AXIS = 256,
    CONTEXT_DOTS = 512,
    CONTEXT_PRESENTER = 1024, // in the presenter's window
    CONTEXTS_OF_FOCUS = CONTEXT_HALF | CONTEXT_AXIS | CONTEXT_DOTS
};

typedef struct action_key {
    int key;           // input_key or character; 0 ends the list
    unsigned mods;     // exactly these of MOD_CTRL, MOD_ALT; MOD_SHIFT only for named keys
    unsigned contexts; // those of the action's that this key works in; 0: all of them
} action_key;

enum { ACTION_KEYS = 4 };

typedef struct action {
    const char *id;    // "clock.play": also the --script name; words are action.<id>.label and .help
    unsigned contexts; // CONTEXT_ bits
    action_key keys[ACTION_KEYS];
    void (*run)(app *a);
    bool (*enabled)(const app *a); // NULL: always; why not is action.<id>.why
} action;

typedef struct action_group {
    const action *actions;
    int count;
} action_group;

#endif
