#include "app/words/library.h"

#include "app/words/shipped_words.h"
#include "content/story_read.h"
#include "content/yaml_file.h"
#include "platform/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct loading {
    string_table *table; // one of both
    evidence *cards;
    const char *folder;
    const char *below; // the language's folder: "" or "stories/"
    shipped_files found;
    int files;
    bool no_memory;
} loading;

static void tell_problem(void *ctx, const char *text)
{
    (void)ctx;
    fprintf(stderr, "neurotide: %s\n", text);
}

// `bytes` NULL: it cannot be read. `told`: something was wrong, and was said.
static void note_found(loading *l, const char *name, const char *bytes, size_t length, bool told)
{
    char shipped[PATH_MAX_BYTES];
    int n = snprintf(shipped, sizeof shipped, "%s%s", l->below, name);
    if (n > 0 && (size_t)n < sizeof shipped)
        shipped_words_found(&l->found, shipped, bytes, length, told);
}

static void load_file(void *ctx, const char *name)
{
    loading *l = ctx;
    char path[PATH_MAX_BYTES];
    char *bytes = NULL;
    size_t length = 0;
    error e = {0};
    content_problems problems = {.tell = tell_problem};
    if (!path_join(path, l->folder, name))
        return;
    if (!file_read(path, YAML_BYTES_MAX, &bytes, &length, &e)) {
        fprintf(stderr, "neurotide: %s\n", e.text);
        l->no_memory = l->no_memory || e.cause == ERROR_NO_MEMORY;
        if (l->table)
            note_found(l, name, NULL, 0, true);
        return;
    }
    if (l->table)
        note_found(l, name, bytes, length, !string_table_add(l->table, path, bytes, length, &problems));
    else
        evidence_add(l->cards, path, bytes, length, &problems);
    free(bytes);
    l->files++;
    l->no_memory = l->no_memory || problems.no_memory;
}

static void tell_lacking(void *ctx, const char *name, int lacking)
{
    fprintf(
        stderr,
        "neurotide: %s/%s is missing or lacks %d of its texts, and those built into the program stand in; "
        "install the program again.\n",
        ((const loading *)ctx)->folder, name, lacking);
}

static void load_folders(loading *l, const char *folder)
{
    char stories[PATH_MAX_BYTES];
    l->folder = folder;
    l->below = "";
    if (!files_each(folder, ".yaml", load_file, l) || l->files == 0)
        return;
    l->folder = stories;
    l->below = "stories/";
    if (path_join(stories, folder, "stories"))
        files_each(stories, ".yaml", load_file, l);
    l->folder = folder;
}

string_table *library_words(const char *assets, const char *lang, error *e)
{
    char text[PATH_MAX_BYTES], folder[PATH_MAX_BYTES];
    loading l = {.table = string_table_create()};
    l.no_memory = !l.table;
    if (l.table && path_join(text, assets, "text") && path_join(folder, text, lang))
        load_folders(&l, folder);
    if (l.files > 0 && strcmp(lang, "en") == 0)
        l.no_memory = !shipped_words_mend(l.table, &l.found, tell_lacking, &l) || l.no_memory;
    if (l.no_memory)
        error_set_memory(e, "the words");
    if (l.files > 0 && !l.no_memory)
        return l.table;
    string_table_destroy(l.table);
    return NULL;
}

evidence *library_cards(const char *assets)
{
    char folder[PATH_MAX_BYTES];
    loading l = {.cards = evidence_create(), .folder = folder};
    if (l.cards && path_join(folder, assets, "evidence"))
        files_each(folder, ".yaml", load_file, &l);
    if (l.cards && l.files == 0)
        fprintf(stderr, "neurotide: There are no evidence cards in %s/evidence; install the program again.\n",
                assets);
    return l.cards;
}

typedef struct language_names {
    char (*out)[APP_LANG_MAX];
    int count;
} language_names;

static void take_language(void *ctx, const char *name)
{
    language_names *l = ctx;
    if (l->count < APP_LANGS_MAX && language_id_is(name))
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
    bool english = false;
    l->cards = library_cards(assets);
    for (int i = 0; i < count; i++) {
        error lack = {0};
        string_table *t = library_words(assets, names[i], &lack);
        if (lack.cause == ERROR_NO_MEMORY) {
            *e = lack;
            return false;
        }
        if (!t)
            continue;
        memcpy(l->names[l->count], names[i], sizeof names[i]);
        l->name_list[l->count] = l->names[l->count];
        l->tables[l->count] = t;
        l->words[l->count++] = string_table_words(t);
        if (strcmp(names[i], "en") == 0) {
            english = true;
            l->terms = glossary_create(t);
        }
    }
    if (l->cards && l->terms)
        return true;
    if (!l->cards || english)
        error_set_memory(e, "the words and evidence cards");
    else
        error_set(e, "There are no English words in %s; install the program again.", assets);
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
