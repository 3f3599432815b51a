#include "app/words/words.h"

#include "app/state/requests.h"
#include "app/state/session.h"
#include "app/words/coverage.h"
#include "app/words/library.h"
#include "app/words/shipped_words.h"
#include "content/language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void tell_languages(const app *a, const char *lang, error *e)
{
    char langs[APP_LANGS_MAX][APP_LANG_MAX], list[256] = "";
    int n = app_languages(a, langs);
    for (int i = 0; i < n; i++) {
        strncat(list, i ? ", " : "", sizeof list - strlen(list) - 1);
        strncat(list, langs[i], sizeof list - strlen(list) - 1);
    }
    error_set(e, "There are no words for the language \"%s\" beside the program; there are: %s.", lang,
              n ? list : "none (install the program again)");
}

// Whoever reads a language may read no other: without its own safety words it is not shown.
static bool may_be_shown(const app *a, const string_table *t, const char *lang, error *e)
{
    words say = string_table_words(a->texts.strings ? a->texts.strings : a->texts.english);
    char lacking[STRING_ID_MAX + 1];
    if (a->parts.text && !coverage_check(a->parts.text, t, lang, &say, e->text, sizeof e->text))
        return false;
    if (shipped_words_safe(t, lacking))
        return true;
    if (!lacking[0]) {
        error_set_memory(e, "the words");
        return false;
    }
    message m = message_make("error.language_unsafe");
    message_text(&m, "language", lang);
    message_text(&m, "id", lacking);
    words_format(&say, &m, e->text, sizeof e->text);
    return false;
}

// A file of words that is lost, or not translated yet, shows on the screen as English; why is told.
static void tell_unfinished(const string_table *t, const string_table *english, const char *lang)
{
    int count = 0;
    const char *first = "";
    for (size_t i = 0; i < string_table_count(english); i++) {
        const char *id = string_table_id_at(english, i);
        if (string_table_find(t, id))
            continue;
        first = count++ ? first : id;
    }
    if (count > 0)
        fprintf(stderr, "neurotide: The language \"%s\" lacks %d of its texts, shown in English (%s%s).\n",
                lang, count, first, count > 1 ? " and others" : "");
}

bool app_words_load(app *a, const char *wanted, error *e)
{
    error lack = {0};
    char found[APP_LANG_MAX];
    const char *lang = app_find_language(a, wanted, found) ? found : wanted;
    if (!a->texts.english)
        a->texts.english = library_words(a->parts.paths.assets, "en", &lack);
    bool english = strcmp(lang, "en") == 0;
    string_table *t = english || !a->texts.english ? NULL : library_words(a->parts.paths.assets, lang, &lack);
    if (!a->texts.english || (!english && !t)) {
        if (lack.cause == ERROR_NO_MEMORY)
            *e = lack;
        else
            tell_languages(a, lang, e);
        return false;
    }
    if (t && !may_be_shown(a, t, lang, e)) {
        string_table_destroy(t);
        return false;
    }
    a->texts.serial++;
    string_table_destroy(a->texts.strings);
    a->texts.strings = t;
    if (t) {
        tell_unfinished(t, a->texts.english, lang);
        string_table_set_fallback(t, a->texts.english);
    }
    a->texts.words = string_table_words(t ? t : a->texts.english);
    if (strcmp(lang, a->session.look.lang) != 0) {
        presentation look = a->session.look;
        snprintf(look.lang, sizeof look.lang, "%s", lang);
        session_set_look(a, &look);
    }
    return true;
}

bool app_words_safe(const app *a, error *e)
{
    char lacking[STRING_ID_MAX + 1];
    if (shipped_words_safe(a->texts.english, lacking))
        return true;
    if (lacking[0])
        error_set(
            e,
            "The safety words in %s/text/en lack %s, and without them nothing is shown; install the program "
            "again.",
            a->parts.paths.assets, lacking);
    else
        error_set_memory(e, "the words");
    return false;
}

bool app_set_language(app *a, const char *lang, error *e)
{
    request_redraw(a);
    return app_words_load(a, lang, e);
}

void app_words_free(app *a)
{
    string_table_destroy(a->texts.strings);
    string_table_destroy(a->texts.english);
    a->texts.strings = a->texts.english = NULL;
}

int app_languages(const app *a, char out[APP_LANGS_MAX][APP_LANG_MAX])
{
    return library_languages(a->parts.paths.assets, out);
}

bool app_find_language(const app *a, const char *wanted, char out[APP_LANG_MAX])
{
    char langs[APP_LANGS_MAX][APP_LANG_MAX], asked[PROCESS_LANGUAGES_MAX][PROCESS_LANGUAGE_BYTES];
    int count = app_languages(a, langs), found = -1;
    int wishes = wanted[0] ? 0 : host_languages(&a->parts.host, asked);
    if (wanted[0])
        found = language_find(wanted, langs, count);
    for (int i = 0; found < 0 && i < wishes; i++)
        found = language_find(asked[i], langs, count);
    snprintf(out, APP_LANG_MAX, "%s", found < 0 ? "en" : langs[found]);
    return found >= 0 || !wanted[0];
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
