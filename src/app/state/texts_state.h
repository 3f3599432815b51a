// The words of the present language, and which languages there are.
#ifndef NEUROTIDE_APP_TEXTS_STATE_H
#define NEUROTIDE_APP_TEXTS_STATE_H

#include "app/state/presentation.h"
#include "base/message.h"
#include "content/string_table.h"

enum { TEXTS_CRISIS_MAX = 512 };
enum { TEXTS_LANGUAGE_NAME = 48 };

typedef struct texts_state {
    string_table *strings; // current language, falling back to English; NULL for English itself
    string_table *english;
    words words;
    unsigned serial; // counts the changes of language: what was made of the words before is old
    char crisis_line[TEXTS_CRISIS_MAX];            // a clinic's own, empty for none
    char language_id[APP_LANGS_MAX][APP_LANG_MAX]; // languages there are, language_count of them
    char language_name[APP_LANGS_MAX][TEXTS_LANGUAGE_NAME];
    int language_count;
} texts_state;

#endif
