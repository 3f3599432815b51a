// Passes over a whole picture.
#include "gfx/gl.h"

// A triangle over the viewport without vertex data; the shader (shaders/surface.glsl) knows its corners.
static void draw_surface(gfx *g, const gfx_shader *shader, const gfx_target *source)
{
    gl_set_depth(g, GFX_DEPTH_OFF, true);
    gl_set_cull(g, GFX_CULL_NONE);
    gl_set_colour_write(g, true);
    gl_bind_texture(g, source->colour);
    gl_bind_vertex_array(g, gl_of(g)->empty_array);
    glUniform1i(gl_shader_uniform(shader, "u_source"), 0);
    glDrawArrays(GL_TRIANGLES, 0, 3);
    g->stats.draws++;
}

void gl_accumulate(gfx *g, gfx_target *sum, const gfx_target *sample, int index)
{
    gl_state *s = gl_of(g);
    gl_bind_target(g, sum);
    glViewport(0, 0, sum->width, sum->height);
    glScissor(0, 0, sum->width, sum->height);
    gl_use_program(g, s->copy->program);
    glUniform1f(gl_shader_uniform(s->copy, "u_opacity"), 1.0f);
    glUniform4f(gl_shader_uniform(s->copy, "u_part"), 0.0f, 0.0f, 1.0f, 1.0f);
    gl_set_blend(g, GFX_BLEND);
    glBlendColor(0.0f, 0.0f, 0.0f, 1.0f / (float)(index + 1));
    glBlendFunc(GL_CONSTANT_ALPHA, GL_ONE_MINUS_CONSTANT_ALPHA);
    draw_surface(g, s->copy, sample);
    glBlendFunc(s->known.blend_source, s->known.blend_target);
    gl_bind_target(g, g->target);
    gl_set_viewport(g, (rect){0.0f, 0.0f, (float)g->width, (float)g->height});
    gl_check("gfx_accumulate");
}

enum { SMOOTH_ROUNDS = 10 };

static void draw_copy(gfx *g, const gfx_target *source, rect part, rect where, float opacity)
{
    const gfx_shader *copy = gl_of(g)->copy;
    gl_set_viewport(g, where);
    gl_use_program(g, copy->program);
    glUniform1f(gl_shader_uniform(copy, "u_opacity"), opacity);
    glUniform4f(gl_shader_uniform(copy, "u_part"), part.x, 1.0f - part.y - part.h, part.w, part.h);
    gl_set_blend(g, opacity < 1.0f ? GFX_BLEND : GFX_OPAQUE);
    draw_surface(g, copy, source);
}

// Pixel by pixel, over the whole of the bound surface.
static void draw_smooth(gfx *g, const gfx_target *source)
{
    const gfx_shader *smooth = gl_of(g)->smooth;
    gl_use_program(g, smooth->program);
    glUniform1i(gl_shader_uniform(smooth, "u_rounds"), SMOOTH_ROUNDS);
    gl_set_blend(g, GFX_OPAQUE);
    draw_surface(g, smooth, source);
}

// A target of the source's size, kept for the next frame; NULL when it cannot be had.
static gfx_target *smoothed_target(gfx *g, const gfx_target *source)
{
    gl_state *s = gl_of(g);
    if (s->smoothed && (s->smoothed->width != source->width || s->smoothed->height != source->height)) {
        gfx_target_destroy(g, s->smoothed);
        s->smoothed = NULL;
    }
    if (!s->smoothed) {
        gfx_target_def def = {.label = "smoothed", .width = source->width, .height = source->height};
        s->smoothed = gfx_target_create(g, &def, NULL);
    }
    return s->smoothed;
}

// Edges are found in the source's own pixels, where they are a step wide; only then is the picture enlarged.
void gl_present(gfx *g, const gfx_target *source, rect part, rect where, gfx_filter filter, float opacity)
{
    rect surface = {0.0f, 0.0f, (float)g->width, (float)g->height};
    bool whole = part.x == 0.0f && part.y == 0.0f && part.w == 1.0f && part.h == 1.0f;
    bool same = whole && where.x == 0.0f && where.y == 0.0f && where.w == surface.w && where.h == surface.h &&
                source->width == g->width && source->height == g->height;
    gfx_target *smoothed = NULL;
    if (filter == GFX_FILTER_SMOOTH && same && opacity >= 1.0f) {
        gl_set_viewport(g, surface);
        draw_smooth(g, source);
    } else {
        if (filter == GFX_FILTER_SMOOTH)
            smoothed = smoothed_target(g, source);
        if (smoothed) {
            gl_bind_target(g, smoothed);
            glViewport(0, 0, smoothed->width, smoothed->height);
            glScissor(0, 0, smoothed->width, smoothed->height);
            draw_smooth(g, source);
            gl_bind_target(g, g->target);
        }
        draw_copy(g, smoothed ? smoothed : source, part, where, opacity);
    }
    gl_set_viewport(g, surface);
    gl_check("gfx_present");
}
