// The reader of the brain asset against a small asset written here: one tetrahedron for every part that must
// be there. The real one is looked at in tests/bake.
#include "check.h"

#include "base/fnv.h"
#include "scene/brain/brain_asset.h"

#include <stdlib.h>
#include <string.h>

enum { CORNERS = 4, FACES = 4, PARTS_MAX = 128 };

typedef struct file {
    uint8_t *bytes;
    size_t count;
} file;

static void put_u32(uint8_t *b, uint32_t v)
{
    for (int i = 0; i < 4; i++)
        b[i] = (uint8_t)(v >> 8 * i);
}

static void put_u64(uint8_t *b, uint64_t v)
{
    put_u32(b, (uint32_t)v);
    put_u32(b + 4, (uint32_t)(v >> 32));
}

static void put_f32(uint8_t *b, float v)
{
    uint32_t u;
    memcpy(&u, &v, sizeof u);
    put_u32(b, u);
}

static void seal(file *f)
{
    put_u64(f->bytes + 24, f->count - sizeof(brain_file_header));
    put_u64(f->bytes + 32, fnv1a64_words(FNV1A64_START, f->bytes + sizeof(brain_file_header),
                                         f->count - sizeof(brain_file_header)));
}

typedef struct part_id {
    brain_part_kind kind;
    uint32_t lod, hemisphere, node;
} part_id;

static size_t list_parts(part_id out[PARTS_MAX])
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
static file make_file(void)
{
    static const uint8_t faces[3 * FACES] = {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3};
    part_id id[PARTS_MAX];
    size_t parts = list_parts(id);
    file f = {.count = sizeof(brain_file_header) + parts * (64 + 16 * CORNERS + 4 * 3 * FACES)};
    f.bytes = calloc(f.count, 1);
    assert_non_null(f.bytes);
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

// One sentence, with this in it.
static void assert_refused_for(const void *bytes, size_t count, const char *reason)
{
    error e = {0};
    brain_asset *a = brain_asset_read(bytes, count, &e);
    assert_null(a);
    size_t length = strlen(e.text);
    assert_true(length > 20 && e.text[length - 1] == '.');
    assert_null(strchr(e.text, '\n'));
    assert_non_null(strstr(e.text, reason));
}

static void assert_refused(const void *bytes, size_t count)
{
    assert_refused_for(bytes, count, "build it again");
}

static void a_whole_file_is_read(void **state)
{
    (void)state;
    file f = make_file();
    error e = {0};
    brain_asset *a = brain_asset_read(f.bytes, f.count, &e);
    assert_string_equal(e.text, "");
    assert_non_null(a);
    free(f.bytes); // the asset keeps its own copy
    const brain_part *left = brain_asset_part(a, BRAIN_PART_HEMISPHERE, 1, ATLAS_LEFT, -1);
    assert_int_equal(left->hemisphere, ATLAS_LEFT);
    assert_int_equal(left->lod, 1);
    assert_int_equal(left->node, -1);
    assert_int_equal(left->index_count, 3 * FACES);
    double p[3];
    brain_vertex_position_mm(&left->vertices[1], p);
    check_near(p[0], 10.0, 1e-12);
    check_near(p[2], 0.0, 1e-12);
    int tha = atlas_node_of(ATLAS_THA, ATLAS_RIGHT);
    assert_int_equal(brain_asset_part(a, BRAIN_PART_DEEP, 2, ATLAS_MIDLINE, tha)->node, tha);
    assert_int_equal(brain_asset_part(a, BRAIN_PART_HULL, 99, ATLAS_MIDLINE, -1)->lod, BRAIN_LODS - 1);
    assert_null(brain_asset_part(a, BRAIN_PART_DEEP, 0, ATLAS_LEFT, atlas_node_of(ATLAS_DLP, ATLAS_LEFT)));
    brain_asset_free(a);
}

static void a_file_cut_at_any_length_is_refused(void **state)
{
    (void)state;
    file f = make_file();
    for (size_t n = 0; n < f.count; n++) {
        uint8_t *exact = malloc(n ? n : 1); // so that reading past the cut is seen by the sanitizer
        assert_non_null(exact);
        memcpy(exact, f.bytes, n);
        assert_refused_for(exact, n, "cut off");
        free(exact);
    }
    uint8_t *longer = calloc(f.count + 1, 1);
    assert_non_null(longer);
    memcpy(longer, f.bytes, f.count);
    assert_refused(longer, f.count + 1);
    free(longer);
    free(f.bytes);
}

static void a_flipped_bit_anywhere_is_refused(void **state)
{
    (void)state;
    file f = make_file();
    for (size_t i = 0; i < f.count; i++) {
        uint8_t bit = (uint8_t)(1u << i % 8);
        f.bytes[i] ^= bit;
        assert_refused(f.bytes, f.count);
        f.bytes[i] ^= bit;
    }
    free(f.bytes);
}

// A checksum does not vouch for sense: the same bytes with a right checksum and one wrong value each.
static void nonsense_with_a_right_checksum_is_refused(void **state)
{
    (void)state;
    file f = make_file();
    uint32_t parts = (uint32_t)f.bytes[8];
    size_t part = sizeof(brain_file_header), vertex = part + 64 * parts,
           index = vertex + 16 * CORNERS * parts;
    static const uint32_t huge = 0xFFFFFFF0u;
    const struct {
        size_t at;
        uint32_t value;
    } wrong[] = {{part, 4},
                 {part + 4, BRAIN_LODS},
                 {part + 8, 3},
                 {part + 12, ATLAS_NODES},
                 {part + 16, huge},
                 {part + 20, huge},
                 {part + 20, 0},
                 {part + 24, huge},
                 {part + 28, huge},
                 {part + 28, 11},
                 {part + 32, 0x7FC00000u},     // NaN
                 {part + 44, 0x7F800000u},     // infinity
                 {part + 64 + 8, ATLAS_RIGHT}, // then there is no left hemisphere
                 {vertex + 8, 0x2F000000u},    // node 47
                 {vertex + 12, 0x00FFFF00u},   // weights beyond 255
                 {vertex + 12, 0x0400FF00u},   // tissue 4
                 {index, CORNERS}};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        uint8_t kept[4];
        memcpy(kept, f.bytes + wrong[i].at, 4);
        put_u32(f.bytes + wrong[i].at, wrong[i].value);
        seal(&f);
        assert_refused_for(f.bytes, f.count, "does not hold the parts");
        memcpy(f.bytes + wrong[i].at, kept, 4);
    }
    free(f.bytes);
}

static void another_version_is_named(void **state)
{
    (void)state;
    file f = make_file();
    put_u32(f.bytes + 4, 77);
    error e = {0};
    assert_null(brain_asset_read(f.bytes, f.count, &e));
    assert_non_null(strstr(e.text, "77"));
    free(f.bytes);
}

static void a_ray_meets_the_near_face_and_its_node(void **state)
{
    (void)state;
    file f = make_file();
    brain_asset *a = brain_asset_read(f.bytes, f.count, NULL);
    free(f.bytes);
    assert_non_null(a);
    const brain_part *hull = brain_asset_part(a, BRAIN_PART_HULL, 2, ATLAS_MIDLINE, -1);
    brain_hit hit;
    // From above at (2, 2): the slanted face x + y + z = 10.
    const double above[3] = {2.0, 2.0, 100.0}, down[3] = {0.0, 0.0, -1.0}, up[3] = {0.0, 0.0, 1.0};
    assert_true(brain_asset_ray(hull, above, down, &hit));
    check_near(hit.distance, 94.0, 1e-3);
    assert_int_equal(hit.triangle, 3);
    assert_int_equal(hit.node, 8);
    const double near_rim[3] = {4.5, 4.5, 100.0};
    assert_true(brain_asset_ray(hull, near_rim, down, &hit));
    assert_int_equal(hit.node, 7);
    // Distances are counted in lengths of the direction.
    const double down2[3] = {0.0, 0.0, -2.0};
    assert_true(brain_asset_ray(hull, above, down2, &hit));
    check_near(hit.distance, 47.0, 1e-3);
    assert_false(brain_asset_ray(hull, above, up, &hit));
    const double aside[3] = {9.0, 9.0, 100.0}, none[3] = {0.0, 0.0, 0.0};
    assert_false(brain_asset_ray(hull, aside, down, &hit));
    assert_false(brain_asset_ray(hull, above, none, &hit));
    brain_asset_free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_whole_file_is_read),
        cmocka_unit_test(a_file_cut_at_any_length_is_refused),
        cmocka_unit_test(a_flipped_bit_anywhere_is_refused),
        cmocka_unit_test(nonsense_with_a_right_checksum_is_refused),
        cmocka_unit_test(another_version_is_named),
        cmocka_unit_test(a_ray_meets_the_near_face_and_its_node),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
