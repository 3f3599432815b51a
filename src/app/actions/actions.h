// The action table: the one place where a thing that a person can do is listed. Keys, help (`?`), menus, the
// man page and `--script` all come from it. Two actions on one key in one context fail a test.
#ifndef NEUROTIDE_APP_ACTIONS_H
#define NEUROTIDE_APP_ACTIONS_H

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

const action *action_at(int i); // in the order of the help; NULL behind the last
const action *action_find(const char *id);
void action_run(app *a, const char *id); // by id, when it is enabled
unsigned action_context(const app *a);
// The action of a key press in the app's present context, by the key's sign or else by its place; NULL for
// none. Single-character keys (letters, digits, signs; not Space) obey app->letter_keys.
const action *action_for_key(const app *a, const input_event *e);
// Whether a key works as the app is set now.
bool action_key_is_on(const app *a, action_key k);
// First key of an action that works now; NULL when it has none.
const action_key *action_first_key(const app *a, const action *act);
// Key as shown: "Ctrl+C", "Space", "PageDown" (through message ids key.*). Returns out.
char *action_key_text(const words *w, action_key k, char *out, size_t capacity);
// Why the action cannot be used now, in words; NULL when it can.
const char *action_why_not(const app *a, const action *act);

#endif
