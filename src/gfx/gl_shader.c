#include "gfx/gl.h"
#include "gfx/shader_source.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void explain_failure(const shader_source *source, const gfx_shader *s, GLuint object, error *e)
{
    char log[1024] = "", message[320];
    glGetShaderInfoLog(object, (GLsizei)sizeof log, NULL, log);
    shader_source_explain(source, log, message, sizeof message);
    error_set(e, "The shader \"%s\" does not compile: %s", s->name,
              message[0] ? message : "the driver gives no reason");
}

// 0 on failure.
static GLuint compile(gfx *g, const gfx_shader *s, GLenum stage, error *e)
{
    char file[GFX_NAME_MAX + 8];
    snprintf(file, sizeof file, "%s.%s", s->name, stage == GL_VERTEX_SHADER ? "vert" : "frag");
    shader_source source;
    if (!shader_source_load(&source, &g->def.shaders, file, gl_of(g)->es ? SHADER_ES300 : SHADER_GL330, e))
        return 0;
    GLuint object = glCreateShader(stage);
    const GLchar *text = source.text;
    GLint length = (GLint)source.length, ok = 0;
    glShaderSource(object, 1, &text, &length);
    glCompileShader(object);
    glGetShaderiv(object, GL_COMPILE_STATUS, &ok);
    if (!ok) {
        explain_failure(&source, s, object, e);
        glDeleteShader(object);
        object = 0;
    }
    shader_source_destroy(&source);
    return object;
}

static bool link_program(gfx_shader *s, GLuint vertex, GLuint fragment, error *e)
{
    s->program = glCreateProgram();
    glAttachShader(s->program, vertex);
    glAttachShader(s->program, fragment);
    glLinkProgram(s->program);
    GLint ok = 0;
    glGetProgramiv(s->program, GL_LINK_STATUS, &ok);
    if (!ok) {
        char log[512] = "";
        glGetProgramInfoLog(s->program, (GLsizei)sizeof log, NULL, log);
        error_set(e, "The shader \"%s\" does not link: %.*s", s->name, (int)strcspn(log, "\n"), log);
    }
    glDetachShader(s->program, vertex);
    glDetachShader(s->program, fragment);
    return ok != 0;
}

static void keep_uniform_type(shader_slot *slot, GLenum type)
{
    switch (type) {
    case GL_FLOAT:
        slot->kind = GFX_FLOAT;
        break;
    case GL_FLOAT_VEC2:
        slot->kind = GFX_VEC2;
        break;
    case GL_FLOAT_VEC3:
        slot->kind = GFX_VEC3;
        break;
    case GL_FLOAT_VEC4:
        slot->kind = GFX_VEC4;
        break;
    case GL_FLOAT_MAT4:
        slot->kind = GFX_MAT4;
        break;
    default:
        slot->sampler = true;
        break;
    }
}

// Lists the program's uniforms and attributes once, so that drawing asks GL nothing.
static bool list_slots(gfx_shader *s, error *e)
{
    GLint uniforms = 0, attributes = 0;
    glGetProgramiv(s->program, GL_ACTIVE_UNIFORMS, &uniforms);
    glGetProgramiv(s->program, GL_ACTIVE_ATTRIBUTES, &attributes);
    s->uniforms = calloc((size_t)uniforms + 1, sizeof *s->uniforms);
    s->attributes = calloc((size_t)attributes + 1, sizeof *s->attributes);
    if (!s->uniforms || !s->attributes) {
        error_set(e, "The shader \"%s\" does not fit into memory.", s->name);
        return false;
    }
    s->uniform_count = uniforms;
    s->attribute_count = attributes;
    for (GLint i = 0; i < uniforms; i++) {
        shader_slot *slot = &s->uniforms[i];
        GLenum type = GL_NONE;
        glGetActiveUniform(s->program, (GLuint)i, GFX_NAME_MAX, NULL, &slot->size, &type, slot->name);
        slot->location = glGetUniformLocation(s->program, slot->name);
        keep_uniform_type(slot, type);
        char *bracket = strchr(slot->name, '[');
        if (bracket)
            *bracket = '\0';
    }
    for (GLint i = 0; i < attributes; i++) {
        shader_slot *slot = &s->attributes[i];
        GLenum type = GL_NONE;
        glGetActiveAttrib(s->program, (GLuint)i, GFX_NAME_MAX, NULL, &slot->size, &type, slot->name);
        slot->location = glGetAttribLocation(s->program, slot->name);
    }
    return true;
}

bool gl_shader_create(gfx *g, gfx_shader *s, error *e)
{
    GLuint vertex = compile(g, s, GL_VERTEX_SHADER, e);
    GLuint fragment = vertex ? compile(g, s, GL_FRAGMENT_SHADER, e) : 0;
    bool ok = fragment && link_program(s, vertex, fragment, e) && list_slots(s, e);
    if (vertex)
        glDeleteShader(vertex);
    if (fragment)
        glDeleteShader(fragment);
    gl_check("gfx_shader_create");
    return ok;
}

void gl_shader_destroy(gfx *g, gfx_shader *s)
{
    if (!s->program)
        return;
    if (gl_of(g)->known.program == s->program)
        gl_use_program(g, 0);
    glDeleteProgram(s->program);
}

int gl_shader_uniform(const gfx_shader *s, const char *name)
{
    for (int i = 0; i < s->uniform_count; i++)
        if (strcmp(s->uniforms[i].name, name) == 0)
            return s->uniforms[i].location;
    return -1;
}

static void set_uniform(const shader_slot *slot, const gfx_uniform *u)
{
    GLsizei count = u->count < slot->size ? u->count : slot->size;
    switch (u->kind) {
    case GFX_FLOAT:
        glUniform1fv(slot->location, count, u->values);
        break;
    case GFX_VEC2:
        glUniform2fv(slot->location, count, u->values);
        break;
    case GFX_VEC3:
        glUniform3fv(slot->location, count, u->values);
        break;
    case GFX_VEC4:
        glUniform4fv(slot->location, count, u->values);
        break;
    case GFX_MAT4:
        glUniformMatrix4fv(slot->location, count, GL_FALSE, u->values);
        break;
    }
}

void gl_shader_set_uniforms(const gfx_shader *s, const gfx_uniform *uniforms, int count)
{
    for (int i = 0; i < count; i++) {
        // A uniform that the compiler found unused is not listed: nothing to set then.
        for (int k = 0; k < s->uniform_count; k++) {
            const shader_slot *slot = &s->uniforms[k];
            if (slot->sampler || strcmp(slot->name, uniforms[i].name) != 0)
                continue;
            assert(slot->kind == uniforms[i].kind);
            set_uniform(slot, &uniforms[i]);
            break;
        }
    }
}
