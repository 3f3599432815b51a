#include "bake/parts.h"
#include "bake/attributes.h"
#include "bake/cerebellum.h"
#include "bake/morphology.h"
#include "bake/piece.h"
#include "model/atlas.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { TAUBIN_PASSES = 6 };
static const double deepest_mm = 8.0;
static const double white_matter = 0.5; // of the tissue field; cortex lies below

static float clamp01(float x)
{
    return fminf(fmaxf(x, 0.0f), 1.0f);
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

// 1 where the median plane cuts callosum, fornix or commissures, that is white matter right behind the cut,
// and on what piece_close_ventricles() filled; 0 elsewhere.
static float median_cut(const anatomy *a, const float position[3], const float normal[3])
{
    double p[3] = {(double)position[0], (double)position[1], (double)position[2]}, inner = 0.0;
    if (!piece_is_central(p) || fabs(grid_sample(&a->coarse, a->left, p)) > 3.0)
        return 0.0f;
    for (int step = 0; step < 3; step++) {
        for (int i = 0; i < 3; i++)
            p[i] = (double)position[i] - (1.2 + 0.8 * step) * (double)normal[i];
        inner += grid_sample(&a->fine, a->tissue, p) / 3.0;
    }
    return inner > white_matter || inner < -0.1 ? 1.0f : 0.0f;
}

// Tissue and node of one vertex.
static void classify(const anatomy *a, const finish *f, const float position[3], const float normal[3],
                     bool cut, brain_vertex *v, uint8_t *node)
{
    double p[3], distance;
    for (int i = 0; i < 3; i++)
        p[i] = (double)position[i] - 1.2 * (double)normal[i];
    double cerebellum = grid_sample(&a->coarse, a->cerebellum, p);
    double brainstem = grid_sample(&a->coarse, a->brainstem, p);
    int nearest = node_near(a, p, f->midwall, &distance);
    bool basal = distance > 5.0 && fabs(p[0]) < 14.0 && p[2] < 2.0 && fabs(p[1]) < 30.0;
    *node = BRAIN_NO_NODE;
    if (cerebellum > 0.0) {
        v->tissue = BRAIN_TISSUE_CEREBELLUM;
        *node = (uint8_t)atlas_node_of(ATLAS_CER, p[0] < 0.0 ? ATLAS_LEFT : ATLAS_RIGHT);
    } else if (brainstem > 0.0 || basal || (f->midwall && (cut || distance > 7.0))) {
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
    float *cut = bake_alloc(m.vertex_count, sizeof *cut);
    for (size_t i = 0; f->midwall && i < m.vertex_count; i++)
        cut[i] = median_cut(a, m.position[i], m.normal[i]);
    for (int pass = 0; pass < 4; pass++)
        vertex_smooth(&m, cut);
    brain_vertex *v = bake_alloc(m.vertex_count, sizeof *v);
    uint8_t *node = bake_alloc(m.vertex_count, 1), *domain = bake_alloc(m.vertex_count, 1);
    for (size_t i = 0; i < m.vertex_count; i++) {
        double at[3] = {(double)m.position[i][0], (double)m.position[i][1], (double)m.position[i][2]};
        double depth = grid_sample(&a->coarse, f->depth, at);
        vertex_encode_position(m.position[i], v[i].position);
        vertex_encode_normal(m.normal[i], v[i].normal);
        v[i].occlusion = (uint8_t)(255.0 * (double)clamp01(open[i]) + 0.5);
        classify(a, f, m.position[i], m.normal[i], cut[i] > 0.5f, &v[i], &node[i]);
        double sulcus = depth / deepest_mm;
        if (v[i].tissue == BRAIN_TISSUE_CEREBELLUM)
            sulcus = fmax(sulcus, cerebellum_groove_mm(at) / 3.5);
        v[i].sulcus = (uint8_t)(255.0 * (double)clamp01((float)sulcus) + 0.5);
        domain[i] = v[i].tissue;
    }
    vertex_nodes(&m, node, domain, v);
    bool ok = asset_add(out, f->part, &m, v, f->coarser, e);
    free(open);
    free(cut);
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
    piece_trim_spurs(a, &p, false);
    float *depth = piece_closed_depth(a, &p);
    piece_fill_depths(a, &p, depth, 8.0f, 3.5f);
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
        piece_trim_spurs(a, &p, true);
        float *depth = piece_closed_depth(a, &p);
        piece_fill_depths(a, &p, depth, 11.0f, 11.0f);
        piece_close_ventricles(a, &p, depth, sign);
        piece_close_slits(&p);
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
    const float overlap_mm = 1.5f; // into the hemispheres' cut, so that no gap shows between the two
    piece p = piece_of(a, lo, hi);
    for (size_t i = 0; i < grid_count(&p.g); i++)
        p.field[i] = fminf(p.field[i], fmaxf(p.cerebellum[i], p.brainstem[i] + overlap_mm));
    piece_trim_spurs(a, &p, false);
    float *depth = piece_closed_depth(a, &p);
    piece_fill_depths(a, &p, depth, 8.0f, 3.5f);
    finish f = {.part = {.kind = BRAIN_PART_STEM, .node = BRAIN_NO_NODE},
                .finest = {50000, 0.2},
                .coarser = {{15000, 0.5}, {5000, 1.2}},
                .depth = depth};
    bool ok = add_surface(a, &p, &f, out, e);
    free(depth);
    piece_free(&p);
    return ok;
}
