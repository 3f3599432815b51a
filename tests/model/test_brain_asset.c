// The reader of the brain asset against a small asset written here: one tetrahedron for every part that must
// be there. The real one is looked at in tests/bake.
#include "check.h"

#include "model/brain_asset.h"
#include "model/small_asset.h"

#include <stdlib.h>
#include <string.h>

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
