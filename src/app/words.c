#include "app/words.h"

#include "platform/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS_FILE_LIMIT = 1 << 20 };

typedef struct loading {
    string_table *table;
    const char *folder;
    int files;
} loading;

static void tell_problems(const content_problems *p)
{
    for (int i = 0; i < p->count; i++)
        fprintf(stderr, "neurotide: %s\n", p->text[i]);
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
    if (!file_read(path, WORDS_FILE_LIMIT, &bytes, &length, &e)) {
        fprintf(stderr, "neurotide: %s\n", e.text);
        return;
    }
    content_problems problems = {0};
    if (!string_table_add(l->table, path, bytes, length, &problems))
        tell_problems(&problems);
    free(bytes);
    l->files++;
}

static bool language_folder(const app *a, const char *lang, char out[PATH_MAX_BYTES])
{
    char text[PATH_MAX_BYTES];
    return path_join(text, a->paths.assets, "text") && path_join(out, text, lang);
}

static string_table *load_language(const app *a, const char *lang)
{
    char folder[PATH_MAX_BYTES];
    string_table *t = string_table_create();
    if (!t)
        return NULL;
    loading l = {.table = t, .folder = folder};
    if (language_folder(a, lang, folder) && files_each(folder, ".yaml", load_file, &l) && l.files > 0)
        return t;
    string_table_destroy(t);
    return NULL;
}

bool app_words_load(app *a, const char *lang, error *e)
{
    if (!a->english)
        a->english = load_language(a, "en");
    bool english = strcmp(lang, "en") == 0;
    string_table *t = english ? NULL : load_language(a, lang);
    if (!a->english || (!english && !t)) {
        char langs[APP_LANGS_MAX][APP_LANG_MAX], list[256] = "";
        int n = app_languages(a, langs);
        for (int i = 0; i < n; i++) {
            strncat(list, i ? ", " : "", sizeof list - strlen(list) - 1);
            strncat(list, langs[i], sizeof list - strlen(list) - 1);
        }
        error_set(e, "There are no words for the language \"%s\" beside the program; there are: %s.", lang,
                  n ? list : "none (install the program's assets again)");
        return false;
    }
    string_table_destroy(a->strings);
    a->strings = t;
    if (t)
        string_table_set_fallback(t, a->english);
    a->words = string_table_words(t ? t : a->english);
    if (lang != a->look.lang)
        snprintf(a->look.lang, sizeof a->look.lang, "%s", lang);
    return true;
}

bool app_set_language(app *a, const char *lang, error *e)
{
    a->dirty = true;
    return app_words_load(a, lang, e);
}

void app_words_free(app *a)
{
    string_table_destroy(a->strings);
    string_table_destroy(a->english);
    a->strings = a->english = NULL;
}

typedef struct language_list {
    char (*out)[APP_LANG_MAX];
    int count;
} language_list;

static void take_language(void *ctx, const char *name)
{
    language_list *l = ctx;
    if (l->count < APP_LANGS_MAX && strlen(name) < APP_LANG_MAX && name[0] != '.')
        snprintf(l->out[l->count++], APP_LANG_MAX, "%s", name);
}

int app_languages(const app *a, char out[APP_LANGS_MAX][APP_LANG_MAX])
{
    char folder[PATH_MAX_BYTES];
    language_list l = {.out = out};
    if (path_join(folder, a->paths.assets, "text"))
        files_each(folder, "", take_language, &l);
    return l.count;
}
