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
    gl_set_blend(g, GFX_BLEND);
    glBlendColor(0.0f, 0.0f, 0.0f, 1.0f / (float)(index + 1));
    glBlendFunc(GL_CONSTANT_ALPHA, GL_ONE_MINUS_CONSTANT_ALPHA);
    draw_surface(g, s->copy, sample);
    glBlendFunc(s->known.blend_source, s->known.blend_target);
    gl_bind_target(g, g->target);
    gl_set_viewport(g, (rect){0.0f, 0.0f, (float)g->width, (float)g->height});
    gl_check("gfx_accumulate");
}

void gl_present(gfx *g, const gfx_target *source, rect where, gfx_filter filter, float opacity)
{
    gl_state *s = gl_of(g);
    const gfx_shader *shader = filter == GFX_FILTER_SMOOTH ? s->smooth : s->copy;
    gl_set_viewport(g, where);
    gl_use_program(g, shader->program);
    glUniform1f(gl_shader_uniform(shader, "u_opacity"), opacity);
    if (filter == GFX_FILTER_SMOOTH)
        glUniform2f(gl_shader_uniform(shader, "u_texel"), 1.0f / (float)source->width,
                    1.0f / (float)source->height);
    gl_set_blend(g, opacity < 1.0f ? GFX_BLEND : GFX_OPAQUE);
    draw_surface(g, shader, source);
    gl_set_viewport(g, (rect){0.0f, 0.0f, (float)g->width, (float)g->height});
    gl_check("gfx_present");
}
