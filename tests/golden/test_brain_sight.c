// Names of deep structures point at what is seen of them: of those in a row, the one in front.
#include "brain_fixture.h"

#include "scene/brain/brain_labels.h"
#include "scene/brain/brain_pick.h"
#include "scene/brain/brain_sight.h"

#include <math.h>

// The deep structure that the ray through a point of the window meets first; -1 for none.
static int first_met(const brain *b, const camera *c, const float px[2])
{
    float o[3], d[3];
    double origin[3], direction[3], nearest = INFINITY;
    int node = -1;
    camera_ray(c, px[0], px[1], o, d);
    for (int k = 0; k < 3; k++) {
        origin[k] = (double)o[k];
        direction[k] = (double)d[k];
    }
    for (size_t i = 0; i < brain_asset_part_count(b->asset); i++) {
        const brain_part *p = brain_asset_part_at(b->asset, i);
        brain_hit hit;
        if (p->kind != BRAIN_PART_DEEP || p->lod != BRAIN_LODS - 1 ||
            !brain_asset_ray(p, origin, direction, &hit) || hit.distance >= nearest)
            continue;
        nearest = hit.distance;
        node = p->node;
    }
    return node;
}

static scene_frame frame_at(scene_fixture *f, view_state *v, double yaw, double pitch, double zoom)
{
    *v = view_state_opening();
    v->camera = (view_camera){.yaw_deg = yaw, .pitch_deg = pitch, .zoom = zoom};
    return scene_fixture_frame(f, v, 1280.0f, 480.0f, 1.0f, THEME_NIGHT);
}

static void what_counts_as_seen_is_the_nearest_where_it_is_pointed_at(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    const brain *b = f->scene;
    int seen = 0, hidden = 0;
    for (int i = 0; i < 36; i++) {
        view_state v;
        scene_frame frame = frame_at(f, &v, 40.0 * i, (double)(i * 37 % 120) - 60.0, 1.0 + 0.25 * (i % 5));
        camera c = brain_camera_window(&frame, SIDE_SSRI);
        brain_sight sight;
        assert_true(brain_sight_find(b->asset, &c, &sight));
        for (int n = 0; n < ATLAS_NODES; n++) {
            if (!atlas_region_get(atlas_node_get(n)->region)->deep) {
                assert_false(sight.seen[n]);
                continue;
            }
            seen += sight.seen[n];
            hidden += !sight.seen[n];
            if (sight.seen[n])
                assert_int_equal(first_met(b, &c, sight.px[n]), n);
        }
    }
    assert_true(seen > 36 * 8);
    assert_true(hidden > 36);
    scene_fixture_close(f);
}

// In the opening picture the middles of caudate and VTA lie behind putamen and hippocampus.
static void spots_of_the_opening_lie_on_their_structures(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    const brain *b = f->scene;
    view_state v = view_state_opening();
    scene_frame frame = scene_fixture_frame(f, &v, 1280.0f, 480.0f, 1.0f, THEME_NIGHT);
    camera c = brain_camera_window(&frame, SIDE_SSRI);
    brain_sight sight;
    assert_true(brain_sight_find(b->asset, &c, &sight));
    static const atlas_region_id shown[] = {ATLAS_CAU, ATLAS_PUT, ATLAS_THA, ATLAS_HIP, ATLAS_AMY, ATLAS_LC};
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++) {
        brain_spot spot = brain_spot_of(b, &frame, SIDE_SSRI, &c, &sight, shown[i]);
        assert_true(spot.clear > 0.0f);
        assert_int_equal(atlas_node_get(first_met(b, &c, spot.px))->region, shown[i]);
    }
    assert_true(brain_spot_of(b, &frame, SIDE_SSRI, &c, &sight, ATLAS_VTA).clear <= 0.0f);
    // The raphe, the most engaged of all, shines through what stands before it.
    assert_true(brain_spot_of(b, &frame, SIDE_SSRI, &c, &sight, ATLAS_DRN).clear > 0.0f);
    scene_fixture_close(f);
}

// Names would tremble if their places went in steps of the grid.
static void places_move_smoothly_while_the_brain_turns(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    const brain *b = f->scene;
    float last[2] = {0.0f, 0.0f};
    for (int i = 0; i < 60; i++) {
        view_state v;
        scene_frame frame = frame_at(f, &v, 20.0 + 0.25 * i, 5.0, 1.0);
        camera c = brain_camera_window(&frame, SIDE_SSRI);
        brain_sight sight;
        assert_true(brain_sight_find(b->asset, &c, &sight));
        const float *now = sight.px[atlas_node_of(ATLAS_PUT, ATLAS_LEFT)];
        if (i > 0)
            assert_true(hypotf(now[0] - last[0], now[1] - last[1]) < 1.5f);
        memcpy(last, now, sizeof last);
    }
    scene_fixture_close(f);
}

// --- what a pointer finds

static const char *region_of(int node)
{
    return atlas_region_get(atlas_node_get(node)->region)->id;
}

// Of the parts of one kind at the coarsest level, the nearest that the ray meets.
static bool met(const brain *b, const camera *c, float x, float y, brain_part_kind kind, atlas_hemisphere h,
                brain_hit *hit)
{
    float o[3], d[3];
    double origin[3], direction[3];
    camera_ray(c, x, y, o, d);
    for (int k = 0; k < 3; k++) {
        origin[k] = (double)o[k];
        direction[k] = (double)d[k];
    }
    return brain_asset_ray(brain_asset_part(b->asset, kind, BRAIN_LODS - 1, h, -1), origin, direction, hit);
}

static void a_pointer_finds_the_deep_structure_in_front(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    const brain *b = f->scene;
    int found = 0;
    for (int i = 0; i < 12; i++) {
        view_state v;
        scene_frame frame = frame_at(f, &v, 30.0 * i, (double)(i * 37 % 100) - 50.0, 1.0);
        camera c = brain_camera_window(&frame, SIDE_SSRI);
        for (float y = 120.0f; y < 400.0f; y += 9.0f)
            for (float x = 120.0f; x < 520.0f; x += 9.0f) {
                const float px[2] = {x, y};
                int node = first_met(b, &c, px);
                if (node < 0)
                    continue;
                found++;
                assert_string_equal(brain_pick(b, &frame, x, y), region_of(node));
            }
    }
    assert_true(found > 500);
    scene_fixture_close(f);
}

static void inside_a_pointer_finds_the_wall_or_the_stem_whichever_is_in_front(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    const brain *b = f->scene;
    int both = 0;
    for (int i = 0; i < 8; i++) {
        view_state v;
        scene_frame frame = frame_at(f, &v, 45.0 * i, i % 2 ? -40.0 : 10.0, 1.0);
        v.look = VIEW_INSIDE;
        camera c = brain_camera_window(&frame, SIDE_SSRI);
        for (float y = 100.0f; y < 460.0f; y += 9.0f)
            for (float x = 100.0f; x < 540.0f; x += 9.0f) {
                brain_hit wall, stem;
                if (!met(b, &c, x, y, BRAIN_PART_HEMISPHERE, brain_inside_hemisphere(&v), &wall) ||
                    !met(b, &c, x, y, BRAIN_PART_STEM, ATLAS_MIDLINE, &stem))
                    continue;
                int node = wall.distance < stem.distance ? wall.node : stem.node;
                both += wall.node != stem.node;
                const char *picked = brain_pick(b, &frame, x, y);
                assert_true(node < 0 ? !picked : picked && strcmp(picked, region_of(node)) == 0);
            }
    }
    assert_true(both > 50);
    scene_fixture_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_counts_as_seen_is_the_nearest_where_it_is_pointed_at),
        cmocka_unit_test(spots_of_the_opening_lie_on_their_structures),
        cmocka_unit_test(places_move_smoothly_while_the_brain_turns),
        cmocka_unit_test(a_pointer_finds_the_deep_structure_in_front),
        cmocka_unit_test(inside_a_pointer_finds_the_wall_or_the_stem_whichever_is_in_front),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
