#include "app/run/diagnose.h"

#include "app/run/help.h"
#include "app/state/assets.h"
#include "app/words/coverage.h"
#include "app/words/library.h"
#include "app/words/words.h"
#include "gfx/gfx.h"
#include "model/brain_asset.h"
#include "platform/files.h"
#include "platform/process.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct report {
    app *a;
    bool failed;
} report;

// "label: text", the label by message id.
static void say(const report *r, const char *id, const char *what)
{
    printf("%s: %s\n", words_get(&r->a->texts.words, id), what);
}

// The sentence of a message with its one argument {value}.
static void say_value(const report *r, const char *id, const char *message_id, const char *value)
{
    char sentence[ERROR_TEXT_MAX + PATH_MAX_BYTES];
    message m = message_make(message_id);
    message_text(&m, "value", value);
    words_format(&r->a->texts.words, &m, sentence, sizeof sentence);
    say(r, id, sentence);
}

static void fail(report *r, const char *id, const char *why)
{
    r->failed = true;
    say_value(r, id, "diagnose.fault", why);
}

static void check_fonts(report *r)
{
    char folder[PATH_MAX_BYTES];
    error e = {0};
    path_join(folder, r->a->parts.paths.assets, "fonts");
    r->a->parts.text = platform_text_create(folder, &e);
    if (!r->a->parts.text) {
        fail(r, "diagnose.fonts", e.text);
        return;
    }
    bool covers = platform_text_covers(r->a->parts.text, "µ²⁺–“”áñδ");
    say_value(r, "diagnose.fonts", covers ? "diagnose.fonts_good" : "diagnose.fonts_gaps", folder);
}

static void check_languages(report *r)
{
    char langs[APP_LANGS_MAX][APP_LANG_MAX], list[APP_LANGS_MAX * (APP_LANG_MAX + 2)] = "";
    int count = app_languages(r->a, langs);
    for (int i = 0; i < count; i++)
        snprintf(list + strlen(list), sizeof list - strlen(list), "%s%s", i ? ", " : "", langs[i]);
    say(r, "diagnose.languages", list);
    for (int i = 0; r->a->parts.text && i < count; i++) {
        char sentence[ERROR_TEXT_MAX];
        if (strcmp(langs[i], "en") == 0)
            continue;
        string_table *t = library_words(r->a->parts.paths.assets, langs[i], NULL);
        if (t &&
            !coverage_check(r->a->parts.text, t, langs[i], &r->a->texts.words, sentence, sizeof sentence))
            say(r, "diagnose.languages", sentence);
        string_table_destroy(t);
    }
    error e = {0};
    if (!app_words_safe(r->a, &e))
        fail(r, "diagnose.languages", e.text);
}

static void check_brain(report *r)
{
    char what[64];
    char *bytes = NULL;
    size_t length = 0;
    error e = {0};
    bool good = assets_read(r->a->parts.paths.assets, "brain.ntb", &bytes, &length, &e);
    brain_asset *asset = good ? brain_asset_read(bytes, length, &e) : NULL;
    if (asset) {
        snprintf(what, sizeof what, "%d (%.1f MB)", BRAIN_FILE_VERSION, (double)length / 1e6);
        say_value(r, "diagnose.brain", "diagnose.brain_good", what);
    } else {
        fail(r, "diagnose.brain", e.text);
    }
    brain_asset_free(asset);
    free(bytes);
}

static void check_settings(const report *r)
{
    const char *folder = r->a->parts.paths.settings;
    if (!folder[0]) {
        say(r, "diagnose.settings", words_get(&r->a->texts.words, "diagnose.settings_nowhere"));
        return;
    }
    char path[PATH_MAX_BYTES];
    error e = {0};
    bool good =
        path_join(path, folder, "write.test") && folder_make(folder, &e) && file_write(path, "", 0, &e);
    if (good)
        remove(path);
    say_value(r, "diagnose.settings", good ? "diagnose.settings_good" : "diagnose.settings_readonly",
              good ? folder : e.text);
}

static bool read_shader(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    return assets_read(((app *)ctx)->parts.paths.shaders, name, bytes, length, e);
}

static bool check_graphics(const report *r, bool es, error *e)
{
    gfx_offscreen *context = gfx_offscreen_create(es, process_has_library, e);
    if (!context)
        return false;
    gfx_def def = {.shaders = {.ctx = r->a, .read = read_shader},
                   .text = platform_text_source(r->a->parts.text)};
    gfx *g = gfx_create(&def, e);
    if (g) {
        char what[512];
        snprintf(what, sizeof what, "%s, %s", gfx_version(g), gfx_renderer(g));
        say_value(r, "diagnose.graphics",
                  gfx_is_software(g) ? "diagnose.graphics_software" : "diagnose.graphics_good", what);
        gfx_destroy(g);
    }
    gfx_offscreen_destroy(context);
    return g != NULL;
}

static void check_display(const report *r)
{
    char what[96];
    bool there = window_display(what, sizeof what);
    say_value(r, "diagnose.display", there ? "diagnose.display_good" : "diagnose.display_none", what);
}

// In the language that was asked for; one that is refused is told and is the first thing found wrong.
static bool find_words(report *r, app *a, const options *o)
{
    error e = {0};
    if (help_words(a, o, &e))
        return true;
    fprintf(stderr, "neurotide: %s\n", e.text);
    r->failed = true;
    options own = *o;
    own.lang = NULL;
    return o->lang && help_words(a, &own, &e);
}

int diagnose_print(const options *o)
{
    app a = {0};
    report r = {&a, false};
    error e = {0};
    printf("neurotide %s\n", NEUROTIDE_VERSION);
    if (!find_words(&r, &a, o)) {
        app_words_free(&a);
        return 1;
    }
    say(&r, "diagnose.assets", a.parts.paths.assets);
    check_fonts(&r);
    check_languages(&r);
    check_brain(&r);
    check_settings(&r);
    if (a.parts.text) {
        bool core = check_graphics(&r, false, &e), es = check_graphics(&r, true, &e);
        if (!core && !es)
            fail(&r, "diagnose.graphics", e.text);
    }
    check_display(&r);
    platform_text_destroy(a.parts.text);
    app_words_free(&a);
    return r.failed ? 1 : 0;
}
