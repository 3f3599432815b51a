// What an action is: one thing that a person can do.
#ifndef NEUROTIDE_APP_ACTION_H
#define NEUROTIDE_APP_ACTION_H

#include "app/state/app_state.h"

// While a story is open its keys come first and the stage's stand behind them; the same while presenting. A
// panel, and a blank screen, leave only their own keys.
enum {
    CONTEXT_STAGE = 1,
    CONTEXT_OVERLAY = 2,
    CONTEXT_PRESENTING = 4,
    CONTEXT_BLANKED = 8,
    CONTEXT_STORY = 16
};

enum { ACTION_PRESENTING = 0x100 }; // among a key's mods: it works only while presenting

typedef struct action_key {
    int key;       // input_key or character; 0 ends the list
    unsigned mods; // exactly these of MOD_CTRL, MOD_ALT; MOD_SHIFT only for named keys; ACTION_PRESENTING
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
