// The words of the present language: every YAML file of assets/text/<lang>, falling back to English.
#ifndef NEUROTIDE_APP_WORDS_H
#define NEUROTIDE_APP_WORDS_H

#include "app/state/app_state.h"

// Loads a language as app_find_language() finds it; false with one sentence when there is no such language,
// when the typeface (where app->text is open) lacks its script, when it lacks safety words of its own, or
// without memory: the words stay what they were. Mistakes in the files are told on stderr and the rest is
// used.
bool app_words_load(app *a, const char *wanted, error *e);
// Whether English, which stands in for every other language, has all its safety words; else one sentence.
// Nothing of the stage may be shown or described before.
bool app_words_safe(const app *a, error *e);
bool app_set_language(app *a, const char *lang, error *e); // as loading it, and all is drawn anew
// The language of that name or locale ("pt_BR.UTF-8", see content/language.h), for "" the first that the
// person asked the system for, else English. False, and English, when a name is given and there is none of
// it.
bool app_find_language(const app *a, const char *wanted, char out[APP_LANG_MAX]);
void app_words_free(app *a);

// The message that tells why something could not be written {place}.
const char *app_cause_id(error_cause cause);

// The languages there are: folder names of assets/text in byte order. Returns how many.
int app_languages(const app *a, char out[APP_LANGS_MAX][APP_LANG_MAX]);

#endif
