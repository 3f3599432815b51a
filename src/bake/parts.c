#include "bake/parts.h"
#include "bake/attributes.h"
#include "bake/morphology.h"
#include "model/atlas.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TAUBIN_PASSES = 6 };
static const double closing_mm = 10.0;

// Where the parts are cut, on a piece of the fine lattice.
typedef struct piece {
    grid g;
    float *field; // > 0 inside the part
    float *left, *cerebellum, *brainstem;
} piece;

static piece piece_of(const anatomy *a, const double lo[3], const double hi[3])
{
    piece p = {.g = grid_covering(lo, hi, a->fine.step_mm)};
    size_t count = grid_count(&p.g);
    p.field = bake_alloc(count, sizeof(float));
    p.left = bake_alloc(count, sizeof(float));
    p.cerebellum = bake_alloc(count, sizeof(float));
    p.brainstem = bake_alloc(count, sizeof(float));
    grid_resample(&a->fine, a->tissue, &p.g, p.field, 0.0, -2.0f);
    grid_resample(&a->coarse, a->left, &p.g, p.left, 0.0, 0.0f);
    grid_resample(&a->coarse, a->cerebellum, &p.g, p.cerebellum, 0.0, -20.0f);
    grid_resample(&a->coarse, a->brainstem, &p.g, p.brainstem, 0.0, -20.0f);
    return p;
}

static void piece_free(piece *p)
{
    free(p->field);
    free(p->left);
    free(p->cerebellum);
    free(p->brainstem);
}

static float clamp01(float x)
{
    return fminf(fmaxf(x, 0.0f), 1.0f);
}

// Depth below the closed outline of the part, on the coarse grid; free() it.
static float *closed_depth(const anatomy *a, const piece *p)
{
    size_t count = grid_count(&a->coarse);
    float *field = bake_alloc(count, sizeof *field), *depth = bake_alloc(count, sizeof *depth);
    uint8_t *solid = bake_alloc(count, 1);
    grid_resample(&p->g, p->field, &a->coarse, field, 0.0, -2.0f);
    for (size_t i = 0; i < count; i++)
        solid[i] = field[i] > 0.0f;
    depth_below_closing(&a->coarse, solid, closing_mm, depth);
    free(field);
    free(solid);
    return depth;
}

// Fills what lies deeper than limit_mm (cerebellum_limit_mm in the cerebellum) below the closed outline.
static void fill_depths(const anatomy *a, piece *p, const float *depth, float limit_mm,
                        float cerebellum_limit_mm)
{
    size_t count = grid_count(&p->g);
    float *fine = bake_alloc(count, sizeof *fine);
    grid_resample(&a->coarse, depth, &p->g, fine, 0.0, 0.0f);
    for (size_t i = 0; i < count; i++) {
        float share = clamp01(0.5f + p->cerebellum[i] / 4.0f);
        float limit = limit_mm + (cerebellum_limit_mm - limit_mm) * share;
        p->field[i] = fmaxf(p->field[i], fminf(fine[i] - limit, 0.5f));
    }
    free(fine);
}

typedef struct finish {
    brain_file_part part;
    asset_lod finest, coarser[BRAIN_LODS - 1];
    const float *depth; // on the coarse grid
    bool midwall;       // nodes of caudate and thalamus too
} finish;

static int node_near(const anatomy *a, const double p[3], bool midwall, double *distance_mm)
{
    const grid *g = &a->label_grid;
    int at[3];
    for (int i = 0; i < 3; i++) {
        at[i] = (int)floor((p[i] - g->origin_mm[i]) / g->step_mm + 0.5);
        at[i] = at[i] < 0 ? 0 : at[i] >= g->n[i] ? g->n[i] - 1 : at[i];
    }
    size_t i = grid_index(g, at[0], at[1], at[2]);
    *distance_mm = (double)(midwall ? a->midwall_mm[i] : a->cortex_mm[i]);
    return (midwall ? a->midwall_node[i] : a->cortex_node[i]) - 1;
}

// Tissue and node of one vertex.
static void classify(const anatomy *a, const finish *f, const float position[3], const float normal[3],
                     brain_vertex *v, uint8_t *node)
{
    double p[3], distance;
    for (int i = 0; i < 3; i++)
        p[i] = (double)position[i] - 1.2 * (double)normal[i];
    double cerebellum = grid_sample(&a->coarse, a->cerebellum, p);
    double brainstem = grid_sample(&a->coarse, a->brainstem, p);
    int nearest = node_near(a, p, f->midwall, &distance);
    *node = BRAIN_NO_NODE;
    if (cerebellum > 0.0) {
        v->tissue = BRAIN_TISSUE_CEREBELLUM;
        *node = (uint8_t)atlas_node_of(ATLAS_CER, p[0] < 0.0 ? ATLAS_LEFT : ATLAS_RIGHT);
    } else if (brainstem > 0.0 || (distance > 5.0 && fabs(p[0]) < 14.0 && p[2] < 2.0 && fabs(p[1]) < 30.0)) {
        v->tissue = BRAIN_TISSUE_STEM;
    } else {
        v->tissue = BRAIN_TISSUE_CORTEX;
        *node = (uint8_t)nearest;
    }
}

// Field to closed mesh with attributes and levels of detail.
static bool add_surface(const anatomy *a, piece *p, const finish *f, asset *out, error *e)
{
    keep_largest_solid(&p->g, p->field, -0.5f, 0.3f);
    make_well_composed(&p->g, p->field, 0.05f);
    mesh full = surface_nets(&p->g, p->field, TAUBIN_PASSES);
    mesh m = asset_simplify(&full, f->finest);
    mesh_free(&full);
    size_t count = grid_count(&p->g);
    uint8_t *solid = bake_alloc(count, 1);
    for (size_t i = 0; i < count; i++)
        solid[i] = p->field[i] > 0.0f;
    float *open = bake_alloc(m.vertex_count, sizeof *open);
    vertex_occlusion(&m, &p->g, solid, open);
    free(solid);
    brain_vertex *v = bake_alloc(m.vertex_count, sizeof *v);
    uint8_t *node = bake_alloc(m.vertex_count, 1), *domain = bake_alloc(m.vertex_count, 1);
    for (size_t i = 0; i < m.vertex_count; i++) {
        double at[3] = {(double)m.position[i][0], (double)m.position[i][1], (double)m.position[i][2]};
        double depth = grid_sample(&a->coarse, f->depth, at);
        vertex_encode_position(m.position[i], v[i].position);
        vertex_encode_normal(m.normal[i], v[i].normal);
        v[i].occlusion = (uint8_t)(255.0 * (double)clamp01(open[i]) + 0.5);
        v[i].sulcus = (uint8_t)(255.0 * (double)clamp01((float)(depth / 8.0)) + 0.5);
        classify(a, f, m.position[i], m.normal[i], &v[i], &node[i]);
        domain[i] = v[i].tissue;
    }
    vertex_nodes(&m, node, domain, v);
    bool ok = asset_add(out, f->part, &m, v, f->coarser, e);
    free(open);
    free(v);
    free(node);
    free(domain);
    mesh_free(&m);
    return ok;
}

static void whole_extent(const anatomy *a, double lo[3], double hi[3])
{
    for (int i = 0; i < 3; i++) {
        lo[i] = a->fine.origin_mm[i];
        hi[i] = lo[i] + a->fine.step_mm * (a->fine.n[i] - 1);
    }
}

bool parts_add_hull(const anatomy *a, asset *out, error *e)
{
    double lo[3], hi[3];
    whole_extent(a, lo, hi);
    piece p = piece_of(a, lo, hi);
    float *depth = closed_depth(a, &p);
    fill_depths(a, &p, depth, 8.0f, 3.5f);
    finish f = {.part = {.kind = BRAIN_PART_HULL, .node = BRAIN_NO_NODE},
                .finest = {200000, 0.2},
                .coarser = {{60000, 0.5}, {20000, 1.2}},
                .depth = depth};
    bool ok = add_surface(a, &p, &f, out, e);
    free(depth);
    piece_free(&p);
    return ok;
}

bool parts_add_hemispheres(const anatomy *a, asset *out, error *e)
{
    bool ok = true;
    for (uint32_t hemisphere = ATLAS_LEFT; ok && hemisphere <= ATLAS_RIGHT; hemisphere++) {
        double lo[3], hi[3];
        float sign = hemisphere == ATLAS_LEFT ? 1.0f : -1.0f;
        whole_extent(a, lo, hi);
        if (hemisphere == ATLAS_LEFT)
            hi[0] = 10.0;
        else
            lo[0] = -10.0;
        lo[2] = -60.0;
        piece p = piece_of(a, lo, hi);
        for (size_t i = 0; i < grid_count(&p.g); i++) {
            float cut = fminf(sign * p.left[i], -fmaxf(p.cerebellum[i], p.brainstem[i]));
            p.field[i] = fminf(p.field[i], cut);
        }
        float *depth = closed_depth(a, &p);
        fill_depths(a, &p, depth, 11.0f, 11.0f);
        finish f = {.part = {.kind = BRAIN_PART_HEMISPHERE, .hemisphere = hemisphere, .node = BRAIN_NO_NODE},
                    .finest = {110000, 0.2},
                    .coarser = {{33000, 0.5}, {11000, 1.2}},
                    .depth = depth,
                    .midwall = true};
        ok = add_surface(a, &p, &f, out, e);
        free(depth);
        piece_free(&p);
    }
    return ok;
}

bool parts_add_stem(const anatomy *a, asset *out, error *e)
{
    const double lo[3] = {-66.0, -108.0, -74.0}, hi[3] = {66.0, 4.0, 16.0};
    piece p = piece_of(a, lo, hi);
    for (size_t i = 0; i < grid_count(&p.g); i++)
        p.field[i] = fminf(p.field[i], fmaxf(p.cerebellum[i], p.brainstem[i]));
    float *depth = closed_depth(a, &p);
    fill_depths(a, &p, depth, 8.0f, 3.5f);
    finish f = {.part = {.kind = BRAIN_PART_STEM, .node = BRAIN_NO_NODE},
                .finest = {50000, 0.2},
                .coarser = {{15000, 0.5}, {5000, 1.2}},
                .depth = depth};
    bool ok = add_surface(a, &p, &f, out, e);
    free(depth);
    piece_free(&p);
    return ok;
}
