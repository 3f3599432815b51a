// Shared by the tests of gfx/: the repository's shaders and a context of either kind.
#ifndef NEUROTIDE_TESTS_GFX_FIXTURE_H
#define NEUROTIDE_TESTS_GFX_FIXTURE_H

#include "gfx/gfx.h"
#include "gfx/gl_api.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

// Reads from the folder given as context, the repository's shaders when there is none.
static inline bool fixture_read(void *ctx, const char *name, char **bytes, size_t *length, error *e)
{
    char path[512];
    snprintf(path, sizeof path, "%s/%s", ctx ? (const char *)ctx : NEUROTIDE_SOURCE_DIR "/shaders", name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        error_set(e, "there is no such file.");
        return false;
    }
    char *text = calloc(1, 65536);
    *length = text ? fread(text, 1, 65535, file) : 0;
    *bytes = text;
    fclose(file);
    return text != NULL;
}

static inline gfx_def fixture_def(void)
{
    return (gfx_def){.shaders = {NULL, fixture_read}, .text = text_source_blocks()};
}

typedef struct fixture {
    gfx_offscreen *context;
    gfx *g;
} fixture;

static inline fixture *fixture_open(bool es)
{
    fixture *f = calloc(1, sizeof *f);
    assert_non_null(f);
    error e = {0};
    f->context = gfx_offscreen_create(es, NULL, &e);
    if (!f->context)
        fail_msg("%s", e.text);
    gfx_def def = fixture_def();
    f->g = gfx_create(&def, &e);
    if (!f->g)
        fail_msg("%s", e.text);
    return f;
}

static inline void fixture_close(fixture *f)
{
    gfx_destroy(f->g);
    gfx_offscreen_destroy(f->context);
    free(f);
}

// Set-up and tear-down of a test on either kind of context.
static inline int open_gl(void **state)
{
    *state = fixture_open(false);
    return 0;
}

static inline int open_es(void **state)
{
    *state = fixture_open(true);
    return 0;
}

static inline int close_any(void **state)
{
    fixture *f = *state;
    assert_int_equal(glGetError(), GL_NO_ERROR);
    fixture_close(f);
    return 0;
}

static inline gfx *gfx_of(void **state)
{
    return ((fixture *)*state)->g;
}

static inline gfx_target *fixture_target(gfx *g, int width, int height, bool depth, bool precise)
{
    gfx_target_def def = {
        .label = "test", .width = width, .height = height, .depth = depth, .precise = precise};
    error e = {0};
    gfx_target *t = gfx_target_create(g, &def, &e);
    if (!t)
        fail_msg("%s", e.text);
    return t;
}

static inline image fixture_picture(gfx *g, gfx_target *t)
{
    image picture;
    error e = {0};
    if (!gfx_read(g, t, &picture, &e))
        fail_msg("%s", e.text);
    return picture;
}

// 0xRRGGBB of a pixel.
static inline unsigned pixel(const image *p, int x, int y)
{
    const uint8_t *at = p->data + ((size_t)y * (size_t)p->width + (size_t)x) * 3;
    return (unsigned)at[0] << 16 | (unsigned)at[1] << 8 | at[2];
}

#endif
