// From one magnification to the next, and back to the beginning.
#include "app/stage/live.h"
#include "app/stage/visit.h"
#include "app/state/session.h"
#include "chrome_fixture.h"

#include <math.h>

// A hand that wavers at the end of the zoom gets nowhere: only what goes one way adds up.
static void over_zoom_adds_up_in_one_direction_only(void **state)
{
    (void)state;
    for (int i = 0; i < 20; i++) {
        assert_int_equal(live_zoomed_beyond(&a, exp(0.3)), 0);
        assert_int_equal(live_zoomed_beyond(&a, exp(-0.2)), 0);
    }
    assert_int_equal(live_zoomed_beyond(&a, exp(-0.2)), -1);
    assert_int_equal(live_zoomed_beyond(&a, exp(0.2)), 0); // begins anew
    assert_int_equal(live_zoomed_beyond(&a, exp(0.2)), 1);
}

static void reset_takes_back_the_speed_too(void **state)
{
    (void)state;
    for (int speed = 0; speed < SPEEDS; speed++) {
        session_set_speed(&a, (play_speed)speed);
        session_set_playing(&a, true);
        visit_reset(&a);
        assert_int_equal(a.session.speed, SPEED_NORMAL);
        assert_false(a.session.playing);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(over_zoom_adds_up_in_one_direction_only, open_app, close_app),
        cmocka_unit_test_setup_teardown(reset_takes_back_the_speed_too, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
