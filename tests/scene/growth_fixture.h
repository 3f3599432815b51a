// The magnification growth on a recording instead of a GPU, with the words of a language.
#ifndef NEUROTIDE_TESTS_SCENE_GROWTH_FIXTURE_H
#define NEUROTIDE_TESTS_SCENE_GROWTH_FIXTURE_H

#include "check.h"

#include "scene/growth.h"
#include "scene/growth_plan.h"

#include <stdlib.h>
#include <string.h>

enum { FIXTURE_WORDS = 400, FIXTURE_ID = 96, FIXTURE_TEXT = 320 };

typedef struct fixture_words {
    char id[FIXTURE_WORDS][FIXTURE_ID], text[FIXTURE_WORDS][FIXTURE_TEXT];
    int count;
} fixture_words;

// Reads the files' own layout: sections by two blanks, keys with or without quotes, texts in quotes.
static inline void fixture_read_words(fixture_words *w, const char *language, const char *file)
{
    char path[512], line[512], section[8][FIXTURE_ID] = {""};
    snprintf(path, sizeof path, NEUROTIDE_SOURCE_DIR "/assets/text/%s/%s.yaml", language, file);
    FILE *in = fopen(path, "r");
    assert_non_null(in);
    while (fgets(line, sizeof line, in)) {
        size_t indent = strspn(line, " "), depth = indent / 2;
        char *key = line + indent, *colon = strchr(key[0] == '"' ? strchr(key + 1, '"') : key, ':');
        if (key[0] == '#' || !colon || depth > 7)
            continue;
        *colon = '\0';
        if (key[0] == '"') {
            key++;
            key[strlen(key) - 1] = '\0';
        }
        const char *parent = depth ? section[depth - 1] : "";
        char id[FIXTURE_ID];
        snprintf(id, sizeof id, "%.40s%s%.50s", parent, depth ? "." : "", key);
        snprintf(section[depth], FIXTURE_ID, "%s", id);
        char *from = strchr(colon + 1, '"'), *to = from ? strrchr(from, '"') : NULL;
        if (!from || to == from)
            continue;
        *to = '\0';
        assert_true(w->count < FIXTURE_WORDS);
        snprintf(w->id[w->count], FIXTURE_ID, "%s", id);
        snprintf(w->text[w->count++], FIXTURE_TEXT, "%s", from + 1);
    }
    fclose(in);
}

static inline const char *fixture_word(void *ctx, const char *id)
{
    const fixture_words *w = ctx;
    for (int i = 0; i < w->count; i++)
        if (strcmp(w->id[i], id) == 0)
            return w->text[i];
    return NULL;
}

static inline bool fixture_shader(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    (void)ctx;
    char path[512];
    snprintf(path, sizeof path, NEUROTIDE_SOURCE_DIR "/shaders/%s", name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        error_set(e, "%s is not there.", path);
        return false;
    }
    enum { MOST = 1 << 16 };
    *bytes = calloc(1, MOST + 1);
    *length = *bytes ? fread(*bytes, 1, MOST, file) : 0;
    fclose(file);
    return *length > 0;
}

typedef struct growth_fixture {
    gfx_offscreen *context; // NULL for a recording
    gfx *g;
    growth *scene;
    treatment *model;
    draw2d draw;
    text_source text;
    fixture_words table;
    words words;
} growth_fixture;

typedef enum fixture_gpu { FIXTURE_RECORDING, FIXTURE_GL, FIXTURE_ES } fixture_gpu;

static inline growth_fixture *growth_fixture_open_on(const char *language, fixture_gpu gpu)
{
    growth_fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    static const char *const files[] = {"growth", "interface", "time", "clock", "brain"};
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        fixture_read_words(&f->table, language, files[i]);
    f->text = text_source_blocks();
    f->words = (words){&f->table, fixture_word};
    gfx_def def = {.shaders = {NULL, fixture_shader}, .text = f->text};
    error e = {0};
    if (gpu != FIXTURE_RECORDING) {
        f->context = gfx_offscreen_create(gpu == FIXTURE_ES, NULL, &e);
        if (!f->context)
            fail_msg("%s", e.text);
    }
    f->g = f->context ? gfx_create(&def, &e) : gfx_create_recording(&def);
    if (!f->g)
        fail_msg("%s", e.text);
    scene_def scene = {.gfx = f->g, .assets = {NULL, fixture_shader}};
    f->scene = growth_class.create(&scene, &e);
    if (!f->scene)
        fail_msg("%s", e.text);
    f->model = treatment_create(treatment_inputs_default());
    assert_non_null(f->model);
    return f;
}

static inline growth_fixture *growth_fixture_open(const char *language)
{
    return growth_fixture_open_on(language, FIXTURE_RECORDING);
}

static inline void growth_fixture_close(growth_fixture *f)
{
    growth_class.destroy(f->scene);
    treatment_destroy(f->model);
    draw2d_destroy(&f->draw);
    gfx_destroy(f->g);
    gfx_offscreen_destroy(f->context);
    free(f);
}

// A frame of the given stage: halves side by side, or one above the other where it is tall.
static inline scene_frame growth_fixture_frame(growth_fixture *f, const view_state *v, float width,
                                               float height, float text_scale, theme_id look)
{
    growth_class.set(f->scene, v, f->model);
    draw2d_begin(&f->draw, width, height);
    scene_frame frame = {.gfx = f->g,
                         .draw = &f->draw,
                         .text = &f->text,
                         .words = &f->words,
                         .theme = theme_get(look),
                         .view = v,
                         .treatment = f->model,
                         .stage = {0.0f, 0.0f, width, height},
                         .unit = fminf(height / 740.0f, width / 1100.0f),
                         .text_scale = text_scale,
                         .labels = v->labels};
    bool tall = width < 0.9f * height;
    for (int s = 0; s < SIDE_COUNT; s++) {
        if (!view_shows(v, (side)s))
            continue;
        frame.half[s] = frame.stage;
        if (v->halves != VIEW_BOTH)
            continue;
        float w = floorf(0.5f * width), h = floorf(0.5f * height);
        frame.half[s] = tall ? (rect){0.0f, (float)s * h, width, h} : (rect){(float)s * w, 0.0f, w, height};
    }
    return frame;
}

#endif
