#include "scene/synapse/synapse_meshes.h"

#include "scene/synapse/synapse_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

// A vertex of the scenery.
typedef struct surface_vertex {
    float position[3];
    float normal[3];
    float uv[2]; // along and across, scene units; across a section 0 (outer leaf) .. 1
} surface_vertex;

enum { CURVE_MAX = 200, STRIPS = 10 };
#define COUNT(a) ((int)(sizeof(a) / sizeof((a)[0])))

// The outline of a cell in the cut, from left to right with the cleft's side on its left hand for the bouton
// and on its right hand for the postsynaptic cell.
typedef struct curve {
    float points[CURVE_MAX][2];
    float normal[CURVE_MAX][2]; // into the cell
    float along[CURVE_MAX];     // length from the middle
    int count;
} curve;

// Right halves, from the middle outwards.
static const float bouton_half[][2] = {
    {0.0f, SYNAPSE_CEILING}, {0.50f, SYNAPSE_CEILING}, {0.88f, SYNAPSE_CEILING}, {1.04f, 0.37f},
    {1.15f, 0.44f},          {1.17f, 0.55f},           {1.09f, 0.66f},           {0.90f, 0.745f},
    {0.64f, 0.80f},          {0.44f, 0.87f},           {0.36f, 1.00f},           {0.34f, 1.60f}};
static const float spine_half[][2] = {
    {0.0f, SYNAPSE_FLOOR}, {0.50f, SYNAPSE_FLOOR}, {0.88f, SYNAPSE_FLOOR}, {1.03f, -0.375f}, {1.12f, -0.46f},
    {1.12f, -0.60f},       {1.00f, -0.74f},        {0.74f, -0.86f},        {0.52f, -1.0f},   {0.46f, -1.3f}};
static const float dendrite_half[][2] = {
    {0.0f, SYNAPSE_FLOOR}, {0.8f, SYNAPSE_FLOOR}, {2.0f, SYNAPSE_FLOOR}, {5.0f, SYNAPSE_FLOOR}};

static float spline(float a, float b, float c, float d, float t)
{
    return 0.5f * (2.0f * b + (c - a) * t + (2.0f * a - 5.0f * b + 4.0f * c - d) * t * t +
                   (3.0f * b - a - 3.0f * c + d) * t * t * t);
}

// Both halves of a symmetric outline as one smooth curve (Catmull & Rom 1974).
static curve curve_make(const float (*half)[2], int count, bool cell_above)
{
    enum { STEPS = 7 };
    curve c = {.count = 0};
    float right[CURVE_MAX / 2][2];
    int n = 0;
    for (int i = 0; i + 1 < count; i++)
        for (int k = 0; k < STEPS && n < CURVE_MAX / 2; k++, n++) {
            float t = (float)k / STEPS;
            for (int j = 0; j < 2; j++) {
                float before = i > 0 ? half[i - 1][j] : (j == 0 ? -half[1][j] : half[1][j]);
                float after = i + 2 < count ? half[i + 2][j] : 2.0f * half[i + 1][j] - half[i][j];
                right[n][j] = spline(before, half[i][j], half[i + 1][j], after, t);
            }
        }
    for (int i = n - 1; i > 0; i--, c.count++) {
        c.points[c.count][0] = -right[i][0];
        c.points[c.count][1] = right[i][1];
    }
    for (int i = 0; i < n; i++, c.count++)
        memcpy(c.points[c.count], right[i], sizeof right[i]);
    for (int i = 0; i < c.count; i++) {
        const float *a = c.points[i > 0 ? i - 1 : 0], *b = c.points[i + 1 < c.count ? i + 1 : i];
        float dx = b[0] - a[0], dz = b[1] - a[1], length = fmaxf(sqrtf(dx * dx + dz * dz), 1e-6f);
        float sign = cell_above ? 1.0f : -1.0f;
        c.normal[i][0] = -sign * dz / length;
        c.normal[i][1] = sign * dx / length;
        c.along[i] = i == 0 ? 0.0f
                            : c.along[i - 1] + hypotf(c.points[i][0] - c.points[i - 1][0],
                                                      c.points[i][1] - c.points[i - 1][1]);
    }
    return c;
}

// A grid of vertices, `columns` x `rows`; `flip` turns its front.
typedef struct grid {
    surface_vertex *vertices; // owned
    uint32_t *indices;        // owned
    int columns, rows;
} grid;

static bool grid_create(grid *g, int columns, int rows)
{
    size_t cells = (size_t)(columns - 1) * (size_t)(rows - 1);
    *g = (grid){.columns = columns, .rows = rows};
    g->vertices = calloc((size_t)columns * (size_t)rows, sizeof *g->vertices);
    g->indices = calloc(6 * cells, sizeof *g->indices);
    return g->vertices && g->indices;
}

static surface_vertex *grid_at(grid *g, int column, int row)
{
    return &g->vertices[row * g->columns + column];
}

static gfx_mesh *grid_mesh(grid *g, gfx *device, const char *label, bool flip, error *e)
{
    size_t n = 0;
    for (int r = 0; r + 1 < g->rows; r++)
        for (int c = 0; c + 1 < g->columns; c++) {
            uint32_t a = (uint32_t)(r * g->columns + c), b = a + 1, d = a + (uint32_t)g->columns;
            const uint32_t order[2][6] = {{a, b, d, b, d + 1, d}, {a, d, b, b, d, d + 1}};
            memcpy(g->indices + n, order[flip], sizeof order[flip]);
            n += 6;
        }
    gfx_mesh_def def = {.label = label,
                        .vertices = g->vertices,
                        .vertex_count = (size_t)(g->columns * g->rows),
                        .vertex_bytes = sizeof(surface_vertex),
                        .attributes = {{"a_position", GFX_F32, 3, false, offsetof(surface_vertex, position)},
                                       {"a_normal", GFX_F32, 3, false, offsetof(surface_vertex, normal)},
                                       {"a_uv", GFX_F32, 2, false, offsetof(surface_vertex, uv)}},
                        .attribute_count = 3,
                        .indices = g->indices,
                        .index_count = n};
    return gfx_mesh_create(device, &def, e);
}

static void grid_destroy(grid *g)
{
    free(g->vertices);
    free(g->indices);
}

static void place(surface_vertex *v, float x, float y, float z, const float n[3], float u, float w)
{
    *v = (surface_vertex){.position = {x, y, z}, .normal = {n[0], n[1], n[2]}, .uv = {u, w}};
}

// The band of the cut membrane, facing the viewer.
static gfx_mesh *cut_mesh(gfx *g, const curve *c, bool flip, error *e)
{
    static const float front[3] = {0.0f, -1.0f, 0.0f};
    grid m;
    bool ok = grid_create(&m, c->count, 2);
    for (int i = 0; ok && i < c->count; i++)
        for (int r = 0; r < 2; r++)
            place(grid_at(&m, i, r), c->points[i][0] + (float)r * SYNAPSE_MEMBRANE * c->normal[i][0],
                  SYNAPSE_FRONT, c->points[i][1] + (float)r * SYNAPSE_MEMBRANE * c->normal[i][1], front,
                  c->along[i], (float)r);
    gfx_mesh *made = ok ? grid_mesh(&m, g, "synapse_cut", flip, e) : NULL;
    grid_destroy(&m);
    return made;
}

// The outline drawn out from the cut to the back: the outer face, or, moved inwards, the wall of the hollow.
static gfx_mesh *drawn_out(gfx *g, const curve *c, float inwards, bool flip, error *e)
{
    grid m;
    bool ok = grid_create(&m, c->count, STRIPS + 1);
    float sign = inwards > 0.0f ? 1.0f : -1.0f;
    for (int r = 0; ok && r <= STRIPS; r++)
        for (int i = 0; i < c->count; i++) {
            float y = SYNAPSE_FRONT + (SYNAPSE_BACK - SYNAPSE_FRONT) * (float)r / STRIPS;
            const float n[3] = {sign * c->normal[i][0], 0.0f, sign * c->normal[i][1]};
            place(grid_at(&m, i, r), c->points[i][0] + inwards * c->normal[i][0], y,
                  c->points[i][1] + inwards * c->normal[i][1], n, c->along[i], y);
        }
    gfx_mesh *made = ok ? grid_mesh(&m, g, "synapse_face", flip, e) : NULL;
    grid_destroy(&m);
    return made;
}

// What the outline holds, as a face at depth y: rows between its two sides, which mirror one another.
static gfx_mesh *body_mesh(gfx *g, const curve *c, float y, bool flip, error *e)
{
    static const float front[3] = {0.0f, -1.0f, 0.0f};
    int middle = c->count / 2;
    grid m;
    bool ok = grid_create(&m, 2, middle + 1);
    for (int i = 0; ok && i <= middle; i++)
        for (int k = 0; k < 2; k++) {
            int at = k == 0 ? middle - i : middle + i;
            float x = c->points[at][0] + SYNAPSE_MEMBRANE * c->normal[at][0];
            float z = c->points[at][1] + SYNAPSE_MEMBRANE * c->normal[at][1];
            place(grid_at(&m, k, i), x, y, z, front, x, z);
        }
    gfx_mesh *made = ok ? grid_mesh(&m, g, "synapse_body", flip, e) : NULL;
    grid_destroy(&m);
    return made;
}

// A plain rectangle that faces the viewer, a little before the cut.
static gfx_mesh *rectangle(gfx *g, float x0, float x1, float z0, float z1, error *e)
{
    static const float front[3] = {0.0f, -1.0f, 0.0f};
    const float x[2] = {x0, x1}, z[2] = {z0, z1};
    grid m;
    bool ok = grid_create(&m, 2, 2);
    for (int i = 0; ok && i < 4; i++)
        place(grid_at(&m, i & 1, i >> 1), x[i & 1], SYNAPSE_FRONT - 0.002f, z[i >> 1], front, x[i & 1],
              z[i >> 1]);
    gfx_mesh *made = ok ? grid_mesh(&m, g, "synapse_plate", false, e) : NULL;
    grid_destroy(&m);
    return made;
}

// The astrocyte's edge: an arc behind the cleft, at the rim where molecules leave the model.
static gfx_mesh *glia_mesh(gfx *g, error *e)
{
    enum { COLUMNS = 41, ROWS = 9 };
    grid m;
    bool ok = grid_create(&m, COLUMNS, ROWS);
    for (int r = 0; ok && r < ROWS; r++)
        for (int i = 0; i < COLUMNS; i++) {
            float a = 1.45f * (2.0f * (float)i / (COLUMNS - 1) - 1.0f),
                  v = 2.0f * (float)r / (ROWS - 1) - 1.0f;
            float bulge = SYNAPSE_RIM + 0.5f * v * v * v * v + 0.04f * sinf(7.0f * a + 2.0f * v);
            const float n[3] = {-sinf(a), -cosf(a), -0.9f * v * v * v};
            float length = sqrtf(1.0f + n[2] * n[2]);
            const float unit[3] = {n[0] / length, n[1] / length, n[2] / length};
            place(grid_at(&m, i, r), bulge * sinf(a), SYNAPSE_AXIS_Y + bulge * cosf(a), 0.62f * v, unit,
                  a * SYNAPSE_RIM, 0.62f * v);
        }
    gfx_mesh *made = ok ? grid_mesh(&m, g, "synapse_glia", false, e) : NULL;
    grid_destroy(&m);
    return made;
}

static gfx_mesh *quad_mesh(gfx *g, error *e)
{
    static const float corners[4][2] = {{-1.0f, -1.0f}, {1.0f, -1.0f}, {1.0f, 1.0f}, {-1.0f, 1.0f}};
    static const uint32_t indices[6] = {0, 1, 2, 0, 2, 3};
    gfx_mesh_def def = {.label = "quad",
                        .vertices = corners,
                        .vertex_count = 4,
                        .vertex_bytes = sizeof corners[0],
                        .attributes = {{"a_corner", GFX_F32, 2, false, 0}},
                        .attribute_count = 1,
                        .indices = indices,
                        .index_count = 6};
    return gfx_mesh_create(g, &def, e);
}

static gfx_mesh *part_mesh(gfx *g, synapse_part part, synapse_detail detail, error *e)
{
    shape s = {0};
    synapse_part_shape(&s, part, detail);
    gfx_mesh_def def = {.label = "machine",
                        .vertices = s.vertices,
                        .vertex_count = s.vertex_count,
                        .vertex_bytes = sizeof(shape_vertex),
                        .attributes = {{"a_position", GFX_F32, 3, false, offsetof(shape_vertex, position)},
                                       {"a_normal", GFX_F32, 3, false, offsetof(shape_vertex, normal)},
                                       {"a_matter", GFX_F32, 2, false, offsetof(shape_vertex, matter)}},
                        .attribute_count = 3,
                        .indices = s.indices,
                        .index_count = s.index_count};
    gfx_mesh *made = s.failed ? NULL : gfx_mesh_create(g, &def, e);
    shape_destroy(&s);
    return made;
}

static bool cells_create(synapse_meshes *m, gfx *g, error *e)
{
    curve bouton = curve_make(bouton_half, COUNT(bouton_half), true);
    curve post[SIDE_COUNT] = {curve_make(dendrite_half, COUNT(dendrite_half), false),
                              curve_make(spine_half, COUNT(spine_half), false)};
    bool ok = true;
    for (int s = 0; ok && s < SIDE_COUNT; s++) {
        gfx_mesh **to = m->surfaces[s];
        ok = (to[SYNAPSE_SURFACE_BOUTON] = drawn_out(g, &bouton, 0.0f, true, e)) &&
             (to[SYNAPSE_SURFACE_BOUTON_INNER] = drawn_out(g, &bouton, SYNAPSE_MEMBRANE, false, e)) &&
             (to[SYNAPSE_SURFACE_BOUTON_INSIDE] = body_mesh(g, &bouton, 0.55f, false, e)) &&
             (to[SYNAPSE_SURFACE_BOUTON_CUT] = cut_mesh(g, &bouton, false, e)) &&
             (to[SYNAPSE_SURFACE_POST] = drawn_out(g, &post[s], 0.0f, false, e)) &&
             (to[SYNAPSE_SURFACE_POST_CUT] = cut_mesh(g, &post[s], true, e)) &&
             (to[SYNAPSE_SURFACE_POST_BODY] =
                  s == SIDE_SSRI ? rectangle(g, -5.0f, 5.0f, -1.8f, SYNAPSE_FLOOR - SYNAPSE_MEMBRANE, e)
                                 : body_mesh(g, &post[s], SYNAPSE_FRONT + 0.004f, true, e));
    }
    return ok &&
           (m->surfaces[SIDE_KETAMINE][SYNAPSE_SURFACE_DENSITY] =
                rectangle(g, -0.72f, 0.72f, SYNAPSE_FLOOR - SYNAPSE_MEMBRANE - 0.17f,
                          SYNAPSE_FLOOR - SYNAPSE_MEMBRANE, e)) &&
           (m->surfaces[SIDE_KETAMINE][SYNAPSE_SURFACE_GLIA] = glia_mesh(g, e));
}

bool synapse_meshes_create(synapse_meshes *m, gfx *g, error *e)
{
    static const char *const shaders[SYNAPSE_SHADERS] = {
        "brain_stage", "synapse_machine", "synapse_sprite",    "synapse_section", "synapse_face",
        "synapse_far", "synapse_hollow",  "synapse_cytoplasm", "synapse_density"};
    bool ok = true;
    for (int i = 0; ok && i < SYNAPSE_SHADERS; i++)
        ok = (m->shaders[i] = gfx_shader_create(g, shaders[i], e)) != NULL;
    ok = ok && (m->quad = quad_mesh(g, e)) != NULL;
    for (int i = 0; ok && i < SYNAPSE_DETAILS * SYNAPSE_PARTS; i++) {
        synapse_detail d = (synapse_detail)(i / SYNAPSE_PARTS);
        int part = i % SYNAPSE_PARTS;
        ok = (m->parts[d][part] = part_mesh(g, (synapse_part)part, d, e)) != NULL;
    }
    ok = ok && cells_create(m, g, e);
    if (!ok && e && !e->text[0])
        error_set_memory(e, "the synapse");
    return ok;
}

void synapse_meshes_destroy(synapse_meshes *m, gfx *g)
{
    for (int i = 0; i < SYNAPSE_SHADERS; i++)
        gfx_shader_destroy(g, m->shaders[i]);
    gfx_mesh_destroy(g, m->quad);
    for (int d = 0; d < SYNAPSE_DETAILS; d++)
        for (int i = 0; i < SYNAPSE_PARTS; i++)
            gfx_mesh_destroy(g, m->parts[d][i]);
    for (int s = 0; s < SIDE_COUNT; s++)
        for (int i = 0; i < SYNAPSE_SURFACES; i++)
            gfx_mesh_destroy(g, m->surfaces[s][i]);
}
