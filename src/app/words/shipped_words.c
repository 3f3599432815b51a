#include "app/words/shipped_words.h"

#include <string.h>

typedef struct shipped_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
} shipped_file;

// Made of assets/text/en by src/words.cmake.
static const shipped_file files[] = {
#include "app/words/shipped_english.inc"
};

enum { FILES = sizeof files / sizeof files[0] };
_Static_assert((int)FILES <= (int)SHIPPED_FILES_MAX, "every file of words has its place");

static const char safety_file[] = "safety.yaml";

static int find(const char *name)
{
    for (int i = 0; i < FILES; i++)
        if (strcmp(files[i].name, name) == 0)
            return i;
    return -1;
}

// False when memory did not suffice: in what was built nothing else is wrong.
static bool take(string_table *t, int file)
{
    content_problems p = {0};
    string_table_add(t, files[file].name, (const char *)files[file].bytes, files[file].length, &p);
    return !p.no_memory;
}

void shipped_words_found(shipped_files *f, const char *name, const char *bytes, size_t length, bool told)
{
    int i = find(name);
    if (i < 0)
        return;
    bool same = bytes && length == files[i].length && memcmp(bytes, files[i].bytes, length) == 0;
    f->state[i] = same ? SHIPPED_WHOLE : told ? SHIPPED_FAULTY : SHIPPED_CHANGED;
}

bool shipped_words_mend(string_table *english, const shipped_files *f,
                        void (*each)(void *ctx, const char *name, int lacking), void *ctx)
{
    bool good = true;
    for (int i = 0; i < FILES; i++) {
        if (f->state[i] == SHIPPED_WHOLE || strcmp(files[i].name, safety_file) == 0)
            continue;
        size_t before = string_table_count(english);
        good = take(english, i) && good;
        size_t lacking = string_table_count(english) - before;
        if (lacking > 0 && f->state[i] != SHIPPED_FAULTY)
            each(ctx, files[i].name, (int)lacking);
    }
    return good;
}

bool shipped_words_safe(const string_table *t, char lacking[STRING_ID_MAX + 1])
{
    string_table *needed = string_table_create();
    int file = find(safety_file);
    bool safe = needed && file >= 0 && take(needed, file);
    lacking[0] = '\0';
    for (size_t i = 0; safe && i < string_table_count(needed); i++) {
        const char *id = string_table_id_at(needed, i);
        safe = string_table_find(t, id) != NULL;
        if (!safe)
            memcpy(lacking, id, strlen(id) + 1);
    }
    string_table_destroy(needed);
    return safe;
}
