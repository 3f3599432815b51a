// Whether a language can be set in the typeface of the program.
#ifndef NEUROTIDE_APP_COVERAGE_H
#define NEUROTIDE_APP_COVERAGE_H

#include "base/message.h"
#include "content/string_table.h"
#include "platform/text.h"

#include <stdbool.h>
#include <stddef.h>

// True when the typeface has every character of the table's texts. False with a sentence, in the words of
// `say`, that names the language, some of what is missing, and what can be done.
bool coverage_check(platform_text *t, const string_table *table, const char *lang, const words *say,
                    char *out, size_t capacity);

#endif
