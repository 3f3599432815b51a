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
    glGenBuffers(1, &m->vertex_buffer);
    glGenBuffers(1, &m->index_buffer);
    glBindBuffer(GL_ARRAY_BUFFER, m->vertex_buffer);
    glBufferData(GL_ARRAY_BUFFER, (GLsizeiptr)vertex_total, def->vertices, GL_STATIC_DRAW);
    // An index buffer is bound to a vertex array, and the mesh has none yet.
    gl_bind_vertex_array(g, gl_of(g)->empty_array);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m->index_buffer);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, (GLsizeiptr)index_total, def->indices, GL_STATIC_DRAW);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, 0);
    if (glGetError() == GL_OUT_OF_MEMORY) {
        error_set(e, "The mesh \"%s\" does not fit into the graphics memory.", m->label);
        return false;
    }
    return true;
}

void gl_mesh_destroy(gfx *g, gfx_mesh *m)
{
    gl_bind_vertex_array(g, 0);
    for (int i = 0; i < GFX_LAYOUTS_MAX; i++)
        glDeleteVertexArrays(1, &m->layouts[i].vertex_array);
    glDeleteBuffers(1, &m->vertex_buffer);
    glDeleteBuffers(1, &m->index_buffer);
    gl_check("gfx_mesh_destroy");
}

static int location_of(const gfx_shader *s, const char *name)
{
    for (int i = 0; i < s->attribute_count; i++)
        if (strcmp(s->attributes[i].name, name) == 0)
            return s->attributes[i].location;
    return -1;
}

// Attributes of the bound array buffer; `divisor` 1 moves on with the instance instead of the vertex.
static void lay_out(const gfx_shader *s, const gfx_attribute *attributes, int count, size_t stride,
                    GLuint divisor)
{
    static const GLenum types[] = {GL_FLOAT, GL_UNSIGNED_SHORT, GL_UNSIGNED_BYTE, GL_BYTE};
    for (int i = 0; i < count; i++) {
        const gfx_attribute *a = &attributes[i];
        int location = location_of(s, a->name);
        if (location < 0)
            continue;
        glEnableVertexAttribArray((GLuint)location);
        glVertexAttribPointer((GLuint)location, a->components, types[a->type],
                              a->normalised ? GL_TRUE : GL_FALSE, (GLsizei)stride,
                              (const void *)(uintptr_t)a->offset);
        glVertexAttribDivisor((GLuint)location, divisor);
    }
}

// The mesh's layout for the shader, made at the first draw.
static gfx_layout *layout_of(gfx *g, gfx_mesh *m, const gfx_shader *s)
{
    for (int i = 0; i < GFX_LAYOUTS_MAX; i++)
        if (m->layouts[i].shader == s->serial)
            return &m->layouts[i];
    gfx_layout *l = &m->layouts[m->layout_next++ % GFX_LAYOUTS_MAX];
    gl_bind_vertex_array(g, 0);
    glDeleteVertexArrays(1, &l->vertex_array);
    *l = (gfx_layout){.shader = s->serial};
    glGenVertexArrays(1, &l->vertex_array);
    gl_bind_vertex_array(g, l->vertex_array);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m->index_buffer);
    glBindBuffer(GL_ARRAY_BUFFER, m->vertex_buffer);
    lay_out(s, m->attributes, m->attribute_count, m->vertex_bytes, 0);
    return l;
}

void gl_mesh_bind(gfx *g, const gfx_mesh *m, const gfx_shader *s, const gfx_instances *instances)
{
    // Layouts are a memory of what was drawn, not a property of the mesh that callers hold const.
    gfx_layout *l = layout_of(g, (gfx_mesh *)(uintptr_t)m, s);
    gl_bind_vertex_array(g, l->vertex_array);
    if (!instances)
        return;
    // A new store for every draw: the driver need not wait until the last one's instances are drawn.
    glBindBuffer(GL_ARRAY_BUFFER, gl_of(g)->instance_buffer);
    glBufferData(GL_ARRAY_BUFFER, (GLsizeiptr)(instances->count * instances->bytes), instances->data,
                 GL_STREAM_DRAW);
    if (l->instance_bytes != instances->bytes)
        lay_out(s, instances->attributes, instances->attribute_count, instances->bytes, 1);
    l->instance_bytes = instances->bytes;
}
