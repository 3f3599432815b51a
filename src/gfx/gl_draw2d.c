#include "gfx/gl.h"

#include <assert.h>
#include <stddef.h>

// --- pages of text

static bool page_create(void *ctx, int index, int width, int height)
{
    gfx *g = ctx;
    GLuint *page = &gl_of(g)->pages[index];
    glGenTextures(1, page);
    gl_bind_texture(g, *page);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, NULL);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    if (glGetError() == GL_NO_ERROR)
        return true;
    gl_bind_texture(g, 0);
    glDeleteTextures(1, page);
    return false;
}

static void page_destroy(void *ctx, int index)
{
    gfx *g = ctx;
    gl_bind_texture(g, 0);
    glDeleteTextures(1, &gl_of(g)->pages[index]);
}

static void page_upload(void *ctx, int index, int x, int y, const image *coverage)
{
    gfx *g = ctx;
    gl_bind_texture(g, gl_of(g)->pages[index]);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, coverage->width, coverage->height, GL_RED, GL_UNSIGNED_BYTE,
                    coverage->data);
}

// --- quads

static void lay_out_quads(gfx *g)
{
    static const size_t floats[4] = {offsetof(quad, rect), offsetof(quad, p), offsetof(quad, q),
                                     offsetof(quad, s)};
    static const size_t colours[2] = {offsetof(quad, fill), offsetof(quad, line)};
    gl_bind_vertex_array(g, gl_of(g)->quad_array);
    glBindBuffer(GL_ARRAY_BUFFER, gl_of(g)->quad_buffer);
    for (GLuint i = 0; i < 6; i++) {
        glEnableVertexAttribArray(i);
        glVertexAttribDivisor(i, 1);
        if (i < 4)
            glVertexAttribPointer(i, 4, GL_FLOAT, GL_FALSE, sizeof(quad), (const void *)floats[i]);
        else
            glVertexAttribPointer(i, 4, GL_UNSIGNED_SHORT, GL_TRUE, sizeof(quad),
                                  (const void *)colours[i - 4]);
    }
    gl_bind_vertex_array(g, 0);
}

bool gl_quads_create(gfx *g, error *e)
{
    static const char *const names[QUAD_PROGRAM_COUNT] = {"fill", "shape", "text"};
    gl_state *s = gl_of(g);
    for (int i = 0; i < QUAD_PROGRAM_COUNT; i++) {
        s->quad_programs[i] = gfx_shader_create(g, names[i], e);
        if (!s->quad_programs[i])
            return false;
    }
    glGenVertexArrays(1, &s->quad_array);
    glGenBuffers(1, &s->quad_buffer);
    lay_out_quads(g);
    text_pages textures = {g, page_create, page_destroy, page_upload};
    if (!text_atlas_create(&s->atlas, &g->def.text, &textures, s->texture_max)) {
        error_set_memory(e, "drawing text");
        return false;
    }
    return true;
}

void gl_quads_destroy(gfx *g)
{
    gl_state *s = gl_of(g);
    for (int i = 0; i < QUAD_PROGRAM_COUNT; i++)
        gfx_shader_destroy(g, s->quad_programs[i]);
    text_atlas_destroy(&s->atlas);
    quad_list_destroy(&s->quads);
    gl_bind_vertex_array(g, 0);
    glDeleteVertexArrays(1, &s->quad_array);
    glDeleteBuffers(1, &s->quad_buffer);
}

static void draw_batches(gfx *g, int width, int height)
{
    gl_state *s = gl_of(g);
    if (!quad_list_sort(&s->quads))
        return;
    glBindBuffer(GL_ARRAY_BUFFER, s->quad_buffer);
    gl_bind_vertex_array(g, s->quad_array);
    for (size_t i = 0; i < s->quads.batch_count; i++) {
        const quad_batch *b = &s->quads.batches[i];
        const gfx_shader *shader = s->quad_programs[b->program];
        gl_use_program(g, shader->program);
        glUniform2f(gl_shader_uniform(shader, "u_surface"), (float)width, (float)height);
        if (b->program == QUAD_TEXT) {
            gl_bind_texture(g, s->pages[b->page]);
            glUniform1i(gl_shader_uniform(shader, "u_page"), 0);
        }
        // GL 3.3 and ES 3.0 have no first instance. A new store for each batch, rather than attributes
        // pointed elsewhere: the layout stays the same, and with it what the driver compiled for it.
        glBufferData(GL_ARRAY_BUFFER, (GLsizeiptr)(b->count * sizeof(quad)), s->quads.sorted + b->first,
                     GL_STREAM_DRAW);
        glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, (GLsizei)b->count);
        g->stats.draws++;
        g->stats.quads += (int)b->count;
    }
}

void gl_draw2d(gfx *g, const draw2d *list, int width, int height)
{
    gl_state *s = gl_of(g);
    gl_set_viewport(g, (rect){0.0f, 0.0f, (float)width, (float)height});
    gl_set_depth(g, GFX_DEPTH_OFF, true);
    gl_set_cull(g, GFX_CULL_NONE);
    gl_set_colour_write(g, true);
    gl_set_blend(g, GFX_BLEND);
    quad_list_begin(&s->quads, width, height);
    for (size_t i = 0; i < list->count; i++) {
        if (quad_list_add(&s->quads, list, i, &s->atlas))
            continue;
        draw_batches(g, width, height);
        text_atlas_reset(&s->atlas);
        quad_list_begin(&s->quads, width, height);
        bool added = quad_list_add(&s->quads, list, i, &s->atlas);
        assert(added);
        (void)added;
    }
    draw_batches(g, width, height);
    gl_check("gfx_draw2d");
}
