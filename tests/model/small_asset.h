// A brain asset that is as small as can be: one tetrahedron for every part that must be there.
#ifndef NEUROTIDE_TESTS_SMALL_ASSET_H
#define NEUROTIDE_TESTS_SMALL_ASSET_H

#include "base/brain_format.h"
#include "base/fnv.h"
#include "model/atlas.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CORNERS = 4, FACES = 4, PARTS_MAX = 128 };

typedef struct file {
    uint8_t *bytes;
    size_t count;
} file;

static inline void put_u32(uint8_t *b, uint32_t v)
{
    for (int i = 0; i < 4; i++)
        b[i] = (uint8_t)(v >> 8 * i);
}

static inline void put_u64(uint8_t *b, uint64_t v)
{
    put_u32(b, (uint32_t)v);
    put_u32(b + 4, (uint32_t)(v >> 32));
}

static inline void put_f32(uint8_t *b, float v)
{
    uint32_t u;
    memcpy(&u, &v, sizeof u);
    put_u32(b, u);
}

// Writes length and checksum as they should be.
static inline void seal(file *f)
{
    put_u64(f->bytes + 24, f->count - sizeof(brain_file_header));
    put_u64(f->bytes + 32, fnv1a64_words(FNV1A64_START, f->bytes + sizeof(brain_file_header),
                                         f->count - sizeof(brain_file_header)));
}

typedef struct part_id {
    brain_part_kind kind;
    uint32_t lod, hemisphere, node;
} part_id;

static inline size_t list_parts(part_id out[PARTS_MAX])
{
    size_t n = 0;
    for (uint32_t lod = 0; lod < BRAIN_LODS; lod++) {
        out[n++] = (part_id){BRAIN_PART_HULL, lod, ATLAS_MIDLINE, BRAIN_NO_NODE};
        out[n++] = (part_id){BRAIN_PART_HEMISPHERE, lod, ATLAS_LEFT, BRAIN_NO_NODE};
        out[n++] = (part_id){BRAIN_PART_HEMISPHERE, lod, ATLAS_RIGHT, BRAIN_NO_NODE};
        out[n++] = (part_id){BRAIN_PART_STEM, lod, ATLAS_MIDLINE, BRAIN_NO_NODE};
        for (int node = 0; node < ATLAS_NODES; node++)
            if (atlas_region_get(atlas_node_get(node)->region)->deep)
                out[n++] = (part_id){BRAIN_PART_DEEP, lod, (uint32_t)atlas_node_get(node)->hemisphere,
                                     (uint32_t)node};
    }
    return n;
}

// Corners of every tetrahedron, mm: the origin and 10 mm along each axis.
static inline file make_file(void)
{
    static const uint8_t faces[3 * FACES] = {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3};
    part_id id[PARTS_MAX];
    size_t parts = list_parts(id);
    file f = {.count = sizeof(brain_file_header) + parts * (64 + 16 * CORNERS + 4 * 3 * FACES)};
    f.bytes = calloc(f.count, 1);
    if (!f.bytes)
        abort();
    put_u32(f.bytes, BRAIN_FILE_MAGIC);
    put_u32(f.bytes + 4, BRAIN_FILE_VERSION);
    put_u32(f.bytes + 8, (uint32_t)parts);
    put_u32(f.bytes + 12, (uint32_t)parts * CORNERS);
    put_u32(f.bytes + 16, (uint32_t)parts * 3 * FACES);
    put_u32(f.bytes + 20, 16);
    uint8_t *part = f.bytes + sizeof(brain_file_header), *vertex = part + 64 * parts;
    uint8_t *index = vertex + 16 * CORNERS * parts;
    for (size_t i = 0; i < parts; i++) {
        uint32_t head[8] = {(uint32_t)id[i].kind,  id[i].lod, id[i].hemisphere,        id[i].node,
                            (uint32_t)i * CORNERS, CORNERS,   (uint32_t)i * 3 * FACES, 3 * FACES};
        for (int k = 0; k < 8; k++)
            put_u32(part + 64 * i + 4 * k, head[k]);
        for (int k = 0; k < 3; k++)
            put_f32(part + 64 * i + 32 + 4 * k, 3.0f);
        put_f32(part + 64 * i + 44, 12.0f);
        for (int c = 0; c < CORNERS; c++) {
            uint8_t *v = vertex + 16 * (CORNERS * i + (size_t)c);
            for (int k = 0; k < 3; k++) {
                unsigned q = (128u + (c == k + 1 ? 10u : 0u)) * 256u;
                v[2 * k] = (uint8_t)q;
                v[2 * k + 1] = (uint8_t)(q >> 8);
            }
            v[10] = (uint8_t)(c == 3 ? 8 : 7); // THA: right at the top corner, left elsewhere
            v[11] = v[12] = BRAIN_NO_NODE;
            v[13] = 255;
        }
        for (int k = 0; k < 3 * FACES; k++)
            put_u32(index + 4 * (3 * FACES * i + (size_t)k), faces[k]);
    }
    seal(&f);
    return f;
}

#endif
