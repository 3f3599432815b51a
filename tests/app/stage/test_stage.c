// Quality goes down at once when frames are slow, up when there is ample room; a resting picture is the best
// one.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/stage/stage.h"

#include <math.h>
#include <string.h>

typedef struct seen {
    int lod, draws;
    float jitter_sum[2];
    float scale;
} seen;

static void see(const void *scene, const scene_frame *f, float scale)
{
    seen *s = *(seen *const *)scene;
    s->lod = f->quality.lod;
    s->draws++;
    s->jitter_sum[0] += f->quality.jitter[0];
    s->jitter_sum[1] += f->quality.jitter[1];
    s->scale = scale;
}

typedef struct fixture {
    gfx *gfx;
    stage *stage;
    seen seen, *seen_at;
    scene_class scene;
    scene_frame frame;
} fixture;

static int begin(void **state)
{
    static fixture f;
    memset(&f, 0, sizeof f);
    gfx_def def = {.text = text_source_blocks()};
    f.gfx = gfx_create_recording(&def);
    f.stage = stage_create(f.gfx);
    f.seen_at = &f.seen;
    f.scene = (scene_class){.id = "test", .draw3d = see};
    f.frame = (scene_frame){.gfx = f.gfx,
                            .stage = {0.0f, 50.0f, 1280.0f, 500.0f},
                            .half = {{0.0f, 50.0f, 640.0f, 500.0f}, {640.0f, 50.0f, 640.0f, 500.0f}}};
    *state = &f;
    return f.gfx && f.stage ? 0 : 1;
}

static int end(void **state)
{
    fixture *f = *state;
    stage_destroy(f->stage);
    gfx_destroy(f->gfx);
    return 0;
}

static void move_on(fixture *f, double interval_ms, double least_ms)
{
    error e;
    assert_true(stage_draw_moving(f->stage, &f->scene, &f->seen_at, &f->frame, &e));
    stage_measured(f->stage, interval_ms, least_ms);
}

static void move(fixture *f, double interval_ms)
{
    move_on(f, interval_ms, 0.0);
}

static void slow_frames_lower_the_quality_and_ample_ones_raise_it(void **state)
{
    fixture *f = *state;
    for (int i = 0; i < 40; i++)
        move(f, 60.0);
    assert_int_equal(f->seen.lod, 2);
    assert_true(f->seen.scale < 1.0f);
    for (int i = 0; i < 200; i++)
        move(f, 4.0);
    assert_int_equal(f->seen.lod, 0);
    assert_true(f->seen.scale == 1.0f);
}

static void frames_within_the_budget_keep_the_quality(void **state)
{
    fixture *f = *state;
    move(f, 20.0);
    int level = stage_info_of(f->stage).level;
    for (int i = 0; i < 100; i++)
        move(f, 20.0);
    assert_int_equal(stage_info_of(f->stage).level, level);
}

// A projector of 30 Hz, a screen of 50 Hz: what they cannot show faster is no fault of the machine.
static void a_slow_screen_costs_no_quality(void **state)
{
    fixture *f = *state;
    const double screens_hz[] = {24.0, 30.0, 50.0};
    for (int i = 0; i < 3; i++) {
        double least_ms = 1000.0 / screens_hz[i];
        while (stage_info_of(f->stage).level < 4)
            move_on(f, 3.0 * least_ms, least_ms); // two of its frames are missed each time
        for (int k = 0; k < 200; k++)
            move_on(f, least_ms, least_ms);
        assert_int_equal(stage_info_of(f->stage).level, 0);
    }
}

// The loop and a fast screen beat: one frame waits longer for the screen than the next.
static void room_is_judged_by_several_frames(void **state)
{
    fixture *f = *state;
    while (stage_info_of(f->stage).level < 4)
        move_on(f, 60.0, 6.9);
    for (int k = 0; k < 400; k++)
        move_on(f, k % 2 ? 20.8 : 13.9, 6.9); // of 144 Hz
    assert_int_equal(stage_info_of(f->stage).level, 0);
    for (int k = 0; k < 12; k++) // one slow frame among good ones is an accident
        move_on(f, k == 6 ? 200.0 : 16.7, 16.7);
    assert_int_equal(stage_info_of(f->stage).level, 0);
}

static void a_step_up_that_proves_too_much_is_tried_ever_less_often(void **state)
{
    fixture *f = *state;
    // One level is ample, the one above it too slow.
    while (stage_info_of(f->stage).level < 5)
        move(f, 60.0);
    int steps[2] = {0, 0};
    for (int half = 0; half < 2; half++)
        for (int i = 0; i < 1500; i++) {
            int before = stage_info_of(f->stage).level;
            move(f, before < 5 ? 40.0 : 15.0);
            steps[half] += stage_info_of(f->stage).level < before;
        }
    assert_true(steps[0] >= 3 && steps[0] < 12);
    assert_true(steps[1] <= 5);
    assert_true(stage_info_of(f->stage).level >= 4);
}

static void a_resting_picture_takes_sixteen_evenly_shifted_samples_of_the_finest_mesh(void **state)
{
    fixture *f = *state;
    error e;
    int draws = 0;
    while (!stage_is_finished(f->stage)) {
        assert_true(stage_draw_resting(f->stage, &f->scene, &f->seen_at, &f->frame, &e));
        draws++;
    }
    assert_int_equal(draws, STAGE_SAMPLES);
    assert_int_equal(f->seen.lod, 0);
    assert_true(fabsf(f->seen.jitter_sum[0]) / STAGE_SAMPLES < 0.05f);
    assert_true(fabsf(f->seen.jitter_sum[1]) / STAGE_SAMPLES < 0.05f);
}

static void moving_begins_the_resting_picture_anew(void **state)
{
    fixture *f = *state;
    error e;
    while (!stage_is_finished(f->stage))
        assert_true(stage_draw_resting(f->stage, &f->scene, &f->seen_at, &f->frame, &e));
    move(f, 20.0);
    assert_false(stage_is_finished(f->stage));
}

// What presenting writes into the recording.
static const char *presented(fixture *f, stage_mix mix)
{
    gfx_begin(f->gfx, NULL, 1280, 720);
    const char *all = gfx_recording(f->gfx);
    size_t before = strlen(all);
    stage_present(f->stage, f->frame.stage, mix);
    return gfx_recording(f->gfx) + before;
}

static int count_of(const char *text, const char *what)
{
    int n = 0;
    for (const char *at = strstr(text, what); at; at = strstr(at + 1, what))
        n++;
    return n;
}

static void every_moving_picture_but_the_first_has_its_edges_smoothed(void **state)
{
    fixture *f = *state;
    const stage_mix none = {0.0f, 1.0f, 1.0f};
    move(f, 20.0);
    assert_non_null(strstr(presented(f, none), " plain opacity 1"));
    for (int i = 0; i < 3; i++) {
        move(f, 20.0);
        assert_non_null(strstr(presented(f, none), " smooth opacity 1"));
    }
}

static void a_change_of_magnification_goes_about_the_middle_of_each_half(void **state)
{
    fixture *f = *state;
    move(f, 20.0);
    stage_keep_old(f->stage, (stage_mix){0.0f, 1.0f, 1.0f}, (colour){0.0f, 0.0f, 0.0f, 1.0f});
    move(f, 20.0);
    // Going in, twice as large: the middle half of each half of the old picture fills that half again.
    const char *in = presented(f, (stage_mix){.old_opacity = 0.5f, .old_zoom = 2.0f, .zoom = 0.5f});
    assert_non_null(strstr(in, "0 50 640 500 part 0.125 0.25 0.25 0.5"));
    assert_non_null(strstr(in, "640 50 640 500 part 0.625 0.25 0.25 0.5"));
    assert_non_null(strstr(in, "160 175 320 250 part 0 0 0.5 1")); // the new one, at half its size
    // Going out, the old one shrinks below the new one.
    const char *out = presented(f, (stage_mix){.old_opacity = 0.5f, .old_zoom = 0.5f, .zoom = 2.0f});
    assert_true(strstr(out, "160 175 320 250") < strstr(out, "0 50 640 500 part 0.125"));
    assert_int_equal(count_of(out, "opacity 1"), 2);
    assert_int_equal(count_of(out, "opacity 0.5"), 2);
}

// A second change before the first has ended goes on from the mixture that is seen, not from one of its
// pictures.
static void a_change_within_a_change_begins_with_what_is_seen(void **state)
{
    fixture *f = *state;
    const stage_mix none = {0.0f, 1.0f, 1.0f}, half = {0.5f, 1.7f, 0.7f};
    const colour bare = {0.0f, 0.0f, 0.0f, 1.0f};
    move(f, 20.0);
    stage_keep_old(f->stage, none, bare);
    move(f, 20.0);
    size_t before = strlen(gfx_recording(f->gfx));
    stage_keep_old(f->stage, half, bare);
    const char *mixing = gfx_recording(f->gfx) + before;
    assert_non_null(strstr(mixing, "stage mixed"));
    assert_int_equal(count_of(mixing, "present "), 4);
    move(f, 20.0);
    assert_non_null(strstr(presented(f, (stage_mix){1.0f, 1.0f, 1.0f}), "present stage mixed"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(slow_frames_lower_the_quality_and_ample_ones_raise_it, begin, end),
        cmocka_unit_test_setup_teardown(frames_within_the_budget_keep_the_quality, begin, end),
        cmocka_unit_test_setup_teardown(a_slow_screen_costs_no_quality, begin, end),
        cmocka_unit_test_setup_teardown(room_is_judged_by_several_frames, begin, end),
        cmocka_unit_test_setup_teardown(a_step_up_that_proves_too_much_is_tried_ever_less_often, begin, end),
        cmocka_unit_test_setup_teardown(
            a_resting_picture_takes_sixteen_evenly_shifted_samples_of_the_finest_mesh, begin, end),
        cmocka_unit_test_setup_teardown(moving_begins_the_resting_picture_anew, begin, end),
        cmocka_unit_test_setup_teardown(every_moving_picture_but_the_first_has_its_edges_smoothed, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_change_of_magnification_goes_about_the_middle_of_each_half, begin,
                                        end),
        cmocka_unit_test_setup_teardown(a_change_within_a_change_begins_with_what_is_seen, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
