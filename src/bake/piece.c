#include "bake/piece.h"
#include "bake/morphology.h"

#include <math.h>
#include <stdlib.h>

static const double closing_mm = 10.0;

piece piece_of(const anatomy *a, const double lo[3], const double hi[3])
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

void piece_free(piece *p)
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

float *piece_closed_depth(const anatomy *a, const piece *p)
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

void piece_fill_depths(const anatomy *a, piece *p, const float *depth, float limit_mm,
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

bool piece_is_central(const double p[3])
{
    return p[1] > -46.0 && p[1] < 44.0 && p[2] > -14.0 && p[2] < 34.0;
}

void piece_trim_spurs(const anatomy *a, piece *p, bool hemisphere)
{
    const double core_mm = 1.9, spur_mm = 2.5;
    size_t count = grid_count(&a->coarse);
    float *distance = bake_alloc(count, sizeof *distance),
          *fine = bake_alloc(grid_count(&p->g), sizeof *fine);
    uint8_t *set = bake_alloc(count, 1);
    grid_resample(&p->g, p->field, &a->coarse, distance, 0.0, -2.0f);
    for (size_t i = 0; i < count; i++)
        set[i] = distance[i] <= 0.0f;
    distance_to_seeds(&a->coarse, set, distance, NULL);
    for (size_t i = 0; i < count; i++)
        set[i] = distance[i] > (float)core_mm;
    distance_to_seeds(&a->coarse, set, distance, NULL);
    grid_resample(&a->coarse, distance, &p->g, fine, 0.0, 100.0f);
    for (size_t i = 0; i < grid_count(&p->g); i++) {
        double at[3];
        grid_position(&p->g, i, at);
        bool chiasm = fabs(at[0]) < 16.0 && at[1] > -12.0 && at[1] < 20.0 && at[2] > -26.0 && at[2] < -3.0;
        bool median = hemisphere && fabsf(p->left[i]) < 5.0f && !piece_is_central(at);
        if (hemisphere ? chiasm || median || at[2] < -6.0 : at[2] < 4.0 && !chiasm)
            p->field[i] = fminf(p->field[i], ((float)spur_mm - fine[i]) / 0.7f);
    }
    free(distance);
    free(fine);
    free(set);
}

// Distance into the opening of the lateral ventricle in the median plane, between callosum and fornix, mm.
static double septum_mm(const double p[3])
{
    static const double corner[][2] = {{-15.0, 29.0}, {28.5, 7.0}, {12.0, -4.5}, {6.5, 0.0}}; // y, z
    enum { CORNERS = sizeof corner / sizeof corner[0] };
    double inside = 1e9;
    for (int i = 0; i < CORNERS; i++) {
        const double *from = corner[i], *to = corner[(i + 1) % CORNERS];
        double dy = to[0] - from[0], dz = to[1] - from[1];
        inside = fmin(inside, ((p[1] - from[0]) * dz - (p[2] - from[1]) * dy) / sqrt(dy * dy + dz * dz));
    }
    return inside;
}

void piece_close_ventricles(const anatomy *a, piece *p, const float *depth, float sign)
{
    float *fine = bake_alloc(grid_count(&p->g), sizeof *fine);
    grid_resample(&a->coarse, depth, &p->g, fine, 0.0, 0.0f);
    for (size_t i = 0; i < grid_count(&p->g); i++) {
        double at[3], from_median = (double)(sign * p->left[i]);
        if (from_median < 0.0 || from_median > 18.0)
            continue;
        grid_position(&p->g, i, at);
        if (!piece_is_central(at))
            continue;
        double septum = fmin(fmin(septum_mm(at), from_median - 1.4), 16.0 - from_median);
        double y = (at[1] + 6.0) / 36.0, z = (at[2] - 6.0) / 26.0;
        double rim = fmin(fmax(5.0 * (sqrt(y * y + z * z) - 0.8), 0.0), 1.0);
        double filled = fmax(septum / 0.7, (double)fine[i] - (3.0 + 8.0 * rim));
        p->field[i] = fmaxf(p->field[i], (float)fmin(filled, 0.5));
    }
    free(fine);
}

void piece_close_slits(piece *p)
{
    const double lo[3] = {-10.0, -48.0, -8.0}, hi[3] = {10.0, 46.0, 38.0}, radius_mm = 1.6;
    grid g = grid_covering(lo, hi, p->g.step_mm);
    size_t count = grid_count(&g);
    float *field = bake_alloc(count, sizeof *field), *depth = bake_alloc(count, sizeof *depth);
    uint8_t *solid = bake_alloc(count, 1);
    grid_resample(&p->g, p->field, &g, field, 0.0, -2.0f);
    for (size_t i = 0; i < count; i++)
        solid[i] = field[i] > 0.0f;
    depth_below_closing(&g, solid, radius_mm, depth);
    float *fine = bake_alloc(grid_count(&p->g), sizeof *fine);
    grid_resample(&g, depth, &p->g, fine, 0.0, 0.0f);
    for (size_t i = 0; i < grid_count(&p->g); i++) {
        double at[3];
        grid_position(&p->g, i, at);
        if (fine[i] > 0.0f && piece_is_central(at) && fabs(at[0]) < 8.0)
            p->field[i] = fmaxf(p->field[i], fminf(fine[i] - 0.8f, 0.3f));
    }
    free(field);
    free(depth);
    free(solid);
    free(fine);
}
