// What was wrong in a file of words or stories: one sentence each, with file, line and column.
#ifndef NEUROTIDE_CONTENT_CONTENT_PROBLEMS_H
#define NEUROTIDE_CONTENT_CONTENT_PROBLEMS_H

#include "base/printf_like.h"

#include <stdbool.h>

enum { CONTENT_PROBLEMS = 16, CONTENT_PROBLEM_TEXT = 480 };

typedef struct content_problems {
    int count;                                            // number of entries stored
    int dropped;                                          // further ones not stored
    int line[CONTENT_PROBLEMS], column[CONTENT_PROBLEMS]; // 1-based; columns count characters
    char text[CONTENT_PROBLEMS][CONTENT_PROBLEM_TEXT];    // "en/clock.yaml:3:7: play: expected a text"
    bool no_memory; // something was left out for lack of memory, not for a mistake of the file
    // When set: called with every sentence as it is found, also with those that are not stored.
    void (*tell)(void *ctx, const char *text);
    void *tell_ctx;
} content_problems;

// Adds a sentence; what it quotes of a file should already be printable. `p` may be NULL.
NEUROTIDE_PRINTF_LIKE(5, 6)
void content_problem_add(content_problems *p, const char *file, int line, int column, const char *format,
                         ...);

// Tells that memory does not suffice for a file, once for a list of problems, and sets `no_memory`. `p` may
// be NULL.
void content_problem_memory(content_problems *p, const char *file);

enum { CONTENT_QUOTE = 96 };
// A stretch of a file fit to be shown: at most 80 bytes, control characters and broken bytes as '?',
// "..." when cut. Returns out.
const char *content_quote(const char *bytes, unsigned long length, char out[CONTENT_QUOTE]);

#endif
