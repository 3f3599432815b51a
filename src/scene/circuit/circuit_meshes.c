#include "scene/circuit/circuit_meshes.h"

#include "scene/circuit/circuit_scene.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const float pi = 3.14159265f;

// --- tubes: ribbons of two triangles a piece that turn towards the viewer (shaders/circuit_tube.glsl)

typedef struct tube_vertex {
    float at[3];
    int8_t tangent[3], side;
    float radius, path; // um
    uint8_t cell, part, shade, halo;
} tube_vertex;

static const gfx_attribute tube_attributes[] = {
    {"a_position", GFX_F32, 3, false, offsetof(tube_vertex, at)},
    {"a_tangent", GFX_I8, 4, true, offsetof(tube_vertex, tangent)},
    {"a_form", GFX_F32, 2, false, offsetof(tube_vertex, radius)},
    {"a_cell", GFX_U8, 2, false, offsetof(tube_vertex, cell)},
    {"a_shade", GFX_U8, 2, true, offsetof(tube_vertex, shade)},
};

typedef struct builder {
    void *vertices;
    uint32_t *indices;
    size_t vertex_count, index_count, vertex_bytes;
} builder;

static bool reserve(builder *b, size_t vertices, size_t indices, size_t vertex_bytes)
{
    *b = (builder){.vertex_bytes = vertex_bytes};
    b->vertices = malloc(vertices * vertex_bytes + 1);
    b->indices = malloc(indices * sizeof *b->indices + 1);
    return b->vertices && b->indices;
}

static gfx_mesh *finish(builder *b, gfx *g, const char *label, const gfx_attribute *attributes, int count,
                        bool reserved, error *e)
{
    gfx_mesh *mesh = NULL;
    if (reserved) {
        gfx_mesh_def d = {.label = label,
                          .vertices = b->vertices,
                          .vertex_count = b->vertex_count,
                          .vertex_bytes = b->vertex_bytes,
                          .attribute_count = count,
                          .indices = b->indices,
                          .index_count = b->index_count};
        memcpy(d.attributes, attributes, (size_t)count * sizeof *attributes);
        mesh = gfx_mesh_create(g, &d, e);
    } else {
        error_set_memory(e, "the cells");
    }
    free(b->vertices);
    free(b->indices);
    return mesh;
}

static void add_triangle(builder *b, uint32_t x, uint32_t y, uint32_t z)
{
    b->indices[b->index_count++] = x;
    b->indices[b->index_count++] = y;
    b->indices[b->index_count++] = z;
}

static int8_t to_i8(float v)
{
    return (int8_t)lroundf(127.0f * fmaxf(-1.0f, fminf(v, 1.0f)));
}

// Tubes are darker where they leave a soma and where they lie among others.
static uint8_t shade_of(const circuit_patch *p, const circuit_patch_neurite *n, const circuit_patch_point *q)
{
    float near = 1.0f;
    if (n->part != CIRCUIT_PART_AXON && n->part != CIRCUIT_PART_APICAL)
        near = fminf(1.0f, 0.72f + 0.28f * q->path / (2.4f * p->cells[n->cell].size));
    return (uint8_t)lroundf(255.0f * near);
}

static void add_tube(builder *b, const circuit_patch *p, const circuit_patch_neurite *n, int step)
{
    const circuit_patch_point *q = p->points + n->first;
    int last = n->count - 1;
    uint32_t start = (uint32_t)b->vertex_count;
    int rows = 0;
    for (int i = 0; i <= last; i = i == last ? last + 1 : (i + step > last ? last : i + step)) {
        const circuit_patch_point *before = &q[i > 0 ? i - 1 : 0], *after = &q[i < last ? i + 1 : last];
        float d[3], length = 0.0f;
        for (int k = 0; k < 3; k++) {
            d[k] = after->at[k] - before->at[k];
            length += d[k] * d[k];
        }
        length = sqrtf(fmaxf(length, 1e-9f));
        tube_vertex v = {.at = {q[i].at[0], q[i].at[1], q[i].at[2]},
                         .tangent = {to_i8(d[0] / length), to_i8(d[1] / length), to_i8(d[2] / length)},
                         .radius = q[i].radius,
                         .path = q[i].path,
                         .cell = n->cell,
                         .part = n->part,
                         .shade = shade_of(p, n, &q[i]),
                         .halo = i < 3 ? (uint8_t)(85 * i) : 255}; // none where a branch leaves its stem
        tube_vertex *out = (tube_vertex *)b->vertices + b->vertex_count;
        out[0] = out[1] = v;
        out[0].side = -127;
        out[1].side = 127;
        b->vertex_count += 2;
        rows++;
    }
    for (int i = 0; i + 1 < rows; i++) {
        uint32_t a = start + 2 * (uint32_t)i;
        add_triangle(b, a, a + 1, a + 3);
        add_triangle(b, a, a + 3, a + 2);
    }
}

static gfx_mesh *tube_mesh(gfx *g, const circuit_patch *p, int lod, error *e)
{
    builder b;
    bool reserved = reserve(&b, 2 * p->point_count, 6 * p->point_count, sizeof(tube_vertex));
    for (size_t i = 0; reserved && i < p->neurite_count; i++) {
        // Axons keep more pieces: the pulses run on them.
        static const int axon_steps[CIRCUIT_LODS] = {1, 2, 3}, steps[CIRCUIT_LODS] = {1, 2, 4};
        bool axon = p->neurites[i].part == CIRCUIT_PART_AXON;
        int step = axon ? axon_steps[lod] : steps[lod];
        if (p->neurites[i].count > 1)
            add_tube(&b, p, &p->neurites[i], step);
    }
    return finish(&b, g, "circuit.tubes", tube_attributes, 5, reserved, e);
}

// --- somata

typedef struct soma_vertex {
    float at[3];
    int8_t normal[3];
    uint8_t cell;
    float height; // along the axis, um
} soma_vertex;

static const gfx_attribute soma_attributes[] = {
    {"a_position", GFX_F32, 3, false, offsetof(soma_vertex, at)},
    {"a_normal", GFX_I8, 3, true, offsetof(soma_vertex, normal)},
    {"a_cell", GFX_U8, 1, false, offsetof(soma_vertex, cell)},
    {"a_height", GFX_F32, 1, false, offsetof(soma_vertex, height)},
};

typedef struct frame3 {
    float axis[3], a[3], b[3];
} frame3;

static void cross(const float a[3], const float b[3], float out[3])
{
    out[0] = a[1] * b[2] - a[2] * b[1];
    out[1] = a[2] * b[0] - a[0] * b[2];
    out[2] = a[0] * b[1] - a[1] * b[0];
}

static frame3 frame_of(const circuit_patch_cell *c)
{
    frame3 f;
    static const float ahead[3] = {1.0f, 0.0f, 0.0f};
    memcpy(f.axis, c->axis, sizeof f.axis);
    cross(f.axis, ahead, f.a);
    float length = sqrtf(f.a[0] * f.a[0] + f.a[1] * f.a[1] + f.a[2] * f.a[2]);
    for (int k = 0; k < 3; k++)
        f.a[k] /= fmaxf(length, 1e-6f);
    cross(f.axis, f.a, f.b);
    return f;
}

// Bodies are not quite round: gentle bulges that differ from cell to cell.
static float bulge(const circuit_patch_cell *c, float angle, float height)
{
    float phase = 1.7f * (float)(c->model_cell % 37);
    return 1.0f + 0.06f * sinf(2.0f * angle + phase) +
           0.045f * sinf(3.0f * angle - 2.0f * height + 2.0f * phase);
}

static soma_vertex soma_point(const circuit_patch_cell *c, const frame3 *f, int cell, float h, float angle)
{
    float high = c->pyramidal ? CIRCUIT_PATCH_SOMA_HIGH : -CIRCUIT_PATCH_SOMA_LOW;
    float r = circuit_patch_soma_radius(c->pyramidal, h) * bulge(c, angle, h);
    float low_h = fmaxf(h - 0.04f, CIRCUIT_PATCH_SOMA_LOW), high_h = fminf(h + 0.04f, high - 0.002f);
    float slope =
        (circuit_patch_soma_radius(c->pyramidal, high_h) - circuit_patch_soma_radius(c->pyramidal, low_h)) /
        fmaxf(high_h - low_h, 1e-3f);
    float scale = 1.0f / sqrtf(1.0f + slope * slope), n[3];
    soma_vertex v = {.cell = (uint8_t)cell, .height = h * c->size};
    for (int k = 0; k < 3; k++) {
        float out = cosf(angle) * f->a[k] + sinf(angle) * f->b[k];
        v.at[k] = c->centre[k] + c->size * (h * f->axis[k] + r * out);
        n[k] = scale * (out - slope * f->axis[k]);
        v.normal[k] = to_i8(n[k]);
    }
    return v;
}

static void add_soma(builder *b, const circuit_patch_cell *c, int cell, int rings, int around)
{
    frame3 f = frame_of(c);
    float low = CIRCUIT_PATCH_SOMA_LOW + 0.004f;
    float high = (c->pyramidal ? CIRCUIT_PATCH_SOMA_HIGH : -CIRCUIT_PATCH_SOMA_LOW) - 0.004f;
    uint32_t start = (uint32_t)b->vertex_count, row = (uint32_t)around;
    for (int i = 0; i <= rings; i++) {
        // Rings lie closer where the surface curves most: at the round ends.
        float t = (float)i / (float)rings;
        t = c->pyramidal ? t * t * 0.55f + t * 0.45f : 0.5f - 0.5f * cosf(pi * t);
        float h = low + (high - low) * t;
        for (int k = 0; k < around; k++)
            ((soma_vertex *)b->vertices)[b->vertex_count++] =
                soma_point(c, &f, cell, h, 2.0f * pi * (float)k / (float)around);
    }
    for (uint32_t i = 0; i < (uint32_t)rings; i++)
        for (uint32_t k = 0; k < row; k++) {
            uint32_t next = (k + 1) % row, a = start + i * row;
            add_triangle(b, a + k, a + next, a + row + next);
            add_triangle(b, a + k, a + row + next, a + row + k);
        }
}

static gfx_mesh *soma_mesh(gfx *g, const circuit_patch *p, int lod, error *e)
{
    static const int rings[CIRCUIT_LODS] = {20, 11, 7}, around[CIRCUIT_LODS] = {24, 12, 7};
    size_t a = (size_t)rings[lod], n = (size_t)around[lod];
    builder b;
    bool reserved =
        reserve(&b, CIRCUIT_PATCH_CELLS * (a + 1) * n, CIRCUIT_PATCH_CELLS * a * n * 6, sizeof(soma_vertex));
    for (int i = 0; reserved && i < CIRCUIT_PATCH_CELLS; i++)
        add_soma(&b, &p->cells[i], i, rings[lod], around[lod]);
    return finish(&b, g, "circuit.somata", soma_attributes, 4, reserved, e);
}

// --- terminals and plugs: squares that face the viewer

typedef struct dot_vertex {
    float at[3];
    int8_t corner[2];
    uint8_t cell, unused;
    float radius, order; // order: path of a terminal's axon, um; rank of a receptor place, 0..1
} dot_vertex;

static const gfx_attribute dot_attributes[] = {
    {"a_position", GFX_F32, 3, false, offsetof(dot_vertex, at)},
    {"a_corner", GFX_I8, 2, false, offsetof(dot_vertex, corner)},
    {"a_cell", GFX_U8, 1, false, offsetof(dot_vertex, cell)},
    {"a_form", GFX_F32, 2, false, offsetof(dot_vertex, radius)},
};

static void add_dot(builder *b, const float at[3], uint8_t cell, float radius, float order)
{
    static const int8_t corners[4][2] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    uint32_t start = (uint32_t)b->vertex_count;
    for (int i = 0; i < 4; i++)
        ((dot_vertex *)b->vertices)[b->vertex_count++] =
            (dot_vertex){.at = {at[0], at[1], at[2]},
                         .corner = {corners[i][0], corners[i][1]},
                         .cell = cell,
                         .radius = radius,
                         .order = order};
    add_triangle(b, start, start + 1, start + 2);
    add_triangle(b, start, start + 2, start + 3);
}

static gfx_mesh *terminal_mesh(gfx *g, const circuit_patch *p, error *e)
{
    builder b;
    bool reserved = reserve(&b, 4 * p->terminal_count, 6 * p->terminal_count, sizeof(dot_vertex));
    for (size_t i = 0; reserved && i < p->terminal_count; i++)
        add_dot(&b, p->terminals[i].at, p->terminals[i].cell, p->terminals[i].radius, p->terminals[i].path);
    return finish(&b, g, "circuit.terminals", dot_attributes, 4, reserved, e);
}

static gfx_mesh *plug_mesh(gfx *g, const circuit_patch *p, error *e)
{
    builder b;
    bool reserved = reserve(&b, 4 * p->site_count, 6 * p->site_count, sizeof(dot_vertex));
    for (size_t i = 0; reserved && i < p->site_count; i++)
        add_dot(&b, p->sites[i].at, p->sites[i].cell, 6.6f, p->sites[i].order);
    return finish(&b, g, "circuit.plugs", dot_attributes, 4, reserved, e);
}

bool circuit_meshes_create(gfx *g, const circuit_patch *p, circuit_meshes *out, error *e)
{
    *out = (circuit_meshes){.terminals = terminal_mesh(g, p, e)};
    out->plugs = out->terminals ? plug_mesh(g, p, e) : NULL;
    bool complete = out->plugs != NULL;
    for (int lod = 0; complete && lod < CIRCUIT_LODS; lod++) {
        out->tubes[lod] = tube_mesh(g, p, lod, e);
        out->somata[lod] = out->tubes[lod] ? soma_mesh(g, p, lod, e) : NULL;
        complete = out->somata[lod] != NULL;
    }
    if (!complete)
        circuit_meshes_destroy(g, out);
    return complete;
}

void circuit_meshes_destroy(gfx *g, circuit_meshes *m)
{
    gfx_mesh_destroy(g, m->terminals);
    gfx_mesh_destroy(g, m->plugs);
    for (int lod = 0; lod < CIRCUIT_LODS; lod++) {
        gfx_mesh_destroy(g, m->tubes[lod]);
        gfx_mesh_destroy(g, m->somata[lod]);
    }
    *m = (circuit_meshes){.terminals = NULL};
}

// --- the stage: a grid, so that soft light is worked out at its corners and not in every pixel

gfx_mesh *circuit_stage_mesh(gfx *g, error *e)
{
    enum { COLUMNS = 40, ROWS = 28 };
    float corners[(COLUMNS + 1) * (ROWS + 1)][2];
    uint32_t indices[COLUMNS * ROWS * 6];
    size_t n = 0;
    for (int y = 0; y <= ROWS; y++)
        for (int x = 0; x <= COLUMNS; x++) {
            corners[y * (COLUMNS + 1) + x][0] = 2.0f * (float)x / COLUMNS - 1.0f;
            corners[y * (COLUMNS + 1) + x][1] = 2.0f * (float)y / ROWS - 1.0f;
        }
    for (uint32_t y = 0; y < ROWS; y++)
        for (uint32_t x = 0; x < COLUMNS; x++) {
            uint32_t a = y * (COLUMNS + 1) + x, b = a + COLUMNS + 1;
            const uint32_t square[6] = {a, a + 1, b + 1, a, b + 1, b};
            memcpy(indices + n, square, sizeof square);
            n += 6;
        }
    gfx_mesh_def d = {.label = "circuit.stage",
                      .vertices = corners,
                      .vertex_count = (COLUMNS + 1) * (ROWS + 1),
                      .vertex_bytes = 2 * sizeof(float),
                      .attributes = {{"a_corner", GFX_F32, 2, false, 0}},
                      .attribute_count = 1,
                      .indices = indices,
                      .index_count = n};
    return gfx_mesh_create(g, &d, e);
}
