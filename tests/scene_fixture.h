// One magnification on a GPU of software, or on a recording instead of a GPU, with a treatment, words and a
// frame: what every test of a scene's pictures and overlay begins with. Words come from the files of a
// language, or from the test's own function.
#ifndef NEUROTIDE_TESTS_SCENE_FIXTURE_H
#define NEUROTIDE_TESTS_SCENE_FIXTURE_H

#include "check.h"

#include "base/image.h"
#include "scene/scene.h"

#include <stdlib.h>
#include <string.h>

enum { FIXTURE_WORDS = 400, FIXTURE_ID = 96, FIXTURE_TEXT = 320, FIXTURE_FILES = 6, FIXTURE_SAMPLES = 4 };

typedef struct fixture_words {
    char id[FIXTURE_WORDS][FIXTURE_ID], text[FIXTURE_WORDS][FIXTURE_TEXT];
    int count;
} fixture_words;

typedef enum fixture_gpu { FIXTURE_RECORDING, FIXTURE_GL, FIXTURE_ES } fixture_gpu;

typedef struct fixture_def {
    const scene_class *scene;
    fixture_gpu gpu;
    const char *language;             // with the files to read, without ".yaml"; NULL: `word` gives the words
    const char *files[FIXTURE_FILES]; // ends with NULL
    const char *(*word)(void *ctx, const char *id);
    const char *asset; // file that every asset is read from; NULL: shaders only
} fixture_def;

typedef struct scene_fixture {
    const scene_class *class;
    gfx_offscreen *context; // NULL for a recording
    gfx *g;
    void *scene;
    treatment *model;
    draw2d draw;
    text_source text;
    fixture_words table;
    words words;
    const char *asset;
} scene_fixture;

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
    const scene_fixture *f = ctx;
    (void)name;
    return f->asset && fixture_slurp(f->asset, bytes, length, e);
}

static inline scene_fixture *scene_fixture_open(const fixture_def *def)
{
    scene_fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    error e = {0};
    f->class = def->scene;
    f->asset = def->asset;
    for (int i = 0; i < FIXTURE_FILES && def->language && def->files[i]; i++)
        fixture_read_words(&f->table, def->language, def->files[i]);
    f->words = def->language ? (words){&f->table, fixture_word} : (words){NULL, def->word};
    f->text = text_source_blocks();
    gfx_def gpu = {.shaders = {NULL, fixture_shader}, .text = f->text};
    if (def->gpu != FIXTURE_RECORDING) {
        f->context = gfx_offscreen_create(def->gpu == FIXTURE_ES, NULL, &e);
        if (!f->context)
            fail_msg("%s", e.text);
    }
    f->g = f->context ? gfx_create(&gpu, &e) : gfx_create_recording(&gpu);
    if (!f->g)
        fail_msg("%s", e.text);
    f->scene = f->class->create(&(scene_def){.gfx = f->g, .assets = {f, fixture_asset}}, &e);
    if (!f->scene)
        fail_msg("%s", e.text);
    f->model = treatment_create(treatment_inputs_default());
    assert_non_null(f->model);
    return f;
}

static inline void scene_fixture_close(scene_fixture *f)
{
    f->class->destroy(f->scene);
    treatment_destroy(f->model);
    draw2d_destroy(&f->draw);
    gfx_destroy(f->g);
    gfx_offscreen_destroy(f->context);
    free(f);
}

// The frame of a stage alone, the scene not told of it: halves side by side, or one above the other where it
// is tall.
static inline scene_frame scene_fixture_stage(scene_fixture *f, const view_state *v, float width,
                                              float height, float text_scale, theme_id look)
{
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

// The same after the scene was told of the view.
static inline scene_frame scene_fixture_frame(scene_fixture *f, const view_state *v, float width,
                                              float height, float text_scale, theme_id look)
{
    f->class->set(f->scene, v, f->model);
    if (f->class->finish)
        f->class->finish(f->scene);
    return scene_fixture_stage(f, v, width, height, text_scale, look);
}

// A smooth picture of a frame whose stage is width by height px. The caller ends it with image_destroy().
static inline image scene_fixture_picture(scene_fixture *f, scene_frame *frame)
{
    static const float jitter[FIXTURE_SAMPLES][2] = {
        {-0.25f, -0.125f}, {0.25f, 0.125f}, {-0.125f, 0.25f}, {0.125f, -0.25f}};
    int width = (int)frame->stage.w, height = (int)frame->stage.h;
    gfx_target_def one = {.label = "sample", .width = width, .height = height, .depth = true};
    gfx_target_def all = {.label = "sum", .width = width, .height = height, .precise = true};
    error e = {0};
    gfx_target *sample = gfx_target_create(f->g, &one, &e), *sum = gfx_target_create(f->g, &all, &e);
    if (!sample || !sum)
        fail_msg("%s", e.text);
    for (int i = 0; i < FIXTURE_SAMPLES; i++) {
        frame->quality = (scene_quality){.lod = 0, .jitter = {jitter[i][0], jitter[i][1]}};
        gfx_begin(f->g, sample, 0, 0);
        f->class->draw3d(f->scene, frame, 1.0f);
        gfx_accumulate(f->g, sum, sample, i);
    }
    image out = {0};
    if (!gfx_read(f->g, sum, &out, &e))
        fail_msg("%s", e.text);
    gfx_target_destroy(f->g, sample);
    gfx_target_destroy(f->g, sum);
    return out;
}

// --- the words on the overlay

static inline bool fixture_overlap(rect a, rect b)
{
    rect both = rect_intersect(a, b);
    return both.w > 0.5f && both.h > 0.5f;
}

// All texts of the list, without those that a later opaque card covers. Returns how many.
static inline int fixture_texts(const draw2d *d, const draw2d_command **out, int most)
{
    int n = 0;
    for (size_t i = 0; i < d->count && n < most; i++) {
        const draw2d_command *c = &d->commands[i];
        if (c->kind != DRAW2D_TEXT || c->fill.a < 0.02f)
            continue;
        bool covered = false;
        for (size_t k = i + 1; k < d->count; k++) {
            const draw2d_command *b = &d->commands[k];
            covered = covered || (b->kind == DRAW2D_BOX && b->soft <= 0.0f && b->fill.a > 0.99f &&
                                  b->box.h > 2.0f * c->box.h && fixture_overlap(b->box, c->box));
        }
        if (!covered)
            out[n++] = c;
    }
    return n;
}

// Neighbours in a figure that is set digit by digit, in cells.
static inline bool fixture_figures(const scene_fixture *f, const draw2d_command *a, const draw2d_command *b)
{
    bool digit = strlen(f->draw.text + a->text) == 1 || strlen(f->draw.text + b->text) == 1;
    return digit && a->text_px == b->text_px && a->box.y == b->box.y;
}

// No text leaves the stage, is below the floor of 12 px or overlaps another; with words of a language none is
// missing.
static inline void fixture_check_texts(const scene_fixture *f, const scene_frame *frame, const char *what)
{
    enum { MOST = 256 };
    const draw2d_command *t[MOST];
    int n = fixture_texts(&f->draw, t, MOST);
    assert_true(n > 4);
    for (int i = 0; i < n; i++) {
        const char *text = f->draw.text + t[i]->text;
        rect inside = rect_intersect(t[i]->box, frame->stage);
        if (inside.w < t[i]->box.w - 1.0f || inside.h < t[i]->box.h - 1.0f)
            fail_msg("%s: \"%s\" leaves the stage", what, text);
        if (t[i]->text_px < 12.0f)
            fail_msg("%s: \"%s\" is smaller than 12 px", what, text);
        size_t id = strlen(f->class->id);
        if (f->table.count > 0 && strncmp(text, f->class->id, id) == 0 && text[id] == '.')
            fail_msg("%s: \"%s\" has no words", what, text);
        for (int k = i + 1; k < n; k++)
            if (!fixture_figures(f, t[i], t[k]) && fixture_overlap(t[i]->box, t[k]->box))
                fail_msg("%s: \"%s\" and \"%s\" overlap", what, text, f->draw.text + t[k]->text);
    }
}

#endif
