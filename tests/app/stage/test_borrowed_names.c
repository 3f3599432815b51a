// Another magnification takes the place of the one shown: whatever was borrowed from it ends with it.
#include "app/run/frame.h"
#include "app/stage/stage_input.h"
#include "stage_fixture.h"

// Where the first name of the last build stands.
static bool first_name(float *x, float *y)
{
    if (a.stage.names.count == 0)
        return false;
    rect box = a.stage.names.at[0].box;
    *x = box.x + 0.5f * box.w;
    *y = box.y + 0.5f * box.h;
    return true;
}

// With what is built beside the program.
static int open_built(void **state)
{
    int status = open_stage(state);
    snprintf(a.parts.paths.assets, sizeof a.parts.paths.assets, "%s", NEUROTIDE_ASSETS_DIR);
    return status;
}

// The wheel goes far out over a named part: within one event the magnification changes under the pointer.
static void zooming_out_over_a_name_leaves_nothing_of_the_magnification(void **state)
{
    (void)state;
    a.frame.width = 960;
    a.frame.height = 600;
    for (int s = 1; s < VIEW_SCENES; s++) {
        fixture_show((view_scene)s);
        fixture_build(&a);
        float x = 0.0f, y = 0.0f;
        if (!first_name(&x, &y)) {
            assert_true(s > VIEW_GROWTH); // a further magnification may do without
            continue;
        }
        fixture_pointer(&a, INPUT_POINTER_MOVE, x, y);
        assert_true(a.stage.on_name);
        for (int i = 0; i < 8 && a.session.view.scene == (view_scene)s; i++) {
            app_event(&a, &(input_event){.kind = INPUT_WHEEL, .x = x, .y = y, .amount = -30.0f});
            fixture_build_once(&a);
            scene_host_apply(&a);
        }
        assert_int_not_equal(a.session.view.scene, s);
        fixture_build(&a);
    }
}

static void a_change_of_magnification_ends_what_was_borrowed(void **state)
{
    (void)state;
    fixture_show(VIEW_GROWTH);
    fixture_build(&a);
    float x = 0.0f, y = 0.0f;
    assert_true(first_name(&x, &y));
    fixture_pointer(&a, INPUT_POINTER_MOVE, x, y);
    assert_true(a.stage.on_name && a.stage.hovered[0]);
    assert_true(scene_host_set(&a, VIEW_BRAIN));
    assert_false(a.stage.on_name || a.stage.hovered[0]);
    assert_int_equal(a.stage.names.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(zooming_out_over_a_name_leaves_nothing_of_the_magnification,
                                        open_built, close_stage),
        cmocka_unit_test_setup_teardown(a_change_of_magnification_ends_what_was_borrowed, open_built,
                                        close_stage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
