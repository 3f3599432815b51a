// Any bytes as a file of words: nothing crashes or leaks, what is taken is sound text and can be filled in.
#include "content/string_table.h"

#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void must(bool sound)
{
    if (!sound)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char english[] = "number.decimal: \".\"\na: \"x\"\n";
    string_table *t = string_table_create(), *fallback = string_table_create();
    content_problems p = {0};
    if (t && fallback && string_table_add(fallback, "english", english, sizeof english - 1, NULL)) {
        string_table_set_fallback(t, fallback);
        bool well = string_table_add(t, "words.yaml", (const char *)data, size, &p);
        must(well == (p.count == 0) && !p.no_memory);
        for (int i = 0; i < p.count; i++)
            must(p.line[i] >= 1 && p.column[i] >= 1 && utf8_valid(p.text[i], strlen(p.text[i])));
        words w = string_table_words(t);
        for (size_t i = 0; i < string_table_count(t); i++) {
            const char *id = string_table_id_at(t, i), *text = string_table_text_at(t, i);
            must(string_table_find(t, id) == text && *text && utf8_valid(text, strlen(text)));
            char out[64];
            message m = message_make(id);
            message_number(&m, "count", -1.5, 1);
            message_word(&m, "a", "a");
            size_t length = words_format(&w, &m, out, sizeof out);
            must(length < sizeof out && utf8_valid(out, length));
        }
    }
    string_table_destroy(t);
    string_table_destroy(fallback);
    return 0;
}
