// A magnification that cannot be made: it is told on the stage, and everything is as it was.
#include "app/run/hearing.h"
#include "scene/scenes.h"
#include "stage_fixture.h"

#include "app/stage/visit.h"

void *__real_calloc(size_t count, size_t bytes);
void *__wrap_calloc(size_t count, size_t bytes);

static bool memory_ends;

void *__wrap_calloc(size_t count, size_t bytes)
{
    return memory_ends ? NULL : __real_calloc(count, bytes);
}

static void go_to_synapse(const char *assets)
{
    fixture_show(VIEW_SYNAPSE);
    fixture_state("v1,scene=synapse,t=40min,cam=20:10:1.5,run=3");
    snprintf(a.parts.paths.assets, sizeof a.parts.paths.assets, "%s", assets);
    fixture_build(&a);
}

static void assert_unchanged(const view_state *before, const char *said)
{
    assert_true(view_state_equal(&a.session.view, before));
    assert_ptr_equal(a.stage.scene, scene_of(VIEW_SYNAPSE));
    assert_non_null(a.stage.scene_data);
    assert_non_null(strstr(a.notice.toast, said));
    fixture_build(&a); // it can still be drawn
}

static void a_scene_that_cannot_be_made_is_told_and_changes_nothing(void **state)
{
    (void)state;
    go_to_synapse("/nonexistent");
    view_state before = a.session.view;
    assert_false(visit_scene(&a, VIEW_BRAIN));
    assert_unchanged(&before, "a file of the program is missing or damaged");
    visit_paste(&a, "v1,scene=brain,t=2h");
    assert_unchanged(&before, "a file of the program is missing or damaged");
    snprintf(a.parts.paths.assets, sizeof a.parts.paths.assets, "%s", NEUROTIDE_SOURCE_DIR "/assets");
    fixture_language(&a, "es"); // there is no brain in that folder either
    assert_false(visit_scene(&a, VIEW_BRAIN));
    assert_unchanged(&before, "falta un archivo del programa");
    snprintf(a.parts.paths.assets, sizeof a.parts.paths.assets, "%s", NEUROTIDE_ASSETS_DIR);
    assert_true(visit_scene(&a, VIEW_BRAIN));
    assert_int_equal(a.session.view.scene, VIEW_BRAIN);
}

static void lack_of_memory_is_told_as_what_it_is(void **state)
{
    (void)state;
    go_to_synapse(NEUROTIDE_ASSETS_DIR);
    view_state before = a.session.view;
    static const view_scene others[] = {VIEW_BRAIN, VIEW_CIRCUIT, VIEW_GROWTH};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        memory_ends = true;
        bool gone = visit_scene(&a, others[i]);
        memory_ends = false;
        assert_false(gone);
        assert_unchanged(&before, "not enough memory");
    }
    assert_true(visit_scene(&a, VIEW_GROWTH));
}

static void what_a_control_asks_of_a_scene_is_done_after_the_build(void **state)
{
    (void)state;
    static const char *const ids[] = {"synapse.release", "synapse.depolarise"};
    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++) {
        fixture_show(VIEW_SYNAPSE);
        a.session.card_open = true;
        fixture_build(&a);
        unsigned revision = a.stage.scene->revision(a.stage.scene_data);
        ui_focus_set(a.parts.ui, ids[i]); // scrolls it into sight
        ui_focus_by_key(a.parts.ui);
        fixture_build(&a);
        app_event(&a, &(input_event){.kind = INPUT_KEY_DOWN, .key = KEY_ENTER});
        assert_int_equal(a.stage.scene->revision(a.stage.scene_data), revision);
        fixture_build(&a);
        assert_int_not_equal(a.stage.scene->revision(a.stage.scene_data), revision);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_scene_that_cannot_be_made_is_told_and_changes_nothing, open_stage,
                                        close_stage),
        cmocka_unit_test_setup_teardown(lack_of_memory_is_told_as_what_it_is, open_stage, close_stage),
        cmocka_unit_test_setup_teardown(what_a_control_asks_of_a_scene_is_done_after_the_build, open_stage,
                                        close_stage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
