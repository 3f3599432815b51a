// An error is a value: one plain sentence that says what, where and what to do.
#ifndef NEUROTIDE_BASE_ERROR_H
#define NEUROTIDE_BASE_ERROR_H

#include "base/printf_like.h"

enum { ERROR_TEXT_MAX = 480 };

// Why something could not be done, as far as a person can do something about it.
typedef enum error_cause {
    ERROR_CAUSE_OTHER,
    ERROR_NO_MEMORY,   // nothing is broken, and the same may work later
    ERROR_NOT_ALLOWED, // this user may not
    ERROR_READ_ONLY,   // nobody may write there
    ERROR_DISK_FULL,
    ERROR_NOT_THERE // a folder on the way is missing or is none
} error_cause;

typedef struct error {
    char text[ERROR_TEXT_MAX]; // UTF-8, NUL-terminated, without a line end; empty when there is no error
    error_cause cause;
} error;

// Writes the sentence; a longer one is cut on a code-point border, and what is no text in it (of the name of
// a file) becomes '?'. `e` may be NULL (then nothing happens).
NEUROTIDE_PRINTF_LIKE(2, 3)
void error_set(error *e, const char *format, ...);

// "There is not enough memory for <what>; close other programs and try again.", with that cause. `what` is a
// format with its arguments. `e` may be NULL.
NEUROTIDE_PRINTF_LIKE(2, 3)
void error_set_memory(error *e, const char *what, ...);

// After error_set(): the cause behind an errno.
void error_because(error *e, int number);

#endif
