// The parts of the interface around the stage, each built by a file of its own, and what they share.
#ifndef NEUROTIDE_APP_CHROME_PARTS_H
#define NEUROTIDE_APP_CHROME_PARTS_H

#include "app/state/app_state.h"

// Built in focus order, each into its rectangle of app->layout.
void chrome_bar(app *a, const scene_class *const *tabs, int tab_count); // one tab a magnification
void chrome_caption(app *a);
void chrome_card(app *a);
// After the card was opened or closed with a key: the focus goes to its first control, and back to where it
// was.
void chrome_card_by_key(app *a);
void chrome_toast(app *a);

// Text of a message id in the current language.
const char *chrome_word(const app *a, const char *id);
// The same for an id of two parts: chrome_word2(a, "brain", "title") is "brain.title".
const char *chrome_word2(const app *a, const char *first, const char *second);
// A moment in words ("40 minutes"). Returns out.
const char *chrome_time_words(const app *a, double t_min, char *out, size_t capacity);
// "Key: V" for tooltips; empty where the action has none that works now. Returns out.
const char *chrome_key_hint(const app *a, const char *action_id, char *out, size_t capacity);
// Runs an action by id when it is enabled.
void chrome_run(app *a, const char *action_id);

#endif
