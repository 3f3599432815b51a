#include "gfx/internal.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

void gfx_copy_name(char out[GFX_NAME_MAX], const char *name)
{
    snprintf(out, GFX_NAME_MAX, "%s", name ? name : "unnamed");
}

void gfx_destroy(gfx *g)
{
    if (!g)
        return;
    g->backend->destroy(g);
    free(g);
}

const char *gfx_renderer(const gfx *g)
{
    return g->renderer;
}

const char *gfx_version(const gfx *g)
{
    return g->version;
}

bool gfx_is_software(const gfx *g)
{
    return g->software;
}

gfx_shader *gfx_shader_create(gfx *g, const char *name, error *e)
{
    gfx_shader *s = calloc(1, sizeof *s);
    if (!s) {
        error_set(e, "The shader \"%s\" does not fit into memory.", name);
        return NULL;
    }
    gfx_copy_name(s->name, name);
    s->serial = ++g->shaders_made;
    if (!g->backend->shader_create(g, s, e)) {
        gfx_shader_destroy(g, s);
        return NULL;
    }
    return s;
}

void gfx_shader_destroy(gfx *g, gfx_shader *s)
{
    if (!s)
        return;
    g->backend->shader_destroy(g, s);
    free(s->uniforms);
    free(s->attributes);
    free(s);
}

gfx_mesh *gfx_mesh_create(gfx *g, const gfx_mesh_def *def, error *e)
{
    assert(def->attribute_count >= 0 && def->attribute_count <= GFX_ATTRIBUTES_MAX);
    gfx_mesh *m = calloc(1, sizeof *m);
    if (!m) {
        error_set(e, "The mesh \"%s\" does not fit into memory.", def->label ? def->label : "unnamed");
        return NULL;
    }
    gfx_copy_name(m->label, def->label);
    m->vertex_bytes = def->vertex_bytes;
    m->vertex_count = def->vertex_count;
    m->index_count = def->index_count;
    m->attribute_count = def->attribute_count;
    for (int i = 0; i < def->attribute_count; i++) {
        m->attributes[i] = def->attributes[i];
        gfx_copy_name(m->names[i], def->attributes[i].name);
        m->attributes[i].name = m->names[i];
    }
    if (!g->backend->mesh_create(g, m, def, e)) {
        gfx_mesh_destroy(g, m);
        return NULL;
    }
    return m;
}

void gfx_mesh_destroy(gfx *g, gfx_mesh *m)
{
    if (!m)
        return;
    g->backend->mesh_destroy(g, m);
    free(m);
}

gfx_draw_def gfx_draw_default(const gfx_shader *s, const gfx_mesh *m)
{
    return (gfx_draw_def){.shader = s,
                          .mesh = m,
                          .depth = GFX_DEPTH_LESS,
                          .depth_write = true,
                          .colour_write = true,
                          .blend = GFX_OPAQUE,
                          .cull = GFX_CULL_BACK};
}

void gfx_draw(gfx *g, const gfx_draw_def *def)
{
    assert(def->shader && def->mesh);
    assert(!def->instances || def->instances->attribute_count <= GFX_INSTANCE_ATTRIBUTES);
    size_t times = def->instances ? def->instances->count : 1;
    if (times == 0)
        return;
    g->stats.draws++;
    g->stats.triangles += (int)(times * def->mesh->index_count / 3);
    g->backend->draw(g, def);
}

gfx_target *gfx_target_create(gfx *g, const gfx_target_def *def, error *e)
{
    if (def->width < 1 || def->height < 1) {
        error_set(e, "A picture of %d x %d pixels cannot be drawn: both sides must be at least 1.",
                  def->width, def->height);
        return NULL;
    }
    gfx_target *t = calloc(1, sizeof *t);
    if (!t) {
        error_set(e, "A picture of %d x %d pixels does not fit into memory.", def->width, def->height);
        return NULL;
    }
    gfx_copy_name(t->label, def->label);
    t->width = def->width;
    t->height = def->height;
    t->depth = def->depth;
    t->precise = def->precise;
    if (!g->backend->target_create(g, t, e)) {
        gfx_target_destroy(g, t);
        return NULL;
    }
    return t;
}

void gfx_target_destroy(gfx *g, gfx_target *t)
{
    if (!t)
        return;
    g->backend->target_destroy(g, t);
    if (g->target == t)
        g->target = NULL;
    free(t);
}

void gfx_target_size(const gfx_target *t, int *width, int *height)
{
    *width = t->width;
    *height = t->height;
}

void gfx_begin(gfx *g, gfx_target *t, int window_width, int window_height)
{
    g->target = t;
    g->width = t ? t->width : (window_width > 1 ? window_width : 1);
    g->height = t ? t->height : (window_height > 1 ? window_height : 1);
    g->backend->begin(g);
}

void gfx_viewport(gfx *g, rect r)
{
    g->backend->viewport(g, r);
}

void gfx_clear(gfx *g, colour c)
{
    g->backend->clear(g, c);
}

bool gfx_read(gfx *g, gfx_target *t, image *out, error *e)
{
    if (!image_create(out, t->width, t->height, 3)) {
        error_set(e, "The picture of %d x %d pixels does not fit into memory.", t->width, t->height);
        return false;
    }
    if (!g->backend->read(g, t, out, e)) {
        image_destroy(out);
        return false;
    }
    return true;
}

void gfx_accumulate(gfx *g, gfx_target *sum, const gfx_target *sample, int index)
{
    assert(sum->width == sample->width && sum->height == sample->height && index >= 0);
    g->backend->accumulate(g, sum, sample, index);
}

void gfx_present(gfx *g, const gfx_target *source, rect where, gfx_filter filter, float opacity)
{
    gfx_present_part(g, source, (rect){0.0f, 0.0f, 1.0f, 1.0f}, where, filter, opacity);
}

void gfx_present_part(gfx *g, const gfx_target *source, rect part, rect where, gfx_filter filter,
                      float opacity)
{
    if (opacity > 0.0f && where.w > 0.0f && where.h > 0.0f)
        g->backend->present(g, source, part, where, filter, opacity < 1.0f ? opacity : 1.0f);
}

void gfx_draw2d(gfx *g, const draw2d *list, int width, int height)
{
    if (width > 0 && height > 0)
        g->backend->draw2d(g, list, width, height);
}

void gfx_stats_reset(gfx *g)
{
    g->stats = (gfx_stats){0};
}

gfx_stats gfx_stats_get(const gfx *g)
{
    return g->stats;
}

void gfx_finish(gfx *g)
{
    g->backend->finish(g);
}

void gfx_relieve(gfx *g)
{
    if (gfx_is_software(g))
        g->backend->finish(g);
}
