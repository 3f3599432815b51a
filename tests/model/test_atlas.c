// The region graph of docs/models.md: table, symmetry, golden counts, and the home of every AAL1 label.
#include "../check.h"
#include "model/atlas.h"

#include <stdbool.h>
#include <string.h>

static void graph_has_197_edges_and_the_largest_degree_is_7_89(void **state)
{
    (void)state;
    static double w[ATLAS_NODES][ATLAS_NODES];
    atlas_weights(w);
    int edges = 0;
    double largest = 0.0;
    for (int i = 0; i < ATLAS_NODES; i++) {
        double degree = 0.0;
        for (int j = 0; j < ATLAS_NODES; j++) {
            degree += w[i][j];
            edges += j > i && w[i][j] > 0.0;
        }
        largest = degree > largest ? degree : largest;
    }
    assert_int_equal(edges, 197);
    check_near(largest, 7.89, 0.005);
}

static void graph_is_symmetric_without_loops(void **state)
{
    (void)state;
    static double w[ATLAS_NODES][ATLAS_NODES];
    atlas_weights(w);
    for (int i = 0; i < ATLAS_NODES; i++) {
        assert_true(w[i][i] == 0.0);
        for (int j = 0; j < ATLAS_NODES; j++) {
            assert_true(w[i][j] == w[j][i]);
            check_between(w[i][j], 0.0, 1.0);
        }
    }
}

static void graph_is_the_same_seen_in_a_mirror(void **state)
{
    (void)state;
    static double w[ATLAS_NODES][ATLAS_NODES];
    atlas_weights(w);
    for (int i = 0; i < ATLAS_NODES; i++)
        for (int j = 0; j < ATLAS_NODES; j++)
            assert_true(w[i][j] == w[atlas_mirror(i)][atlas_mirror(j)]);
}

static void graph_is_connected(void **state)
{
    (void)state;
    static double w[ATLAS_NODES][ATLAS_NODES];
    atlas_weights(w);
    bool reached[ATLAS_NODES] = {true};
    for (int round = 0; round < ATLAS_NODES; round++)
        for (int i = 0; i < ATLAS_NODES; i++)
            for (int j = 0; j < ATLAS_NODES; j++)
                reached[j] = reached[j] || (reached[i] && w[i][j] > 0.0);
    for (int i = 0; i < ATLAS_NODES; i++)
        assert_true(reached[i]);
}

static double weight_between(double w[ATLAS_NODES][ATLAS_NODES], atlas_region_id a, atlas_hemisphere ha,
                             atlas_region_id b, atlas_hemisphere hb)
{
    return w[atlas_node_of(a, ha)][atlas_node_of(b, hb)];
}

static void weights_come_from_distance_mirror_pairs_and_tracts(void **state)
{
    (void)state;
    static double w[ATLAS_NODES][ATLAS_NODES];
    atlas_weights(w);
    for (int i = 1; i < ATLAS_NODES; i++)
        assert_true(w[i][atlas_mirror(i)] >= 0.5);
    // 110 mm apart: only the least weight of a mirror pair; 6 mm apart: nearer neighbours.
    check_near(weight_between(w, ATLAS_TEM, ATLAS_LEFT, ATLAS_TEM, ATLAS_RIGHT), 0.5, 0.0);
    check_near(weight_between(w, ATLAS_VTA, ATLAS_LEFT, ATLAS_VTA, ATLAS_RIGHT), exp(-6.0 / 30.0), 1e-15);
    check_near(weight_between(w, ATLAS_MOT, ATLAS_LEFT, ATLAS_SOM, ATLAS_LEFT), exp(-sqrt(276.0) / 30.0),
               1e-15);
    check_near(weight_between(w, ATLAS_DRN, ATLAS_MIDLINE, ATLAS_SGA, ATLAS_RIGHT), 0.3, 0.0);
    check_near(weight_between(w, ATLAS_THA, ATLAS_LEFT, ATLAS_OCC, ATLAS_LEFT), 0.4, 0.0);
    check_near(weight_between(w, ATLAS_CER, ATLAS_RIGHT, ATLAS_THA, ATLAS_RIGHT), 0.5, 0.0);
    check_near(weight_between(w, ATLAS_THA, ATLAS_LEFT, ATLAS_OCC, ATLAS_RIGHT), 0.0,
               0.0); // tracts do not cross
}

static void nodes_and_regions_agree(void **state)
{
    (void)state;
    for (int i = 0; i < ATLAS_NODES; i++) {
        const atlas_node *n = atlas_node_get(i);
        const atlas_region *r = atlas_region_get(n->region);
        double sign = n->hemisphere == ATLAS_RIGHT ? -1.0 : 1.0;
        assert_true(n->mni_mm[0] == sign * r->mni_left_mm[0]);
        assert_true(n->mni_mm[1] == r->mni_left_mm[1]);
        assert_true(n->mni_mm[2] == r->mni_left_mm[2]);
        assert_int_equal(atlas_node_of(n->region, n->hemisphere), i);
        assert_int_equal(atlas_mirror(atlas_mirror(i)), i);
        assert_int_equal(atlas_node_get(atlas_mirror(i))->region, n->region);
        assert_true((atlas_mirror(i) == i) == (n->hemisphere == ATLAS_MIDLINE));
    }
    for (int r = 0; r < ATLAS_REGIONS; r++) {
        atlas_region_id found = ATLAS_CER;
        assert_true(atlas_region_find(atlas_region_get((atlas_region_id)r)->id, &found));
        assert_int_equal(found, r);
    }
    atlas_region_id unchanged = ATLAS_INS;
    assert_false(atlas_region_find("DLP", &unchanged));
    assert_false(atlas_region_find("", &unchanged));
    assert_int_equal(unchanged, ATLAS_INS);
}

// Sums over the 47 nodes, docs/models.md: 14.6 (SSRI) and 29.6 (ketamine), means 0.311 and 0.630.
static void drives_sum_to_the_golden_totals(void **state)
{
    (void)state;
    double sum[SIDE_COUNT] = {0.0, 0.0};
    for (int i = 0; i < ATLAS_NODES; i++)
        for (int s = 0; s < SIDE_COUNT; s++)
            sum[s] += atlas_region_get(atlas_node_get(i)->region)->drive[s];
    check_near(sum[SIDE_SSRI], 14.6, 0.05);
    check_near(sum[SIDE_KETAMINE], 29.6, 0.05);
    check_near(sum[SIDE_SSRI] / ATLAS_NODES, 0.311, 0.0005);
    check_near(sum[SIDE_KETAMINE] / ATLAS_NODES, 0.630, 0.0005);
}

static void every_aal_label_belongs_to_a_node_on_its_own_side(void **state)
{
    (void)state;
    for (int label = 1; label <= 108; label++) {
        double place[3] = {label % 2 ? -20.0 : 20.0, 0.0, 0.0};
        int node = atlas_node_of_aal(label, place);
        assert_in_range(node, 1, ATLAS_NODES - 1);
        assert_int_equal(atlas_node_get(node)->hemisphere, label % 2 ? ATLAS_LEFT : ATLAS_RIGHT);
    }
    double anywhere[3] = {0.0, 0.0, 0.0};
    assert_int_equal(atlas_node_of_aal(0, anywhere), -1);
    assert_int_equal(atlas_node_of_aal(-3, anywhere), -1);
    assert_int_equal(atlas_node_of_aal(117, anywhere), -1);
}

static void aal_labels_go_to_the_regions_of_the_sheet(void **state)
{
    (void)state;
    static const struct {
        const char *id;
        int labels[12];
    } sheet[] = {
        {"mot", {1, 19, 69}},
        {"som", {17, 57}},
        {"dlp", {3, 7, 11, 13}},
        {"mpf", {23}},
        {"ofc", {5, 9, 15, 21, 25, 27}},
        {"ins", {29}},
        {"dac", {33}},
        {"pcc", {35, 67}},
        {"hip", {37, 39}},
        {"amy", {41}},
        {"occ", {43, 45, 47, 49, 51, 53}},
        {"tem", {55, 79, 81, 83, 85, 87, 89}},
        {"par", {59, 61, 63, 65}},
        {"cau", {71}},
        {"put", {73, 75}},
        {"tha", {77}},
        {"cer", {91, 93, 95, 97, 99, 101, 103, 105, 107}},
    };
    double place[3] = {0.0, 0.0, 0.0};
    int named = 0;
    for (size_t i = 0; i < sizeof sheet / sizeof *sheet; i++)
        for (int k = 0; k < 12 && sheet[i].labels[k]; k++) {
            int label = sheet[i].labels[k];
            atlas_region_id region = ATLAS_DRN;
            assert_true(atlas_region_find(sheet[i].id, &region));
            assert_int_equal(atlas_node_of_aal(label, place), atlas_node_of(region, ATLAS_LEFT));
            assert_int_equal(atlas_node_of_aal(label + 1, place), atlas_node_of(region, ATLAS_RIGHT));
            named++;
        }
    assert_int_equal(named, 53); // all 54 pairs up to 108 but the anterior cingulate
}

static void anterior_cingulate_is_split_by_the_nearest_centre(void **state)
{
    (void)state;
    double below[3] = {-5, 30, -6}, front[3] = {-6, 44, 9}, above[3] = {-4, 24, 25};
    assert_int_equal(atlas_node_of_aal(31, below), atlas_node_of(ATLAS_SGA, ATLAS_LEFT));
    assert_int_equal(atlas_node_of_aal(31, front), atlas_node_of(ATLAS_PGA, ATLAS_LEFT));
    assert_int_equal(atlas_node_of_aal(31, above), atlas_node_of(ATLAS_DAC, ATLAS_LEFT));
    above[0] = 4.0;
    assert_int_equal(atlas_node_of_aal(32, above), atlas_node_of(ATLAS_DAC, ATLAS_RIGHT));
}

static void vermis_is_halved_at_the_midline(void **state)
{
    (void)state;
    double left[3] = {-2, -60, -20}, right[3] = {2, -60, -20};
    for (int label = 109; label <= 116; label++) {
        assert_int_equal(atlas_node_of_aal(label, left), atlas_node_of(ATLAS_CER, ATLAS_LEFT));
        assert_int_equal(atlas_node_of_aal(label, right), atlas_node_of(ATLAS_CER, ATLAS_RIGHT));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(graph_has_197_edges_and_the_largest_degree_is_7_89),
        cmocka_unit_test(graph_is_symmetric_without_loops),
        cmocka_unit_test(graph_is_the_same_seen_in_a_mirror),
        cmocka_unit_test(graph_is_connected),
        cmocka_unit_test(weights_come_from_distance_mirror_pairs_and_tracts),
        cmocka_unit_test(nodes_and_regions_agree),
        cmocka_unit_test(drives_sum_to_the_golden_totals),
        cmocka_unit_test(every_aal_label_belongs_to_a_node_on_its_own_side),
        cmocka_unit_test(aal_labels_go_to_the_regions_of_the_sheet),
        cmocka_unit_test(anterior_cingulate_is_split_by_the_nearest_centre),
        cmocka_unit_test(vermis_is_halved_at_the_midline),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
