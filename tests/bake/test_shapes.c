// The steps of bake on shapes whose answers are known.
#include "check.h"

#include "bake/asset.h"
#include "bake/attributes.h"
#include "bake/mend.h"
#include "bake/morphology.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

static grid cube_grid(int n)
{
    return (grid){.n = {n, n, n}, .step_mm = 1.0};
}

static bool is_closed(const uint32_t *index, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t a = index[i], b = index[i % 3 == 2 ? i - 2 : i + 1];
        int same = 0, back = 0;
        for (size_t j = 0; j < count; j++) {
            uint32_t c = index[j], d = index[j % 3 == 2 ? j - 2 : j + 1];
            same += a == c && b == d;
            back += a == d && b == c;
        }
        if (same != 1 || back != 1)
            return false;
    }
    return true;
}

static double length3(double x, double y, double z)
{
    return sqrt(x * x + y * y + z * z);
}

static float *ball_field(const grid *g, double radius)
{
    float *field = bake_alloc(grid_count(g), sizeof *field);
    double c = 0.5 * (g->n[0] - 1);
    for (size_t i = 0; i < grid_count(g); i++) {
        double p[3];
        grid_position(g, i, p);
        field[i] = (float)(radius - length3(p[0] - c, p[1] - c, p[2] - c));
    }
    return field;
}

static void distances_are_euclidean(void **state)
{
    (void)state;
    grid g = {.n = {9, 7, 8}, .step_mm = 1.5};
    size_t count = grid_count(&g);
    uint8_t *seeds = bake_alloc(count, 1), *nearest = bake_alloc(count, 1);
    float *distance = bake_alloc(count, sizeof *distance);
    size_t at[3] = {grid_index(&g, 1, 2, 3), grid_index(&g, 7, 5, 0), grid_index(&g, 4, 0, 7)};
    for (uint8_t k = 0; k < 3; k++)
        seeds[at[k]] = (uint8_t)(k + 5);
    distance_to_seeds(&g, seeds, distance, nearest);
    for (size_t i = 0; i < count; i++) {
        double p[3], to[3], best = 1e9;
        grid_position(&g, i, p);
        for (int k = 0; k < 3; k++) {
            double q[3];
            grid_position(&g, at[k], q);
            to[k] = length3(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
            best = fmin(best, to[k]);
        }
        check_near((double)distance[i], best, 1e-5);
        check_near(to[nearest[i] - 5], best, 1e-5);
    }
    memset(seeds, 0, count);
    distance_to_seeds(&g, seeds, distance, NULL);
    assert_true(distance[0] > 1e8f);
    free(seeds);
    free(nearest);
    free(distance);
}

static void closing_fills_a_slit_but_not_a_valley(void **state)
{
    (void)state;
    grid g = cube_grid(60);
    size_t count = grid_count(&g);
    uint8_t *solid = bake_alloc(count, 1);
    float *depth = bake_alloc(count, sizeof *depth);
    // A block with a slit 4 wide at x = 20..23 and a valley 16 wide at x = 30..45 cut into its top.
    for (int z = 15; z < 40; z++)
        for (int y = 15; y < 45; y++)
            for (int x = 12; x < 50; x++)
                solid[grid_index(&g, x, y, z)] = !(z > 20 && ((x > 19 && x < 24) || (x > 29 && x < 46)));
    depth_below_closing(&g, solid, 5.0, depth);
    assert_true(depth[grid_index(&g, 21, 30, 30)] > 5.0f);
    assert_true(depth[grid_index(&g, 38, 30, 35)] == 0.0f);
    assert_true(depth[grid_index(&g, 15, 30, 30)] > 2.0f);
    assert_true(depth[grid_index(&g, 15, 30, 42)] == 0.0f); // just over the block: nothing is closed there
    free(solid);
    free(depth);
}

static void the_largest_solid_stays_and_is_filled(void **state)
{
    (void)state;
    grid g = cube_grid(24);
    float *field = ball_field(&g, 8.0);
    size_t cavity = grid_index(&g, 12, 12, 12), island = grid_index(&g, 1, 1, 1);
    field[cavity] = -1.0f;
    field[island] = 2.0f;
    keep_largest_solid(&g, field, -0.5f, 0.25f);
    assert_true(field[cavity] == 0.25f);
    assert_true(field[island] == -0.5f);
    free(field);
}

static void a_ball_becomes_a_closed_sphere_with_outward_normals(void **state)
{
    (void)state;
    grid g = cube_grid(20);
    float *field = ball_field(&g, 6.0);
    mesh m = surface_nets(&g, field, 6);
    assert_true(is_closed(m.index, m.index_count));
    for (size_t v = 0; v < m.vertex_count; v++) {
        double d[3], out = 0.0;
        for (int a = 0; a < 3; a++) {
            d[a] = (double)m.position[v][a] - 9.5;
            out += d[a] * (double)m.normal[v][a];
        }
        double r = length3(d[0], d[1], d[2]);
        check_near(r, 6.0, 0.2);
        assert_true(out > 0.97 * r);
    }
    mesh_free(&m);
    free(field);
}

static void a_lone_ball_sees_the_sky_and_a_buried_one_does_not(void **state)
{
    (void)state;
    grid g = cube_grid(20);
    float *field = ball_field(&g, 6.0);
    mesh m = surface_nets(&g, field, 6);
    uint8_t *solid = bake_alloc(grid_count(&g), 1);
    float *open = bake_alloc(m.vertex_count, sizeof *open);
    for (size_t i = 0; i < grid_count(&g); i++)
        solid[i] = field[i] > 0.0f;
    vertex_occlusion(&m, &g, solid, open);
    for (size_t v = 0; v < m.vertex_count; v++)
        assert_true(open[v] > 0.9f);
    memset(solid, 1, grid_count(&g));
    vertex_occlusion(&m, &g, solid, open);
    for (size_t v = 0; v < m.vertex_count; v++)
        assert_true(open[v] < 0.05f);
    free(solid);
    free(open);
    free(field);
    mesh_free(&m);
}

// Random voxels are full of edges that four faces share; well-composed they have none.
static void random_voxels_become_a_closed_surface(void **state)
{
    (void)state;
    grid g = cube_grid(12);
    uint32_t random = 12345;
    float *field = bake_alloc(grid_count(&g), sizeof *field);
    for (int z = 0; z < 12; z++)
        for (int y = 0; y < 12; y++)
            for (int x = 0; x < 12; x++) {
                random = random * 1664525u + 1013904223u;
                bool rim = x < 3 || y < 3 || z < 3 || x > 8 || y > 8 || z > 8;
                field[grid_index(&g, x, y, z)] = rim ? -1.0f : (float)(random >> 8) / 8388608.0f - 1.0f;
            }
    mesh before = surface_nets(&g, field, 0);
    assert_false(is_closed(before.index, before.index_count));
    make_well_composed(&g, field, 0.05f);
    mesh after = surface_nets(&g, field, 0);
    assert_true(after.index_count > 0);
    assert_true(is_closed(after.index, after.index_count));
    mesh_free(&before);
    mesh_free(&after);
    free(field);
}

static void a_pinched_edge_is_mended(void **state)
{
    (void)state;
    // Two tetrahedra that share the edge 0-1.
    static const uint32_t pinched[] = {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3,
                                       0, 4, 1, 0, 1, 5, 0, 5, 4, 1, 4, 5};
    enum { COUNT = sizeof pinched / sizeof pinched[0] };
    assert_false(is_closed(pinched, COUNT));
    mend_result r = mend(pinched, COUNT, 6);
    assert_true(r.closed);
    assert_true(is_closed(r.index, r.index_count));
    assert_true(r.copy_count > 0);
    for (size_t i = 0; i < r.copy_count; i++)
        assert_true(r.copy_of[i] < 2);
    free(r.index);
    free(r.copy_of);
}

static void back_to_back_triangles_vanish(void **state)
{
    (void)state;
    static const uint32_t flat[] = {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3, 4, 5, 6, 5, 4, 6, 7, 7, 4};
    mend_result r = mend(flat, sizeof flat / sizeof flat[0], 8);
    assert_true(r.closed);
    assert_int_equal(r.index_count, 12);
    free(r.index);
    free(r.copy_of);
}

static void an_open_mesh_is_beyond_mending(void **state)
{
    (void)state;
    static const uint32_t open[] = {0, 2, 1, 0, 1, 3, 0, 3, 2};
    mend_result r = mend(open, sizeof open / sizeof open[0], 4);
    assert_false(r.closed);
    free(r.index);
    free(r.copy_of);
}

static void nodes_blend_over_a_border_and_not_over_a_domain(void **state)
{
    (void)state;
    const double centre[3] = {0.0, 0.0, 0.0}, radii[3] = {20.0, 20.0, 20.0}, up[3] = {0.0, 0.0, 1.0};
    mesh m = surface_ellipsoid(centre, radii, up, 40);
    assert_true(is_closed(m.index, m.index_count));
    brain_vertex *v = bake_alloc(m.vertex_count, sizeof *v);
    uint8_t *node = bake_alloc(m.vertex_count, 1), *domain = bake_alloc(m.vertex_count, 1);
    for (size_t i = 0; i < m.vertex_count; i++) {
        domain[i] = m.position[i][1] < 0.0f;
        node[i] = domain[i] ? BRAIN_NO_NODE : m.position[i][0] < 0.0f ? 3 : 4;
    }
    vertex_nodes(&m, node, domain, v);
    for (size_t i = 0; i < m.vertex_count; i++) {
        float x = m.position[i][0];
        if (domain[i]) {
            assert_int_equal(v[i].node[0], BRAIN_NO_NODE);
            continue;
        }
        int share = v[i].node[0] == 3 ? v[i].weight[0] : v[i].node[1] == 3 ? v[i].weight[1] : 0;
        bool middle = fabsf(m.position[i][2]) < 12.0f;
        if (middle && fabsf(x) < 0.9f)
            check_between(share / 255.0, 0.3, 0.7);
        // 7 mm from 10 to 90 %: halfway out there is still some of the other.
        if (middle && fabsf(fabsf(x) - 2.0f) < 0.6f)
            check_between((x < 0.0f ? 255 - share : share) / 255.0, 0.05, 0.45);
        if (middle && fabsf(x) > 9.0f)
            assert_true(x < 0.0f ? share > 250 : share < 5);
    }
    free(v);
    free(node);
    free(domain);
    mesh_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances_are_euclidean),
        cmocka_unit_test(closing_fills_a_slit_but_not_a_valley),
        cmocka_unit_test(the_largest_solid_stays_and_is_filled),
        cmocka_unit_test(a_ball_becomes_a_closed_sphere_with_outward_normals),
        cmocka_unit_test(a_lone_ball_sees_the_sky_and_a_buried_one_does_not),
        cmocka_unit_test(random_voxels_become_a_closed_surface),
        cmocka_unit_test(a_pinched_edge_is_mended),
        cmocka_unit_test(back_to_back_triangles_vanish),
        cmocka_unit_test(an_open_mesh_is_beyond_mending),
        cmocka_unit_test(nodes_blend_over_a_border_and_not_over_a_domain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
