#include "app/words/words.h"

#include "app/story/reading.h"
#include "app/words/coverage.h"
#include "app/words/library.h"
#include "platform/files.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool app_words_load(app *a, const char *lang, error *e)
{
    if (!a->english)
        a->english = library_words(a->paths.assets, "en");
    bool english = strcmp(lang, "en") == 0;
    string_table *t = english ? NULL : library_words(a->paths.assets, lang);
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
    words say = string_table_words(a->strings ? a->strings : a->english);
    if (t && a->text && !coverage_check(a->text, t, lang, &say, e->text, sizeof e->text)) {
        string_table_destroy(t);
        return false;
    }
    reading_forget_words(a);
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

int app_languages(const app *a, char out[APP_LANGS_MAX][APP_LANG_MAX])
{
    return library_languages(a->paths.assets, out);
}

bool app_has_language(const app *a, const char *lang)
{
    char langs[APP_LANGS_MAX][APP_LANG_MAX];
    int count = app_languages(a, langs);
    for (int i = 0; i < count; i++)
        if (strcmp(langs[i], lang) == 0)
            return true;
    return false;
}

const char *app_cause_id(error_cause cause)
{
    switch (cause) {
    case ERROR_NOT_ALLOWED:
        return "error.cause.not_allowed";
    case ERROR_READ_ONLY:
        return "error.cause.read_only";
    case ERROR_DISK_FULL:
        return "error.cause.disk_full";
    case ERROR_NOT_THERE:
        return "error.cause.not_there";
    case ERROR_NO_MEMORY:
    case ERROR_CAUSE_OTHER:
        break;
    }
    return "error.cause.other";
}
