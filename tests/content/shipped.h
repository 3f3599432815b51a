// The shipped words, cards and stories, read from the source tree as the program reads them from its assets.
#ifndef NEUROTIDE_TESTS_CONTENT_SHIPPED_H
#define NEUROTIDE_TESTS_CONTENT_SHIPPED_H

#include "content/evidence.h"
#include "content/glossary.h"
#include "content/story.h"
#include "content/story_read.h"
#include "content/string_table.h"
#include "test_assets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHIPPED_MAX = 32, SHIPPED_PATH = 1024 };

typedef struct shipped_language {
    char name[16];
    string_table *table;
    words words;
    glossary *terms;
} shipped_language;

typedef struct shipped_story {
    char name[32]; // "consult"
    story *story;
} shipped_story;

typedef struct shipped {
    shipped_language languages[SHIPPED_MAX];
    int language_count;
    evidence *cards;
    shipped_story stories[SHIPPED_MAX];
    int story_count;
    const char *names[SHIPPED_MAX];
    words words[SHIPPED_MAX];
} shipped;

static inline const char *shipped_in(const char *folder)
{
    static char path[SHIPPED_PATH];
    snprintf(path, sizeof path, "%s/%s", test_assets(), folder);
    return path;
}

// NUL-terminated; the caller frees it.
static inline char *shipped_read(const char *path, size_t *length)
{
    FILE *f = fopen(path, "rb");
    if (!f)
        fail_msg("%s cannot be opened", path);
    char *bytes = malloc((1u << 20) + 1);
    assert_non_null(bytes);
    *length = fread(bytes, 1, 1u << 20, f);
    bytes[*length] = '\0';
    fclose(f);
    return bytes;
}

static inline int shipped_by_name(const void *a, const void *b)
{
    return strcmp(a, b);
}

// Names in a folder that end in `suffix`, in byte order.
static inline int shipped_list(const char *folder, const char *suffix, char out[SHIPPED_MAX][64])
{
    int count = 0;
    DIR *d = opendir(folder);
    if (!d)
        fail_msg("there is no folder %s", folder);
    for (struct dirent *e; (e = readdir(d));) {
        size_t n = strlen(e->d_name), m = strlen(suffix);
        if (e->d_name[0] == '.' || n < m || strcmp(e->d_name + n - m, suffix) != 0)
            continue;
        assert_true(count < SHIPPED_MAX && n < 64);
        snprintf(out[count++], 64, "%.63s", e->d_name);
    }
    closedir(d);
    qsort(out, (size_t)count, sizeof out[0], shipped_by_name);
    return count;
}

static inline void shipped_add_words(string_table *t, const char *folder)
{
    char names[SHIPPED_MAX][64], path[SHIPPED_PATH + 80];
    int count = shipped_list(folder, ".yaml", names);
    for (int i = 0; i < count; i++) {
        content_problems p = {0};
        size_t length;
        snprintf(path, sizeof path, "%s/%.63s", folder, names[i]);
        char *bytes = shipped_read(path, &length);
        if (!string_table_add(t, path, bytes, length, &p))
            fail_msg("%s", p.text[0]);
        free(bytes);
    }
}

static inline void shipped_open_languages(shipped *s)
{
    char names[SHIPPED_MAX][64], folder[SHIPPED_PATH];
    s->language_count = shipped_list(shipped_in("text"), "", names);
    for (int i = 0; i < s->language_count; i++) {
        shipped_language *l = &s->languages[i];
        snprintf(l->name, sizeof l->name, "%.15s", names[i]);
        assert_non_null(l->table = string_table_create());
        snprintf(folder, sizeof folder, "%s/text/%s", test_assets(), l->name);
        shipped_add_words(l->table, folder);
        snprintf(folder, sizeof folder, "%s/text/%s/stories", test_assets(), l->name);
        shipped_add_words(l->table, folder);
        l->words = string_table_words(l->table);
        assert_non_null(l->terms = glossary_create(l->table));
        s->names[i] = l->name;
        s->words[i] = l->words;
    }
}

static inline shipped_language *shipped_language_named(shipped *s, const char *name)
{
    for (int i = 0; i < s->language_count; i++)
        if (strcmp(s->languages[i].name, name) == 0)
            return &s->languages[i];
    fail_msg("there is no language %s", name);
    return NULL;
}

static inline story_refs shipped_refs(shipped *s)
{
    return (story_refs){.cards = s->cards,
                        .terms = shipped_language_named(s, "en")->terms,
                        .languages = s->names,
                        .words = s->words,
                        .language_count = s->language_count};
}

// Everything, without a mistake. `s` must stay where it is.
static inline void shipped_open(shipped *s)
{
    char names[SHIPPED_MAX][64], path[SHIPPED_PATH];
    size_t length;
    *s = (shipped){0};
    shipped_open_languages(s);
    assert_non_null(s->cards = evidence_create());
    int count = shipped_list(shipped_in("evidence"), ".yaml", names);
    for (int i = 0; i < count; i++) {
        content_problems p = {0};
        snprintf(path, sizeof path, "%s/evidence/%.63s", test_assets(), names[i]);
        char *bytes = shipped_read(path, &length);
        if (!evidence_add(s->cards, path, bytes, length, &p))
            fail_msg("%s", p.text[0]);
        free(bytes);
    }
    story_refs refs = shipped_refs(s);
    s->story_count = shipped_list(shipped_in("stories"), ".yaml", names);
    for (int i = 0; i < s->story_count; i++) {
        content_problems p = {0};
        snprintf(path, sizeof path, "%s/stories/%.63s", test_assets(), names[i]);
        char *bytes = shipped_read(path, &length);
        snprintf(s->stories[i].name, sizeof s->stories[i].name, "%.*s", (int)strcspn(names[i], "."),
                 names[i]);
        s->stories[i].story = story_open(path, bytes, length, &refs, &p);
        if (p.count)
            fail_msg("%s", p.text[0]);
        assert_non_null(s->stories[i].story);
        free(bytes);
    }
}

static inline void shipped_close(shipped *s)
{
    for (int i = 0; i < s->story_count; i++)
        story_destroy(s->stories[i].story);
    evidence_destroy(s->cards);
    for (int i = 0; i < s->language_count; i++) {
        glossary_destroy(s->languages[i].terms);
        string_table_destroy(s->languages[i].table);
    }
}

static inline const story *shipped_story_named(const shipped *s, const char *name)
{
    for (int i = 0; i < s->story_count; i++)
        if (strcmp(s->stories[i].name, name) == 0)
            return s->stories[i].story;
    fail_msg("there is no story %s", name);
    return NULL;
}

#endif
