#include "scene/brain/brain_sight.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS = 64, LEAST_CELLS = 5 };

// A drawing of the deep structures with a node instead of a colour.
typedef struct grid {
    float x, y, cell; // px: the upper left corner, the side of a cell
    float depth[CELLS][CELLS];
    int8_t node[CELLS][CELLS]; // -1: none
} grid;

static bool is_deep(const brain_part *p)
{
    return p->kind == BRAIN_PART_DEEP && p->lod == BRAIN_LODS - 1;
}

// The grid over all of them, from their bounding spheres. False when none is before the viewer.
static bool lay_out(const brain_asset *a, const camera *c, grid *g)
{
    float low[2] = {INFINITY, INFINITY}, high[2] = {-INFINITY, -INFINITY};
    for (size_t i = 0; i < brain_asset_part_count(a); i++) {
        const brain_part *p = brain_asset_part_at(a, i);
        float mm[3], px[2], depth = 0.0f;
        for (int k = 0; k < 3; k++)
            mm[k] = (float)p->centre_mm[k];
        if (!is_deep(p) || !camera_project(c, mm, px, &depth))
            continue;
        float r = (float)p->radius_mm * c->focal_px / (c->distance_mm - depth);
        for (int k = 0; k < 2; k++) {
            low[k] = fminf(low[k], px[k] - r);
            high[k] = fmaxf(high[k], px[k] + r);
        }
    }
    g->x = low[0];
    g->y = low[1];
    g->cell = fmaxf(high[0] - low[0], high[1] - low[1]) / CELLS;
    for (int y = 0; y < CELLS; y++)
        for (int x = 0; x < CELLS; x++)
            g->depth[y][x] = -INFINITY;
    memset(g->node, -1, sizeof g->node);
    return g->cell > 0.0f && g->cell < INFINITY;
}

// Corners in cells, and their depths: nearer is more.
typedef struct corner {
    float x, y, depth;
} corner;

// Behind the viewer there is no place: not a number, which fills no cell.
static corner project(const grid *g, const camera *c, const brain_vertex *v)
{
    corner out = {NAN, NAN, 0.0f};
    float mm[3], px[2];
    for (int k = 0; k < 3; k++)
        mm[k] = (float)BRAIN_BOX_MIN_MM + (float)v->position[k] / (float)BRAIN_STEPS_PER_MM;
    if (camera_project(c, mm, px, &out.depth)) {
        out.x = (px[0] - g->x) / g->cell;
        out.y = (px[1] - g->y) / g->cell;
    }
    return out;
}

// The first and the last cell whose middle lies between two places.
static int first_cell(float from)
{
    return from < 0.5f ? 0 : (int)ceilf(fminf(from, CELLS) - 0.5f);
}

static int last_cell(float to)
{
    return to > CELLS ? CELLS - 1 : (int)floorf(fmaxf(to, -1.0f) - 0.5f);
}

// Marks the cells whose middle lies in the triangle and for which nothing nearer was found.
static void fill(grid *g, const corner t[3], int node)
{
    float x[2] = {t[1].x - t[0].x, t[2].x - t[0].x}, y[2] = {t[1].y - t[0].y, t[2].y - t[0].y};
    float area = x[0] * y[1] - x[1] * y[0];
    if (!(area < 0.0f))
        return; // its back: a front lies before it
    float deeper[2] = {(t[1].depth - t[0].depth) / area, (t[2].depth - t[0].depth) / area};
    int x0 = first_cell(fminf(t[0].x, fminf(t[1].x, t[2].x))),
        x1 = last_cell(fmaxf(t[0].x, fmaxf(t[1].x, t[2].x)));
    int y0 = first_cell(fminf(t[0].y, fminf(t[1].y, t[2].y))),
        y1 = last_cell(fmaxf(t[0].y, fmaxf(t[1].y, t[2].y)));
    for (int row = y0; row <= y1; row++)
        for (int column = x0; column <= x1; column++) {
            float dx = (float)column + 0.5f - t[0].x, dy = (float)row + 0.5f - t[0].y;
            float w1 = dx * y[1] - x[1] * dy, w2 = x[0] * dy - dx * y[0]; // shares of the area, negative
            float depth = t[0].depth + w1 * deeper[0] + w2 * deeper[1];
            if (w1 > 0.0f || w2 > 0.0f || w1 + w2 < area || depth <= g->depth[row][column])
                continue;
            g->depth[row][column] = depth;
            g->node[row][column] = (int8_t)node;
        }
}

static void draw(grid *g, const camera *c, const brain_part *p, corner *corners)
{
    for (size_t i = 0; i < p->vertex_count; i++)
        corners[i] = project(g, c, &p->vertices[i]);
    for (size_t i = 0; i + 2 < p->index_count; i += 3) {
        const corner t[3] = {corners[p->indices[i]], corners[p->indices[i + 1]], corners[p->indices[i + 2]]};
        fill(g, t, p->node);
    }
}

static int same_beside(const grid *g, int x, int y)
{
    int8_t n = g->node[y][x];
    return (x > 0 && g->node[y][x - 1] == n) + (x + 1 < CELLS && g->node[y][x + 1] == n) +
           (y > 0 && g->node[y - 1][x] == n) + (y + 1 < CELLS && g->node[y + 1][x] == n);
}

static void put(const grid *g, float x, float y, float out[2])
{
    out[0] = g->x + (x + 0.5f) * g->cell;
    out[1] = g->y + (y + 0.5f) * g->cell;
}

// The middle of a node's cells, which moves smoothly as the brain turns; where that is not one of them, the
// one that is nearest to it, rather inside than at an edge.
static void choose(const grid *g, brain_sight *out)
{
    const float edge = 3.0f; // square cells that each missing neighbour weighs
    float middle[ATLAS_NODES][2] = {{0.0f}}, least[ATLAS_NODES];
    int count[ATLAS_NODES] = {0};
    for (int y = 0; y < CELLS; y++)
        for (int x = 0; x < CELLS; x++) {
            int n = g->node[y][x];
            if (n < 0)
                continue;
            count[n]++;
            middle[n][0] += (float)x;
            middle[n][1] += (float)y;
        }
    for (int n = 0; n < ATLAS_NODES; n++) {
        out->seen[n] = count[n] >= LEAST_CELLS;
        least[n] = INFINITY;
        if (!out->seen[n])
            continue;
        float *m = middle[n];
        m[0] /= (float)count[n];
        m[1] /= (float)count[n];
        int x = (int)(m[0] + 0.5f), y = (int)(m[1] + 0.5f);
        if (g->node[y][x] != n || same_beside(g, x, y) < 4)
            continue;
        put(g, m[0], m[1], out->px[n]);
        least[n] = -1.0f;
    }
    for (int y = 0; y < CELLS; y++)
        for (int x = 0; x < CELLS; x++) {
            int n = g->node[y][x];
            if (n < 0 || !out->seen[n])
                continue;
            float dx = (float)x - middle[n][0], dy = (float)y - middle[n][1];
            float cost = dx * dx + dy * dy + edge * (float)(4 - same_beside(g, x, y));
            if (cost >= least[n])
                continue;
            least[n] = cost;
            put(g, (float)x, (float)y, out->px[n]);
        }
}

static size_t most_vertices(const brain_asset *a)
{
    size_t most = 0;
    for (size_t i = 0; i < brain_asset_part_count(a); i++) {
        const brain_part *p = brain_asset_part_at(a, i);
        if (is_deep(p) && p->vertex_count > most)
            most = p->vertex_count;
    }
    return most;
}

bool brain_sight_find(const brain_asset *a, const camera *c, brain_sight *out)
{
    grid g;
    memset(out, 0, sizeof *out);
    corner *corners = malloc(most_vertices(a) * sizeof *corners + 1);
    bool found = corners && lay_out(a, c, &g);
    for (size_t i = 0; found && i < brain_asset_part_count(a); i++)
        if (is_deep(brain_asset_part_at(a, i)))
            draw(&g, c, brain_asset_part_at(a, i), corners);
    if (found)
        choose(&g, out);
    free(corners);
    return found;
}
