// The clock at the bottom: dragged, stepped and played, with the models' curves behind it.
#include "app/chrome/chrome_words.h"
#include "app/chrome/clock_curves.h"
#include "app/chrome/clock_plot.h"
#include "app/stage/move_run.h"
#include "app/stage/moves.h"
#include "app/stage/scene_host.h"
#include "chrome_fixture.h"
#include "view/view_clock.h"

static clock_plot_rows plot_rows(void)
{
    rect axis = fixture_widget(&a, "dock.axis").box;
    float reach = 4.0f * a.chrome.layout.unit;
    return (clock_plot_rows){.curves = {axis.x + reach, axis.y, axis.w - 2.0f * reach, 0.4f * axis.h}};
}

static float axis_x(double t_min)
{
    rect c = plot_rows().curves;
    return c.x + (float)view_axis_of_time(t_min) * c.w;
}

static void drag_axis(double from_min, double to_min)
{
    float y = plot_rows().curves.y + 10.0f;
    fixture_pointer(&a, INPUT_POINTER_MOVE, axis_x(from_min), y);
    fixture_pointer(&a, INPUT_POINTER_DOWN, axis_x(from_min), y);
    fixture_pointer(&a, INPUT_POINTER_MOVE, axis_x(sqrt(from_min * to_min)), y);
    fixture_pointer(&a, INPUT_POINTER_MOVE, axis_x(to_min), y);
    fixture_pointer(&a, INPUT_POINTER_UP, axis_x(to_min), y);
}

static void dragging_the_axis_moves_the_moment(void **state)
{
    (void)state;
    a.session.view = view_state_default(VIEW_BRAIN);
    fixture_build(&a);
    drag_axis(10.0, 600.0);
    check_relative(a.session.view.t_min, 600.0, 0.03);
    drag_axis(600.0, 41.0); // a mark close by is hit exactly
    check_near(a.session.view.t_min, 40.0, 0.0);
    assert_false(a.chrome.clock_held);
}

static void a_held_half_s_pin_can_be_dragged(void **state)
{
    (void)state;
    a.session.view = view_state_opening();
    fixture_build(&a);
    drag_axis(40.0, 600.0);
    assert_true(a.session.view.pinned[SIDE_SSRI] && a.session.view.pinned[SIDE_KETAMINE]);
    check_relative(a.session.view.pin_min[SIDE_KETAMINE], 600.0, 0.03);
    check_near(a.session.view.t_min, 0.0, 0.0);
    // Elsewhere on the axis both halves follow again.
    drag_axis(5.0, 300.0);
    assert_false(a.session.view.pinned[SIDE_SSRI] || a.session.view.pinned[SIDE_KETAMINE]);
    check_relative(a.session.view.t_min, 300.0, 0.03);
}

// Whether something round stands on the axis at a moment: a filled handle, or a ring.
static bool round_at(double t_min, draw2d_kind kind)
{
    for (size_t i = 0; i < a.draw.count; i++) {
        const draw2d_command *c = &a.draw.commands[i];
        bool box = c->kind == DRAW2D_BOX;
        float x = box ? c->box.x + 0.5f * c->box.w : c->a[0], y = box ? c->box.y : c->a[1];
        bool round = !box || (c->box.w == c->box.h && c->radius == 0.5f * c->box.w);
        if (c->kind == kind && round && fabsf(x - axis_x(t_min)) < 1.5f && y > a.chrome.layout.dock.y)
            return true;
    }
    return false;
}

static const char *axis_value(void)
{
    static ui_focus f;
    assert_true(ui_focused(a.parts.ui, &f));
    assert_string_equal(f.id, "dock.axis");
    return f.value;
}

// While both halves are held there is no moment of the clock to be seen, only where one would come.
static void there_is_no_handle_while_no_half_follows_the_clock(void **state)
{
    (void)state;
    a.session.view = view_state_opening();
    fixture_build(&a);
    assert_false(round_at(0.0, DRAW2D_BOX) || round_at(0.0, DRAW2D_ARC));
    float y = plot_rows().curves.y + 10.0f;
    fixture_pointer(&a, INPUT_POINTER_MOVE, axis_x(300.0), y);
    fixture_build(&a);
    assert_true(round_at(300.0, DRAW2D_ARC));
    fixture_pointer(&a, INPUT_POINTER_MOVE, axis_x(40.0), y); // a press here takes the pin
    fixture_build(&a);
    assert_false(round_at(40.0, DRAW2D_ARC));
    fixture_pointer(&a, INPUT_POINTER_MOVE, 0.5f * (float)a.frame.width, 0.3f * (float)a.frame.height);
    ui_focus_set(a.parts.ui, "dock.axis");
    ui_focus_by_key(a.parts.ui);
    fixture_build(&a);
    assert_true(round_at(0.0, DRAW2D_ARC)); // where the keys go on from
    assert_string_equal(axis_value(), "4 weeks, 40 minutes");
    fixture_key(&a, KEY_PAGE_DOWN, 0);
    fixture_build(&a);
    assert_false(a.session.view.pinned[SIDE_SSRI] || a.session.view.pinned[SIDE_KETAMINE]);
    assert_true(round_at(40.0, DRAW2D_BOX));
    assert_false(round_at(40.0, DRAW2D_ARC));
    assert_string_equal(axis_value(), "40 minutes");
}

static void keys_move_the_moment_on_the_axis(void **state)
{
    (void)state;
    a.session.view = view_state_default(VIEW_BRAIN);
    fixture_build(&a);
    ui_focus_set(a.parts.ui, "dock.axis");
    fixture_build(&a);
    fixture_key(&a, KEY_PAGE_DOWN, 0);
    fixture_build(&a);
    check_near(a.session.view.t_min, 40.0, 0.0);
    fixture_key(&a, KEY_RIGHT, 0);
    fixture_build(&a);
    double fine = view_axis_of_time(a.session.view.t_min) - view_axis_of_time(40.0);
    check_between(fine, 1e-4, 0.01);
    fixture_key(&a, KEY_END, 0);
    fixture_build(&a);
    check_near(a.session.view.t_min, COURSE_END_MIN, 0.0);
    fixture_key(&a, KEY_HOME, 0);
    fixture_build(&a);
    check_near(a.session.view.t_min, 0.0, 0.0);
}

static void buttons_play_step_and_change_speed(void **state)
{
    (void)state;
    a.session.view = view_state_default(VIEW_BRAIN);
    fixture_build(&a);
    fixture_click(&a, "dock.play");
    assert_true(a.session.playing);
    fixture_click(&a, "dock.play");
    assert_false(a.session.playing);
    fixture_click(&a, "dock.forward");
    check_near(a.session.view.t_min, 40.0, 0.0);
    fixture_click(&a, "dock.back");
    check_near(a.session.view.t_min, 0.0, 0.0);
    fixture_click(&a, "dock.speed");
    assert_int_equal(a.session.speed, SPEED_FAST);
    fixture_click(&a, "dock.speed");
    assert_int_equal(a.session.speed, SPEED_SLOW);
}

static void paused_is_said_in_words(void **state)
{
    (void)state;
    for (int l = 0; l < language_count; l++) {
        fixture_language(&a, every_language[l]);
        a.session.playing = false;
        fixture_build(&a);
        assert_true(fixture_shows(&a, chrome_word(&a, "clock.paused")));
        a.session.playing = true;
        fixture_build(&a);
        assert_false(fixture_shows(&a, chrome_word(&a, "clock.paused")));
        assert_true(fixture_shows(&a, chrome_word(&a, "clock.playing")));
    }
}

static void a_story_s_run_is_shown_running_and_its_button_stops_it(void **state)
{
    (void)state;
    a.session.view = view_state_default(VIEW_BRAIN);
    a.session.view.t_min = 10.0;
    a.parts.eased = true;
    view_state target = a.session.view;
    target.t_min = 120.0;
    moves_go(&a, &target, &(story_move){.change = STORY_RUN, .seconds = 8.0});
    moves_advance(&a, 2.0);
    fixture_build(&a);
    assert_true(fixture_shows(&a, chrome_word(&a, "clock.playing")));
    assert_string_equal(fixture_widget(&a, "dock.play").label, chrome_word(&a, "clock.pause"));
    fixture_click(&a, "dock.play");
    fixture_build(&a);
    assert_false(a.session.playing || move_run_is_on(&a));
    assert_true(fixture_shows(&a, chrome_word(&a, "clock.paused")));
}

static void curves_are_those_of_the_model(void **state)
{
    (void)state;
    clock_curves *c = &a.chrome.curves;
    clock_curves_update(c, a.parts.treatment);
    for (double t = 2.0; t < COURSE_END_MIN; t *= 1.7) {
        treatment_levels l = treatment_at(a.parts.treatment, t);
        double axis = view_axis_of_time(t);
        check_near(clock_curves_at(c->level[SIDE_SSRI], c->count, axis), l.ssri_occupancy, 0.01);
        check_near(clock_curves_at(c->level[SIDE_KETAMINE], c->count, axis), l.ketamine_relative, 0.01);
        check_near(clock_curves_at(c->effect[SIDE_SSRI], c->count, axis), l.effect[SIDE_SSRI], 0.01);
        check_near(clock_curves_at(c->effect[SIDE_KETAMINE], c->count, axis), l.effect[SIDE_KETAMINE], 0.01);
        check_near(clock_curves_at(c->dissociation, c->count, axis), l.dissociation, 0.02);
    }
    a.session.view.ketamine_mg_per_kg = 0.0;
    scene_host_apply(&a);
    clock_curves_update(c, a.parts.treatment);
    check_near(clock_curves_at(c->level[SIDE_KETAMINE], c->count, 0.4), 0.0, 1e-6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(dragging_the_axis_moves_the_moment, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_held_half_s_pin_can_be_dragged, open_app, close_app),
        cmocka_unit_test_setup_teardown(there_is_no_handle_while_no_half_follows_the_clock, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(keys_move_the_moment_on_the_axis, open_app, close_app),
        cmocka_unit_test_setup_teardown(buttons_play_step_and_change_speed, open_app, close_app),
        cmocka_unit_test_setup_teardown(paused_is_said_in_words, open_app, close_app),
        cmocka_unit_test_setup_teardown(a_story_s_run_is_shown_running_and_its_button_stops_it, open_app,
                                        close_app),
        cmocka_unit_test_setup_teardown(curves_are_those_of_the_model, open_app, close_app),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
