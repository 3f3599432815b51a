// An error is a value: one plain sentence that says what, where and what to do.
#ifndef NEUROTIDE_BASE_ERROR_H
#define NEUROTIDE_BASE_ERROR_H

#include "base/printf_like.h"

#include <stdbool.h>

enum { ERROR_TEXT_MAX = 480 };

typedef struct error {
    char text[ERROR_TEXT_MAX]; // UTF-8, NUL-terminated, without a line end; empty when there is no error
    bool no_memory;            // memory lacked: nothing is broken, and the same may work later
} error;

// Writes the sentence; a longer one is cut on a code-point border. `e` may be NULL (then nothing happens).
NEUROTIDE_PRINTF_LIKE(2, 3)
void error_set(error *e, const char *format, ...);

// "There is not enough memory for <what>; close other programs and try again.", with `no_memory` set. `what`
// is a format with its arguments. `e` may be NULL.
NEUROTIDE_PRINTF_LIKE(2, 3)
void error_set_memory(error *e, const char *what, ...);

#endif
