// The English words as they were when the program was built, kept in the program itself: the list of what it
// may ask for, and what stands in when an installation lost some of them. The safety words are the exception:
// they are shown as they stand in the words' own file, where people review and change them, or nothing is
// shown.
#ifndef NEUROTIDE_APP_SHIPPED_WORDS_H
#define NEUROTIDE_APP_SHIPPED_WORDS_H

#include "content/string_table.h"

#include <stdbool.h>
#include <stddef.h>

enum { SHIPPED_FILES_MAX = 64 };

typedef enum shipped_file_state {
    SHIPPED_ABSENT,  // not found, or it cannot be read
    SHIPPED_CHANGED, // not as it was built
    SHIPPED_FAULTY,  // the same, with mistakes that were told
    SHIPPED_WHOLE
} shipped_file_state;

// How the files were found; all 0 before.
typedef struct shipped_files {
    shipped_file_state state[SHIPPED_FILES_MAX];
} shipped_files;

// `name` is the file's, below the language's folder ("clock.yaml", "stories/consult.yaml"). `told`: something
// is wrong in it and was said; `bytes` NULL: it cannot be read.
void shipped_words_found(shipped_files *f, const char *name, const char *bytes, size_t length, bool told);

// Adds to the English table what it lacks of the built-in texts, the safety words never. For each file whose
// texts lacked without a mistake being told calls `each` with its name and how many they were. False when
// memory did not suffice.
bool shipped_words_mend(string_table *english, const shipped_files *f,
                        void (*each)(void *ctx, const char *name, int lacking), void *ctx);

// Whether a table has every safety text of its own; else `lacking` receives the id of the first that it has
// not (room for STRING_ID_MAX + 1), or "" when memory did not suffice to look.
bool shipped_words_safe(const string_table *t, char lacking[STRING_ID_MAX + 1]);

#endif
