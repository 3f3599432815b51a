#include "bake/deep.h"

#include "bake/attributes.h"
#include "bake/morphology.h"
#include "model/atlas.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { ELLIPSOID_RINGS = 24, DEEP_PASSES = 12 };
// The labels were drawn slice by slice; the blur takes the steps out and the low cut gives the volume back.
static const double smooth_mm = 1.7, iso = 0.40, deep_step_mm = 0.6;

static bool add_deep(const mesh *m, int node, asset *out, error *e)
{
    static const asset_lod coarser[BRAIN_LODS - 1] = {{1200, 0.5}, {400, 1.5}};
    brain_vertex *v = bake_alloc(m->vertex_count, sizeof *v);
    for (size_t i = 0; i < m->vertex_count; i++) {
        vertex_encode_position(m->position[i], v[i].position);
        vertex_encode_normal(m->normal[i], v[i].normal);
        v[i].occlusion = 255;
        v[i].node[0] = (uint8_t)node;
        v[i].node[1] = v[i].node[2] = BRAIN_NO_NODE;
        v[i].weight[0] = 255;
        v[i].tissue = BRAIN_TISSUE_DEEP;
    }
    brain_file_part part = {.kind = BRAIN_PART_DEEP,
                            .hemisphere = (uint32_t)atlas_node_get(node)->hemisphere,
                            .node = (uint32_t)node};
    bool ok = asset_add(out, part, m, v, coarser, e);
    free(v);
    return ok;
}

// The label's voxels, blurred and cut at `iso`.
static mesh label_surface(const anatomy *a, int label)
{
    double lo[3] = {1e9, 1e9, 1e9}, hi[3] = {-1e9, -1e9, -1e9};
    const grid *from = &a->label_grid;
    size_t count = grid_count(from);
    float *share = bake_alloc(count, sizeof *share);
    for (int z = 0; z < from->n[2]; z++)
        for (int y = 0; y < from->n[1]; y++)
            for (int x = 0; x < from->n[0]; x++) {
                size_t i = grid_index(from, x, y, z);
                if (a->label[i] != label)
                    continue;
                int at[3] = {x, y, z};
                share[i] = 1.0f;
                for (int k = 0; k < 3; k++) {
                    double mm = from->origin_mm[k] + from->step_mm * at[k];
                    lo[k] = fmin(lo[k], mm - 6.0);
                    hi[k] = fmax(hi[k], mm + 6.0);
                }
            }
    grid g = grid_covering(lo, hi, deep_step_mm);
    float *field = bake_alloc(grid_count(&g), sizeof *field);
    grid_resample(from, share, &g, field, smooth_mm, 0.0f);
    free(share);
    for (size_t i = 0; i < grid_count(&g); i++)
        field[i] -= (float)iso;
    keep_largest_solid(&g, field, -0.1f, 0.1f);
    make_well_composed(&g, field, 0.02f);
    mesh m = surface_nets(&g, field, DEEP_PASSES);
    free(field);
    return m;
}

bool deep_add(const anatomy *a, asset *out, error *e)
{
    static const struct {
        atlas_region_id region;
        int label_left; // AAL; right = left + 1
    } labelled[] = {{ATLAS_THA, 77}, {ATLAS_AMY, 41}, {ATLAS_HIP, 37}, {ATLAS_CAU, 71}, {ATLAS_PUT, 73}};
    // Semi-axes across, front to back, along the axis, mm. Larger than life where the nucleus is only a few
    // millimetres wide, so that it can be seen. Raphe and locus coeruleus follow the brainstem.
    static const struct {
        atlas_region_id region;
        double radii_mm[3], axis[3];
    } nuclei[] = {
        {ATLAS_DRN, {2.8, 3.0, 6.0}, {0.0, 0.2588190451, 0.9659258263}},
        {ATLAS_LC, {2.2, 2.2, 6.0}, {0.0, 0.2588190451, 0.9659258263}},
        {ATLAS_VTA, {2.6, 4.0, 3.2}, {0.0, 0.0, 1.0}},
        {ATLAS_HYP, {3.6, 5.5, 4.5}, {0.0, 0.0, 1.0}},
        {ATLAS_NAC, {4.2, 5.5, 4.5}, {0.0, 0.0, 1.0}},
    };
    bool ok = true;
    for (size_t i = 0; ok && i < sizeof labelled / sizeof labelled[0]; i++)
        for (int hemisphere = ATLAS_LEFT; ok && hemisphere <= ATLAS_RIGHT; hemisphere++) {
            mesh full = label_surface(a, labelled[i].label_left + (hemisphere == ATLAS_RIGHT));
            mesh m = asset_simplify(&full, (asset_lod){4000, 0.2});
            ok = add_deep(&m, atlas_node_of(labelled[i].region, (atlas_hemisphere)hemisphere), out, e);
            mesh_free(&full);
            mesh_free(&m);
        }
    for (size_t i = 0; ok && i < sizeof nuclei / sizeof nuclei[0]; i++)
        for (int hemisphere = ATLAS_LEFT; ok && hemisphere <= ATLAS_RIGHT; hemisphere++) {
            int node = atlas_node_of(nuclei[i].region, (atlas_hemisphere)hemisphere);
            if (hemisphere == ATLAS_RIGHT && node == atlas_node_of(nuclei[i].region, ATLAS_LEFT))
                continue;
            mesh m = surface_ellipsoid(atlas_node_get(node)->mni_mm, nuclei[i].radii_mm, nuclei[i].axis,
                                       ELLIPSOID_RINGS);
            ok = add_deep(&m, node, out, e);
            mesh_free(&m);
        }
    return ok;
}
