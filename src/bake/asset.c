#include "bake/asset.h"
#include "bake/mend.h"
#include "base/fnv.h"

#include <math.h>
#include <meshoptimizer.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A simplified set of triangles and where each of its vertices came from.
typedef struct selection {
    uint32_t *index, *origin;
    size_t index_count, vertex_count;
    bool closed;
} selection;

static void selection_free(selection *s)
{
    free(s->index);
    free(s->origin);
}

// Reduced, mended, in the order that the vertex cache and the vertex fetch like.
static selection simplify(const mesh *m, asset_lod lod)
{
    const float *positions = &m->position[0][0];
    float scale = meshopt_simplifyScale(positions, m->vertex_count, sizeof *m->position);
    uint32_t *reduced = bake_alloc(m->index_count, sizeof *reduced);
    size_t count =
        meshopt_simplify(reduced, m->index, m->index_count, positions, m->vertex_count, sizeof *m->position,
                         3 * lod.triangles, (float)lod.error_mm / scale, 0, NULL);
    mend_result mended = mend(reduced, count, m->vertex_count);
    free(reduced);
    size_t vertices = m->vertex_count + mended.copy_count;
    selection s = {.index_count = mended.index_count, .closed = mended.closed};
    s.index = bake_alloc(s.index_count, sizeof *s.index);
    meshopt_optimizeVertexCache(s.index, mended.index, s.index_count, vertices);
    uint32_t *remap = bake_alloc(vertices, sizeof *remap);
    s.origin = bake_alloc(vertices, sizeof *s.origin);
    s.vertex_count = meshopt_optimizeVertexFetchRemap(remap, s.index, s.index_count, vertices);
    for (size_t v = 0; v < vertices; v++)
        if (remap[v] != UINT32_MAX)
            s.origin[remap[v]] = v < m->vertex_count ? (uint32_t)v : mended.copy_of[v - m->vertex_count];
    for (size_t i = 0; i < s.index_count; i++)
        s.index[i] = remap[s.index[i]];
    free(remap);
    free(mended.index);
    free(mended.copy_of);
    return s;
}

mesh asset_simplify(const mesh *m, asset_lod lod)
{
    selection s = simplify(m, lod);
    mesh out = {.vertex_count = s.vertex_count, .index_count = s.index_count, .index = s.index};
    out.position = bake_alloc(out.vertex_count, sizeof *out.position);
    out.normal = bake_alloc(out.vertex_count, sizeof *out.normal);
    for (size_t v = 0; v < out.vertex_count; v++) {
        memcpy(out.position[v], m->position[s.origin[v]], sizeof *out.position);
        memcpy(out.normal[v], m->normal[s.origin[v]], sizeof *out.normal);
    }
    free(s.origin);
    return out;
}

static void bounding_sphere(const mesh *m, brain_file_part *part)
{
    float lo[3] = {INFINITY, INFINITY, INFINITY}, hi[3] = {-INFINITY, -INFINITY, -INFINITY};
    for (size_t v = 0; v < m->vertex_count; v++)
        for (int a = 0; a < 3; a++) {
            lo[a] = fminf(lo[a], m->position[v][a]);
            hi[a] = fmaxf(hi[a], m->position[v][a]);
        }
    double radius2 = 0.0;
    for (int a = 0; a < 3; a++)
        part->centre_mm[a] = 0.5f * (lo[a] + hi[a]);
    for (size_t v = 0; v < m->vertex_count; v++) {
        double d2 = 0.0;
        for (int a = 0; a < 3; a++) {
            double d = (double)(m->position[v][a] - part->centre_mm[a]);
            d2 += d * d;
        }
        radius2 = fmax(radius2, d2);
    }
    part->radius_mm = (float)(sqrt(radius2) + 0.01);
}

static void append(asset *a, brain_file_part part, const brain_vertex *vertices, const selection *s)
{
    part.first_vertex = (uint32_t)a->vertex_count;
    part.vertex_count = (uint32_t)s->vertex_count;
    part.first_index = (uint32_t)a->index_count;
    part.index_count = (uint32_t)s->index_count;
    a->parts = bake_realloc(a->parts, a->part_count + 1, sizeof *a->parts);
    a->vertices = bake_realloc(a->vertices, a->vertex_count + s->vertex_count, sizeof *a->vertices);
    a->indices = bake_realloc(a->indices, a->index_count + s->index_count, sizeof *a->indices);
    a->parts[a->part_count++] = part;
    for (size_t v = 0; v < s->vertex_count; v++)
        a->vertices[a->vertex_count++] = vertices[s->origin[v]];
    memcpy(a->indices + a->index_count, s->index, s->index_count * sizeof *s->index);
    a->index_count += s->index_count;
}

bool asset_add(asset *a, brain_file_part part, const mesh *m, const brain_vertex *vertices,
               const asset_lod coarser[BRAIN_LODS - 1], error *e)
{
    bounding_sphere(m, &part);
    bool closed = true;
    for (uint32_t lod = 0; closed && lod < BRAIN_LODS; lod++) {
        selection s = simplify(m, lod == 0 ? (asset_lod){m->index_count / 3, 0.0} : coarser[lod - 1]);
        part.lod = lod;
        closed = s.closed;
        if (closed)
            append(a, part, vertices, &s);
        else
            error_set(e, "a mesh (kind %u, lod %u, node %u) could not be closed; this is a defect of bake.",
                      part.kind, lod, part.node);
        selection_free(&s);
    }
    return closed;
}

// The structures are stored as they lie in memory; the format is little-endian.
static bool little_endian(void)
{
    const uint16_t one = 1;
    uint8_t first;
    memcpy(&first, &one, 1);
    return first == 1;
}

bool asset_write(const asset *a, const char *path, error *e)
{
    char temporary[4200];
    if (!little_endian()) {
        error_set(e, "bake writes little-endian files and runs on little-endian machines only.");
        return false;
    }
    if (snprintf(temporary, sizeof temporary, "%s.part", path) >= (int)sizeof temporary) {
        error_set(e, "the output path is too long.");
        return false;
    }
    size_t sizes[3] = {a->part_count * sizeof *a->parts, a->vertex_count * sizeof *a->vertices,
                       a->index_count * sizeof *a->indices};
    const void *blocks[3] = {a->parts, a->vertices, a->indices};
    brain_file_header h = {.magic = BRAIN_FILE_MAGIC,
                           .version = BRAIN_FILE_VERSION,
                           .part_count = (uint32_t)a->part_count,
                           .vertex_count = (uint32_t)a->vertex_count,
                           .index_count = (uint32_t)a->index_count,
                           .vertex_bytes = sizeof(brain_vertex),
                           .payload_bytes = sizes[0] + sizes[1] + sizes[2],
                           .checksum = FNV1A64_START};
    for (int b = 0; b < 3; b++)
        h.checksum = fnv1a64_words(h.checksum, blocks[b], sizes[b]);
    FILE *file = fopen(temporary, "wb");
    bool written = file && fwrite(&h, sizeof h, 1, file) == 1;
    for (int b = 0; written && b < 3; b++)
        written = fwrite(blocks[b], 1, sizes[b], file) == sizes[b];
    if (file && fclose(file) != 0)
        written = false;
    if (!written || rename(temporary, path) != 0) {
        error_set(e, "cannot write %s; check that the folder exists and has room.", path);
        remove(temporary);
        return false;
    }
    return true;
}

void asset_free(asset *a)
{
    free(a->parts);
    free(a->vertices);
    free(a->indices);
    memset(a, 0, sizeof *a);
}
