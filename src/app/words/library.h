// What the assets folder holds for readers: the words of every language, evidence cards, and stories checked
// against both.
#ifndef NEUROTIDE_APP_LIBRARY_H
#define NEUROTIDE_APP_LIBRARY_H

#include "app/state/presentation.h"
#include "app/state/texts_state.h"
#include "base/error.h"
#include "content/evidence.h"
#include "content/glossary.h"
#include "content/story.h"
#include "content/story_read.h"
#include "content/string_table.h"

// All words of a language: assets/text/<lang>/*.yaml and stories/*.yaml below it. Mistakes are told on stderr
// and the rest is used; what English lacks of the texts it was built with is told too, and these stand in
// (the safety words excepted: shipped_words.h). Ended with string_table_destroy(). NULL when there are none,
// `e` then being as it was, or when memory does not suffice, which `e` tells.
string_table *library_words(const char *assets, const char *lang, error *e);

// All cards of assets/evidence/*.yaml, mistakes as above; NULL only on lack of memory. Ended with
// evidence_destroy().
evidence *library_cards(const char *assets);

// The languages there are: folder names of assets/text in byte order. Returns how many.
int library_languages(const char *assets, char out[APP_LANGS_MAX][APP_LANG_MAX]);

// Everything that a story may refer to, in all languages.
typedef struct library {
    evidence *cards;
    glossary *terms; // English; every language has the same
    int count;
    char names[APP_LANGS_MAX][APP_LANG_MAX];
    string_table *tables[APP_LANGS_MAX];
    words words[APP_LANGS_MAX];
    const char *name_list[APP_LANGS_MAX];
} library;

// False with one sentence when there is nothing to be read. Ended with library_close() in both cases.
bool library_open(library *l, const char *assets, error *e);
void library_close(library *l);
story_refs library_refs(const library *l); // lives as long as the library stays where it is

#endif
