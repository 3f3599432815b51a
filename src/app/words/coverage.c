#include "app/words/coverage.h"

#include "base/utf8.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { MISSING_MOST = 4096, MISSING_NAMED = 3 };

typedef struct missing {
    uint32_t found[MISSING_MOST]; // each once, in the order they were met
    int count;
} missing;

static void take(missing *m, uint32_t code_point)
{
    for (int i = 0; i < m->count; i++)
        if (m->found[i] == code_point)
            return;
    if (m->count < MISSING_MOST)
        m->found[m->count++] = code_point;
}

static void look_through(platform_text *t, const string_table *table, missing *m)
{
    for (size_t i = 0; i < string_table_count(table); i++) {
        const char *at = string_table_text_at(table, i);
        for (uint32_t c = utf8_next(&at); c; c = utf8_next(&at))
            if (!platform_text_has(t, c))
                take(m, c);
    }
}

// They cannot be drawn, so they are named by their numbers.
static void name_some(const missing *m, char *out, size_t capacity)
{
    size_t used = 0;
    for (int i = 0; i < m->count && i < MISSING_NAMED && used < capacity; i++) {
        int n = snprintf(out + used, capacity - used, "%sU+%04X", i ? ", " : "", (unsigned)m->found[i]);
        used += n > 0 ? (size_t)n : 0;
    }
}

bool coverage_check(platform_text *t, const string_table *table, const char *lang, const words *say,
                    char *out, size_t capacity)
{
    missing m = {.count = 0};
    char some[64] = "";
    look_through(t, table, &m);
    if (m.count == 0)
        return true;
    name_some(&m, some, sizeof some);
    message sentence = message_make("error.script");
    message_number(&sentence, "count", m.count, 0);
    message_text(&sentence, "language", lang);
    message_text(&sentence, "characters", some);
    words_format(say, &sentence, out, capacity);
    return false;
}
