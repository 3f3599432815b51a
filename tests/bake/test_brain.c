// The brain asset that this build made: closed, oriented, labelled, left on the left.
#include "check.h"

#include "model/brain_asset.h"

#include <stdlib.h>

static brain_asset *brain;

static uint8_t *read_bytes(size_t *count)
{
    FILE *f = fopen(NEUROTIDE_BRAIN_ASSET, "rb");
    if (!f)
        return NULL;
    fseek(f, 0, SEEK_END);
    long size = ftell(f);
    rewind(f);
    uint8_t *bytes = size > 0 ? malloc((size_t)size) : NULL;
    *count = bytes ? fread(bytes, 1, (size_t)size, f) : 0;
    fclose(f);
    return bytes;
}

static int read_brain(void **state)
{
    (void)state;
    size_t count = 0;
    uint8_t *bytes = read_bytes(&count);
    error e = {0};
    brain = bytes ? brain_asset_read(bytes, count, &e) : NULL;
    if (!brain)
        print_error("%s: %s\n", NEUROTIDE_BRAIN_ASSET, e.text);
    free(bytes);
    return brain ? 0 : -1;
}

static int free_brain(void **state)
{
    (void)state;
    brain_asset_free(brain);
    return 0;
}

static void a_cut_or_damaged_asset_is_refused(void **state)
{
    (void)state;
    size_t count = 0;
    uint8_t *bytes = read_bytes(&count);
    assert_non_null(bytes);
    for (size_t k = 0; k < 12; k++) {
        size_t at = count / 12 * k + k;
        assert_null(brain_asset_read(bytes, at, NULL));
        bytes[at] ^= 4;
        assert_null(brain_asset_read(bytes, count, NULL));
        bytes[at] ^= 4;
    }
    free(bytes);
}

static int compare_u64(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return (x > y) - (x < y);
}

static void every_edge_has_exactly_two_triangles(void **state)
{
    (void)state;
    for (size_t i = 0; i < brain_asset_part_count(brain); i++) {
        const brain_part *p = brain_asset_part_at(brain, i);
        uint64_t *edge = malloc(p->index_count * sizeof *edge);
        assert_non_null(edge);
        for (size_t c = 0; c < p->index_count; c++) {
            uint64_t a = p->indices[c], b = p->indices[c % 3 == 2 ? c - 2 : c + 1];
            edge[c] = a < b ? (a << 32 | b << 1) : (b << 32 | a << 1 | 1u);
        }
        qsort(edge, p->index_count, sizeof *edge, compare_u64);
        assert_int_equal(p->index_count % 2, 0);
        for (size_t c = 0; c < p->index_count; c += 2) {
            assert_true((edge[c] & 1u) == 0);
            assert_true(edge[c + 1] == edge[c] + 1);
        }
        free(edge);
    }
}

static void triangle_corners(const brain_part *p, size_t t, double q[3][3])
{
    for (size_t k = 0; k < 3; k++)
        brain_vertex_position_mm(&p->vertices[p->indices[t + k]], q[k]);
}

static double signed_volume_ml(const brain_part *p)
{
    double sum = 0.0;
    for (size_t t = 0; t < p->index_count; t += 3) {
        double q[3][3], *a = q[0], *b = q[1], *c = q[2];
        triangle_corners(p, t, q);
        sum += a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) +
               a[2] * (b[0] * c[1] - b[1] * c[0]);
    }
    return sum / 6000.0;
}

// Share of corners whose normal points to the front of their triangle.
static double outward_share(const brain_part *p)
{
    size_t out = 0;
    for (size_t t = 0; t < p->index_count; t += 3) {
        double q[3][3], u[3], w[3], n[3];
        triangle_corners(p, t, q);
        for (int a = 0; a < 3; a++) {
            u[a] = q[1][a] - q[0][a];
            w[a] = q[2][a] - q[0][a];
        }
        double f[3] = {u[1] * w[2] - u[2] * w[1], u[2] * w[0] - u[0] * w[2], u[0] * w[1] - u[1] * w[0]};
        for (size_t k = 0; k < 3; k++) {
            brain_vertex_normal(&p->vertices[p->indices[t + k]], n);
            out += n[0] * f[0] + n[1] * f[1] + n[2] * f[2] > 0.0;
        }
    }
    return (double)out / (double)p->index_count;
}

static void normals_point_outward(void **state)
{
    (void)state;
    for (size_t i = 0; i < brain_asset_part_count(brain); i++) {
        const brain_part *p = brain_asset_part_at(brain, i);
        assert_true(signed_volume_ml(p) > 0.0);
        assert_true(outward_share(p) > (p->lod == 0 ? 0.985 : p->lod == 1 ? 0.95 : 0.85));
    }
}

static void volumes_are_those_of_an_adult_brain(void **state)
{
    (void)state;
    // 1.1 to 1.6 l; the sulci here are filled from 8 mm down.
    check_between(signed_volume_ml(brain_asset_part(brain, BRAIN_PART_HULL, 0, ATLAS_MIDLINE, -1)), 1100.0,
                  1700.0);
    const brain_part *left = brain_asset_part(brain, BRAIN_PART_HEMISPHERE, 0, ATLAS_LEFT, -1);
    const brain_part *right = brain_asset_part(brain, BRAIN_PART_HEMISPHERE, 0, ATLAS_RIGHT, -1);
    check_between(signed_volume_ml(left), 450.0, 750.0);
    check_relative(signed_volume_ml(left), signed_volume_ml(right), 0.05);
    check_between(signed_volume_ml(brain_asset_part(brain, BRAIN_PART_STEM, 0, ATLAS_MIDLINE, -1)), 100.0,
                  220.0);
}

static void lods_have_their_triangles(void **state)
{
    (void)state;
    static const double hull[] = {200e3, 60e3, 20e3}, half[] = {110e3, 33e3, 11e3},
                        stem[] = {50e3, 15e3, 5e3};
    static const double deep[] = {4000.0, 1200.0, 400.0};
    static const double *const wanted[] = {hull, half, deep, stem};
    for (size_t i = 0; i < brain_asset_part_count(brain); i++) {
        const brain_part *p = brain_asset_part_at(brain, i);
        double triangles = (double)p->index_count / 3.0, most = wanted[p->kind][p->lod];
        check_between(triangles, most * (p->kind == BRAIN_PART_DEEP ? 0.4 : 0.9), most * 1.02);
    }
}

static void cortex_and_cerebellum_belong_to_nodes(void **state)
{
    (void)state;
    int seen[ATLAS_NODES] = {0};
    for (size_t i = 0; i < brain_asset_part_count(brain); i++) {
        const brain_part *p = brain_asset_part_at(brain, i);
        for (size_t k = 0; k < p->vertex_count; k++) {
            const brain_vertex *v = &p->vertices[k];
            int weight[3] = {v->weight[0], v->weight[1], 255 - v->weight[0] - v->weight[1]}, sum = 0;
            if (v->tissue == BRAIN_TISSUE_STEM) {
                assert_int_equal(v->node[0], BRAIN_NO_NODE);
                continue;
            }
            for (int n = 0; n < 3; n++) {
                if (v->node[n] == BRAIN_NO_NODE)
                    continue;
                seen[v->node[n]]++;
                sum += weight[n];
            }
            assert_int_equal(sum, 255);
            assert_true(weight[0] + 1 >= weight[1] && weight[1] + 1 >= weight[2]);
            if (v->tissue == BRAIN_TISSUE_CEREBELLUM)
                assert_int_equal(atlas_node_get(v->node[0])->region, ATLAS_CER);
            if (p->kind == BRAIN_PART_DEEP)
                assert_int_equal(v->node[0], p->node);
        }
    }
    for (int n = 0; n < ATLAS_NODES; n++)
        assert_true(seen[n] > 0);
}

// The first node of the vertex nearest to a place.
static int node_near(const brain_part *p, const double at[3])
{
    int node = -1;
    double least = 1e9;
    for (size_t k = 0; k < p->vertex_count; k++) {
        double q[3], d2 = 0.0;
        brain_vertex_position_mm(&p->vertices[k], q);
        for (int a = 0; a < 3; a++)
            d2 += (q[a] - at[a]) * (q[a] - at[a]);
        if (d2 < least) {
            least = d2;
            node = p->vertices[k].node[0];
        }
    }
    return node;
}

// Places in MNI space outside the left hemisphere, over the middle of AAL's regions.
static void left_is_left(void **state)
{
    (void)state;
    static const struct {
        double at[3];
        atlas_region_id region;
    } landmarks[] = {{{-39.0, -7.0, 60.0}, ATLAS_MOT},   {{-48.0, -26.0, 62.0}, ATLAS_SOM},
                     {{-40.0, 35.0, 40.0}, ATLAS_DLP},   {{-66.0, -35.0, -3.0}, ATLAS_TEM},
                     {{-30.0, -98.0, 3.0}, ATLAS_OCC},   {{-45.0, -65.0, 50.0}, ATLAS_PAR},
                     {{-40.0, -65.0, -50.0}, ATLAS_CER}, {{-20.0, 45.0, -20.0}, ATLAS_OFC}};
    const brain_part *hull = brain_asset_part(brain, BRAIN_PART_HULL, 0, ATLAS_MIDLINE, -1);
    for (size_t i = 0; i < sizeof landmarks / sizeof landmarks[0]; i++) {
        double mirrored[3] = {-landmarks[i].at[0], landmarks[i].at[1], landmarks[i].at[2]};
        assert_int_equal(node_near(hull, landmarks[i].at), atlas_node_of(landmarks[i].region, ATLAS_LEFT));
        assert_int_equal(node_near(hull, mirrored), atlas_node_of(landmarks[i].region, ATLAS_RIGHT));
    }
    for (int h = ATLAS_LEFT; h <= ATLAS_RIGHT; h++) {
        const brain_part *p = brain_asset_part(brain, BRAIN_PART_HEMISPHERE, 0, (atlas_hemisphere)h, -1);
        size_t strangers = 0;
        assert_true(h == ATLAS_LEFT ? p->centre_mm[0] < -25.0 : p->centre_mm[0] > 25.0);
        for (size_t k = 0; k < p->vertex_count; k++)
            strangers += p->vertices[k].node[0] != BRAIN_NO_NODE &&
                         atlas_node_get(p->vertices[k].node[0])->hemisphere != (atlas_hemisphere)h;
        assert_true(strangers * 100 < p->vertex_count);
    }
}

static void the_medial_wall_shows_the_cingulate(void **state)
{
    (void)state;
    // Rays along x from the median plane into each hemisphere.
    static const struct {
        double y, z;
        atlas_region_id region;
    } places[] = {{43.0, 7.0, ATLAS_PGA},
                  {-48.0, 26.0, ATLAS_PCC},
                  {25.0, 29.0, ATLAS_DAC},
                  {50.0, 35.0, ATLAS_MPF},
                  {-80.0, 5.0, ATLAS_OCC}};
    for (int h = ATLAS_LEFT; h <= ATLAS_RIGHT; h++) {
        const brain_part *p = brain_asset_part(brain, BRAIN_PART_HEMISPHERE, 0, (atlas_hemisphere)h, -1);
        const double to[3] = {h == ATLAS_LEFT ? -1.0 : 1.0, 0.0, 0.0};
        brain_hit hit;
        for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
            const double from[3] = {-30.0 * to[0], places[i].y, places[i].z};
            assert_true(brain_asset_ray(p, from, to, &hit));
            assert_int_equal(hit.node, atlas_node_of(places[i].region, (atlas_hemisphere)h));
        }
        const double splenium[3] = {-30.0 * to[0], -31.0, 15.0};
        assert_true(brain_asset_ray(p, splenium, to, &hit));
        assert_int_equal(hit.node, -1);
    }
}

static void deep_parts_lie_where_the_atlas_says(void **state)
{
    (void)state;
    for (int node = 0; node < ATLAS_NODES; node++) {
        const atlas_node *n = atlas_node_get(node);
        if (!atlas_region_get(n->region)->deep)
            continue;
        for (int lod = 0; lod < BRAIN_LODS; lod++) {
            const brain_part *p = brain_asset_part(brain, BRAIN_PART_DEEP, lod, n->hemisphere, node);
            assert_int_equal(p->hemisphere, n->hemisphere);
            double centre[3] = {0.0, 0.0, 0.0}, d2 = 0.0;
            for (size_t k = 0; k < p->vertex_count; k++) {
                double q[3];
                brain_vertex_position_mm(&p->vertices[k], q);
                for (int a = 0; a < 3; a++)
                    centre[a] += q[a] / (double)p->vertex_count;
            }
            for (int a = 0; a < 3; a++)
                d2 += (centre[a] - n->mni_mm[a]) * (centre[a] - n->mni_mm[a]);
            // The atlas' point in the thalamus is that of its medio-dorsal nucleus; the mesh is all of it.
            check_between(sqrt(d2), 0.0, n->region == ATLAS_THA ? 9.0 : 6.0);
        }
    }
}

static void crowns_see_the_sky_and_sulci_do_not(void **state)
{
    (void)state;
    const brain_part *hull = brain_asset_part(brain, BRAIN_PART_HULL, 0, ATLAS_MIDLINE, -1);
    double crown = 0.0, floor = 0.0;
    size_t crowns = 0, floors = 0;
    for (size_t k = 0; k < hull->vertex_count; k++) {
        const brain_vertex *v = &hull->vertices[k];
        if (v->tissue != BRAIN_TISSUE_CORTEX)
            continue;
        if (v->sulcus < 30) {
            crown += v->occlusion;
            crowns++;
        } else if (v->sulcus > 200) {
            floor += v->occlusion;
            floors++;
        }
    }
    assert_true(crowns > 5000 && floors > 1000);
    check_between(crown / (double)crowns, 190.0, 255.0);
    check_between(floor / (double)floors, 20.0, 140.0);
}

static void a_pick_names_the_near_side(void **state)
{
    (void)state;
    const brain_part *hull = brain_asset_part(brain, BRAIN_PART_HULL, 2, ATLAS_MIDLINE, -1);
    brain_hit hit;
    const double left[3] = {-300.0, -7.0, 45.0}, right[3] = {300.0, -7.0, 45.0},
                 beside[3] = {-300.0, 150.0, 45.0};
    const double rightward[3] = {1.0, 0.0, 0.0}, leftward[3] = {-1.0, 0.0, 0.0};
    assert_true(brain_asset_ray(hull, left, rightward, &hit));
    assert_int_equal(atlas_node_get(hit.node)->hemisphere, ATLAS_LEFT);
    assert_true(brain_asset_ray(hull, right, leftward, &hit));
    assert_int_equal(atlas_node_get(hit.node)->hemisphere, ATLAS_RIGHT);
    assert_false(brain_asset_ray(hull, beside, rightward, &hit));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_cut_or_damaged_asset_is_refused),
        cmocka_unit_test(every_edge_has_exactly_two_triangles),
        cmocka_unit_test(normals_point_outward),
        cmocka_unit_test(volumes_are_those_of_an_adult_brain),
        cmocka_unit_test(lods_have_their_triangles),
        cmocka_unit_test(cortex_and_cerebellum_belong_to_nodes),
        cmocka_unit_test(left_is_left),
        cmocka_unit_test(the_medial_wall_shows_the_cingulate),
        cmocka_unit_test(deep_parts_lie_where_the_atlas_says),
        cmocka_unit_test(crowns_see_the_sky_and_sulci_do_not),
        cmocka_unit_test(a_pick_names_the_near_side),
    };
    return cmocka_run_group_tests(tests, read_brain, free_brain);
}
