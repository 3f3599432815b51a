#include "gfx/gl.h"

#include <stdlib.h>
#include <string.h>

enum { READ_ROWS = 64 };

static void make_colour(const gfx *g, gfx_target *t)
{
    GLenum internal = GL_RGBA8, type = GL_UNSIGNED_BYTE;
    if (t->precise && gl_of(g)->float_targets) {
        internal = GL_RGBA16F;
        type = GL_HALF_FLOAT;
        t->is_float = true;
    } else if (t->precise) {
        internal = GL_RGB10_A2;
        type = GL_UNSIGNED_INT_2_10_10_10_REV;
    }
    glTexImage2D(GL_TEXTURE_2D, 0, (GLint)internal, t->width, t->height, 0, GL_RGBA, type, NULL);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
}

bool gl_target_create(gfx *g, gfx_target *t, error *e)
{
    int largest = gl_of(g)->texture_max;
    if (t->width > largest || t->height > largest) {
        error_set(
            e, "A picture of %d x %d pixels is too large: this graphics driver draws at most %d on a side.",
            t->width, t->height, largest);
        return false;
    }
    glGenTextures(1, &t->colour);
    gl_bind_texture(g, t->colour);
    make_colour(g, t);
    glGenFramebuffers(1, &t->framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, t->framebuffer);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, t->colour, 0);
    if (t->depth) {
        glGenRenderbuffers(1, &t->depth_buffer);
        glBindRenderbuffer(GL_RENDERBUFFER, t->depth_buffer);
        glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT24, t->width, t->height);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, t->depth_buffer);
    }
    bool complete = glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
    bool error_free = glGetError() == GL_NO_ERROR;
    gl_bind_target(g, g->target);
    gl_bind_texture(g, 0);
    if (!complete || !error_free) {
        error_set(e,
                  "A picture of %d x %d pixels does not fit into the graphics memory; ask for a smaller one.",
                  t->width, t->height);
        return false;
    }
    return true;
}

void gl_target_destroy(gfx *g, gfx_target *t)
{
    if (gl_of(g)->known.texture == t->colour)
        gl_bind_texture(g, 0);
    glDeleteFramebuffers(1, &t->framebuffer);
    glDeleteRenderbuffers(1, &t->depth_buffer);
    glDeleteTextures(1, &t->colour);
    gl_check("gfx_target_destroy");
}

static uint8_t to_byte(float v)
{
    return (uint8_t)((v > 0.0f ? (v < 1.0f ? v : 1.0f) : 0.0f) * 255.0f + 0.5f);
}

// Copies one row of RGBA to RGB.
static void keep_row(const void *row, bool is_float, int width, uint8_t *out)
{
    const float *values = row;
    const uint8_t *bytes = row;
    for (int x = 0; x < width; x++)
        for (int k = 0; k < 3; k++)
            out[3 * x + k] = is_float ? to_byte(values[4 * x + k]) : bytes[4 * x + k];
}

bool gl_target_read(gfx *g, gfx_target *t, image *out, error *e)
{
    size_t row_bytes = (size_t)t->width * 4 * (t->is_float ? sizeof(float) : 1);
    uint8_t *rows = malloc(row_bytes * READ_ROWS);
    if (!rows) {
        error_set(e, "The picture of %d x %d pixels does not fit into memory.", t->width, t->height);
        return false;
    }
    gl_bind_target(g, t);
    // ES promises RGBA only, and floats only from float targets.
    for (int y = 0; y < t->height; y += READ_ROWS) {
        int count = t->height - y < READ_ROWS ? t->height - y : READ_ROWS;
        glReadPixels(0, y, t->width, count, GL_RGBA, t->is_float ? GL_FLOAT : GL_UNSIGNED_BYTE, rows);
        for (int k = 0; k < count; k++) {
            size_t from_top = (size_t)(t->height - 1 - y - k);
            keep_row(rows + (size_t)k * row_bytes, t->is_float, t->width,
                     out->data + from_top * (size_t)t->width * 3);
        }
    }
    free(rows);
    gl_bind_target(g, g->target);
    bool ok = glGetError() == GL_NO_ERROR;
    if (!ok)
        error_set(e, "The drawn picture cannot be read back from the graphics driver.");
    return ok;
}
