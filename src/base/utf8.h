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

#endif
