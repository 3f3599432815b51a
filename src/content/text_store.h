// Memory of many small texts that live and end together.
#ifndef NEUROTIDE_CONTENT_TEXT_STORE_H
#define NEUROTIDE_CONTENT_TEXT_STORE_H

#include <stddef.h>

typedef struct text_store text_store; // NULL is an empty one

// A NUL-terminated copy of `length` bytes that lives until the store ends; NULL on lack of memory.
const char *text_store_copy(text_store **s, const char *bytes, size_t length);
void text_store_destroy(text_store *s);

#endif
