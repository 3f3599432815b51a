// The short names of languages, which are also those of their folders, and how a system's names lead to them.
#ifndef NEUROTIDE_CONTENT_LANGUAGE_H
#define NEUROTIDE_CONTENT_LANGUAGE_H

#include <stdbool.h>

enum { LANGUAGE_ID_MAX = 16, LANGUAGES_MAX = 64 }; // bytes with the NUL; languages beside the program

// Two or three small letters, then parts of letters and digits, each behind '-' or '_' ("es", "pt_BR",
// "zh-Hant").
bool language_id_is(const char *text);

// The language that a name asks for, which may be a locale ("pt_BR.UTF-8@euro"): its index among the folders
// `ids`, -1 for none. pt_BR is sought as pt_BR, whatever its case and dash, and else as pt; "C" and "POSIX"
// are English.
int language_find(const char *wanted, char ids[][LANGUAGE_ID_MAX], int count);

#endif
