// The flat overlay of the brain and picking, with the real asset and a recording instead of a GPU.
#include "brain_fixture.h"

static void no_text_overlaps_another_or_leaves_the_stage_at_any_size(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    static const float sizes[][3] = {
        {640.0f, 220.0f, 1.0f},  {960.0f, 330.0f, 1.0f},  {960.0f, 300.0f, 2.0f},   {1280.0f, 480.0f, 1.0f},
        {1920.0f, 740.0f, 1.0f}, {1920.0f, 740.0f, 2.0f}, {3840.0f, 1480.0f, 1.0f}, {720.0f, 880.0f, 1.0f},
        {720.0f, 800.0f, 2.0f},  {2520.0f, 700.0f, 1.4f}};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        for (int yaw = -180; yaw < 180; yaw += 24)
            for (int look = 0; look < VIEW_LOOKS; look++) {
                view_state v = view_state_opening();
                v.camera.yaw_deg = yaw;
                v.camera.pitch_deg = yaw % 50;
                v.look = (view_look)look;
                v.halves = yaw % 5 == 0 ? VIEW_SSRI : VIEW_BOTH;
                scene_frame frame =
                    scene_fixture_frame(f, &v, sizes[i][0], sizes[i][1], sizes[i][2], THEME_NIGHT);
                brain_class.draw2d(f->scene, &frame);
                char what[96];
                snprintf(what, sizeof what, "%gx%g text %g yaw %d look %d", (double)sizes[i][0],
                         (double)sizes[i][1], (double)sizes[i][2], yaw, look);
                fixture_check_texts(f, &frame, what);
            }
    // A clipped colour scale says so, where there is room for it.
    treatment_tabulate(f->model, (treatment_inputs){1.0, 0.8});
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        for (int halves = 0; halves < 3; halves++) {
            view_state v = view_state_opening();
            v.halves = (view_halves)halves;
            scene_frame frame =
                scene_fixture_frame(f, &v, sizes[i][0], sizes[i][1], sizes[i][2], THEME_CONTRAST);
            brain_class.draw2d(f->scene, &frame);
            fixture_check_texts(f, &frame, "at 1 mg/kg");
        }
    scene_fixture_close(f);
}

static void the_brain_stands_clear_of_names_pins_and_heads(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    static const float sizes[][3] = {{640.0f, 220.0f, 1.0f}, {960.0f, 400.0f, 1.0f},
                                     {960.0f, 330.0f, 2.0f}, {1920.0f, 740.0f, 1.0f},
                                     {720.0f, 880.0f, 1.0f}, {2520.0f, 700.0f, 1.4f}};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        view_state v = view_state_opening();
        scene_frame frame = scene_fixture_frame(f, &v, sizes[i][0], sizes[i][1], sizes[i][2], THEME_NIGHT);
        for (int s = 0; s < SIDE_COUNT; s++) {
            // What the camera fits is an oval of the brain's width and height.
            camera c = brain_camera_window(&frame, (side)s);
            float a = 0.5f * BRAIN_WIDTH_MM * c.px_per_mm, b = 0.5f * BRAIN_HEIGHT_MM * c.px_per_mm;
            rect around[2] = {brain_badges(&frame, (side)s, false), brain_head_rect(&frame, (side)s)};
            for (int k = 0; k < 2; k++) {
                float x = fminf(fmaxf(c.centre_px[0], around[k].x), around[k].x + around[k].w);
                float y = fminf(fmaxf(c.centre_px[1], around[k].y), around[k].y + around[k].h);
                assert_true(hypotf((x - c.centre_px[0]) / a, (y - c.centre_px[1]) / b) > 0.99f);
            }
        }
    }
    scene_fixture_close(f);
}

// The card is the only opaque box taller than a badge.
static bool card_of(const draw2d *d, const theme *t, float least_h, rect *out)
{
    for (size_t i = d->count; i-- > 0;) {
        const draw2d_command *c = &d->commands[i];
        if (c->kind == DRAW2D_BOX && c->soft <= 0.0f && c->fill.a > 0.99f && c->fill.r == t->card.r &&
            c->box.h > least_h && c->box.w > 80.0f) {
            *out = c->box;
            return true;
        }
    }
    return false;
}

static void every_region_has_a_card_that_does_not_hide_it(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    static const float sizes[][3] = {
        {1280.0f, 480.0f, 1.0f}, {1920.0f, 740.0f, 1.0f}, {720.0f, 880.0f, 1.0f}};
    for (size_t i = 0; i < 3; i++)
        for (int r = 0; r < ATLAS_REGIONS; r++) {
            view_state v = view_state_opening();
            snprintf(v.pick, sizeof v.pick, "%s", atlas_region_get((atlas_region_id)r)->id);
            scene_frame frame =
                scene_fixture_frame(f, &v, sizes[i][0], sizes[i][1], sizes[i][2], THEME_DAYLIGHT);
            brain_class.draw2d(f->scene, &frame);
            rect card = {0.0f, 0.0f, 0.0f, 0.0f};
            assert_true(card_of(&f->draw, frame.theme, 80.0f, &card));
            assert_true(card.x >= 0.0f && card.y >= 0.0f && card.x + card.w <= sizes[i][0] &&
                        card.y + card.h <= sizes[i][1]);
            const brain *b = f->scene;
            int node = atlas_node_of((atlas_region_id)r, ATLAS_LEFT);
            for (int s = 0; s < SIDE_COUNT; s++) {
                camera c = brain_camera_window(&frame, (side)s);
                float px[2];
                assert_true(camera_project(&c, b->anchors[node].mm, px, NULL));
                assert_false(rect_contains(card, px[0], px[1]));
            }
        }
    scene_fixture_close(f);
}

// At every turn of the head one of the two letters is there to be read.
static void left_or_right_is_told_at_every_angle(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    view_state v = view_state_opening();
    v.labels = false;
    for (int i = 0; i < 720; i++) {
        v.camera = (view_camera){.yaw_deg = 0.5 * i, .pitch_deg = i % 3 ? 8.0 : -50.0, .zoom = 1.0};
        scene_frame frame = scene_fixture_frame(f, &v, 1280.0f, 480.0f, 1.0f, THEME_NIGHT);
        brain_class.draw2d(f->scene, &frame);
        float clearest = 0.0f;
        for (size_t k = 0; k < f->draw.count; k++) {
            const draw2d_command *c = &f->draw.commands[k];
            const char *text = f->draw.text + c->text;
            if (c->kind == DRAW2D_TEXT && (strcmp(text, "L") == 0 || strcmp(text, "R") == 0))
                clearest = fmaxf(clearest, c->fill.a);
        }
        assert_true(clearest >= 0.49f);
    }
    scene_fixture_close(f);
}

static void labels_can_be_switched_off(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    view_state v = view_state_opening();
    const draw2d_command *t[256];
    int counts[2];
    for (int on = 0; on < 2; on++) {
        v.labels = on;
        scene_frame frame = scene_fixture_frame(f, &v, 1280.0f, 480.0f, 1.0f, THEME_NIGHT);
        brain_class.draw2d(f->scene, &frame);
        counts[on] = fixture_texts(&f->draw, t, 256);
    }
    assert_true(counts[1] >= counts[0] + 8);
    scene_fixture_close(f);
}

static void pointing_finds_what_is_seen_there(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    const brain *b = f->scene;
    view_state v = view_state_opening();
    v.camera = (view_camera){.yaw_deg = 0.0, .pitch_deg = 0.0, .zoom = 1.0};
    v.look = VIEW_SOLID;
    scene_frame frame = scene_fixture_frame(f, &v, 1280.0f, 480.0f, 1.0f, THEME_NIGHT);
    static const atlas_region_id lateral[] = {ATLAS_DLP, ATLAS_TEM, ATLAS_PAR, ATLAS_CER, ATLAS_SOM};
    for (int s = 0; s < SIDE_COUNT; s++) {
        camera c = brain_camera_window(&frame, (side)s);
        for (int i = 0; i < 5; i++) {
            float px[2];
            const char *id = atlas_region_get(lateral[i])->id;
            assert_true(camera_project(&c, b->anchors[atlas_node_of(lateral[i], ATLAS_LEFT)].mm, px, NULL));
            const char *found = brain_class.pick(f->scene, &frame, px[0], px[1]);
            assert_non_null(found);
            assert_string_equal(found, id);
        }
        assert_null(brain_class.pick(f->scene, &frame, frame.half[s].x + 2.0f, frame.half[s].y + 2.0f));
    }
    // Through glass the deep structures come first.
    v.look = VIEW_GLASS;
    frame = scene_fixture_frame(f, &v, 1280.0f, 480.0f, 1.0f, THEME_NIGHT);
    camera c = brain_camera_window(&frame, SIDE_SSRI);
    static const atlas_region_id deep[] = {ATLAS_PUT, ATLAS_HIP, ATLAS_AMY, ATLAS_LC};
    for (int i = 0; i < 4; i++) {
        float px[2];
        assert_true(camera_project(&c, b->anchors[atlas_node_of(deep[i], ATLAS_LEFT)].mm, px, NULL));
        const char *found = brain_class.pick(f->scene, &frame, px[0], px[1]);
        assert_non_null(found);
        assert_string_equal(found, atlas_region_get(deep[i])->id);
    }
    scene_fixture_close(f);
}

static void stepping_visits_every_region_once_and_comes_back(void **state)
{
    (void)state;
    const char *id = brain_class.pick_step(NULL, "", 1);
    const char *first = id;
    for (int i = 1; i < ATLAS_REGIONS; i++) {
        const char *next = brain_class.pick_step(NULL, id, 1);
        assert_string_not_equal(next, first);
        assert_string_equal(brain_class.pick_step(NULL, next, -1), id);
        id = next;
    }
    assert_string_equal(brain_class.pick_step(NULL, id, 1), first);
    assert_string_equal(brain_class.pick_step(NULL, "nothing", 1), first);
}

static void drawing_changes_nothing(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    view_state v = view_state_opening();
    snprintf(v.pick, sizeof v.pick, "drn");
    scene_frame frame = scene_fixture_frame(f, &v, 1280.0f, 480.0f, 1.0f, THEME_NIGHT);
    brain before = *(const brain *)f->scene;
    view_state view_before = v;
    brain_class.draw3d(f->scene, &frame, 0.75f);
    brain_class.draw2d(f->scene, &frame);
    assert_memory_equal(&before, f->scene, sizeof before);
    assert_true(view_state_equal(&view_before, &v));
    scene_fixture_close(f);
}

static void stages_of_any_size_draw_without_harm(void **state)
{
    (void)state;
    scene_fixture *f = brain_fixture_open(FIXTURE_RECORDING);
    static const float sizes[][2] = {
        {1.0f, 1.0f}, {1.0f, 900.0f}, {8000.0f, 200.0f}, {30.0f, 20.0f}, {200.0f, 4.0f}};
    for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
        view_state v = view_state_opening();
        snprintf(v.pick, sizeof v.pick, "drn");
        scene_frame frame = scene_fixture_frame(f, &v, sizes[i][0], sizes[i][1], 2.0f, THEME_CONTRAST);
        brain_class.draw3d(f->scene, &frame, 1.0f);
        brain_class.draw2d(f->scene, &frame);
        brain_class.pick(f->scene, &frame, 0.5f, 0.5f);
    }
    scene_fixture_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_text_overlaps_another_or_leaves_the_stage_at_any_size),
        cmocka_unit_test(the_brain_stands_clear_of_names_pins_and_heads),
        cmocka_unit_test(every_region_has_a_card_that_does_not_hide_it),
        cmocka_unit_test(left_or_right_is_told_at_every_angle),
        cmocka_unit_test(labels_can_be_switched_off),
        cmocka_unit_test(pointing_finds_what_is_seen_there),
        cmocka_unit_test(stepping_visits_every_region_once_and_comes_back),
        cmocka_unit_test(drawing_changes_nothing),
        cmocka_unit_test(stages_of_any_size_draw_without_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
