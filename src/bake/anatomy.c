#include "bake/anatomy.h"
#include "bake/cerebellum.h"
#include "bake/morphology.h"
#include "model/atlas.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Grey levels of ch2better: white matter about 115, cortex about 90. The cerebellum is darker.
static const double iso_cerebrum = 79.0, iso_cerebellum = 70.0, levels_per_unit = 40.0;
static const double fine_mm = 0.7, coarse_mm = 1.4;

enum { LABEL_CAUDATE_FIRST = 71, LABEL_THALAMUS_LAST = 78, LABEL_CEREBELLUM_FIRST = 91 };

// Signed distance to a bone of radius growing from r0 at a to r1 at b.
static double capsule_mm(const double p[3], const double a[3], const double b[3], double r0, double r1)
{
    double ab = 0.0, ap = 0.0, d2 = 0.0;
    for (int i = 0; i < 3; i++) {
        ab += (b[i] - a[i]) * (b[i] - a[i]);
        ap += (p[i] - a[i]) * (b[i] - a[i]);
    }
    double t = fmin(fmax(ap / ab, 0.0), 1.0);
    for (int i = 0; i < 3; i++) {
        double d = p[i] - (a[i] + t * (b[i] - a[i]));
        d2 += d * d;
    }
    return sqrt(d2) - (r0 + t * (r1 - r0));
}

// AAL has no brainstem; these bones follow it in the template (midbrain, pons with its width, medulla).
static double brainstem_mm(const double p[3])
{
    static const struct {
        double a[3], b[3], r0, r1;
    } bones[] = {
        {{0, -21, 0}, {0, -24, -30}, 12, 12},      {{0, -24, -30}, {0, -31, -48}, 12, 9},
        {{0, -31, -48}, {0, -42, -76}, 9, 9},      {{-10, -25, -31}, {10, -25, -31}, 10, 10},
        {{-8, -18, -14}, {8, -18, -14}, 6.5, 6.5},
    };
    double nearest = 1e9;
    for (size_t i = 0; i < sizeof bones / sizeof bones[0]; i++)
        nearest = fmin(nearest, capsule_mm(p, bones[i].a, bones[i].b, bones[i].r0, bones[i].r1));
    return nearest;
}

// Height over the plane that parts midbrain from diencephalon: through the upper edge of the superior
// colliculi (y -33, z -3) and the mammillary bodies (y -9, z -14).
static double above_midbrain_mm(const double p[3])
{
    return 0.4166 * (p[1] + 33.0) + 0.9091 * (p[2] + 3.0);
}

static uint8_t label_at(const nifti *aal, const double p[3])
{
    int at[3];
    for (int a = 0; a < 3; a++) {
        at[a] = (int)floor((p[a] - aal->g.origin_mm[a]) / aal->g.step_mm + 0.5);
        if (at[a] < 0 || at[a] >= aal->g.n[a])
            return 0;
    }
    return aal->voxels[grid_index(&aal->g, at[0], at[1], at[2])];
}

// Fills a->left, ->cerebellum and ->brainstem from distances to the labels of each domain.
static void divide_domains(anatomy *a, const nifti *aal)
{
    size_t count = grid_count(&a->coarse);
    enum { LEFT, RIGHT, CEREBELLUM, DOMAINS };
    float *distance[DOMAINS];
    uint8_t *seeds = bake_alloc(count, 1);
    for (int domain = 0; domain < DOMAINS; domain++) {
        for (size_t i = 0; i < count; i++) {
            double p[3];
            grid_position(&a->coarse, i, p);
            int label = label_at(aal, p);
            int of = label >= LABEL_CEREBELLUM_FIRST ? CEREBELLUM : label % 2 ? LEFT : RIGHT;
            seeds[i] = label > 0 && of == domain;
        }
        distance[domain] = bake_alloc(count, sizeof(float));
        distance_to_seeds(&a->coarse, seeds, distance[domain], NULL);
    }
    a->left = bake_alloc(count, sizeof(float));
    a->cerebellum = bake_alloc(count, sizeof(float));
    a->brainstem = bake_alloc(count, sizeof(float));
    for (size_t i = 0; i < count; i++) {
        double p[3];
        grid_position(&a->coarse, i, p);
        float l = distance[LEFT][i], r = distance[RIGHT][i], c = distance[CEREBELLUM][i];
        float stem = (float)brainstem_mm(p), cerebrum = fminf(l, r);
        a->left[i] = 0.5f * (r - l);
        a->cerebellum[i] = 0.5f * (fminf(cerebrum, stem) - c);
        // The brainstem's bones are thinner than it is; the cerebrum's labels keep their distance from it.
        a->brainstem[i] = 0.5f * (fminf(cerebrum + 4.0f, c) - stem);
    }
    grid_blur(&a->coarse, a->left, 2.5);
    grid_blur(&a->coarse, a->cerebellum, 1.4);
    grid_blur(&a->coarse, a->brainstem, 1.4);
    for (size_t i = 0; i < count; i++) {
        double p[3];
        grid_position(&a->coarse, i, p);
        a->brainstem[i] = fminf(a->brainstem[i], -(float)above_midbrain_mm(p));
    }
    for (int domain = 0; domain < DOMAINS; domain++)
        free(distance[domain]);
    free(seeds);
}

static void build_tissue(anatomy *a, const nifti *mri)
{
    size_t count = grid_count(&a->fine), voxels = grid_count(&mri->g);
    float *levels = bake_alloc(voxels, sizeof *levels);
    for (size_t i = 0; i < voxels; i++)
        levels[i] = mri->voxels[i];
    a->tissue = bake_alloc(count, sizeof *a->tissue);
    grid_resample(&mri->g, levels, &a->fine, a->tissue, 0.5, 0.0f);
    free(levels);
    float *cerebellum = bake_alloc(count, sizeof *cerebellum);
    grid_resample(&a->coarse, a->cerebellum, &a->fine, cerebellum, 0.0, -20.0f);
    for (size_t i = 0; i < count; i++) {
        float share = fminf(fmaxf(0.5f + cerebellum[i] / 4.0f, 0.0f), 1.0f);
        double iso = iso_cerebrum + (iso_cerebellum - iso_cerebrum) * (double)share;
        a->tissue[i] = (float)(((double)a->tissue[i] - iso) / levels_per_unit);
    }
    free(cerebellum);
    cerebellum_rebuild(&(cerebellum_fields){.fine = &a->fine,
                                            .tissue = a->tissue,
                                            .coarse = &a->coarse,
                                            .cerebellum = a->cerebellum,
                                            .brainstem = a->brainstem});
    keep_largest_solid(&a->fine, a->tissue, -0.5f, 0.3f);
}

// Seeds are node + 1; the cerebellum's labels are left out, its vertices are known by their domain.
static void spread_nodes(anatomy *a, bool with_midwall, uint8_t **node, float **distance)
{
    size_t count = grid_count(&a->label_grid);
    uint8_t *seeds = bake_alloc(count, 1);
    for (size_t i = 0; i < count; i++) {
        int label = a->label[i];
        bool central = label >= LABEL_CAUDATE_FIRST && label <= LABEL_THALAMUS_LAST;
        if (label == 0 || label >= LABEL_CEREBELLUM_FIRST || (central && !with_midwall))
            continue;
        double p[3];
        grid_position(&a->label_grid, i, p);
        seeds[i] = (uint8_t)(atlas_node_of_aal(label, p) + 1);
    }
    *node = bake_alloc(count, 1);
    *distance = bake_alloc(count, sizeof **distance);
    distance_to_seeds(&a->label_grid, seeds, *distance, *node);
    free(seeds);
}

bool anatomy_read(const char *folder, anatomy *out, error *e)
{
    memset(out, 0, sizeof *out);
    char path[4096];
    nifti mri, aal;
    snprintf(path, sizeof path, "%s/ch2better.nii.gz", folder);
    if (!nifti_read(path, &mri, e))
        return false;
    snprintf(path, sizeof path, "%s/aal.nii.gz", folder);
    if (!nifti_read(path, &aal, e)) {
        nifti_free(&mri);
        return false;
    }
    double lo[3], hi[3], lo_far[3], hi_far[3];
    for (int i = 0; i < 3; i++) {
        lo[i] = mri.g.origin_mm[i] - 4.0;
        hi[i] = mri.g.origin_mm[i] + mri.g.step_mm * (mri.g.n[i] - 1) + 4.0;
        lo_far[i] = lo[i] - 12.0;
        hi_far[i] = hi[i] + 12.0;
    }
    out->fine = grid_covering(lo, hi, fine_mm);
    out->coarse = grid_covering(lo_far, hi_far, coarse_mm);
    out->label_grid = aal.g;
    divide_domains(out, &aal);
    build_tissue(out, &mri);
    out->label = aal.voxels;
    spread_nodes(out, false, &out->cortex_node, &out->cortex_mm);
    spread_nodes(out, true, &out->midwall_node, &out->midwall_mm);
    nifti_free(&mri);
    return true;
}

void anatomy_free(anatomy *a)
{
    free(a->tissue);
    free(a->left);
    free(a->cerebellum);
    free(a->brainstem);
    free(a->label);
    free(a->cortex_node);
    free(a->cortex_mm);
    free(a->midwall_node);
    free(a->midwall_mm);
    memset(a, 0, sizeof *a);
}
