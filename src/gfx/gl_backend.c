#include "gfx/gl.h"

#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void gl_check(const char *where)
{
#ifndef NDEBUG
    GLenum code = glGetError();
    if (code != GL_NO_ERROR) {
        fprintf(stderr, "gfx: GL error 0x%04x in %s\n", code, where);
        assert(code == GL_NO_ERROR);
    }
#else
    (void)where;
#endif
}

// --- state

static gl_known *known_of(gfx *g)
{
    return &gl_of(g)->known;
}

// Brings GL to a stated beginning, whatever a window library left.
static void learn_state(gfx *g)
{
    gl_known *k = known_of(g);
    glDisable(GL_BLEND);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_DITHER);
    glEnable(GL_SCISSOR_TEST);
    if (!gl_of(g)->es)
        glDisable(GL_FRAMEBUFFER_SRGB);
    glFrontFace(GL_CCW);
    glCullFace(GL_BACK);
    glDepthFunc(GL_LESS);
    glDepthMask(GL_TRUE);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ZERO);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glUseProgram(0);
    glBindVertexArray(0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, 0);
    *k = (gl_known){.valid = true,
                    .depth_write = true,
                    .colour_write = true,
                    .cull_face = GL_BACK,
                    .depth_function = GL_LESS,
                    .blend_source = GL_ONE,
                    .blend_target = GL_ZERO};
}

static void set_flag(bool *known, bool wanted, GLenum capability)
{
    if (*known == wanted)
        return;
    *known = wanted;
    if (wanted)
        glEnable(capability);
    else
        glDisable(capability);
}

void gl_use_program(gfx *g, GLuint program)
{
    gl_known *k = known_of(g);
    if (k->program != program)
        glUseProgram(program);
    k->program = program;
}

void gl_bind_vertex_array(gfx *g, GLuint array)
{
    gl_known *k = known_of(g);
    if (k->vertex_array != array)
        glBindVertexArray(array);
    k->vertex_array = array;
}

void gl_bind_texture(gfx *g, GLuint texture)
{
    gl_known *k = known_of(g);
    if (k->texture != texture)
        glBindTexture(GL_TEXTURE_2D, texture);
    k->texture = texture;
}

static void set_blend_function(gl_known *k, GLenum source, GLenum target)
{
    if (k->blend_source != source || k->blend_target != target)
        glBlendFunc(source, target);
    k->blend_source = source;
    k->blend_target = target;
}

void gl_set_blend(gfx *g, gfx_blend blend)
{
    gl_known *k = known_of(g);
    set_flag(&k->blend, blend != GFX_OPAQUE, GL_BLEND);
    if (blend != GFX_OPAQUE)
        set_blend_function(k, GL_ONE, blend == GFX_ADD ? GL_ONE : GL_ONE_MINUS_SRC_ALPHA);
}

void gl_set_depth(gfx *g, gfx_depth depth, bool write)
{
    gl_known *k = known_of(g);
    // GL writes no depth while its test is off.
    set_flag(&k->depth_test, depth != GFX_DEPTH_OFF, GL_DEPTH_TEST);
    GLenum function = depth == GFX_DEPTH_LEQUAL ? GL_LEQUAL : GL_LESS;
    if (depth != GFX_DEPTH_OFF && k->depth_function != function) {
        glDepthFunc(function);
        k->depth_function = function;
    }
    if (k->depth_write != write)
        glDepthMask(write ? GL_TRUE : GL_FALSE);
    k->depth_write = write;
}

void gl_set_cull(gfx *g, gfx_cull cull)
{
    gl_known *k = known_of(g);
    set_flag(&k->cull, cull != GFX_CULL_NONE, GL_CULL_FACE);
    GLenum face = cull == GFX_CULL_FRONT ? GL_FRONT : GL_BACK;
    if (cull != GFX_CULL_NONE && k->cull_face != face) {
        glCullFace(face);
        k->cull_face = face;
    }
}

void gl_set_colour_write(gfx *g, bool write)
{
    gl_known *k = known_of(g);
    GLboolean on = write ? GL_TRUE : GL_FALSE;
    if (k->colour_write != write)
        glColorMask(on, on, on, on);
    k->colour_write = write;
}

void gl_set_viewport(gfx *g, rect r)
{
    int x0 = (int)floorf(r.x + 0.5f), x1 = (int)floorf(r.x + r.w + 0.5f);
    int y0 = (int)floorf(r.y + 0.5f), y1 = (int)floorf(r.y + r.h + 0.5f);
    int w = x1 > x0 ? x1 - x0 : 0, h = y1 > y0 ? y1 - y0 : 0;
    glViewport(x0, g->height - y1, w, h);
    glScissor(x0, g->height - y1, w, h);
}

void gl_bind_target(gfx *g, const gfx_target *t)
{
    (void)g;
    glBindFramebuffer(GL_FRAMEBUFFER, t ? t->framebuffer : 0);
}

// --- the backend

static void backend_begin(gfx *g)
{
    learn_state(g);
    gl_bind_target(g, g->target);
    gl_set_viewport(g, (rect){0.0f, 0.0f, (float)g->width, (float)g->height});
    gl_check("gfx_begin");
}

static void backend_viewport(gfx *g, rect r)
{
    gl_set_viewport(g, r);
}

static void backend_clear(gfx *g, colour c)
{
    gl_set_colour_write(g, true);
    gl_set_depth(g, GFX_DEPTH_OFF, true);
    glClearColor(c.r * c.a, c.g * c.a, c.b * c.a, c.a);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    gl_check("gfx_clear");
}

static void backend_draw(gfx *g, const gfx_draw_def *def)
{
    gl_use_program(g, def->shader->program);
    gl_shader_set_uniforms(def->shader, def->uniforms, def->uniform_count);
    gl_mesh_bind(g, def->mesh, def->shader, def->instances);
    gl_set_depth(g, def->depth, def->depth_write);
    gl_set_colour_write(g, def->colour_write);
    gl_set_blend(g, def->blend);
    gl_set_cull(g, def->cull);
    GLsizei indices = (GLsizei)def->mesh->index_count;
    if (def->instances)
        glDrawElementsInstanced(GL_TRIANGLES, indices, GL_UNSIGNED_INT, NULL, (GLsizei)def->instances->count);
    else
        glDrawElements(GL_TRIANGLES, indices, GL_UNSIGNED_INT, NULL);
    gl_check("gfx_draw");
}

static void backend_finish(gfx *g)
{
    (void)g;
    glFinish();
}

static void backend_destroy(gfx *g)
{
    gl_state *s = gl_of(g);
    if (!s)
        return;
    gfx_shader_destroy(g, s->copy);
    gfx_shader_destroy(g, s->smooth);
    gfx_target_destroy(g, s->smoothed);
    gl_quads_destroy(g);
    glDeleteBuffers(1, &s->instance_buffer);
    glDeleteVertexArrays(1, &s->empty_array);
    gl_check("gfx_destroy");
    free(s);
}

static const gfx_backend gl_backend = {
    .destroy = backend_destroy,
    .shader_create = gl_shader_create,
    .shader_destroy = gl_shader_destroy,
    .mesh_create = gl_mesh_create,
    .mesh_destroy = gl_mesh_destroy,
    .target_create = gl_target_create,
    .target_destroy = gl_target_destroy,
    .begin = backend_begin,
    .viewport = backend_viewport,
    .clear = backend_clear,
    .read = gl_target_read,
    .draw = backend_draw,
    .accumulate = gl_accumulate,
    .present = gl_present,
    .draw2d = gl_draw2d,
    .finish = backend_finish,
};

// Reads who draws and checks that it can do what is needed.
static bool ask_context(gfx *g, error *e)
{
    gl_state *s = gl_of(g);
    const char *version = (const char *)glGetString(GL_VERSION);
    const char *renderer = (const char *)glGetString(GL_RENDERER);
    if (!version || !renderer) {
        error_set(e, "There is no OpenGL context to draw with; update the graphics driver or install Mesa.");
        return false;
    }
    s->es = gl_api_is_es();
    int number = gl_api_version();
    snprintf(g->renderer, sizeof g->renderer, "%s", renderer);
    // GL writes "3.3 (Core Profile) Mesa 22.3.6" and "OpenGL ES 3.2 Mesa 22.3.6".
    if (s->es)
        snprintf(g->version, sizeof g->version, "%s", version);
    else
        snprintf(g->version, sizeof g->version, "OpenGL %s", version);
    if (number < (s->es ? 30 : 33)) {
        error_set(e, "The graphics driver offers %s only; OpenGL 3.3 or OpenGL ES 3.0 is needed.",
                  g->version);
        return false;
    }
    static const char *const software[] = {"llvmpipe",    "softpipe", "swrast",
                                           "SwiftShader", "Software", "SWR"};
    for (size_t i = 0; i < sizeof software / sizeof *software; i++)
        g->software = g->software || strstr(renderer, software[i]) != NULL;
    GLint size = 0, surface[2] = {0, 0};
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &size);
    glGetIntegerv(GL_MAX_VIEWPORT_DIMS, surface);
    s->texture_max = size;
    if (surface[0] < s->texture_max)
        s->texture_max = surface[0];
    if (surface[1] < s->texture_max)
        s->texture_max = surface[1];
    s->float_targets = !s->es || number >= 32 || gl_api_has("GL_EXT_color_buffer_float") ||
                       gl_api_has("GL_EXT_color_buffer_half_float");
    return true;
}

gfx *gfx_create(const gfx_def *def, error *e)
{
    gfx *g = calloc(1, sizeof *g);
    gl_state *s = calloc(1, sizeof *s);
    if (!g || !s) {
        error_set_memory(e, "drawing");
        free(g);
        free(s);
        return NULL;
    }
    g->backend = &gl_backend;
    g->state = s;
    g->def = *def;
    g->width = g->height = 1;
    if (!ask_context(g, e)) {
        free(s);
        free(g);
        return NULL;
    }
    learn_state(g);
    glGenVertexArrays(1, &s->empty_array);
    glGenBuffers(1, &s->instance_buffer);
    s->copy = gfx_shader_create(g, "copy", e);
    s->smooth = s->copy ? gfx_shader_create(g, "smooth", e) : NULL;
    if (!s->smooth || !gl_quads_create(g, e)) {
        gfx_destroy(g);
        return NULL;
    }
    gl_check("gfx_create");
    return g;
}
