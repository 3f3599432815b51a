#include "content/text_store.h"

#include <stdlib.h>
#include <string.h>

struct text_store {
    text_store *next;
    char bytes[];
};

const char *text_store_copy(text_store **s, const char *bytes, size_t length)
{
    text_store *block = malloc(sizeof *block + length + 1);
    if (!block)
        return NULL;
    if (length)
        memcpy(block->bytes, bytes, length);
    block->bytes[length] = '\0';
    block->next = *s;
    *s = block;
    return block->bytes;
}

void text_store_destroy(text_store *s)
{
    while (s) {
        text_store *next = s->next;
        free(s);
        s = next;
    }
}
