// The machines' solids: every part is whole, and a face holds its outline's area.
#include "check.h"

#include "scene/synapse/synapse_parts.h"

#include <math.h>

static double area_of_face(const shape *s, float y)
{
    double area = 0.0;
    for (size_t i = 0; i + 2 < s->index_count; i += 3) {
        const shape_vertex *a = &s->vertices[s->indices[i]], *b = &s->vertices[s->indices[i + 1]],
                           *c = &s->vertices[s->indices[i + 2]];
        if (fabsf(a->position[1] - y) > 1e-6f || fabsf(b->position[1] - y) > 1e-6f ||
            fabsf(c->position[1] - y) > 1e-6f)
            continue;
        double ux = (double)(b->position[0] - a->position[0]), uz = (double)(b->position[2] - a->position[2]);
        double wx = (double)(c->position[0] - a->position[0]), wz = (double)(c->position[2] - a->position[2]);
        double twice = ux * wz - uz * wx;
        assert_true(twice > -1e-6); // counter-clockwise to the viewer
        area += 0.5 * twice;
    }
    return area;
}

// A pac-man outline: ears only in part of its corners.
static void a_face_with_a_mouth_keeps_its_area(void **state)
{
    (void)state;
    static const float points[][2] = {{-1, -1}, {1, -1}, {1, 1}, {0.2f, 1}, {0, -0.5f}, {-0.2f, 1}, {-1, 1}};
    shape_profile p = shape_profile_make(points, 7);
    shape s = {0};
    shape_slab slab = {.depth = 0.5f, .bevel = 0.0f, .thin = true};
    shape_add_slab(&s, &p, &slab);
    assert_false(s.failed);
    check_near(area_of_face(&s, -0.5f), 4.0 - 0.5 * 0.4 * 1.5, 1e-5);
    shape_destroy(&s);
}

static void softening_doubles_the_corners_and_stays_inside(void **state)
{
    (void)state;
    static const float square[][2] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
    shape_profile p = shape_profile_make(square, 4), soft = shape_profile_soften(&p, 3);
    assert_int_equal(soft.count, 32);
    for (int i = 0; i < soft.count; i++)
        for (int k = 0; k < 2; k++)
            assert_true(soft.points[i][k] >= 0.0f && soft.points[i][k] <= 1.0f);
}

static void every_part_is_whole_in_both_details(void **state)
{
    (void)state;
    size_t corners[SYNAPSE_DETAILS] = {0, 0};
    for (int d = 0; d < SYNAPSE_DETAILS; d++)
        for (int i = 0; i < SYNAPSE_PARTS; i++) {
            shape s = {0};
            synapse_part_shape(&s, (synapse_part)i, (synapse_detail)d);
            assert_false(s.failed);
            assert_true(s.index_count >= 3 && s.index_count % 3 == 0);
            for (size_t k = 0; k < s.index_count; k++)
                assert_true(s.indices[k] < s.vertex_count);
            for (size_t k = 0; k < s.vertex_count; k++) {
                const float *n = s.vertices[k].normal;
                check_near((double)(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]), 1.0, 1e-4);
            }
            corners[d] += s.index_count;
            shape_destroy(&s);
        }
    assert_true(2 * corners[SYNAPSE_COARSE] < corners[SYNAPSE_FINE]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_face_with_a_mouth_keeps_its_area),
        cmocka_unit_test(softening_doubles_the_corners_and_stays_inside),
        cmocka_unit_test(every_part_is_whole_in_both_details),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
