#include "app/words/library.h"

#include "platform/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct loading {
    string_table *table; // one of both
    evidence *cards;
    const char *folder;
    int files;
} loading;

static void tell_problem(void *ctx, const char *text)
{
    (void)ctx;
    fprintf(stderr, "neurotide: %s\n", text);
}

static void load_file(void *ctx, const char *name)
{
    loading *l = ctx;
    char path[PATH_MAX_BYTES];
    char *bytes = NULL;
    size_t length = 0;
    error e = {0};
    if (!path_join(path, l->folder, name))
        return;
    if (!file_read(path, LIBRARY_FILE_LIMIT, &bytes, &length, &e)) {
        fprintf(stderr, "neurotide: %s\n", e.text);
        return;
    }
    content_problems problems = {.tell = tell_problem};
    if (l->table)
        string_table_add(l->table, path, bytes, length, &problems);
    else
        evidence_add(l->cards, path, bytes, length, &problems);
    free(bytes);
    l->files++;
}

string_table *library_words(const char *assets, const char *lang)
{
    char text[PATH_MAX_BYTES], folder[PATH_MAX_BYTES], stories[PATH_MAX_BYTES];
    string_table *t = string_table_create();
    if (!t)
        return NULL;
    loading l = {.table = t, .folder = folder};
    if (path_join(text, assets, "text") && path_join(folder, text, lang) &&
        files_each(folder, ".yaml", load_file, &l) && l.files > 0) {
        l.folder = stories;
        if (path_join(stories, folder, "stories"))
            files_each(stories, ".yaml", load_file, &l);
        return t;
    }
    string_table_destroy(t);
    return NULL;
}

evidence *library_cards(const char *assets)
{
    char folder[PATH_MAX_BYTES];
    loading l = {.cards = evidence_create(), .folder = folder};
    if (l.cards && path_join(folder, assets, "evidence"))
        files_each(folder, ".yaml", load_file, &l);
    return l.cards;
}

typedef struct language_names {
    char (*out)[APP_LANG_MAX];
    int count;
} language_names;

static void take_language(void *ctx, const char *name)
{
    language_names *l = ctx;
    if (l->count < APP_LANGS_MAX && strlen(name) < APP_LANG_MAX && name[0] != '.')
        snprintf(l->out[l->count++], APP_LANG_MAX, "%s", name);
}

int library_languages(const char *assets, char out[APP_LANGS_MAX][APP_LANG_MAX])
{
    char folder[PATH_MAX_BYTES];
    language_names l = {.out = out};
    if (path_join(folder, assets, "text"))
        files_each(folder, "", take_language, &l);
    return l.count;
}

bool library_open(library *l, const char *assets, error *e)
{
    *l = (library){0};
    char names[APP_LANGS_MAX][APP_LANG_MAX];
    int count = library_languages(assets, names);
    l->cards = library_cards(assets);
    for (int i = 0; i < count; i++) {
        string_table *t = library_words(assets, names[i]);
        if (!t)
            continue;
        memcpy(l->names[l->count], names[i], sizeof names[i]);
        l->name_list[l->count] = l->names[l->count];
        l->tables[l->count] = t;
        l->words[l->count++] = string_table_words(t);
        if (!l->terms && strcmp(names[i], "en") == 0)
            l->terms = glossary_create(t);
    }
    if (l->cards && l->terms)
        return true;
    error_set(e, "The words and evidence cards in %s cannot be read; install the program's assets again.",
              assets);
    return false;
}

void library_close(library *l)
{
    for (int i = 0; i < l->count; i++)
        string_table_destroy(l->tables[i]);
    glossary_destroy(l->terms);
    evidence_destroy(l->cards);
    *l = (library){0};
}

story_refs library_refs(const library *l)
{
    return (story_refs){.cards = l->cards,
                        .terms = l->terms,
                        .languages = l->name_list,
                        .words = l->words,
                        .language_count = l->count};
}
