// Live scenes run in fixed steps while nothing holds them, freeze and step by hand, and pass into one another
// by fades and zooms.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/stage/clock.h"
#include "app/stage/fade.h"
#include "app/stage/live.h"
#include "app/stage/moves.h"
#include "app/stage/overlay.h"
#include "app/stage/pause.h"
#include "app/stage/stage.h"
#include "app/state/session.h"

#include <math.h>
#include <string.h>

typedef struct life {
    int steps;
    double seconds;
    int restarts;
    double restart_run_s;
    int sets;
    int settles; // ticks until the scene is there
    int finishes;
} life;

static void live(void *scene, double dt_s)
{
    life *l = scene;
    l->steps++;
    l->seconds += dt_s;
}

static void restart(void *scene, double run_s)
{
    life *l = scene;
    l->restarts++;
    l->restart_run_s = run_s;
    l->steps = 0;
}

static bool settle(void *scene, double dt_s)
{
    (void)dt_s;
    life *l = scene;
    return l->settles > 0 && l->settles-- > 0;
}

static void finish(void *scene)
{
    life *l = scene;
    l->finishes++;
    l->settles = 0;
}

static void set(void *scene, const view_state *v, const treatment *t)
{
    (void)v, (void)t;
    ((life *)scene)->sets++;
}

static const scene_class living = {.id = "living",
                                   .set = set,
                                   .advance = live,
                                   .restart = restart,
                                   .settle = settle,
                                   .finish = finish,
                                   .zoom_min = 0.5,
                                   .zoom_max = 12.0,
                                   .turn_max_deg_s = 32.0,
                                   .zoom_max_s = 0.3};
static const scene_class still = {
    .id = "still", .zoom_min = 0.5, .zoom_max = 12.0, .turn_max_deg_s = 32.0, .zoom_max_s = 0.3};

typedef struct fixture {
    app app;
    life life;
} fixture;

static int begin(void **state)
{
    static fixture f;
    memset(&f, 0, sizeof f);
    f.app.stage.scene = &living;
    f.app.stage.scene_data = &f.life;
    f.app.session.view = view_state_default(VIEW_BRAIN);
    gfx_def def = {.text = text_source_blocks()};
    f.app.parts.gfx = gfx_create_recording(&def);
    f.app.parts.picture = stage_create(f.app.parts.gfx);
    f.app.parts.eased = true;
    *state = &f;
    return f.app.parts.gfx && f.app.parts.picture ? 0 : 1;
}

static int end(void **state)
{
    fixture *f = *state;
    stage_destroy(f->app.parts.picture);
    gfx_destroy(f->app.parts.gfx);
    return 0;
}

static void run(app *a, double seconds, double tick_s)
{
    for (double t = 0.0; t < seconds - 1e-9; t += tick_s)
        live_advance(a, tick_s);
}

static void life_goes_on_in_sixtieths_whatever_the_frame_rate(void **state)
{
    fixture *f = *state;
    run(&f->app, 1.0, 1.0 / 30.0);
    assert_in_range(f->life.steps, 59, 60);
    assert_true(fabs(f->life.seconds - f->life.steps / 60.0) < 1e-9);
    f->life = (life){0};
    run(&f->app, 1.0, 1.0 / 144.0);
    assert_in_range(f->life.steps, 59, 61);
}

static void a_slow_machine_shows_slower_motion_and_does_not_fall_behind(void **state)
{
    fixture *f = *state;
    run(&f->app, 2.0, 0.5);
    assert_in_range(f->life.steps, 4, 12);
    f->life.steps = 0;
    live_advance(&f->app, 1.0 / 60.0);
    assert_in_range(f->life.steps, 0, 2);
}

static void play_and_pause_freeze_life_and_the_clock_together(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    assert_false(pause_is_on(a));
    pause_run_clock(a);
    assert_true(a->session.playing);
    pause_toggle(a);
    assert_true(pause_is_on(a));
    assert_false(a->session.playing);
    run(a, 0.5, 1.0 / 60.0);
    assert_int_equal(f->life.steps, 0);
    pause_toggle(a);
    assert_false(pause_is_on(a));
    assert_false(a->session.playing);
}

static void a_step_by_hand_freezes_and_moves_one_sixtieth(void **state)
{
    fixture *f = *state;
    pause_step(&f->app);
    assert_int_equal(f->life.steps, 1);
    assert_true(pause_is_on(&f->app));
    run(&f->app, 0.5, 1.0 / 60.0);
    assert_int_equal(f->life.steps, 1);
    pause_run_clock(&f->app);
    assert_true(f->app.session.playing);
    pause_step(&f->app); // a clock that runs stands still with it
    assert_false(f->app.session.playing);
    assert_int_equal(f->life.steps, 2);
}

static void where_nothing_lives_play_runs_the_clock(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    a->stage.scene = &still;
    assert_true(pause_is_on(a));
    pause_toggle(a);
    assert_true(a->session.playing);
    pause_step(a);
    assert_int_equal(f->life.steps, 0);
}

// A story lets the clock run for eight seconds; two of them pass.
static void run_by_a_story(app *a)
{
    a->session.view.t_min = 10.0;
    view_state target = a->session.view;
    target.t_min = 120.0;
    moves_go(a, &target, &(story_move){.change = STORY_RUN, .seconds = 8.0});
    moves_advance(a, 2.0);
    assert_true(a->session.view.t_min > 10.0 && a->session.view.t_min < 120.0);
}

static void stands(app *a)
{
    double seen = a->session.view.t_min;
    assert_false(a->session.playing);
    assert_true(pause_is_on(a));
    moves_advance(a, 1.0);
    clock_advance(a, 1.0);
    assert_true(a->session.view.t_min == seen);
}

static void a_story_s_run_is_a_running_clock_and_any_press_stops_it(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    a->stage.scene = &still;
    void (*const presses[])(app *) = {pause_toggle, pause_run_clock};
    for (int i = 0; i < 2; i++) {
        run_by_a_story(a);
        assert_false(pause_is_on(a));
        presses[i](a);
        stands(a);
    }
    a->stage.scene = &living;
    run_by_a_story(a);
    pause_toggle(a);
    stands(a);
}

static void a_turn_of_the_stage_is_no_running_clock(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    a->stage.scene = &still;
    view_state target = a->session.view;
    target.camera.yaw_deg += 90.0;
    moves_go(a, &target, &(story_move){.change = STORY_MOVE, .seconds = 8.0});
    moves_advance(a, 2.0);
    assert_true(pause_is_on(a));
    pause_toggle(a);
    assert_true(a->session.playing);
}

static void a_story_s_run_does_not_fade_what_lives(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    a->session.view.t_min = 10.0;
    live_notice_jump(a);
    run_by_a_story(a);
    live_notice_jump(a);
    assert_true(fade_mix(a).old_opacity == 0.0f);
}

static void where_life_is_held_still_play_runs_the_clock(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    a->session.look.reduce_motion = true;
    pause_toggle(a);
    assert_true(a->session.playing);
    assert_false(pause_is_on(a));
    pause_toggle(a);
    assert_true(pause_is_on(a));
    a->session.look.reduce_motion = false;
    assert_false(pause_is_on(a)); // it was not frozen by that
}

static void panels_and_reduced_motion_hold_life_still(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    overlay_open(a, OVERLAY_HELP);
    assert_false(live_runs(a));
    overlay_open(a, OVERLAY_NONE);
    a->session.look.reduce_motion = true;
    assert_false(live_runs(a));
    assert_true(pause_is_on(a));
}

static void move_clock(app *a, double t_min)
{
    a->session.view.t_min = t_min;
    live_notice_jump(a);
}

// Nothing lives under reduced motion and while paused: the models begin anew at the new moment, with the
// seconds of life that a picture of it shows.
static void what_stands_still_follows_the_clock_anew(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    a->session.view.run_s = 0.5;
    live_notice_jump(a);
    for (int reduced = 0; reduced < 2; reduced++) {
        a->session.look.reduce_motion = reduced;
        a->stage.live.frozen = !reduced;
        f->life = (life){0};
        for (int i = 0; i < 5; i++) { // a hand on the clock
            move_clock(a, 10.0 * reduced + i + 1.0);
            run(a, 0.05, 0.025);
            assert_true(live_is_moving(a));
        }
        assert_int_equal(f->life.restarts, 0);
        run(a, 1.0, 0.025);
        assert_int_equal(f->life.restarts, 1);
        assert_int_equal(f->life.sets, 1);
        assert_true(f->life.restart_run_s == 0.5);
        assert_false(live_is_moving(a));
    }
}

static void a_running_clock_under_reduced_motion_is_followed_twice_a_second(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    a->session.look.reduce_motion = true;
    session_set_playing(a, true);
    live_notice_jump(a);
    for (int i = 1; i <= 120; i++) { // two seconds
        move_clock(a, 0.1 * i);
        live_advance(a, 1.0 / 60.0);
    }
    assert_in_range(f->life.restarts, 3, 4);
}

static void what_lives_is_not_begun_anew(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    session_set_playing(a, true);
    live_notice_jump(a);
    for (int i = 1; i <= 60; i++) {
        move_clock(a, 0.1 * i);
        live_advance(a, 1.0 / 60.0);
    }
    session_set_playing(a, false);
    move_clock(a, 500.0);
    run(a, 1.0, 1.0 / 60.0);
    assert_int_equal(f->life.restarts, 0);
    a->stage.live.frozen = true; // changed, and let live again before it was followed
    move_clock(a, 600.0);
    a->stage.live.frozen = false;
    run(a, 1.0, 1.0 / 60.0);
    assert_int_equal(f->life.restarts, 0);
}

static void a_panel_over_a_running_clock_throws_no_life_away(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    session_set_playing(a, true);
    overlay_open(a, OVERLAY_HELP);
    live_notice_jump(a);
    for (int i = 1; i <= 120; i++) {
        move_clock(a, 0.1 * i);
        live_advance(a, 1.0 / 60.0);
    }
    assert_int_equal(f->life.restarts, 0);
    assert_int_equal(f->life.steps, 0);
}

// Caught up with at once, with all of its seconds; while it is only looked at, a long run is cut.
static void a_picture_of_what_stands_still_is_of_the_present_view(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    a->session.look.reduce_motion = true;
    a->session.view.run_s = 30.0;
    live_show_run(a);
    f->life = (life){0};
    move_clock(a, 5.0);
    live_catch_up(a);
    assert_int_equal(f->life.restarts, 1);
    assert_true(f->life.restart_run_s == 30.0);
    assert_int_equal(f->life.finishes, 1);
    live_catch_up(a);
    run(a, 1.0, 0.05);
    assert_int_equal(f->life.restarts, 1);
    move_clock(a, 6.0);
    run(a, 1.0, 0.05);
    assert_int_equal(f->life.restarts, 2);
    assert_true(f->life.restart_run_s == 6.0);
}

// While a scene makes its models in pieces, frames go on and are drawn; a picture does not wait for them.
static void what_is_made_in_pieces_is_waited_for_and_a_picture_has_it_whole(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    a->stage.live.frozen = true;
    assert_false(live_is_moving(a));
    f->life.settles = 3;
    for (int i = 0; i < 3; i++) {
        assert_true(live_advance(a, 1.0 / 60.0));
        assert_true(live_is_moving(a) && a->stage.live.stepped);
    }
    live_advance(a, 1.0 / 60.0);
    assert_false(live_is_moving(a) || a->stage.live.stepped);
    f->life.settles = 3;
    live_catch_up(a);
    assert_int_equal(f->life.finishes, 1);
    assert_false(live_advance(a, 1.0 / 60.0));
}

// A magnification that was opened at one moment and sent to another at once, as by a pasted state.
static void a_new_magnification_follows_a_jump_as_well(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    a->session.look.reduce_motion = true;
    live_show_run(a);
    live_scene_changed(a, 1);
    move_clock(a, 500.0);
    run(a, 1.0, 0.05);
    assert_int_equal(f->life.restarts, 1);
}

static void a_picture_shows_the_asked_seconds_of_life(void **state)
{
    fixture *f = *state;
    f->app.session.view.run_s = 1.5;
    live_show_run(&f->app);
    assert_int_equal(f->life.steps, 90);
}

static void a_jump_of_the_clock_fades_and_a_running_clock_does_not(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    live_notice_jump(a);
    a->session.view.t_min = 40.0;
    live_notice_jump(a);
    assert_true(fade_mix(a).old_opacity > 0.99f);
    run(a, 0.5, 1.0 / 60.0);
    assert_true(fade_mix(a).old_opacity == 0.0f);
    session_set_playing(a, true);
    a->session.view.t_min = 41.0;
    live_notice_jump(a);
    assert_true(fade_mix(a).old_opacity == 0.0f);
}

static void a_finer_magnification_grows_out_of_the_old_one(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    live_scene_changed(a, 1);
    run(a, 0.35, 1.0 / 60.0);
    stage_mix m = fade_mix(a);
    assert_true(m.old_zoom > 1.2f && m.zoom < 0.95f && m.old_opacity > 0.2f && m.old_opacity < 0.8f);
    run(a, 0.6, 1.0 / 60.0);
    assert_true(fade_mix(a).zoom == 1.0f);
}

// Between any two of the four magnifications, whichever way: the first frame is the old picture as it was,
// the last the new one as it is, and nothing jumps in between.
static void every_change_of_magnification_is_continuous(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    for (int from = 0; from < VIEW_SCENES; from++)
        for (int to = 0; to < VIEW_SCENES; to++) {
            if (from == to)
                continue;
            live_scene_changed(a, to - from);
            stage_mix was = fade_mix(a);
            assert_true(was.old_opacity == 1.0f && was.old_zoom == 1.0f && fade_overlay_alpha(a) == 0.0f);
            assert_true(to > from ? was.zoom < 1.0f : was.zoom > 1.0f);
            float alpha = 0.0f;
            for (int frame = 0; frame < 60; frame++) {
                live_advance(a, 1.0 / 60.0);
                stage_mix is = fade_mix(a);
                bool last = is.old_opacity == 0.0f;
                assert_true(fabsf(is.old_opacity - was.old_opacity) < 0.06f);
                assert_true(fabsf(is.zoom / was.zoom - 1.0f) < 0.08f);
                assert_true(last || fabsf(is.old_zoom / was.old_zoom - 1.0f) < 0.08f);
                assert_true(fabsf(fade_overlay_alpha(a) - alpha) < 0.06f);
                alpha = fade_overlay_alpha(a);
                was = is;
            }
            assert_true(was.old_opacity == 0.0f && was.zoom == 1.0f && alpha == 1.0f);
        }
}

static void reduced_motion_fades_without_zooming(void **state)
{
    fixture *f = *state;
    app *a = &f->app;
    a->session.look.reduce_motion = true;
    live_scene_changed(a, 1);
    run(a, 0.35, 1.0 / 60.0);
    stage_mix m = fade_mix(a);
    assert_true(m.old_zoom == 1.0f && m.zoom == 1.0f && m.old_opacity > 0.2f);
    assert_true(fade_overlay_alpha(a) < 0.8f); // the words fade in with their picture
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(life_goes_on_in_sixtieths_whatever_the_frame_rate, begin, end),
        cmocka_unit_test_setup_teardown(a_slow_machine_shows_slower_motion_and_does_not_fall_behind, begin,
                                        end),
        cmocka_unit_test_setup_teardown(play_and_pause_freeze_life_and_the_clock_together, begin, end),
        cmocka_unit_test_setup_teardown(a_step_by_hand_freezes_and_moves_one_sixtieth, begin, end),
        cmocka_unit_test_setup_teardown(where_nothing_lives_play_runs_the_clock, begin, end),
        cmocka_unit_test_setup_teardown(a_story_s_run_is_a_running_clock_and_any_press_stops_it, begin, end),
        cmocka_unit_test_setup_teardown(a_turn_of_the_stage_is_no_running_clock, begin, end),
        cmocka_unit_test_setup_teardown(a_story_s_run_does_not_fade_what_lives, begin, end),
        cmocka_unit_test_setup_teardown(where_life_is_held_still_play_runs_the_clock, begin, end),
        cmocka_unit_test_setup_teardown(panels_and_reduced_motion_hold_life_still, begin, end),
        cmocka_unit_test_setup_teardown(what_stands_still_follows_the_clock_anew, begin, end),
        cmocka_unit_test_setup_teardown(a_running_clock_under_reduced_motion_is_followed_twice_a_second,
                                        begin, end),
        cmocka_unit_test_setup_teardown(what_lives_is_not_begun_anew, begin, end),
        cmocka_unit_test_setup_teardown(a_panel_over_a_running_clock_throws_no_life_away, begin, end),
        cmocka_unit_test_setup_teardown(a_picture_of_what_stands_still_is_of_the_present_view, begin, end),
        cmocka_unit_test_setup_teardown(what_is_made_in_pieces_is_waited_for_and_a_picture_has_it_whole,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_new_magnification_follows_a_jump_as_well, begin, end),
        cmocka_unit_test_setup_teardown(a_picture_shows_the_asked_seconds_of_life, begin, end),
        cmocka_unit_test_setup_teardown(a_jump_of_the_clock_fades_and_a_running_clock_does_not, begin, end),
        cmocka_unit_test_setup_teardown(a_finer_magnification_grows_out_of_the_old_one, begin, end),
        cmocka_unit_test_setup_teardown(every_change_of_magnification_is_continuous, begin, end),
        cmocka_unit_test_setup_teardown(reduced_motion_fades_without_zooming, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
