// Tubes along curves: the skin lies where the radius says, looks outwards and does not twist.
#include "check.h"

#include "scene/kit/tube.h"

#include <math.h>

static const tube_knot winding[] = {
    {{0.0f, 0.0f, 0.0f}, 1.0f},   {{0.0f, 10.0f, 2.0f}, 0.9f},  {{3.0f, 20.0f, -1.0f}, 0.7f},
    {{-2.0f, 30.0f, 4.0f}, 0.5f}, {{1.0f, 42.0f, 12.0f}, 0.2f},
};
enum { KNOTS = sizeof winding / sizeof winding[0] };

static double distance(const float a[3], const float b[3])
{
    double sum = 0.0;
    for (int i = 0; i < 3; i++)
        sum += ((double)a[i] - (double)b[i]) * ((double)a[i] - (double)b[i]);
    return sqrt(sum);
}

static void curve_runs_through_its_knots(void **state)
{
    (void)state;
    static tube_curve c;
    tube_curve_make(&c, winding, KNOTS);
    for (int k = 0; k < KNOTS; k++) {
        double nearest = INFINITY;
        for (int i = 0; i < TUBE_SAMPLES; i++)
            nearest = fmin(nearest, distance(c.at[i], winding[k].at));
        check_near(nearest, 0.0, 1e-5);
    }
    tube_place start = tube_curve_at(&c, -1.0f), end = tube_curve_at(&c, 2.0f);
    check_near(distance(start.at, winding[0].at), 0.0, 1e-6);
    check_near(distance(end.at, winding[KNOTS - 1].at), 0.0, 1e-6);
    check_near((double)end.radius, 0.2, 1e-6);
}

static void shares_are_of_arc_length(void **state)
{
    (void)state;
    static tube_curve c;
    // Knots at uneven distances: shares stay even.
    const tube_knot straight[] = {
        {{0.0f, 0.0f, 0.0f}, 1.0f}, {{3.0f, 0.0f, 0.0f}, 1.0f}, {{9.0f, 0.0f, 0.0f}, 1.0f}};
    tube_curve_make(&c, straight, 3);
    check_near((double)tube_curve_length(&c), 9.0, 1e-4);
    for (int i = 0; i <= 9; i++)
        check_near((double)tube_curve_at(&c, (float)i / 9.0f).at[0], (double)i, 1e-3);
}

static void skin_lies_at_the_radius_and_looks_outwards(void **state)
{
    (void)state;
    static tube_curve c;
    tube_curve_make(&c, winding, KNOTS);
    tube_mesh m = {0};
    assert_true(tube_mesh_add(&m, &(tube_def){.curve = &c, .rings = 60, .sides = 9, .tag = 3.0f}));
    assert_int_equal(m.vertex_count, 60 * 9);
    assert_int_equal(m.index_count, 59 * 9 * 6);
    for (size_t i = 0; i < m.vertex_count; i++) {
        const tube_vertex *v = &m.vertices[i];
        tube_place p = tube_curve_at(&c, v->along);
        check_near(distance(v->position, p.at), (double)p.radius, 1e-4);
        float length = 0.0f, outwards = 0.0f;
        for (int j = 0; j < 3; j++) {
            length += v->normal[j] * v->normal[j];
            outwards += v->normal[j] * (v->position[j] - p.at[j]);
        }
        check_near((double)length, 1.0, 1e-4);
        assert_true(outwards > 0.9f * p.radius);
        check_near((double)v->tag, 3.0, 0.0);
    }
    for (size_t i = 0; i < m.index_count; i += 3) {
        const float *a = m.vertices[m.indices[i]].position, *b = m.vertices[m.indices[i + 1]].position,
                    *d = m.vertices[m.indices[i + 2]].position, *n = m.vertices[m.indices[i]].normal;
        float e[3], f[3];
        for (int j = 0; j < 3; j++) {
            e[j] = b[j] - a[j];
            f[j] = d[j] - a[j];
        }
        float facing = n[0] * (e[1] * f[2] - e[2] * f[1]) + n[1] * (e[2] * f[0] - e[0] * f[2]) +
                       n[2] * (e[0] * f[1] - e[1] * f[0]);
        assert_true(facing > 0.0f);
    }
    tube_mesh_free(&m);
}

static void tubes_of_one_mesh_stand_beside_one_another(void **state)
{
    (void)state;
    static tube_curve c;
    tube_curve_make(&c, winding, KNOTS);
    tube_mesh m = {0};
    assert_true(tube_mesh_add(&m, &(tube_def){.curve = &c, .rings = 2, .sides = 3, .tag = 0.0f}));
    assert_true(tube_mesh_add(&m, &(tube_def){.curve = &c, .rings = 4, .sides = 5, .tag = 1.0f}));
    assert_int_equal(m.vertex_count, 6 + 20);
    for (size_t i = 0; i < m.index_count; i++) {
        bool second = i >= 1 * 3 * 6;
        assert_in_range(m.indices[i], second ? 6 : 0, second ? 25 : 5);
    }
    tube_mesh_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(curve_runs_through_its_knots),
        cmocka_unit_test(shares_are_of_arc_length),
        cmocka_unit_test(skin_lies_at_the_radius_and_looks_outwards),
        cmocka_unit_test(tubes_of_one_mesh_stand_beside_one_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
