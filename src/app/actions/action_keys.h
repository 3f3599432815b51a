// From keys to actions and from keys to words.
#ifndef NEUROTIDE_APP_ACTION_KEYS_H
#define NEUROTIDE_APP_ACTION_KEYS_H

#include "app/actions/action.h"
#include "base/message.h"

unsigned action_context(const app *a);

// What the press of a key means. It is found here and nowhere else.
typedef struct key_meaning {
    bool widget;       // it moves or presses what has the focus in the event's window
    const action *act; // otherwise: this, or nothing (NULL)
} key_meaning;

// By the key's sign or else by its place, in this order: a remote's keys, those of a drawing that has the
// focus, the widget that has it, and then the app's present context. Single-character keys (letters, digits,
// signs; not Space) obey session.letter_keys.
key_meaning action_of_key(const app *a, const input_event *e);
unsigned action_key_contexts(const action *act, action_key k); // where it works
// What means something only where the focus is, is said there and in no list of actions or keys.
bool action_is_listed(const action *act);
bool action_key_is_listed(const app *a, const action *act, action_key k);
// First key of an action that works now; NULL when it has none.
const action_key *action_first_key(const app *a, const action *act);
// Key as shown: "Ctrl+C", "Space", "PageDown" (through message ids key.*). Returns out.
char *action_key_text(const words *w, action_key k, char *out, size_t capacity);
// Why the action cannot be used now, in words; NULL when it can.
const char *action_why_not(const app *a, const action *act);

#endif
