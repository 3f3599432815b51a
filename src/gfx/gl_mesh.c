#include "gfx/gl.h"

#include <stdint.h>
#include <string.h>

bool gl_mesh_create(gfx *g, gfx_mesh *m, const gfx_mesh_def *def, error *e)
{
    size_t vertex_total = def->vertex_count * def->vertex_bytes;
    size_t index_total = def->index_count * sizeof *def->indices;
    if (def->vertex_count == 0 || def->index_count == 0 || def->index_count > INT32_MAX ||
        vertex_total / def->vertex_bytes != def->vertex_count || vertex_total > PTRDIFF_MAX) {
        error_set(e, "The mesh \"%s\" is empty or too large to be drawn.", m->label);
        return false;
    }
    glGenVertexArrays(1, &m->vertex_array);
    glGenBuffers(1, &m->vertex_buffer);
    glGenBuffers(1, &m->index_buffer);
    gl_bind_vertex_array(g, m->vertex_array);
    glBindBuffer(GL_ARRAY_BUFFER, m->vertex_buffer);
    glBufferData(GL_ARRAY_BUFFER, (GLsizeiptr)vertex_total, def->vertices, GL_STATIC_DRAW);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m->index_buffer);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, (GLsizeiptr)index_total, def->indices, GL_STATIC_DRAW);
    gl_bind_vertex_array(g, 0);
    if (glGetError() == GL_OUT_OF_MEMORY) {
        error_set(e, "The mesh \"%s\" does not fit into the graphics memory.", m->label);
        return false;
    }
    return true;
}

void gl_mesh_destroy(gfx *g, gfx_mesh *m)
{
    if (gl_of(g)->known.vertex_array == m->vertex_array)
        gl_bind_vertex_array(g, 0);
    glDeleteVertexArrays(1, &m->vertex_array);
    glDeleteBuffers(1, &m->vertex_buffer);
    glDeleteBuffers(1, &m->index_buffer);
    gl_check("gfx_mesh_destroy");
}

static void lay_out(const gfx_mesh *m, const gfx_shader *s)
{
    static const GLenum types[] = {GL_FLOAT, GL_UNSIGNED_SHORT, GL_UNSIGNED_BYTE, GL_BYTE};
    glBindBuffer(GL_ARRAY_BUFFER, m->vertex_buffer);
    for (GLuint i = 0; i < 2 * GFX_ATTRIBUTES_MAX; i++)
        glDisableVertexAttribArray(i);
    for (int i = 0; i < m->attribute_count; i++) {
        const gfx_attribute *a = &m->attributes[i];
        for (int k = 0; k < s->attribute_count; k++) {
            if (s->attributes[k].location < 0 || strcmp(s->attributes[k].name, a->name) != 0)
                continue;
            GLuint location = (GLuint)s->attributes[k].location;
            glEnableVertexAttribArray(location);
            glVertexAttribPointer(location, a->components, types[a->type], a->normalised ? GL_TRUE : GL_FALSE,
                                  (GLsizei)m->vertex_bytes, (const void *)(uintptr_t)a->offset);
            break;
        }
    }
}

void gl_mesh_bind(gfx *g, const gfx_mesh *m, const gfx_shader *s)
{
    gl_bind_vertex_array(g, m->vertex_array);
    if (m->laid_out_for == s->serial)
        return;
    lay_out(m, s);
    // The layout is a memory of the vertex array, not a property of the mesh that callers hold const.
    ((gfx_mesh *)(uintptr_t)m)->laid_out_for = s->serial;
}
