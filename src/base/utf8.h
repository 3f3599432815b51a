// Reading UTF-8 that may be broken: every function is safe on any bytes.
#ifndef NEUROTIDE_BASE_UTF8_H
#define NEUROTIDE_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Decodes the code point at *at and moves *at past it; a broken byte gives U+FFFD and moves by one.
// 0 at the end of the string.
uint32_t utf8_next(const char **at);

// Number of code points before the NUL.
size_t utf8_count(const char *text);

// True when `length` bytes are well-formed UTF-8 without NUL.
bool utf8_valid(const char *bytes, size_t length);

// Where the text of a file begins: behind the mark that some editors put before it. *length is that of the
// rest.
const char *utf8_after_mark(const char *bytes, size_t *length);

// Neither seen nor wanted in a text: controls (tab and line ends among them), marks that reorder what is
// shown, and what is no character.
bool utf8_is_control(uint32_t c);

// Makes a name from outside (of a file, of a screen) fit for a line of text: every broken byte and every
// control character becomes '?', and what does not fit is cut between two characters. `out` may be `text`.
void utf8_copy_plain(char *out, size_t capacity, const char *text);

#endif
