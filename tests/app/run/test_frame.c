// Frames of the whole program on a recording in place of a graphics card: what a computer that slept finds,
// and what is under the pointer.
#include "stage_fixture.h"

#include "app/stage/clock.h"
#include "app/stage/stage.h"
#include "app/state/session.h"
#include "view/view_clock.h"

static int open_frames(void **state)
{
    open_stage(state);
    fixture_show(VIEW_GROWTH);
    a.parts.picture = stage_create(a.parts.gfx);
    assert_non_null(a.parts.picture);
    fixture_build(&a);
    return 0;
}

static int close_frames(void **state)
{
    stage_destroy(a.parts.picture);
    a.parts.picture = NULL;
    return close_stage(state);
}

static double runs_for(double dt_s)
{
    fixture_state("v1,scene=growth,t=7d");
    session_set_playing(&a, true);
    double before = view_axis_of_time(a.session.view.t_min);
    app_tick(&a, dt_s, NULL);
    return view_axis_of_time(a.session.view.t_min) - before;
}

// An hour of sleep is no hour of the clock: it goes on where it stood.
static void after_a_suspend_the_clock_does_not_jump(void **state)
{
    (void)state;
    double frame = runs_for(1.0 / 60.0), slow = runs_for(0.1), slept = runs_for(3600.0);
    assert_true(frame > 0.0 && slow > frame);
    check_near(slept, slow, 1e-9);
}

// A blank screen holds everything: what comes back is the picture that went.
static void behind_a_blank_screen_nothing_goes_on(void **state)
{
    (void)state;
    a.present.on = true;
    a.present.blank = BLANK_BLACK;
    check_near(runs_for(0.1), 0.0, 0.0);
    assert_true(a.session.playing);
    a.present.blank = BLANK_NONE;
    assert_true(runs_for(0.1) > 0.0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(after_a_suspend_the_clock_does_not_jump, open_frames, close_frames),
        cmocka_unit_test_setup_teardown(behind_a_blank_screen_nothing_goes_on, open_frames, close_frames),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
