// The flat overlay of the growing dendrites and picking, on a recording: whatever the size, the language and
// the turn, no text overlaps another or leaves the stage, and what is seen is what is named.
#include "growth_fixture.h"
#include "view/view_clock.h"

static const float sizes[][3] = {{640.0f, 200.0f, 1.0f},   {960.0f, 330.0f, 1.0f},  {960.0f, 260.0f, 2.0f},
                                 {1280.0f, 480.0f, 1.0f},  {1920.0f, 740.0f, 1.0f}, {1920.0f, 740.0f, 2.0f},
                                 {3840.0f, 1480.0f, 1.0f}, {720.0f, 880.0f, 1.0f},  {720.0f, 800.0f, 2.0f},
                                 {2520.0f, 700.0f, 1.4f},  {1280.0f, 480.0f, 0.8f}};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

static void sweep(const char *language)
{
    scene_fixture *f = growth_fixture_open(language);
    for (size_t i = 0; i < SIZES; i++)
        for (int k = 0; k < 24; k++) {
            view_state v = view_state_default(VIEW_GROWTH);
            v.t_min = view_time_of_axis(k / 23.0);
            v.camera =
                (view_camera){-180.0 + 30.0 * (k % 12), 20.0 * (k % 7) - 60.0, 0.7 + 0.4 * (k % 9), 0.0, 0.0};
            v.halves = k % 5 == 0 ? VIEW_KETAMINE : k % 7 == 0 ? VIEW_SSRI : VIEW_BOTH;
            v.pinned[SIDE_SSRI] = k % 3 == 0;
            v.pin_min[SIDE_SSRI] = 40320.0;
            scene_frame frame =
                scene_fixture_frame(f, &v, sizes[i][0], sizes[i][1], sizes[i][2], THEME_NIGHT);
            growth_class.draw2d(f->scene, &frame);
            char what[96];
            snprintf(what, sizeof what, "%s %gx%g text %g, picture %d", language, (double)sizes[i][0],
                     (double)sizes[i][1], (double)sizes[i][2], k);
            fixture_check_texts(f, &frame, what);
        }
    scene_fixture_close(f);
}

static void no_text_overlaps_another_or_leaves_the_stage_at_any_size(void **state)
{
    (void)state;
    sweep("en");
    sweep("es");
}

// The card is the only opaque box of the card's colour that is taller than a badge.
static bool card_of(const draw2d *d, const theme *t, rect *out)
{
    for (size_t i = d->count; i-- > 0;) {
        const draw2d_command *c = &d->commands[i];
        if (c->kind == DRAW2D_BOX && c->soft <= 0.0f && c->fill.a > 0.99f && c->fill.r == t->card.r &&
            c->box.h > 60.0f && c->box.w > 80.0f) {
            *out = c->box;
            return true;
        }
    }
    return false;
}

static void every_part_has_a_card_on_the_stage(void **state)
{
    (void)state;
    scene_fixture *f = growth_fixture_open("es");
    for (size_t i = 0; i < SIZES; i++) {
        view_state v = view_state_default(VIEW_GROWTH);
        v.t_min = 4.0 * 1440.0;
        growth_class.set(f->scene, &v, f->model);
        const char *id = "";
        for (int k = 0; k < 7; k++) {
            id = growth_class.pick_step(f->scene, id, 1);
            snprintf(v.pick, sizeof v.pick, "%s", id);
            scene_frame frame =
                scene_fixture_frame(f, &v, sizes[i][0], sizes[i][1], sizes[i][2], THEME_DAYLIGHT);
            growth_class.draw2d(f->scene, &frame);
            rect card = {0.0f, 0.0f, 0.0f, 0.0f};
            if (!card_of(&f->draw, frame.theme, &card))
                fail_msg("%gx%g: no card of %s", (double)sizes[i][0], (double)sizes[i][1], id);
            assert_true(card.x >= 0.0f && card.y >= 0.0f && card.x + card.w <= sizes[i][0] &&
                        card.y + card.h <= sizes[i][1]);
        }
    }
    scene_fixture_close(f);
}

static void labels_can_be_switched_off(void **state)
{
    (void)state;
    scene_fixture *f = growth_fixture_open("en");
    view_state v = view_state_default(VIEW_GROWTH);
    v.t_min = 4.0 * 1440.0;
    const draw2d_command *t[256];
    int counts[2];
    for (int on = 0; on < 2; on++) {
        v.labels = on;
        scene_frame frame = scene_fixture_frame(f, &v, 1280.0f, 480.0f, 1.0f, THEME_NIGHT);
        growth_class.draw2d(f->scene, &frame);
        counts[on] = fixture_texts(&f->draw, t, 256);
    }
    assert_in_range(counts[1] - counts[0], 6, 10);
    scene_fixture_close(f);
}

static void pointing_finds_what_is_seen_there(void **state)
{
    (void)state;
    scene_fixture *f = growth_fixture_open("en");
    growth *g = f->scene;
    view_state v = view_state_default(VIEW_GROWTH);
    v.t_min = 4.0 * 1440.0;
    scene_frame frame = scene_fixture_frame(f, &v, 1920.0f, 740.0f, 1.0f, THEME_NIGHT);
    for (int s = 0; s < SIDE_COUNT; s++) {
        growth_plan p = growth_plan_make(&frame, (side)s);
        assert_string_equal(growth_class.pick(f->scene, &frame, p.density.x + 9.0f, p.density.y + 9.0f),
                            "density");
        assert_string_equal(growth_class.pick(f->scene, &frame, p.learning.x + 9.0f, p.learning.y + 9.0f),
                            "learning");
        assert_null(growth_class.pick(f->scene, &frame, frame.half[s].x + 2.0f, frame.half[s].y + 2.0f));
        camera c = growth_camera_window(f->scene, &frame, (side)s);
        float px[2];
        // The spine that is named is the one found at its head.
        int place = growth_example(&g->tissue, &g->state.half[s], GROWTH_MATURE);
        const growth_spine *x = &g->state.half[s].shown[place];
        float head[3];
        growth_head(&g->tissue.place[place], x->shape, x->there, x->maturity, head);
        assert_true(camera_project(&c, head, px, NULL));
        assert_string_equal(growth_class.pick(f->scene, &frame, px[0], px[1]), g->spine_id[place]);
        assert_true(camera_project(&c, g->tissue.bouton[GROWTH_BOUTON_NAMED], px, NULL));
        assert_string_equal(growth_class.pick(f->scene, &frame, px[0], px[1]), "bouton");
        // Somewhere along the shaft no spine stands in the way.
        bool found = false;
        for (int i = 0; i < TUBE_SAMPLES; i++) {
            assert_true(camera_project(&c, g->tissue.shaft[0].at[i], px, NULL));
            const char *id = growth_class.pick(f->scene, &frame, px[0], px[1]);
            found = found || (id && strcmp(id, "shaft") == 0);
        }
        assert_true(found);
    }
    scene_fixture_close(f);
}

static void empty_places_cannot_be_pointed_at(void **state)
{
    (void)state;
    scene_fixture *f = growth_fixture_open("en");
    growth *g = f->scene;
    view_state v = view_state_default(VIEW_GROWTH);
    scene_frame frame = scene_fixture_frame(f, &v, 1920.0f, 740.0f, 1.0f, THEME_NIGHT);
    for (int s = 0; s < SIDE_COUNT; s++)
        for (float y = 0.0f; y < 740.0f; y += 7.0f)
            for (float x = frame.half[s].x; x < frame.half[s].x + frame.half[s].w; x += 7.0f) {
                const char *id = growth_class.pick(f->scene, &frame, x, y);
                int place = -1;
                if (growth_part_of(id, &place) == GROWTH_PART_SPINE)
                    assert_true(g->state.half[s].shown[place].there > 0.0f);
            }
    scene_fixture_close(f);
}

static void stepping_visits_every_kind_of_part_and_comes_back(void **state)
{
    (void)state;
    scene_fixture *f = growth_fixture_open("en");
    static const double moments[] = {0.0, 4.0 * 1440.0};
    for (int m = 0; m < 2; m++) {
        view_state v = view_state_default(VIEW_GROWTH);
        v.t_min = moments[m];
        growth_class.set(f->scene, &v, f->model);
        const char *first = growth_class.pick_step(f->scene, "", 1), *id = first;
        int count = 0;
        do {
            const char *next = growth_class.pick_step(f->scene, id, 1);
            assert_string_equal(growth_class.pick_step(f->scene, next, -1), id);
            id = next;
            count++;
        } while (strcmp(id, first) != 0 && count < 20);
        assert_int_equal(count, m ? 7 : 6); // before the dose there is no extra spine
        assert_string_equal(growth_class.pick_step(f->scene, "nothing", 1), first);
    }
    scene_fixture_close(f);
}

static void ids_that_are_none_are_refused(void **state)
{
    (void)state;
    int place = -1;
    assert_int_equal(growth_part_of("spine.199", &place), GROWTH_PART_SPINE);
    assert_int_equal(place, 199);
    static const char *const none[] = {"",         "spine.",   "spine.200", "spine.1234",
                                       "spine.-1", "spine.1x", "amy",       "shafts"};
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        assert_int_equal(growth_part_of(none[i], &place), GROWTH_PART_NONE);
    assert_int_equal(growth_part_of(NULL, &place), GROWTH_PART_NONE);
    assert_int_equal(place, 199);
}

static void both_halves_are_drawn_with_one_camera_scale_and_mesh(void **state)
{
    (void)state;
    scene_fixture *f = growth_fixture_open("en");
    growth *g = f->scene;
    view_state v = view_state_default(VIEW_GROWTH);
    v.t_min = 4.0 * 1440.0;
    scene_frame frame = scene_fixture_frame(f, &v, 1920.0f, 740.0f, 1.0f, THEME_NIGHT);
    camera a = growth_camera_window(f->scene, &frame, SIDE_SSRI),
           b = growth_camera_window(f->scene, &frame, SIDE_KETAMINE);
    check_near((double)a.px_per_mm, (double)b.px_per_mm, 1e-6);
    check_near((double)(a.centre_px[0] - frame.half[0].x), (double)(b.centre_px[0] - frame.half[1].x), 1e-3);
    check_near((double)a.centre_px[1], (double)b.centre_px[1], 1e-3);
    growth before = *g;
    growth_class.draw3d(f->scene, &frame, 1.0f);
    growth_class.draw2d(f->scene, &frame);
    assert_memory_equal(&before, f->scene, sizeof before); // drawing changes nothing
    scene_fixture_close(f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_text_overlaps_another_or_leaves_the_stage_at_any_size),
        cmocka_unit_test(every_part_has_a_card_on_the_stage),
        cmocka_unit_test(labels_can_be_switched_off),
        cmocka_unit_test(pointing_finds_what_is_seen_there),
        cmocka_unit_test(empty_places_cannot_be_pointed_at),
        cmocka_unit_test(stepping_visits_every_kind_of_part_and_comes_back),
        cmocka_unit_test(ids_that_are_none_are_refused),
        cmocka_unit_test(both_halves_are_drawn_with_one_camera_scale_and_mesh),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
