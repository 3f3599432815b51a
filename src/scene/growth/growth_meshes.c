#include "scene/growth/growth_meshes.h"

#include "base/ease.h"
#include "scene/growth/growth_scene.h"
#include "scene/growth/growth_spine.h"

#include <math.h>

static const char *const shader_names[GROWTH_SHADERS] = {"brain_stage", "growth_shaft", "growth_spine",
                                                         "growth_fibre", "growth_ring"};

// Finest first: for resting pictures and real GPUs, and two for software GL while things move.
typedef struct fineness {
    int shaft_rings, shaft_sides, fibre_rings, fibre_sides, spine_rings, spine_sides;
} fineness;
static const fineness lods[GROWTH_LODS] = {
    {220, 28, 130, 12, 26, 18}, {120, 16, 72, 8, 14, 9}, {64, 9, 40, 5, 9, 6}};

static gfx_mesh *tube_to_gpu(gfx *g, const char *label, const tube_mesh *m, error *e)
{
    gfx_mesh_def d = {.label = label,
                      .vertices = m->vertices,
                      .vertex_count = m->vertex_count,
                      .vertex_bytes = sizeof *m->vertices,
                      .attributes = {{"a_position", GFX_F32, 3, false, offsetof(tube_vertex, position)},
                                     {"a_normal", GFX_F32, 3, false, offsetof(tube_vertex, normal)},
                                     {"a_open", GFX_F32, 1, false, offsetof(tube_vertex, tag)}},
                      .attribute_count = 3,
                      .indices = m->indices,
                      .index_count = m->index_count};
    return gfx_mesh_create(g, &d, e);
}

// How far a place is from a tube's skin, um; 0 within.
static float distance_from(const tube_curve *c, const float at[3])
{
    float least = INFINITY;
    for (int i = 0; i < TUBE_SAMPLES; i++) {
        const float *p = c->at[i];
        float d = sqrtf((at[0] - p[0]) * (at[0] - p[0]) + (at[1] - p[1]) * (at[1] - p[1]) +
                        (at[2] - p[2]) * (at[2] - p[2]));
        least = fminf(least, d - c->radius[i]);
    }
    return fmaxf(least, 0.0f);
}

// Tags each vertex with how open it lies: less light reaches the corner of a fork.
static void shade_fork(tube_mesh *m, const tube_curve curves[GROWTH_SHAFTS])
{
    for (size_t i = 0; i < m->vertex_count; i++) {
        tube_vertex *v = &m->vertices[i];
        float off = distance_from(&curves[v->tag < 0.5f ? 1 : 0], v->position);
        v->tag = (float)ease_in_out((double)off / 1.3);
    }
}

static gfx_mesh *tubes(gfx *g, const char *label, const tube_curve *curves, bool forked, int count, int rings,
                       int sides, error *e)
{
    tube_mesh m = {0};
    gfx_mesh *mesh = NULL;
    bool ok = true;
    for (int i = 0; i < count; i++)
        ok = ok && tube_mesh_add(&m, &(tube_def){&curves[i], rings, sides, (float)i});
    if (ok && forked)
        shade_fork(&m, curves);
    if (ok)
        mesh = tube_to_gpu(g, label, &m, e);
    else
        error_set_memory(e, "the dendrite");
    tube_mesh_free(&m);
    return mesh;
}

static gfx_mesh *spine_mesh(gfx *g, const fineness *f, error *e)
{
    growth_spine_mesh m;
    if (!growth_spine_make(&m, f->spine_rings, f->spine_sides)) {
        error_set_memory(e, "the spines");
        return NULL;
    }
    gfx_mesh_def d = {
        .label = "spine",
        .vertices = m.vertices,
        .vertex_count = m.vertex_count,
        .vertex_bytes = sizeof *m.vertices,
        .attributes = {{"a_mushroom", GFX_F32, 4, false, offsetof(growth_spine_vertex, mushroom)},
                       {"a_thin", GFX_F32, 4, false, offsetof(growth_spine_vertex, thin)},
                       {"a_around", GFX_F32, 2, false, offsetof(growth_spine_vertex, around)}},
        .attribute_count = 3,
        .indices = m.indices,
        .index_count = m.index_count};
    gfx_mesh *mesh = gfx_mesh_create(g, &d, e);
    growth_spine_free(&m);
    return mesh;
}

// Two triangles from -1 to 1.
static gfx_mesh *square(gfx *g, const char *label, error *e)
{
    static const float corners[] = {-1.0f, -1.0f, 1.0f, -1.0f, 1.0f, 1.0f, -1.0f, 1.0f};
    static const uint32_t indices[] = {0, 1, 2, 0, 2, 3};
    gfx_mesh_def d = {.label = label,
                      .vertices = corners,
                      .vertex_count = 4,
                      .vertex_bytes = 2 * sizeof(float),
                      .attributes = {{"a_corner", GFX_F32, 2, false, 0}},
                      .attribute_count = 1,
                      .indices = indices,
                      .index_count = 6};
    return gfx_mesh_create(g, &d, e);
}

static bool lod_create(growth *g, int lod, error *e)
{
    const fineness *f = &lods[lod];
    const growth_tissue *t = &g->tissue;
    g->shaft[lod] = tubes(g->gfx, "shaft", t->shaft, true, GROWTH_SHAFTS, f->shaft_rings, f->shaft_sides, e);
    g->fibre[lod] = g->shaft[lod] ? tubes(g->gfx, "fibre", t->fibre, false, GROWTH_FIBRES, f->fibre_rings,
                                          f->fibre_sides, e)
                                  : NULL;
    g->spine[lod] = g->fibre[lod] ? spine_mesh(g->gfx, f, e) : NULL;
    return g->spine[lod] != NULL;
}

bool growth_meshes_create(growth *g, const scene_def *def, error *e)
{
    (void)def;
    for (int i = 0; i < GROWTH_SHADERS; i++) {
        g->shaders[i] = gfx_shader_create(g->gfx, shader_names[i], e);
        if (!g->shaders[i])
            return false;
    }
    g->stage = square(g->gfx, "stage", e);
    g->ring = g->stage ? square(g->gfx, "ring", e) : NULL;
    bool ok = g->ring != NULL;
    for (int lod = 0; ok && lod < GROWTH_LODS; lod++)
        ok = lod_create(g, lod, e);
    return ok;
}

void growth_meshes_destroy(growth *g)
{
    for (int i = 0; i < GROWTH_SHADERS; i++)
        gfx_shader_destroy(g->gfx, g->shaders[i]);
    gfx_mesh_destroy(g->gfx, g->stage);
    gfx_mesh_destroy(g->gfx, g->ring);
    for (int lod = 0; lod < GROWTH_LODS; lod++) {
        gfx_mesh_destroy(g->gfx, g->shaft[lod]);
        gfx_mesh_destroy(g->gfx, g->fibre[lod]);
        gfx_mesh_destroy(g->gfx, g->spine[lod]);
    }
}
