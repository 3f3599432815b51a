// Playing and stepping the clock.
#include "app/stage/clock.h"
#include "app/state/app_state.h"
#include "check.h"
#include "view/view_clock.h"

static app fresh(void)
{
    return (app){.session.view = view_state_default(VIEW_BRAIN), .session.speed = SPEED_NORMAL};
}

static double seconds_to_the_end(play_speed speed, double frame_s)
{
    app a = fresh();
    a.session.speed = speed;
    clock_play(&a, true);
    int frames = 0;
    while (a.session.playing && frames < 100000) {
        clock_advance(&a, frame_s);
        frames++;
    }
    check_near(a.session.view.t_min, COURSE_END_MIN, 1e-9);
    return frames * frame_s;
}

static void the_whole_axis_takes_60_30_and_15_seconds(void **state)
{
    (void)state;
    static const double frames[] = {1.0 / 144.0, 1.0 / 60.0, 1.0 / 7.0};
    for (int i = 0; i < 3; i++) {
        check_near(seconds_to_the_end(SPEED_SLOW, frames[i]), 60.0, 1.01 * frames[i]);
        check_near(seconds_to_the_end(SPEED_NORMAL, frames[i]), 30.0, 1.01 * frames[i]);
        check_near(seconds_to_the_end(SPEED_FAST, frames[i]), 15.0, 1.01 * frames[i]);
    }
}

static void every_tenfold_of_time_takes_as_long(void **state)
{
    (void)state;
    app a = fresh();
    double taken[3];
    for (int i = 0; i < 3; i++) {
        double end = 100.0 * pow(10.0, i);
        a.session.view.t_min = end / 10.0;
        a.session.playing = true;
        taken[i] = 0.0;
        while (a.session.view.t_min < end) {
            clock_advance(&a, 0.001);
            taken[i] += 0.001;
        }
    }
    check_near(taken[1], taken[0], 0.002);
    check_near(taken[2], taken[0], 0.002);
    check_near(taken[0], 30.0 * (1.0 - VIEW_AXIS_STUB) / log10(COURSE_END_MIN), 0.002);
}

static void the_stub_before_takes_its_share_of_the_time(void **state)
{
    (void)state;
    app a = fresh();
    clock_play(&a, true);
    double taken = 0.0;
    while (a.session.view.t_min < 1.0) {
        clock_advance(&a, 0.001);
        taken += 0.001;
    }
    check_near(taken, 30.0 * VIEW_AXIS_STUB, 0.003);
}

static void playing_the_opening_releases_the_pins_and_begins_at_the_dose(void **state)
{
    (void)state;
    app a = fresh();
    a.session.view = view_state_opening();
    a.session.view.t_min = 500.0;
    assert_true(a.session.view.pinned[SIDE_SSRI] && a.session.view.pinned[SIDE_KETAMINE]);
    clock_play(&a, true);
    assert_false(a.session.view.pinned[SIDE_SSRI] || a.session.view.pinned[SIDE_KETAMINE]);
    check_near(a.session.view.t_min, 0.0, 0.0);
    assert_true(a.session.playing);
}

static void playing_with_one_half_held_keeps_it_held(void **state)
{
    (void)state;
    app a = fresh();
    a.session.view.pinned[SIDE_SSRI] = true;
    a.session.view.pin_min[SIDE_SSRI] = 1000.0;
    a.session.view.t_min = 60.0;
    clock_play(&a, true);
    clock_advance(&a, 1.0);
    assert_true(a.session.view.pinned[SIDE_SSRI]);
    assert_true(a.session.view.t_min > 60.0);
    check_near(view_moment_min(&a.session.view, SIDE_SSRI), 1000.0, 0.0);
    // Alone on the stage, the held half is all there is to see move.
    a.session.view.halves = VIEW_SSRI;
    clock_play(&a, true);
    assert_false(a.session.view.pinned[SIDE_SSRI]);
}

static void playing_at_the_end_begins_again(void **state)
{
    (void)state;
    app a = fresh();
    a.session.view.t_min = COURSE_END_MIN;
    clock_play(&a, true);
    check_near(a.session.view.t_min, 0.0, 0.0);
    a.session.view.t_min = 60.0;
    clock_play(&a, false);
    clock_play(&a, true);
    check_near(a.session.view.t_min, 60.0, 0.0);
}

static void a_paused_or_held_clock_stands(void **state)
{
    (void)state;
    app a = fresh();
    a.session.view.t_min = 60.0;
    clock_advance(&a, 1.0);
    check_near(a.session.view.t_min, 60.0, 0.0);
    a.session.playing = true;
    a.chrome.clock_held = true;
    clock_advance(&a, 1.0);
    check_near(a.session.view.t_min, 60.0, 0.0);
    a.chrome.clock_held = false;
    clock_advance(&a, NAN);
    check_near(a.session.view.t_min, 60.0, 0.0);
}

static void a_clock_that_nothing_follows_any_more_stops(void **state)
{
    (void)state;
    app a = fresh();
    a.session.view.t_min = 60.0;
    clock_play(&a, true);
    clock_advance(&a, 0.1);
    double seen = a.session.view.t_min;
    for (int s = 0; s < SIDE_COUNT; s++) {
        a.session.view.pinned[s] = true;
        a.session.view.pin_min[s] = seen;
    }
    clock_advance(&a, 1.0);
    assert_false(a.session.playing);
    check_near(a.session.view.t_min, seen, 0.0);
}

static void stepping_visits_every_mark(void **state)
{
    (void)state;
    app a = fresh();
    int count;
    const view_mark *marks = view_marks(&count);
    for (int i = 1; i < count; i++) {
        clock_step(&a, 1);
        check_near(a.session.view.t_min, marks[i].t_min, 0.0);
    }
    clock_step(&a, 1);
    check_near(a.session.view.t_min, marks[count - 1].t_min, 0.0);
    for (int i = count - 2; i >= 0; i--) {
        clock_step(&a, -1);
        check_near(a.session.view.t_min, marks[i].t_min, 0.0);
    }
    assert_false(a.session.playing); // stepping a paused clock leaves it paused
}

static void choosing_a_moment_releases_halves_that_would_not_follow(void **state)
{
    (void)state;
    app a = fresh();
    a.session.view = view_state_opening();
    clock_set(&a, 300.0);
    assert_false(a.session.view.pinned[SIDE_SSRI] || a.session.view.pinned[SIDE_KETAMINE]);
    check_near(a.session.view.t_min, 300.0, 0.0);
    a.session.view.pinned[SIDE_KETAMINE] = true;
    clock_set(&a, 400.0);
    assert_true(a.session.view.pinned[SIDE_KETAMINE]);
    clock_set(&a, 1e12);
    check_near(a.session.view.t_min, COURSE_END_MIN, 0.0);
    clock_set(&a, -5.0);
    check_near(a.session.view.t_min, 0.0, 0.0);
}

static void scrubbing_moves_along_the_axis_and_stops_at_its_ends(void **state)
{
    (void)state;
    app a = fresh();
    a.session.view.t_min = 60.0;
    double before = view_axis_of_time(a.session.view.t_min);
    clock_scrub(&a, 0.01);
    check_near(view_axis_of_time(a.session.view.t_min), before + 0.01, 1e-9);
    clock_scrub(&a, 2.0);
    check_near(a.session.view.t_min, COURSE_END_MIN, 0.0);
    clock_scrub(&a, -2.0);
    check_near(a.session.view.t_min, 0.0, 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_whole_axis_takes_60_30_and_15_seconds),
        cmocka_unit_test(every_tenfold_of_time_takes_as_long),
        cmocka_unit_test(the_stub_before_takes_its_share_of_the_time),
        cmocka_unit_test(playing_the_opening_releases_the_pins_and_begins_at_the_dose),
        cmocka_unit_test(playing_with_one_half_held_keeps_it_held),
        cmocka_unit_test(playing_at_the_end_begins_again),
        cmocka_unit_test(a_paused_or_held_clock_stands),
        cmocka_unit_test(a_clock_that_nothing_follows_any_more_stops),
        cmocka_unit_test(stepping_visits_every_mark),
        cmocka_unit_test(choosing_a_moment_releases_halves_that_would_not_follow),
        cmocka_unit_test(scrubbing_moves_along_the_axis_and_stops_at_its_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
