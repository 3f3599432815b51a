#include "app/run/help.h"

#include "app/actions/action_keys.h"
#include "app/actions/actions.h"
#include "app/state/options.h"
#include "app/words/settings_file.h"
#include "app/words/words.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

enum { COLUMN = 26 };

bool help_words(app *a, const options *o, error *e)
{
    if (!paths_find(&a->parts.paths, e))
        return false;
    a->parts.host = host_of_system();
    settings s;
    settings_load(&a->parts.host, a->parts.paths.settings, &s);
    bool loaded = o->lang ? app_words_load(a, o->lang, e)
                          : app_words_load(a, s.look.lang, e) || app_words_load(a, "en", e);
    host_close(&a->parts.host);
    return loaded;
}

static const char *text(const app *a, const char *id)
{
    return words_get(&a->texts.words, id);
}

// The left column is padded by characters, not bytes: key names may hold accents.
static void print_row(const char *left, const char *right)
{
    size_t width = utf8_count(left);
    if (width < COLUMN)
        printf("  %s%*s%s\n", left, (int)(COLUMN - width), "", right);
    else
        printf("  %s\n  %*s%s\n", left, COLUMN, "", right);
}

static void print_options(const app *a)
{
    for (int i = 0; options_name(i); i++) {
        const option_name *name = options_name(i);
        char left[64], id[64];
        snprintf(left, sizeof left, "--%s%s%s", name->name, name->value ? " " : "",
                 name->value ? name->value : "");
        snprintf(id, sizeof id, "option.%s", name->name);
        print_row(left, text(a, id));
    }
}

static void print_keys(const app *a)
{
    const action *act;
    for (int i = 0; (act = action_at(i)) != NULL; i++) {
        char left[128] = "", key[64], id[96];
        for (int k = 0; k < ACTION_KEYS && act->keys[k].key; k++) {
            if (!action_key_is_listed(a, act, act->keys[k]))
                continue;
            action_key_text(&a->texts.words, act->keys[k], key, sizeof key);
            snprintf(left + strlen(left), sizeof left - strlen(left), "%s%s", left[0] ? ", " : "", key);
        }
        if (!left[0])
            continue;
        snprintf(id, sizeof id, "action.%s.label", act->id);
        print_row(left, text(a, id));
    }
}

int help_print(const options *o)
{
    app a = {0};
    error e = {0};
    bool good = help_words(&a, o, &e);
    if (!good) {
        fprintf(stderr, "neurotide: %s\n", e.text);
    } else {
        printf("%s\n%s\n\n", text(&a, "option.usage"), text(&a, "option.intro"));
        print_options(&a);
        printf("\n%s\n", text(&a, "help.title"));
        print_keys(&a);
        printf("\n%s\n", text(&a, "option.status"));
    }
    app_words_free(&a);
    return good ? 0 : 1;
}
