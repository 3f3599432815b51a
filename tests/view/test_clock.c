// The clock's axis, marks, moments in words, and the way from one view to another.
#include "view/view_clock.h"
#include "view/view_state.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define END_MIN (56.0 * 24.0 * 60.0)

static void the_axis_runs_from_before_to_eight_weeks(void **state)
{
    (void)state;
    assert_true(view_axis_of_time(0.0) == 0.0 && view_time_of_axis(0.0) == 0.0);
    assert_true(fabs(view_axis_of_time(1.0) - VIEW_AXIS_STUB) < 1e-15);
    assert_true(view_axis_of_time(END_MIN) == 1.0 && view_time_of_axis(1.0) == END_MIN);
    // Ten times as long is equally far on the axis, wherever.
    double decade = view_axis_of_time(10.0) - view_axis_of_time(1.0);
    assert_true(fabs(view_axis_of_time(5000.0) - view_axis_of_time(500.0) - decade) < 1e-12);
}

static void axis_and_time_are_inverse(void **state)
{
    (void)state;
    double last = -1.0;
    for (int i = 0; i <= 10000; i++) {
        double axis = i / 10000.0, t = view_time_of_axis(axis);
        assert_true(t > last);
        assert_true(fabs(view_axis_of_time(t) - axis) < 1e-12);
        last = t;
    }
}

static void the_axis_clamps(void **state)
{
    (void)state;
    assert_true(view_axis_of_time(-5.0) == 0.0 && view_axis_of_time(1e9) == 1.0);
    assert_true(view_time_of_axis(-0.1) == 0.0 && view_time_of_axis(1.1) == END_MIN);
    assert_true(view_axis_of_time(NAN) == 0.0 && view_time_of_axis(NAN) == 0.0);
}

static void stepping_visits_every_mark_both_ways(void **state)
{
    (void)state;
    int count;
    const view_mark *marks = view_marks(&count);
    assert_int_equal(count, 9);
    double t = marks[0].t_min;
    for (int i = 1; i < count; i++) {
        t = view_mark_step(t, 1);
        assert_true(t == marks[i].t_min);
    }
    assert_true(view_mark_step(t, 1) == END_MIN);
    for (int i = count - 2; i >= 0; i--) {
        t = view_mark_step(t, -1);
        assert_true(t == marks[i].t_min);
    }
    assert_true(view_mark_step(0.0, -1) == 0.0);
    assert_true(view_mark_step(50.0, 1) == 120.0 && view_mark_step(50.0, -1) == 40.0);
    // Dragged onto a mark with a rounding error: the next step leaves it.
    assert_true(view_mark_step(view_time_of_axis(view_axis_of_time(40.0)), 1) == 120.0);
    assert_true(view_mark_step(view_time_of_axis(view_axis_of_time(40.0)), -1) == 0.0);
}

static void assert_words(double t_min, const char *id, double count, int decimals)
{
    message m = view_time_message(t_min);
    assert_string_equal(m.id, id);
    assert_int_equal(m.arg_count, 1);
    assert_string_equal(m.args[0].name, "count");
    if (fabs(m.args[0].number - count) > 1e-12 || m.args[0].decimals != decimals)
        fail_msg("%.17g min: %.17g with %d decimals", t_min, m.args[0].number, m.args[0].decimals);
}

static void moments_are_said_in_the_unit_people_use(void **state)
{
    (void)state;
    message before = view_time_message(0.0);
    assert_string_equal(before.id, "time.before");
    assert_int_equal(before.arg_count, 0);
    assert_words(0.5, "time.s", 30.0, 0);
    assert_words(1e-9, "time.s", 0.1, 1);
    assert_words(1.0, "time.min", 1.0, 0);
    assert_words(1.5, "time.min", 1.5, 1);
    assert_words(40.0, "time.min", 40.0, 0);
    assert_words(43.3, "time.min", 43.0, 0);
    assert_words(90.0, "time.min", 90.0, 0);
    assert_words(120.0, "time.h", 2.0, 0);
    assert_words(150.0, "time.h", 2.5, 1);
    assert_words(1440.0, "time.h", 24.0, 0);
    assert_words(4.0 * 1440.0, "time.d", 4.0, 0);
    assert_words(7.0 * 1440.0, "time.d", 7.0, 0);
    assert_words(14.0 * 1440.0, "time.w", 2.0, 0);
    assert_words(END_MIN, "time.w", 8.0, 0);
}

static void rounding_up_moves_on_to_the_next_unit(void **state)
{
    (void)state;
    assert_words(59.9 / 60.0, "time.min", 1.0, 0);
    assert_words(119.8, "time.h", 2.0, 0);
    assert_words(47.9 * 60.0, "time.d", 2.0, 0);
    assert_words(13.9 * 1440.0, "time.w", 2.0, 0);
}

static void a_mix_starts_and_ends_exactly(void **state)
{
    (void)state;
    view_state a = view_state_opening(), b = view_state_default(VIEW_CIRCUIT);
    b.t_min = 40.0;
    view_state m = view_state_mix(&a, &b, 0.0);
    assert_true(view_state_equal(&m, &a));
    m = view_state_mix(&a, &b, 1.0);
    assert_true(view_state_equal(&m, &b));
    m = view_state_mix(&a, &b, -1.0);
    assert_true(view_state_equal(&m, &a));
    m = view_state_mix(&a, &b, NAN);
    assert_true(view_state_equal(&m, &a));
}

static void a_view_mixed_with_itself_stays(void **state)
{
    (void)state;
    view_state a = view_state_opening();
    a.camera = (view_camera){-170.3, 3.7, 2.3, 0.1, -0.7};
    a.t_min = 43.2;
    for (int i = 0; i <= 10; i++) {
        view_state m = view_state_mix(&a, &a, i / 10.0);
        assert_true(view_state_equal(&m, &a));
    }
}

static void the_middle_of_a_mix(void **state)
{
    (void)state;
    view_state a = view_state_default(VIEW_BRAIN), b = a;
    a.t_min = 10.0;
    b.t_min = 1000.0;
    a.camera.zoom = 1.0;
    b.camera.zoom = 4.0;
    a.camera.yaw_deg = 170.0;
    b.camera.yaw_deg = -170.0;
    b.ketamine_mg_per_kg = 1.0;
    b.look = VIEW_SOLID;
    view_state m = view_state_mix(&a, &b, 0.5);
    assert_true(fabs(m.t_min - 100.0) < 1e-9);      // half-way on the log axis
    assert_true(fabs(m.camera.zoom - 2.0) < 1e-12); // geometric
    assert_true(fabs(m.camera.yaw_deg) == 180.0);   // the short way round
    assert_true(m.ketamine_mg_per_kg == 0.75);
    assert_true(m.look == VIEW_SOLID);
    assert_true(view_state_mix(&a, &b, 0.49).look == VIEW_GLASS);
    for (int i = 0; i <= 100; i++) {
        double yaw = view_state_mix(&a, &b, i / 100.0).camera.yaw_deg;
        assert_true(yaw >= -180.0 && yaw <= 180.0 && fabs(yaw) >= 170.0);
    }
}

static void releasing_a_pin_never_jumps(void **state)
{
    (void)state;
    view_state a = view_state_opening(), b = view_state_default(VIEW_BRAIN);
    double last = view_axis_of_time(view_moment_min(&a, SIDE_SSRI));
    for (int i = 1; i <= 1000; i++) {
        view_state m = view_state_mix(&a, &b, i / 1000.0);
        double now = view_axis_of_time(view_moment_min(&m, SIDE_SSRI));
        assert_true(fabs(now - last) < 0.002);
        last = now;
    }
    assert_true(last == 0.0);
}

static void one_half_can_be_shown_alone(void **state)
{
    (void)state;
    view_state v = view_state_default(VIEW_BRAIN);
    assert_true(view_shows(&v, SIDE_SSRI) && view_shows(&v, SIDE_KETAMINE));
    v.halves = VIEW_SSRI;
    assert_true(view_shows(&v, SIDE_SSRI) && !view_shows(&v, SIDE_KETAMINE));
    v.halves = VIEW_KETAMINE;
    assert_true(!view_shows(&v, SIDE_SSRI) && view_shows(&v, SIDE_KETAMINE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_axis_runs_from_before_to_eight_weeks),
        cmocka_unit_test(axis_and_time_are_inverse),
        cmocka_unit_test(the_axis_clamps),
        cmocka_unit_test(stepping_visits_every_mark_both_ways),
        cmocka_unit_test(moments_are_said_in_the_unit_people_use),
        cmocka_unit_test(rounding_up_moves_on_to_the_next_unit),
        cmocka_unit_test(a_mix_starts_and_ends_exactly),
        cmocka_unit_test(a_view_mixed_with_itself_stays),
        cmocka_unit_test(the_middle_of_a_mix),
        cmocka_unit_test(releasing_a_pin_never_jumps),
        cmocka_unit_test(one_half_can_be_shown_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
