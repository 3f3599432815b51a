// An error is a value: one plain sentence that says what, where and what to do.
#ifndef NEUROTIDE_BASE_ERROR_H
#define NEUROTIDE_BASE_ERROR_H

#include "base/printf_like.h"

enum { ERROR_TEXT_MAX = 480 };

typedef struct error {
    char text[ERROR_TEXT_MAX]; // UTF-8, NUL-terminated, without a line end; empty when there is no error
} error;

// Writes the sentence; a longer one is cut on a code-point border. `e` may be NULL (then nothing happens).
NEUROTIDE_PRINTF_LIKE(2, 3)
void error_set(error *e, const char *format, ...);

#endif
