// The brain on a GPU of software, or on a recording, with the asset of this build.
#ifndef NEUROTIDE_TESTS_GOLDEN_BRAIN_FIXTURE_H
#define NEUROTIDE_TESTS_GOLDEN_BRAIN_FIXTURE_H

#include "check.h"

#include "scene/brain.h"
#include "scene/brain_plan.h"
#include "scene/brain_scene.h"

#include <stdlib.h>
#include <string.h>

static inline bool fixture_slurp(const char *path, char **bytes, size_t *length, error *e)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        error_set(e, "%s is not there.", path);
        return false;
    }
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    *bytes = calloc(1, (size_t)size + 1);
    *length = *bytes ? fread(*bytes, 1, (size_t)size, file) : 0;
    fclose(file);
    return *length == (size_t)size;
}

static inline bool fixture_shader(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    (void)ctx;
    char path[512];
    snprintf(path, sizeof path, NEUROTIDE_SOURCE_DIR "/shaders/%s", name);
    return fixture_slurp(path, bytes, length, e);
}

static inline bool fixture_asset(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    (void)ctx;
    (void)name;
    return fixture_slurp(NEUROTIDE_BRAIN_ASSET, bytes, length, e);
}

// Regions by their short ids, everything else by a short text of its own: no font and no language needed.
static inline const char *fixture_word(void *ctx, const char *id)
{
    (void)ctx;
    static const struct {
        const char *end, *text;
    } table[] = {{".what", "It helps to do one thing and takes part in a few others."},
                 {".name", "Dorsolateral cortex"},
                 {".short", "Dorsolateral"},
                 {".title", "Engagement, arbitrary units"},
                 {".pattern", "Pattern set by the authors, not measured"},
                 {"side.ssri", "SSRI"},
                 {"side.ketamine", "Ketamine"},
                 {"brain.left", "L"},
                 {"brain.right", "R"},
                 {"brain.number", "{value}"},
                 {"badge.pin", "Shown at {time}"},
                 {"time.min", "{count} minutes"},
                 {"time.w", "{count} weeks"},
                 {"card.now", "Level now"}};
    size_t n = strlen(id);
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        size_t k = strlen(table[i].end);
        if (n >= k && strcmp(id + n - k, table[i].end) == 0)
            return table[i].text;
    }
    return n > 6 ? id + n - 6 : id;
}

typedef struct brain_fixture {
    gfx_offscreen *context; // NULL for a recording
    gfx *g;
    void *scene;
    treatment *model;
    draw2d draw;
    text_source text;
    words words;
} brain_fixture;

static inline brain_fixture *brain_fixture_open(bool recording, bool es)
{
    brain_fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    error e = {0};
    f->text = text_source_blocks();
    f->words = (words){NULL, fixture_word};
    gfx_def def = {.shaders = {NULL, fixture_shader}, .text = f->text};
    if (!recording) {
        f->context = gfx_offscreen_create(es, NULL, &e);
        if (!f->context)
            fail_msg("%s", e.text);
    }
    f->g = recording ? gfx_create_recording(&def) : gfx_create(&def, &e);
    if (!f->g)
        fail_msg("%s", e.text);
    scene_def scene = {.gfx = f->g, .assets = {NULL, fixture_asset}};
    f->scene = brain_class.create(&scene, &e);
    if (!f->scene)
        fail_msg("%s", e.text);
    f->model = treatment_create(treatment_inputs_default());
    assert_non_null(f->model);
    return f;
}

static inline void brain_fixture_close(brain_fixture *f)
{
    brain_class.destroy(f->scene);
    treatment_destroy(f->model);
    draw2d_destroy(&f->draw);
    gfx_destroy(f->g);
    gfx_offscreen_destroy(f->context);
    free(f);
}

// A frame of the given stage: halves side by side, or one above the other where it is tall.
static inline scene_frame brain_fixture_frame(brain_fixture *f, const view_state *v, float width,
                                              float height, float text_scale, theme_id look)
{
    brain_class.set(f->scene, v, f->model);
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
