#include "model/brain_asset.h"
#include "base/fnv.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { PARTS_MAX = 4096 };

struct brain_asset {
    brain_part *parts;
    brain_vertex *vertices;
    uint32_t *indices;
    size_t part_count;
};

static uint32_t read_u32(const uint8_t *b)
{
    return (uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

static uint64_t read_u64(const uint8_t *b)
{
    return (uint64_t)read_u32(b) | (uint64_t)read_u32(b + 4) << 32;
}

static float read_f32(const uint8_t *b)
{
    uint32_t u = read_u32(b);
    float f;
    memcpy(&f, &u, sizeof f);
    return f;
}

static bool all_zero(const uint8_t *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (b[i])
            return false;
    return true;
}

static bool read_header(const uint8_t *b, size_t count, brain_file_header *h, error *e)
{
    if (count < sizeof *h) {
        error_set(e, "The brain asset is cut off after %zu bytes; build it again.", count);
        return false;
    }
    h->magic = read_u32(b);
    h->version = read_u32(b + 4);
    h->part_count = read_u32(b + 8);
    h->vertex_count = read_u32(b + 12);
    h->index_count = read_u32(b + 16);
    h->vertex_bytes = read_u32(b + 20);
    h->payload_bytes = read_u64(b + 24);
    h->checksum = read_u64(b + 32);
    if (h->magic != BRAIN_FILE_MAGIC) {
        error_set(e, "The brain asset is not a brain asset; build it again.");
        return false;
    }
    if (h->version != BRAIN_FILE_VERSION) {
        error_set(e,
                  "The brain asset has format version %lu and this program reads version %d; build it again.",
                  (unsigned long)h->version, (int)BRAIN_FILE_VERSION);
        return false;
    }
    uint64_t wanted = (uint64_t)h->part_count * sizeof(brain_file_part) +
                      (uint64_t)h->vertex_count * sizeof(brain_vertex) + (uint64_t)h->index_count * 4;
    uint64_t payload = (uint64_t)(count - sizeof *h);
    if (payload < h->payload_bytes) {
        error_set(e, "The brain asset is cut off after %zu bytes; build it again.", count);
        return false;
    }
    if (payload != h->payload_bytes || wanted != payload || h->vertex_bytes != sizeof(brain_vertex) ||
        h->part_count > PARTS_MAX || !all_zero(b + 40, sizeof h->reserved) ||
        fnv1a64_words(FNV1A64_START, b + sizeof *h, (size_t)payload) != h->checksum) {
        error_set(e, "The brain asset is damaged; build it again.");
        return false;
    }
    return true;
}

static bool node_is_known(uint8_t node)
{
    return node < ATLAS_NODES || node == BRAIN_NO_NODE;
}

static bool read_vertex(const uint8_t *b, brain_vertex *v)
{
    for (int k = 0; k < 3; k++) {
        v->position[k] = (uint16_t)(b[2 * k] | b[2 * k + 1] << 8);
        v->node[k] = b[10 + k];
    }
    memcpy(v->normal, b + 6, 2);
    v->occlusion = b[8];
    v->sulcus = b[9];
    v->weight[0] = b[13];
    v->weight[1] = b[14];
    v->tissue = b[15];
    return node_is_known(v->node[0]) && node_is_known(v->node[1]) && node_is_known(v->node[2]) &&
           v->weight[0] + v->weight[1] <= 255 && v->tissue <= BRAIN_TISSUE_DEEP;
}

static bool read_part(const uint8_t *b, const brain_file_header *h, const brain_asset *a, brain_part *p)
{
    uint32_t kind = read_u32(b), lod = read_u32(b + 4), hemisphere = read_u32(b + 8), node = read_u32(b + 12);
    uint32_t first_vertex = read_u32(b + 16), vertex_count = read_u32(b + 20);
    uint32_t first_index = read_u32(b + 24), index_count = read_u32(b + 28);
    if (kind > BRAIN_PART_STEM || lod >= BRAIN_LODS || hemisphere > ATLAS_RIGHT ||
        (node >= ATLAS_NODES && node != BRAIN_NO_NODE) || vertex_count == 0 || index_count == 0 ||
        index_count % 3 != 0 || (uint64_t)first_vertex + vertex_count > h->vertex_count ||
        (uint64_t)first_index + index_count > h->index_count || !all_zero(b + 48, 16))
        return false;
    *p = (brain_part){.kind = (brain_part_kind)kind,
                      .lod = (int)lod,
                      .hemisphere = (atlas_hemisphere)hemisphere,
                      .node = node == BRAIN_NO_NODE ? -1 : (int)node,
                      .vertices = a->vertices + first_vertex,
                      .vertex_count = vertex_count,
                      .indices = a->indices + first_index,
                      .index_count = index_count,
                      .radius_mm = (double)read_f32(b + 44)};
    for (int k = 0; k < 3; k++) {
        p->centre_mm[k] = (double)read_f32(b + 32 + 4 * k);
        if (!(fabs(p->centre_mm[k]) < 1000.0))
            return false;
    }
    if (!(p->radius_mm > 0.0 && p->radius_mm < 1000.0))
        return false;
    for (size_t i = 0; i < index_count; i++)
        if (p->indices[i] >= vertex_count)
            return false;
    return true;
}

// What the picture is made of must be there, so that nobody has to ask.
static bool is_complete(const brain_asset *a)
{
    for (int lod = 0; lod < BRAIN_LODS; lod++) {
        if (!brain_asset_part(a, BRAIN_PART_HULL, lod, ATLAS_MIDLINE, -1) ||
            !brain_asset_part(a, BRAIN_PART_HEMISPHERE, lod, ATLAS_LEFT, -1) ||
            !brain_asset_part(a, BRAIN_PART_HEMISPHERE, lod, ATLAS_RIGHT, -1) ||
            !brain_asset_part(a, BRAIN_PART_STEM, lod, ATLAS_MIDLINE, -1))
            return false;
        for (int node = 0; node < ATLAS_NODES; node++)
            if (atlas_region_get(atlas_node_get(node)->region)->deep &&
                !brain_asset_part(a, BRAIN_PART_DEEP, lod, ATLAS_MIDLINE, node))
                return false;
    }
    return true;
}

brain_asset *brain_asset_read(const void *bytes, size_t count, error *e)
{
    const uint8_t *b = bytes;
    brain_file_header h;
    if (!read_header(b, count, &h, e))
        return NULL;
    brain_asset *a = calloc(1, sizeof *a);
    if (a) {
        // One more than asked for, so that an empty file is no special case.
        a->parts = calloc((size_t)h.part_count + 1, sizeof *a->parts);
        a->vertices = malloc(((size_t)h.vertex_count + 1) * sizeof *a->vertices);
        a->indices = malloc(((size_t)h.index_count + 1) * sizeof *a->indices);
    }
    if (!a || !a->parts || !a->vertices || !a->indices) {
        error_set_memory(e, "the brain asset (%zu MB)", count >> 20);
        brain_asset_free(a);
        return NULL;
    }
    const uint8_t *part = b + sizeof h, *vertex = part + (size_t)h.part_count * sizeof(brain_file_part);
    const uint8_t *index = vertex + (size_t)h.vertex_count * sizeof(brain_vertex);
    bool good = true;
    for (size_t i = 0; i < h.vertex_count; i++)
        good = read_vertex(vertex + i * sizeof(brain_vertex), &a->vertices[i]) && good;
    for (size_t i = 0; i < h.index_count; i++)
        a->indices[i] = read_u32(index + 4 * i);
    for (; good && a->part_count < h.part_count; a->part_count++)
        good = read_part(part + a->part_count * sizeof(brain_file_part), &h, a, &a->parts[a->part_count]);
    if (!good || !is_complete(a)) {
        error_set(e, "The brain asset does not hold the parts of a brain; build it again.");
        brain_asset_free(a);
        return NULL;
    }
    return a;
}

void brain_asset_free(brain_asset *a)
{
    if (!a)
        return;
    free(a->parts);
    free(a->vertices);
    free(a->indices);
    free(a);
}

size_t brain_asset_part_count(const brain_asset *a)
{
    return a->part_count;
}

const brain_part *brain_asset_part_at(const brain_asset *a, size_t i)
{
    return i < a->part_count ? &a->parts[i] : NULL;
}

const brain_part *brain_asset_part(const brain_asset *a, brain_part_kind kind, int lod,
                                   atlas_hemisphere hemisphere, int node)
{
    lod = lod < 0 ? 0 : lod >= BRAIN_LODS ? BRAIN_LODS - 1 : lod;
    for (size_t i = 0; i < a->part_count; i++) {
        const brain_part *p = &a->parts[i];
        if (p->kind == kind && p->lod == lod &&
            (kind != BRAIN_PART_HEMISPHERE || p->hemisphere == hemisphere) &&
            (kind != BRAIN_PART_DEEP || p->node == node))
            return p;
    }
    return NULL;
}

void brain_vertex_position_mm(const brain_vertex *v, double out[3])
{
    for (int k = 0; k < 3; k++)
        out[k] = BRAIN_BOX_MIN_MM + v->position[k] / BRAIN_STEPS_PER_MM;
}

void brain_vertex_normal(const brain_vertex *v, double out[3])
{
    double x = v->normal[0] / 127.0, y = v->normal[1] / 127.0, z = 1.0 - fabs(x) - fabs(y);
    if (z < 0.0) {
        double folded = (1.0 - fabs(y)) * (x < 0.0 ? -1.0 : 1.0);
        y = (1.0 - fabs(x)) * (y < 0.0 ? -1.0 : 1.0);
        x = folded;
    }
    double length = sqrt(x * x + y * y + z * z);
    out[0] = x / length;
    out[1] = y / length;
    out[2] = z / length;
}

// The node with the largest share of a triangle at barycentric weights `at`; "none" competes like a node.
static int dominating_node(const brain_part *p, const uint32_t *corner, const double at[3])
{
    double share[ATLAS_NODES + 1] = {0.0};
    for (int k = 0; k < 3; k++) {
        const brain_vertex *v = &p->vertices[corner[k]];
        int weight[3] = {v->weight[0], v->weight[1], 255 - v->weight[0] - v->weight[1]};
        for (int n = 0; n < 3; n++)
            share[v->node[n] == BRAIN_NO_NODE ? ATLAS_NODES : v->node[n]] += at[k] * weight[n];
    }
    int best = ATLAS_NODES;
    for (int n = 0; n < ATLAS_NODES; n++)
        if (share[n] > share[best])
            best = n;
    return best == ATLAS_NODES ? -1 : best;
}

static bool meets_sphere(const brain_part *p, const double origin[3], const double direction[3])
{
    double along = 0.0, length2 = 0.0, from2 = 0.0;
    for (int k = 0; k < 3; k++) {
        double to = p->centre_mm[k] - origin[k];
        along += to * direction[k];
        length2 += direction[k] * direction[k];
        from2 += to * to;
    }
    if (!(length2 > 0.0))
        return false;
    double miss2 = from2 - along * along / length2;
    return miss2 <= p->radius_mm * p->radius_mm && (along > 0.0 || from2 <= p->radius_mm * p->radius_mm);
}

bool brain_asset_ray(const brain_part *p, const double origin_mm[3], const double direction[3],
                     brain_hit *hit)
{
    if (!meets_sphere(p, origin_mm, direction))
        return false;
    // In the file's own steps, so that corners need no conversion. Möller & Trumbore 1997.
    float o[3], d[3], best = INFINITY, at[3] = {0.0f, 0.0f, 0.0f};
    for (int k = 0; k < 3; k++) {
        o[k] = (float)((origin_mm[k] - BRAIN_BOX_MIN_MM) * BRAIN_STEPS_PER_MM);
        d[k] = (float)(direction[k] * BRAIN_STEPS_PER_MM);
    }
    size_t found = SIZE_MAX;
    for (size_t t = 0; t < p->index_count; t += 3) {
        const uint16_t *a = p->vertices[p->indices[t]].position;
        const uint16_t *b = p->vertices[p->indices[t + 1]].position;
        const uint16_t *c = p->vertices[p->indices[t + 2]].position;
        float u[3], w[3], s[3];
        for (int k = 0; k < 3; k++) {
            u[k] = (float)(b[k] - a[k]);
            w[k] = (float)(c[k] - a[k]);
            s[k] = o[k] - (float)a[k];
        }
        float h[3] = {d[1] * w[2] - d[2] * w[1], d[2] * w[0] - d[0] * w[2], d[0] * w[1] - d[1] * w[0]};
        float det = u[0] * h[0] + u[1] * h[1] + u[2] * h[2];
        if (!(det > 0.0f))
            continue;
        float second = s[0] * h[0] + s[1] * h[1] + s[2] * h[2];
        if (second < 0.0f || second > det)
            continue;
        float q[3] = {s[1] * u[2] - s[2] * u[1], s[2] * u[0] - s[0] * u[2], s[0] * u[1] - s[1] * u[0]};
        float third = d[0] * q[0] + d[1] * q[1] + d[2] * q[2];
        float distance = (w[0] * q[0] + w[1] * q[1] + w[2] * q[2]) / det;
        if (third < 0.0f || second + third > det || distance < 0.0f || !(distance < best))
            continue;
        best = distance;
        found = t;
        at[1] = second / det;
        at[2] = third / det;
    }
    if (found == SIZE_MAX)
        return false;
    double share[3] = {1.0 - (double)at[1] - (double)at[2], (double)at[1], (double)at[2]};
    hit->distance = (double)best;
    hit->triangle = found / 3;
    hit->node = dominating_node(p, p->indices + found, share);
    return true;
}
