// The GL backend's own state, shared by the gl_*.c files. Needs a current context throughout.
#ifndef NEUROTIDE_GFX_GL_H
#define NEUROTIDE_GFX_GL_H

#include "gfx/gl_api.h"
#include "gfx/internal.h"
#include "gfx/quads.h"
#include "gfx/text_atlas.h"

// What GL is known to hold now; forgotten at gfx_begin() because windows may change it in between.
typedef struct gl_known {
    bool valid;
    bool blend, cull, depth_test, depth_write, colour_write;
    GLenum cull_face, depth_function, blend_source, blend_target;
    GLuint program, vertex_array, texture;
} gl_known;

typedef struct gl_state {
    bool es;
    int texture_max;    // px, largest side of a texture
    bool float_targets; // RGBA16F can be drawn to
    gl_known known;
    GLuint empty_array; // vertex array without attributes, for whole-surface passes
    gfx_shader *copy, *smooth;
    gfx_target *smoothed; // the last smoothed picture's pixels, when it had to be enlarged or blended
    gfx_shader *quad_programs[QUAD_PROGRAM_COUNT];
    GLuint quad_array, quad_buffer;
    GLuint instance_buffer; // holds the instances of one draw
    quad_list quads;
    text_atlas atlas;
    GLuint pages[TEXT_PAGES_MAX]; // textures of the atlas
} gl_state;

static inline gl_state *gl_of(const gfx *g)
{
    return g->state;
}

// In debug builds: stops the program when GL has an error waiting.
void gl_check(const char *where);

bool gl_shader_create(gfx *g, gfx_shader *s, error *e);
void gl_shader_destroy(gfx *g, gfx_shader *s);
// The place of a uniform, -1 when the shader does not use it.
int gl_shader_uniform(const gfx_shader *s, const char *name);
void gl_shader_set_uniforms(const gfx_shader *s, const gfx_uniform *uniforms, int count);

bool gl_mesh_create(gfx *g, gfx_mesh *m, const gfx_mesh_def *def, error *e);
void gl_mesh_destroy(gfx *g, gfx_mesh *m);
// Binds the mesh's vertex array, its attributes laid out for the shader. `instances` may be NULL; they are
// brought to the GPU for this draw.
void gl_mesh_bind(gfx *g, const gfx_mesh *m, const gfx_shader *s, const gfx_instances *instances);

bool gl_target_create(gfx *g, gfx_target *t, error *e);
void gl_target_destroy(gfx *g, gfx_target *t);
bool gl_target_read(gfx *g, gfx_target *t, image *out, error *e);

void gl_accumulate(gfx *g, gfx_target *sum, const gfx_target *sample, int index);
void gl_present(gfx *g, const gfx_target *source, rect part, rect where, gfx_filter filter, float opacity);

bool gl_quads_create(gfx *g, error *e);
void gl_quads_destroy(gfx *g);
void gl_draw2d(gfx *g, const draw2d *list, int width, int height);

// State, each a no-operation when GL already holds it.
void gl_use_program(gfx *g, GLuint program);
void gl_bind_vertex_array(gfx *g, GLuint array);
void gl_bind_texture(gfx *g, GLuint texture);
void gl_set_blend(gfx *g, gfx_blend blend);
void gl_set_depth(gfx *g, gfx_depth depth, bool write);
void gl_set_cull(gfx *g, gfx_cull cull);
void gl_set_colour_write(gfx *g, bool write);
// Viewport and scissor, top-left origin.
void gl_set_viewport(gfx *g, rect r);
void gl_bind_target(gfx *g, const gfx_target *t);

#endif
