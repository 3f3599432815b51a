#include "scene/brain/brain_meshes.h"

#include "scene/brain/brain_scene.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const shader_names[BRAIN_SHADERS] = {"brain_stage", "brain_solid", "brain_glass",
                                                        "brain_depth", "brain_deep",  "brain_glow"};

static const gfx_attribute attributes[] = {
    {"a_position", GFX_U16, 3, false, offsetof(brain_vertex, position)},
    {"a_normal", GFX_I8, 2, false, offsetof(brain_vertex, normal)},
    {"a_shade", GFX_U8, 2, true, offsetof(brain_vertex, occlusion)},
    {"a_node", GFX_U8, 3, false, offsetof(brain_vertex, node)},
    {"a_weight", GFX_U8, 2, true, offsetof(brain_vertex, weight)},
    {"a_tissue", GFX_U8, 1, false, offsetof(brain_vertex, tissue)},
};
enum { ATTRIBUTES = sizeof attributes / sizeof attributes[0] };

static gfx_mesh *mesh_of(gfx *g, const char *label, const brain_vertex *vertices, size_t vertex_count,
                         const uint32_t *indices, size_t index_count, error *e)
{
    gfx_mesh_def d = {.label = label,
                      .vertices = vertices,
                      .vertex_count = vertex_count,
                      .vertex_bytes = sizeof *vertices,
                      .attribute_count = ATTRIBUTES,
                      .indices = indices,
                      .index_count = index_count};
    memcpy(d.attributes, attributes, sizeof attributes);
    return gfx_mesh_create(g, &d, e);
}

static gfx_mesh *part_mesh(brain *b, const char *label, brain_part_kind kind, int lod, atlas_hemisphere h,
                           error *e)
{
    const brain_part *p = brain_asset_part(b->asset, kind, lod, h, -1);
    if (!p) {
        error_set(e, "The brain asset has no %s; build it again.", label);
        return NULL;
    }
    return mesh_of(b->gfx, label, p->vertices, p->vertex_count, p->indices, p->index_count, e);
}

static bool is_wanted(const brain_part *p, int lod, atlas_hemisphere h)
{
    if (p->kind != BRAIN_PART_DEEP || p->lod != lod)
        return false;
    return h == ATLAS_MIDLINE || p->hemisphere == ATLAS_MIDLINE || p->hemisphere == h;
}

// One mesh of all deep structures (h = midline) or of those of one hemisphere and the midline: one draw call.
static gfx_mesh *deep_mesh(brain *b, int lod, atlas_hemisphere h, error *e)
{
    size_t vertex_count = 0, index_count = 0, v = 0, n = 0;
    for (size_t i = 0; i < brain_asset_part_count(b->asset); i++) {
        const brain_part *p = brain_asset_part_at(b->asset, i);
        if (is_wanted(p, lod, h)) {
            vertex_count += p->vertex_count;
            index_count += p->index_count;
        }
    }
    brain_vertex *vertices = malloc(vertex_count * sizeof *vertices + 1);
    uint32_t *indices = malloc(index_count * sizeof *indices + 1);
    gfx_mesh *mesh = NULL;
    if (vertices && indices) {
        for (size_t i = 0; i < brain_asset_part_count(b->asset); i++) {
            const brain_part *p = brain_asset_part_at(b->asset, i);
            if (!is_wanted(p, lod, h))
                continue;
            memcpy(vertices + v, p->vertices, p->vertex_count * sizeof *vertices);
            for (size_t k = 0; k < p->index_count; k++)
                indices[n++] = (uint32_t)v + p->indices[k];
            v += p->vertex_count;
        }
        mesh = mesh_of(b->gfx, "deep", vertices, vertex_count, indices, index_count, e);
    } else {
        error_set_memory(e, "the deep structures");
    }
    free(vertices);
    free(indices);
    return mesh;
}

static bool lod_create(brain *b, int lod, error *e)
{
    b->hull[lod] = part_mesh(b, "hull", BRAIN_PART_HULL, lod, ATLAS_MIDLINE, e);
    b->stem[lod] = b->hull[lod] ? part_mesh(b, "stem", BRAIN_PART_STEM, lod, ATLAS_MIDLINE, e) : NULL;
    if (!b->stem[lod])
        return false;
    for (int h = ATLAS_MIDLINE; h <= ATLAS_RIGHT; h++) {
        b->deep[lod][h] = deep_mesh(b, lod, (atlas_hemisphere)h, e);
        if (!b->deep[lod][h])
            return false;
        if (h == ATLAS_MIDLINE)
            continue;
        b->hemisphere[lod][h] =
            part_mesh(b, "hemisphere", BRAIN_PART_HEMISPHERE, lod, (atlas_hemisphere)h, e);
        if (!b->hemisphere[lod][h])
            return false;
    }
    return true;
}

static gfx_mesh *stage_mesh(gfx *g, error *e)
{
    static const float corners[] = {-1.0f, -1.0f, 1.0f, -1.0f, 1.0f, 1.0f, -1.0f, 1.0f};
    static const uint32_t indices[] = {0, 1, 2, 0, 2, 3};
    gfx_mesh_def d = {.label = "stage",
                      .vertices = corners,
                      .vertex_count = 4,
                      .vertex_bytes = 2 * sizeof(float),
                      .attributes = {{"a_corner", GFX_F32, 2, false, 0}},
                      .attribute_count = 1,
                      .indices = indices,
                      .index_count = 6};
    return gfx_mesh_create(g, &d, e);
}

bool brain_meshes_create(brain *b, const scene_def *def, error *e)
{
    char *bytes = NULL;
    size_t length = 0;
    if (!def->assets.read(def->assets.ctx, "brain.ntb", &bytes, &length, e))
        return false;
    b->asset = brain_asset_read(bytes, length, e);
    free(bytes);
    if (!b->asset)
        return false;
    for (int i = 0; i < BRAIN_SHADERS; i++) {
        b->shaders[i] = gfx_shader_create(b->gfx, shader_names[i], e);
        if (!b->shaders[i])
            return false;
    }
    b->stage = stage_mesh(b->gfx, e);
    if (!b->stage)
        return false;
    for (int lod = 0; lod < BRAIN_LODS; lod++)
        if (!lod_create(b, lod, e))
            return false;
    return true;
}

void brain_meshes_destroy(brain *b)
{
    for (int i = 0; i < BRAIN_SHADERS; i++)
        gfx_shader_destroy(b->gfx, b->shaders[i]);
    gfx_mesh_destroy(b->gfx, b->stage);
    for (int lod = 0; lod < BRAIN_LODS; lod++) {
        gfx_mesh_destroy(b->gfx, b->hull[lod]);
        gfx_mesh_destroy(b->gfx, b->stem[lod]);
        for (int h = 0; h < 3; h++) {
            gfx_mesh_destroy(b->gfx, b->hemisphere[lod][h]);
            gfx_mesh_destroy(b->gfx, b->deep[lod][h]);
        }
    }
    brain_asset_free(b->asset);
}

// --- anchors

// Share of the outer surface from which on a region is labelled there and not inside.
static const double least_surface_weight = 60.0; // vertices of the coarsest hull

static void node_means(const brain_part *hull, double weight[ATLAS_NODES], double mean[ATLAS_NODES][3])
{
    for (size_t i = 0; i < hull->vertex_count; i++) {
        const brain_vertex *v = &hull->vertices[i];
        double mm[3];
        brain_vertex_position_mm(v, mm);
        // Crowns stand for a region better than its depths.
        double w = v->weight[0] / 255.0 * (v->occlusion / 255.0);
        if (v->node[0] >= ATLAS_NODES)
            continue;
        weight[v->node[0]] += w;
        for (int k = 0; k < 3; k++)
            mean[v->node[0]][k] += w * mm[k];
    }
    for (int n = 0; n < ATLAS_NODES; n++)
        for (int k = 0; k < 3; k++)
            mean[n][k] /= weight[n] > 0.0 ? weight[n] : 1.0;
}

// The crown of the region that is nearest to its middle.
static void surface_anchor(const brain_part *hull, int node, const double mean[3], brain_anchor *a)
{
    double best = INFINITY;
    for (size_t i = 0; i < hull->vertex_count; i++) {
        const brain_vertex *v = &hull->vertices[i];
        if (v->node[0] != node || v->weight[0] < 160 || v->occlusion < 140)
            continue;
        double mm[3], n[3], d = 0.0;
        brain_vertex_position_mm(v, mm);
        for (int k = 0; k < 3; k++)
            d += (mm[k] - mean[k]) * (mm[k] - mean[k]);
        if (d >= best)
            continue;
        best = d;
        brain_vertex_normal(v, n);
        for (int k = 0; k < 3; k++) {
            a->mm[k] = (float)mm[k];
            a->normal[k] = (float)n[k];
        }
        a->surface = true;
    }
}

void brain_anchors_find(brain *b)
{
    static const float middle[3] = {0.0f, -17.0f, 5.0f};
    const brain_part *hull = brain_asset_part(b->asset, BRAIN_PART_HULL, BRAIN_LODS - 1, ATLAS_MIDLINE, -1);
    double weight[ATLAS_NODES] = {0.0}, mean[ATLAS_NODES][3] = {{0.0}};
    node_means(hull, weight, mean);
    for (int n = 0; n < ATLAS_NODES; n++) {
        const atlas_node *node = atlas_node_get(n);
        brain_anchor *a = &b->anchors[n];
        *a = (brain_anchor){.surface = false};
        for (int k = 0; k < 3; k++)
            a->mm[k] = (float)node->mni_mm[k];
        const brain_part *deep = brain_asset_part(b->asset, BRAIN_PART_DEEP, 0, node->hemisphere, n);
        if (deep) {
            for (int k = 0; k < 3; k++)
                a->mm[k] = (float)deep->centre_mm[k];
        } else if (weight[n] >= least_surface_weight) {
            surface_anchor(hull, n, mean[n], a);
        }
        if (!a->surface)
            continue;
        // The way outwards from the middle is steadier than the gyrus' own normal.
        float length = 0.0f;
        for (int k = 0; k < 3; k++) {
            a->normal[k] = 0.35f * a->normal[k] + (a->mm[k] - middle[k]) / 80.0f;
            length += a->normal[k] * a->normal[k];
        }
        for (int k = 0; k < 3; k++)
            a->normal[k] /= sqrtf(length);
    }
}
