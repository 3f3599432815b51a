// The grid that the slow models share: whole, ascending, and found again from a time.
#include "../check.h"
#include "model/clock_grid.h"

static void every_point_is_found_from_its_time(void **state)
{
    (void)state;
    int point = 1;
    double before = 0.0;
    for (int piece = 0; piece < CLOCK_GRID_PIECES; piece++) {
        double start = clock_grid_start_min(piece), step = clock_grid_step_min(piece);
        assert_true(start == before || piece == 0);
        for (int n = 1; n <= CLOCK_GRID_STEPS && point < CLOCK_GRID_POINTS; n++, point++) {
            double t_min = start + step * (double)n;
            assert_true(t_min > before);
            clock_grid_place half = clock_grid_place_of(fmin(0.5 * (before + t_min), COURSE_END_MIN));
            assert_int_equal(half.index, point - 1);
            if (t_min <= COURSE_END_MIN) {
                check_near(half.share, 0.5, 1e-9);
                clock_grid_place at = clock_grid_place_of(t_min);
                assert_int_equal(at.index, point);
                assert_true(at.share == 0.0);
            }
            before = t_min;
        }
    }
    assert_int_equal(point, CLOCK_GRID_POINTS);
    assert_true(before >= COURSE_END_MIN);
    assert_true(clock_grid_place_of(COURSE_END_MIN).index <= CLOCK_GRID_POINTS - 2);
}

static void end_of_the_infusion_is_a_point(void **state)
{
    (void)state;
    assert_true(clock_grid_place_of(40.0).share == 0.0);
    assert_true(clock_grid_place_of(0.0).share == 0.0 && clock_grid_place_of(0.0).index == 0);
}

static void times_are_clamped(void **state)
{
    (void)state;
    assert_true(clock_grid_clamp(-1.0) == 0.0 && clock_grid_clamp((double)NAN) == 0.0);
    assert_true(clock_grid_clamp(1e300) == COURSE_END_MIN && clock_grid_clamp(7.5) == 7.5);
}

static void between_points_values_go_straight(void **state)
{
    (void)state;
    static double table[CLOCK_GRID_POINTS];
    table[7] = 2.0;
    table[8] = 6.0;
    check_near(clock_grid_between(table, (clock_grid_place){7, 0.25}), 3.0, 1e-15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_point_is_found_from_its_time),
        cmocka_unit_test(end_of_the_infusion_is_a_point),
        cmocka_unit_test(times_are_clamped),
        cmocka_unit_test(between_points_values_go_straight),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
