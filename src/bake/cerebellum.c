#include "bake/cerebellum.h"
#include "bake/morphology.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

static const double closing_mm = 3.2, opening_mm = 3.0, smooth_mm = 0.9;
static const double leaf_rad = 0.34;  // of the innermost leaves, which split in two and again further out
static const double groove_mm = 1.1;  // of a leaf
static const double fissure_mm = 2.4; // of a fissure between lobules
static const double units_per_mm = 1 / 0.6; // slope of the tissue field at its surface
// Angles of the fissures around the axis from straight back, upwards positive (illustrative).
static const double fissures_rad[] = {1.72, 1.02, 0.50, 0.02, -0.42, -0.86, -1.30};

static double lattice(int x, int y, int z)
{
    uint32_t h = (uint32_t)x * 0x8DA6B343u ^ (uint32_t)y * 0xD8163841u ^ (uint32_t)z * 0xCB1AB31Fu;
    h = (h ^ h >> 15) * 0x2C1B3C6Du;
    h = (h ^ h >> 12) * 0x297A2D39u;
    return (h ^ h >> 15) / 4294967295.0 * 2.0 - 1.0;
}

static double ease01(double t)
{
    t = fmin(fmax(t, 0.0), 1.0);
    return t * t * (3.0 - 2.0 * t);
}

// Smooth value noise, -1..1.
static double noise(const double p[3], double period_mm)
{
    int at[3];
    double f[3], sum = 0.0;
    for (int a = 0; a < 3; a++) {
        double u = p[a] / period_mm;
        at[a] = (int)floor(u);
        f[a] = ease01(u - at[a]);
    }
    for (int c = 0; c < 8; c++) {
        int dx = c & 1, dy = c >> 1 & 1, dz = c >> 2;
        double w = (dx ? f[0] : 1.0 - f[0]) * (dy ? f[1] : 1.0 - f[1]) * (dz ? f[2] : 1.0 - f[2]);
        sum += w * lattice(at[0] + dx, at[1] + dy, at[2] + dz);
    }
    return sum;
}

// A narrow valley at whole numbers of u: 1 there, 0 on the crown between.
static double valley(double u)
{
    double d = fabs(u - floor(u + 0.5)) / 0.30;
    return exp(-d * d);
}

double cerebellum_groove_mm(const double p_mm[3])
{
    // The axis lies further forward at the sides, where the leaves gather towards the peduncles.
    double aside = fabs(p_mm[0]);
    double back = -(p_mm[1] + 43.0 - 0.22 * aside), up = p_mm[2] + 33.0 - 0.03 * aside;
    double radius = sqrt(back * back + up * up);
    double angle = atan2(up, back) + 0.05 * noise(p_mm, 17.0) + 0.012 * noise(p_mm, 6.0);
    // Leaves keep about the same width: further out each splits in two, not everywhere at once.
    double ragged = radius + 4.0 * noise(p_mm, 11.0), u = angle / leaf_rad;
    double once = ease01((ragged - 13.0) / 4.0), twice = ease01((ragged - 27.0) / 6.0);
    double leaf =
        (1.0 - once) * valley(u) + once * ((1.0 - twice) * valley(2.0 * u) + twice * valley(4.0 * u));
    double depth = groove_mm * leaf;
    for (size_t i = 0; i < sizeof fissures_rad / sizeof fissures_rad[0]; i++) {
        double d = (angle - fissures_rad[i]) * radius / 1.3;
        depth = fmax(depth, fissure_mm * exp(-d * d));
    }
    return depth * ease01((radius - 4.0) / 5.0); // nothing where leaves would be finer than the grid
}

// Signed distance (> 0 inside, true near the surface) of the closed, then opened domain.
static float *smooth_outline(const grid *g, const uint8_t *solid)
{
    size_t count = grid_count(g);
    float *distance = bake_alloc(count, sizeof *distance);
    uint8_t *set = bake_alloc(count, 1);
    distance_to_seeds(g, solid, distance, NULL);
    for (size_t i = 0; i < count; i++)
        set[i] = distance[i] > (float)closing_mm;
    distance_to_seeds(g, set, distance, NULL);
    for (size_t i = 0; i < count; i++)
        set[i] = distance[i] > (float)(closing_mm + opening_mm);
    distance_to_seeds(g, set, distance, NULL);
    for (size_t i = 0; i < count; i++)
        distance[i] = (float)opening_mm - distance[i];
    grid_blur(g, distance, smooth_mm);
    free(set);
    return distance;
}

void cerebellum_rebuild(const cerebellum_fields *a)
{
    const double lo[3] = {-70.0, -114.0, -80.0}, hi[3] = {70.0, -14.0, 16.0};
    grid g = grid_covering(lo, hi, a->fine->step_mm);
    size_t count = grid_count(&g);
    float *tissue = bake_alloc(count, sizeof *tissue), *cerebellum = bake_alloc(count, sizeof *cerebellum);
    float *brainstem = bake_alloc(count, sizeof *brainstem);
    uint8_t *solid = bake_alloc(count, 1);
    grid_resample(a->fine, a->tissue, &g, tissue, 0.0, -2.0f);
    grid_resample(a->coarse, a->cerebellum, &g, cerebellum, 0.0, -20.0f);
    grid_resample(a->coarse, a->brainstem, &g, brainstem, 0.0, -20.0f);
    // The outline reaches into the brainstem, so that the opening leaves no notch at the peduncles.
    for (size_t i = 0; i < count; i++)
        solid[i] =
            tissue[i] > 0.0f && (cerebellum[i] > 0.0f || (brainstem[i] > 0.0f && cerebellum[i] > -5.0f));
    float *outline = smooth_outline(&g, solid);
    for (int z = 0; z < g.n[2]; z++)
        for (int y = 0; y < g.n[1]; y++)
            for (int x = 0; x < g.n[0]; x++) {
                size_t i = grid_index(&g, x, y, z);
                int at[3] = {x, y, z}, to[3];
                double p[3];
                bool inside = true;
                for (int k = 0; k < 3; k++) {
                    p[k] = g.origin_mm[k] + g.step_mm * at[k];
                    to[k] = (int)floor((p[k] - a->fine->origin_mm[k]) / a->fine->step_mm + 0.5);
                    inside = inside && to[k] >= 0 && to[k] < a->fine->n[k];
                }
                if (!inside)
                    continue;
                float *t = &a->tissue[grid_index(a->fine, to[0], to[1], to[2])];
                float rest = fminf(*t, -cerebellum[i] * (float)units_per_mm), depth = outline[i];
                if (depth > -1.5f && depth < (float)opening_mm && brainstem[i] < 0.0f)
                    depth -= (float)(cerebellum_groove_mm(p) * ease01(-(double)brainstem[i] / 4.0));
                *t = fmaxf(rest, fminf(depth * (float)units_per_mm, 0.6f));
            }
    free(tissue);
    free(cerebellum);
    free(brainstem);
    free(solid);
    free(outline);
}
