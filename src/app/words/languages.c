#include "app/words/languages.h"

#include "app/state/assets.h"
#include "app/words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// The name stands in the language's own interface words; without one that can be shown its id must do.
static void read_name(const app *a, const char *id, char *out)
{
    enum { CAPACITY = TEXTS_LANGUAGE_NAME };
    char name_of_file[64];
    char *bytes = NULL;
    size_t length = 0;
    snprintf(out, CAPACITY, "%.*s", CAPACITY - 1, id);
    snprintf(name_of_file, sizeof name_of_file, "text/%.*s/interface.yaml", APP_LANG_MAX - 1, id);
    if (!assets_read(a->parts.paths.assets, name_of_file, &bytes, &length, NULL))
        return;
    string_table *t = string_table_create();
    if (t) {
        string_table_add(t, name_of_file, bytes, length, NULL);
        const char *name = string_table_find(t, "language.name");
        if (name && (!a->parts.text || platform_text_covers(a->parts.text, name)))
            snprintf(out, CAPACITY, "%.*s", CAPACITY - 1, name);
    }
    string_table_destroy(t);
    free(bytes);
}

void languages_open(app *a)
{
    texts_state *c = &a->texts;
    char ids[APP_LANGS_MAX][APP_LANG_MAX];
    if (c->language_count > 0)
        return;
    c->language_count = app_languages(a, ids);
    for (int i = 0; i < c->language_count; i++) {
        memcpy(c->language_id[i], ids[i], sizeof ids[i]);
        read_name(a, ids[i], c->language_name[i]);
    }
}

language_list languages(const app *a)
{
    const texts_state *c = &a->texts;
    language_list l = {.count = c->language_count};
    for (int i = 0; i < l.count; i++) {
        l.id[i] = c->language_id[i];
        l.name[i] = c->language_name[i];
        if (strcmp(l.id[i], a->session.look.lang) == 0)
            l.selected = i;
    }
    return l;
}
