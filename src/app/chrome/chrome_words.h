// Words for the interface: by message id, in the current language.
#ifndef NEUROTIDE_APP_CHROME_WORDS_H
#define NEUROTIDE_APP_CHROME_WORDS_H

#include "app/state/app_state.h"

// Text of a message id.
const char *chrome_word(const app *a, const char *id);
// The same for an id of two parts: chrome_word2(a, "brain", "title") is "brain.title".
const char *chrome_word2(const app *a, const char *first, const char *second);
// A moment in words ("40 minutes"). Returns out.
const char *chrome_time_words(const app *a, double t_min, char *out, size_t capacity);
// "Key: V" for tooltips; empty where the action has none that works now. Returns out.
const char *chrome_key_hint(const app *a, const char *action_id, char *out, size_t capacity);

#endif
