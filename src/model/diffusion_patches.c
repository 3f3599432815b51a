#include "model/diffusion_patches.h"

#include "base/dmath.h"
#include "base/fnv.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

// A square grid over the patches; each cell lists the patches that reach into it.
typedef struct patch_grid {
    float left, low, per_um;
    int side;
    int *first, *list; // patches of cell c: list[first[c]] .. list[first[c + 1] - 1]
} patch_grid;

struct diffusion_patches {
    int count;
    diffusion_patch *patch;
    double *share, *leave; // chance at a crossing over the largest, and k_off dt
    double chance;
    uint8_t *bound;
    uint32_t *molecule;
    int64_t *due, soonest; // step numbers
    patch_grid grid;
};

static double chance_of(const diffusion_patch *p, diffusion_patches_pace pace)
{
    double area = DMATH_PI * (double)p->radius * (double)p->radius;
    return p->k_on_um3_per_ms / area * sqrt(DMATH_PI * pace.dt_ms / pace.d_um2_per_ms);
}

static int cell_of(const patch_grid *g, float from, float q)
{
    float cell = (q - from) * g->per_um;
    if (!(cell > 0.0f))
        return 0;
    return cell < (float)g->side ? (int)cell : g->side - 1;
}

// Counts (list == NULL) or lists the patches of every cell.
static void visit_cells(const diffusion_patches *p, int *next, int *list)
{
    const patch_grid *g = &p->grid;
    for (int i = 0; i < p->count; i++) {
        const diffusion_patch *a = &p->patch[i];
        int row_end = cell_of(g, g->low, a->y + a->radius),
            column_end = cell_of(g, g->left, a->x + a->radius);
        for (int row = cell_of(g, g->low, a->y - a->radius); row <= row_end; row++) {
            for (int column = cell_of(g, g->left, a->x - a->radius); column <= column_end; column++) {
                int cell = row * g->side + column;
                if (list)
                    list[next[cell]] = i;
                next[cell]++;
            }
        }
    }
}

static bool make_grid(diffusion_patches *p)
{
    patch_grid *g = &p->grid;
    float right = -HUGE_VALF, high = -HUGE_VALF;
    g->left = g->low = HUGE_VALF;
    for (int i = 0; i < p->count; i++) {
        const diffusion_patch *a = &p->patch[i];
        g->left = fminf(g->left, a->x - a->radius);
        g->low = fminf(g->low, a->y - a->radius);
        right = fmaxf(right, a->x + a->radius);
        high = fmaxf(high, a->y + a->radius);
    }
    g->side = 1;
    while (g->side * g->side < 4 * p->count)
        g->side++;
    g->per_um = (float)g->side / fmaxf(right - g->left, high - g->low);
    size_t cells = (size_t)g->side * (size_t)g->side;
    g->first = calloc(cells + 1, sizeof *g->first);
    int *next = calloc(cells, sizeof *next);
    if (g->first && next) {
        visit_cells(p, next, NULL);
        for (size_t c = 0; c < cells; c++) {
            g->first[c + 1] = g->first[c] + next[c];
            next[c] = g->first[c];
        }
        g->list = calloc((size_t)g->first[cells] + 1, sizeof *g->list);
        if (g->list)
            visit_cells(p, next, g->list);
    }
    free(next);
    return g->list != NULL;
}

diffusion_patches *diffusion_patches_create(const diffusion_patch *patches, int count,
                                            diffusion_patches_pace pace)
{
    diffusion_patches *p = calloc(1, sizeof *p);
    if (!p)
        return NULL;
    size_t room = (size_t)count + 1;
    p->count = count;
    p->soonest = INT64_MAX;
    p->patch = calloc(room, sizeof *p->patch);
    p->share = calloc(room, sizeof *p->share);
    p->leave = calloc(room, sizeof *p->leave);
    p->bound = calloc(room, sizeof *p->bound);
    p->molecule = calloc(room, sizeof *p->molecule);
    p->due = calloc(room, sizeof *p->due);
    if (!p->patch || !p->share || !p->leave || !p->bound || !p->molecule || !p->due) {
        diffusion_patches_destroy(p);
        return NULL;
    }
    for (int i = 0; i < p->count; i++) {
        p->patch[i] = patches[i];
        p->share[i] = chance_of(&patches[i], pace);
        p->leave[i] = patches[i].k_off_per_ms * pace.dt_ms;
        p->chance = fmax(p->chance, p->share[i]);
    }
    assert(p->chance < 0.5); // the wall condition holds for small chances only
    for (int i = 0; i < p->count; i++)
        p->share[i] = p->chance > 0.0 ? p->share[i] / p->chance : 0.0;
    if (!make_grid(p)) {
        diffusion_patches_destroy(p);
        return NULL;
    }
    return p;
}

void diffusion_patches_destroy(diffusion_patches *p)
{
    if (!p)
        return;
    free(p->patch);
    free(p->share);
    free(p->leave);
    free(p->bound);
    free(p->molecule);
    free(p->due);
    free(p->grid.first);
    free(p->grid.list);
    free(p);
}

double diffusion_patches_chance(const diffusion_patches *p)
{
    return p->chance;
}

double diffusion_patches_share(const diffusion_patches *p, int patch)
{
    return p->share[patch];
}

const diffusion_patch *diffusion_patches_get(const diffusion_patches *p, int patch)
{
    return &p->patch[patch];
}

int diffusion_patches_at(const diffusion_patches *p, float x, float y)
{
    const patch_grid *g = &p->grid;
    int cell = cell_of(g, g->low, y) * g->side + cell_of(g, g->left, x);
    for (int i = g->first[cell]; i < g->first[cell + 1]; i++) {
        const diffusion_patch *a = &p->patch[g->list[i]];
        float dx = x - a->x, dy = y - a->y;
        if (dx * dx + dy * dy < a->radius * a->radius)
            return g->list[i];
    }
    return -1;
}

bool diffusion_patches_bound(const diffusion_patches *p, int patch)
{
    return p->bound[patch];
}

uint32_t diffusion_patches_molecule(const diffusion_patches *p, int patch)
{
    return p->molecule[patch];
}

void diffusion_patches_bind(diffusion_patches *p, int patch, uint32_t molecule, int64_t step, random_state *r)
{
    p->bound[patch] = 1;
    p->molecule[patch] = molecule;
    double wait = -dmath_log(1.0 - random_uniform(r)) / p->leave[patch]; // infinite for k_off = 0
    p->due[patch] = wait < 1e15 ? step + 1 + (int64_t)wait : INT64_MAX;
    if (p->due[patch] < p->soonest)
        p->soonest = p->due[patch];
}

int diffusion_patches_due(const diffusion_patches *p, int64_t step)
{
    if (step < p->soonest)
        return -1;
    for (int i = 0; i < p->count; i++)
        if (p->bound[i] && p->due[i] <= step)
            return i;
    return -1;
}

uint32_t diffusion_patches_let_go(diffusion_patches *p, int patch)
{
    p->bound[patch] = 0;
    p->soonest = INT64_MAX;
    for (int i = 0; i < p->count; i++)
        if (p->bound[i] && p->due[i] < p->soonest)
            p->soonest = p->due[i];
    return p->molecule[patch];
}

uint64_t diffusion_patches_hash(const diffusion_patches *p, uint64_t hash)
{
    for (int i = 0; i < p->count; i++) {
        hash = fnv1a64(hash, &p->bound[i], sizeof p->bound[i]);
        if (p->bound[i]) {
            hash = fnv1a64(hash, &p->molecule[i], sizeof p->molecule[i]);
            hash = fnv1a64(hash, &p->due[i], sizeof p->due[i]);
        }
    }
    return hash;
}
