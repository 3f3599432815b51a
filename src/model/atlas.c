#include "model/atlas.h"

#include "base/dmath.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

enum { NEIGHBOURS = 4, AAL_LABELS = 116, AAL_CINGULUM_ANT = 31, AAL_VERMIS_FIRST = 109 };

static const double REACH_MM = 30.0;        // weight of near neighbours falls by e over this distance
static const double HOMOTOPIC_WEIGHT = 0.5; // least weight between mirror regions

// Left centroids read off the voxel-centre list of AAL3v1 (2 mm voxels); the hypothalamus, which AAL lacks,
// from memory. Drive: first SSRI, then ketamine, both illustrative.
static const atlas_region REGIONS[ATLAS_REGIONS] = {
    [ATLAS_DRN] = {"drn", {0, -27, -11}, {1.00, 0.20}, true},
    [ATLAS_LC] = {"lc", {-5, -35, -25}, {0.45, 0.25}, true},
    [ATLAS_VTA] = {"vta", {-3, -19, -17}, {0.50, 0.30}, true},
    [ATLAS_HYP] = {"hyp", {-5, -6, -10}, {0.70, 0.30}, true},
    [ATLAS_THA] = {"tha", {-5, -15, 5}, {0.60, 0.85}, true},
    [ATLAS_AMY] = {"amy", {-23, -1, -19}, {0.60, 0.50}, true},
    [ATLAS_HIP] = {"hip", {-25, -21, -11}, {0.30, 0.75}, true},
    [ATLAS_NAC] = {"nac", {-7, 13, -7}, {0.60, 0.60}, true},
    [ATLAS_CAU] = {"cau", {-13, 9, 11}, {0.50, 0.60}, true},
    [ATLAS_PUT] = {"put", {-25, 3, 1}, {0.60, 0.60}, true},
    [ATLAS_SGA] = {"sga", {-5, 31, -5}, {0.30, 0.80}, false},
    [ATLAS_PGA] = {"pga", {-5, 43, 7}, {0.25, 1.00}, false},
    [ATLAS_DAC] = {"dac", {-3, 25, 23}, {0.20, 0.95}, false},
    [ATLAS_PCC] = {"pcc", {-5, -45, 23}, {0.15, 0.75}, false},
    [ATLAS_DLP] = {"dlp", {-35, 33, 29}, {0.10, 0.90}, false},
    [ATLAS_MPF] = {"mpf", {-5, 47, 29}, {0.12, 0.90}, false},
    [ATLAS_OFC] = {"ofc", {-15, 35, -21}, {0.15, 0.75}, false},
    [ATLAS_INS] = {"ins", {-35, 5, 3}, {0.25, 0.90}, false},
    [ATLAS_MOT] = {"mot", {-39, -7, 49}, {0.07, 0.55}, false},
    [ATLAS_SOM] = {"som", {-43, -23, 47}, {0.07, 0.50}, false},
    [ATLAS_PAR] = {"par", {-43, -47, 45}, {0.07, 0.60}, false},
    [ATLAS_TEM] = {"tem", {-55, -35, -3}, {0.10, 0.60}, false},
    [ATLAS_OCC] = {"occ", {-7, -79, 5}, {0.08, 0.45}, false},
    [ATLAS_CER] = {"cer", {-23, -61, -23}, {0.04, 0.30}, false},
};

#define NODE_MIDLINE(r, x, y, z)                                                                             \
    {                                                                                                        \
        ATLAS_##r, ATLAS_MIDLINE,                                                                            \
        {                                                                                                    \
            x, y, z                                                                                          \
        }                                                                                                    \
    }
#define NODE_PAIR(r, x, y, z)                                                                                \
    {ATLAS_##r, ATLAS_LEFT, {-(x), y, z}},                                                                   \
    {                                                                                                        \
        ATLAS_##r, ATLAS_RIGHT,                                                                              \
        {                                                                                                    \
            x, y, z                                                                                          \
        }                                                                                                    \
    }

static const atlas_node NODES[ATLAS_NODES] = {
    NODE_MIDLINE(DRN, 0, -27, -11), NODE_PAIR(LC, 5, -35, -25),  NODE_PAIR(VTA, 3, -19, -17),
    NODE_PAIR(HYP, 5, -6, -10),     NODE_PAIR(THA, 5, -15, 5),   NODE_PAIR(AMY, 23, -1, -19),
    NODE_PAIR(HIP, 25, -21, -11),   NODE_PAIR(NAC, 7, 13, -7),   NODE_PAIR(CAU, 13, 9, 11),
    NODE_PAIR(PUT, 25, 3, 1),       NODE_PAIR(SGA, 5, 31, -5),   NODE_PAIR(PGA, 5, 43, 7),
    NODE_PAIR(DAC, 3, 25, 23),      NODE_PAIR(PCC, 5, -45, 23),  NODE_PAIR(DLP, 35, 33, 29),
    NODE_PAIR(MPF, 5, 47, 29),      NODE_PAIR(OFC, 15, 35, -21), NODE_PAIR(INS, 35, 5, 3),
    NODE_PAIR(MOT, 39, -7, 49),     NODE_PAIR(SOM, 43, -23, 47), NODE_PAIR(PAR, 43, -47, 45),
    NODE_PAIR(TEM, 55, -35, -3),    NODE_PAIR(OCC, 7, -79, 5),   NODE_PAIR(CER, 23, -61, -23),
};

const atlas_region *atlas_region_get(atlas_region_id id)
{
    return &REGIONS[id];
}

const atlas_node *atlas_node_get(int node)
{
    return &NODES[node];
}

int atlas_node_of(atlas_region_id region, atlas_hemisphere hemisphere)
{
    if (region == ATLAS_DRN)
        return 0;
    int left = 2 * (int)region - 1;
    return hemisphere == ATLAS_RIGHT ? left + 1 : left;
}

int atlas_mirror(int node)
{
    if (node == 0)
        return 0;
    return NODES[node].hemisphere == ATLAS_LEFT ? node + 1 : node - 1;
}

bool atlas_region_find(const char *id, atlas_region_id *out)
{
    for (int i = 0; i < ATLAS_REGIONS; i++)
        if (strcmp(REGIONS[i].id, id) == 0) {
            *out = (atlas_region_id)i;
            return true;
        }
    return false;
}

static double distance_squared(const double a[3], const double b[3])
{
    double dx = a[0] - b[0], dy = a[1] - b[1], dz = a[2] - b[2];
    return dx * dx + dy * dy + dz * dz;
}

// Region of an odd AAL1 label below the vermis, of pairs where it does not depend on the place.
static atlas_region_id region_of_left_label(int label)
{
    static const struct {
        int first, last;
        atlas_region_id region;
    } ranges[] = {
        {1, 1, ATLAS_MOT},   {3, 3, ATLAS_DLP},   {5, 5, ATLAS_OFC},   {7, 7, ATLAS_DLP},
        {9, 9, ATLAS_OFC},   {11, 13, ATLAS_DLP}, {15, 15, ATLAS_OFC}, {17, 17, ATLAS_SOM},
        {19, 19, ATLAS_MOT}, {21, 21, ATLAS_OFC}, {23, 23, ATLAS_MPF}, {25, 27, ATLAS_OFC},
        {29, 29, ATLAS_INS}, {33, 33, ATLAS_DAC}, {35, 35, ATLAS_PCC}, {37, 39, ATLAS_HIP},
        {41, 41, ATLAS_AMY}, {43, 53, ATLAS_OCC}, {55, 55, ATLAS_TEM}, {57, 57, ATLAS_SOM},
        {59, 65, ATLAS_PAR}, {67, 67, ATLAS_PCC}, {69, 69, ATLAS_MOT}, {71, 71, ATLAS_CAU},
        {73, 75, ATLAS_PUT}, {77, 77, ATLAS_THA}, {79, 89, ATLAS_TEM},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (label >= ranges[i].first && label <= ranges[i].last)
            return ranges[i].region;
    return ATLAS_CER;
}

static int nearest_cingulate(atlas_hemisphere hemisphere, const double mni_mm[3])
{
    static const atlas_region_id parts[] = {ATLAS_SGA, ATLAS_PGA, ATLAS_DAC};
    int best = -1;
    double least = HUGE_VAL;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        int node = atlas_node_of(parts[i], hemisphere);
        double d = distance_squared(NODES[node].mni_mm, mni_mm);
        if (d < least) {
            least = d;
            best = node;
        }
    }
    return best;
}

int atlas_node_of_aal(int label, const double mni_mm[3])
{
    if (label < 1 || label > AAL_LABELS)
        return -1;
    // The vermis has no left and right labels: it is halved at the midline.
    bool left = label >= AAL_VERMIS_FIRST ? mni_mm[0] < 0.0 : label % 2 == 1;
    atlas_hemisphere hemisphere = left ? ATLAS_LEFT : ATLAS_RIGHT;
    int left_label = label % 2 == 1 ? label : label - 1;
    if (left_label == AAL_CINGULUM_ANT)
        return nearest_cingulate(hemisphere, mni_mm);
    return atlas_node_of(region_of_left_label(left_label), hemisphere);
}

static void raise_weight(double w[ATLAS_NODES][ATLAS_NODES], int a, int b, double weight)
{
    if (w[a][b] < weight)
        w[a][b] = w[b][a] = weight;
}

static void join_neighbours(double w[ATLAS_NODES][ATLAS_NODES])
{
    for (int i = 0; i < ATLAS_NODES; i++) {
        bool taken[ATLAS_NODES] = {false};
        taken[i] = true;
        for (int n = 0; n < NEIGHBOURS; n++) {
            int best = -1;
            double least = HUGE_VAL;
            for (int j = 0; j < ATLAS_NODES; j++) {
                double d = distance_squared(NODES[i].mni_mm, NODES[j].mni_mm);
                if (!taken[j] && d < least) { // ties stay with the lower index
                    least = d;
                    best = j;
                }
            }
            taken[best] = true;
            raise_weight(w, i, best, dmath_exp(-sqrt(least) / REACH_MM));
        }
    }
}

static void join_tract(double w[ATLAS_NODES][ATLAS_NODES], atlas_region_id a, atlas_region_id b,
                       double weight)
{
    raise_weight(w, atlas_node_of(a, ATLAS_LEFT), atlas_node_of(b, ATLAS_LEFT), weight);
    raise_weight(w, atlas_node_of(a, ATLAS_RIGHT), atlas_node_of(b, ATLAS_RIGHT), weight);
}

static void join_tracts(double w[ATLAS_NODES][ATLAS_NODES])
{
    static const atlas_region_id raphe[] = {ATLAS_HYP, ATLAS_THA, ATLAS_AMY, ATLAS_HIP,
                                            ATLAS_NAC, ATLAS_SGA, ATLAS_VTA};
    static const atlas_region_id thalamus[] = {ATLAS_DLP, ATLAS_MPF, ATLAS_PGA, ATLAS_DAC,
                                               ATLAS_MOT, ATLAS_SOM, ATLAS_PAR, ATLAS_PCC,
                                               ATLAS_OCC, ATLAS_TEM, ATLAS_INS, ATLAS_OFC};
    static const atlas_region_id strong[][2] = {
        {ATLAS_AMY, ATLAS_SGA}, {ATLAS_AMY, ATLAS_HIP}, {ATLAS_AMY, ATLAS_OFC}, {ATLAS_HIP, ATLAS_PCC},
        {ATLAS_HIP, ATLAS_SGA}, {ATLAS_NAC, ATLAS_SGA}, {ATLAS_NAC, ATLAS_OFC}, {ATLAS_VTA, ATLAS_NAC},
        {ATLAS_CAU, ATLAS_DLP}, {ATLAS_PUT, ATLAS_MOT}, {ATLAS_MPF, ATLAS_PCC}, {ATLAS_DLP, ATLAS_PAR},
        {ATLAS_DAC, ATLAS_INS}, {ATLAS_TEM, ATLAS_OCC}, {ATLAS_PAR, ATLAS_OCC}, {ATLAS_CER, ATLAS_THA},
    };
    for (size_t i = 0; i < sizeof raphe / sizeof *raphe; i++)
        join_tract(w, ATLAS_DRN, raphe[i], 0.3);
    for (size_t i = 0; i < sizeof thalamus / sizeof *thalamus; i++)
        join_tract(w, ATLAS_THA, thalamus[i], 0.4);
    for (size_t i = 0; i < sizeof strong / sizeof *strong; i++)
        join_tract(w, strong[i][0], strong[i][1], 0.5);
}

void atlas_weights(double weights[ATLAS_NODES][ATLAS_NODES])
{
    memset(weights, 0, sizeof(double[ATLAS_NODES][ATLAS_NODES]));
    join_neighbours(weights);
    for (int i = 1; i < ATLAS_NODES; i++)
        raise_weight(weights, i, atlas_mirror(i), HOMOTOPIC_WEIGHT);
    join_tracts(weights);
    // Ties among neighbours go to the lower index, which could favour the left: whatever came of it is
    // undone.
    for (int i = 0; i < ATLAS_NODES; i++)
        for (int j = 0; j < ATLAS_NODES; j++)
            raise_weight(weights, atlas_mirror(i), atlas_mirror(j), weights[i][j]);
}
