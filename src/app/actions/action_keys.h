// From keys to actions and from keys to words.
#ifndef NEUROTIDE_APP_ACTION_KEYS_H
#define NEUROTIDE_APP_ACTION_KEYS_H

#include "app/actions/action.h"
#include "base/message.h"

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
