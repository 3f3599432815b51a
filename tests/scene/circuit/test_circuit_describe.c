// The live description of the circuit: it says what the model of treatment holds at the moment, needs no
// picture, and names the hypothesis wherever it is shown at work.
#include "said.h"

#include "scene/circuit/circuit.h"

#include <string.h>

static treatment *model;

static int open_model(void **state)
{
    (void)state;
    model = treatment_create(treatment_inputs_default());
    return model ? 0 : -1;
}

static int close_model(void **state)
{
    (void)state;
    treatment_destroy(model);
    return 0;
}

static view_state view_at(double t_min)
{
    view_state v = view_state_default(VIEW_CIRCUIT);
    v.t_min = t_min;
    return v;
}

static said describe(const view_state *v)
{
    return said_of(&circuit_class, NULL, v, model);
}

static void at_forty_minutes_the_brake_is_off_and_by_how_much(void **state)
{
    (void)state;
    view_state v = view_at(40.0);
    said s = describe(&v);
    const message *m = find(&s, "describe.circuit.ketamine.off");
    check_near(number(m, "percent"), 39.0, 0.0); // b_I = 0.3873 (docs/models.md)
    check_near(number(m, "gain"), 1.740, 0.005);
    assert_non_null(find(&s, "describe.circuit.ssri.undisturbed"));
    assert_non_null(find(&s, "describe.circuit.hypothesis"));
}

static void at_two_weeks_the_sides_do_not_differ(void **state)
{
    (void)state;
    view_state v = view_at(14.0 * 1440.0);
    said s = describe(&v);
    assert_non_null(find(&s, "describe.circuit.ketamine.gone"));
    assert_null(find(&s, "describe.circuit.hypothesis"));
}

static void a_single_side_is_not_compared_with_the_other(void **state)
{
    (void)state;
    view_state v = view_at(14.0 * 1440.0);
    v.halves = VIEW_KETAMINE;
    said s = describe(&v);
    assert_non_null(find(&s, "describe.circuit.ketamine.gone_alone"));
    v.halves = VIEW_SSRI;
    s = describe(&v);
    assert_non_null(find(&s, "describe.circuit.ssri.undisturbed"));
    for (int i = 0; i < s.count; i++)
        assert_null(strstr(s.m[i].id, "ketamine"));
}

static void before_the_dose_the_brake_holds(void **state)
{
    (void)state;
    view_state v = view_at(0.0);
    said s = describe(&v);
    assert_non_null(find(&s, "describe.circuit.ketamine.before"));
    assert_null(find(&s, "describe.circuit.hypothesis"));
}

static void a_block_by_hand_is_said(void **state)
{
    (void)state;
    static const struct {
        view_block block;
        const char *id;
    } cases[] = {{VIEW_BLOCK_INTERNEURON, "describe.circuit.ketamine.only_interneurons"},
                 {VIEW_BLOCK_PYRAMIDAL, "describe.circuit.ketamine.only_pyramidal"},
                 {VIEW_BLOCK_NONE, "describe.circuit.ketamine.nowhere"}};
    for (int i = 0; i < 3; i++) {
        view_state v = view_at(40.0);
        v.block = cases[i].block;
        said s = describe(&v);
        assert_non_null(find(&s, cases[i].id));
        assert_null(find(&s, "describe.circuit.ketamine.off"));
        // Where the brake is left alone the hypothesis is not at work.
        assert_true(!find(&s, "describe.circuit.hypothesis") == (cases[i].block != VIEW_BLOCK_INTERNEURON));
    }
}

static void without_inhibition_no_brake_is_spoken_of_as_taken_off(void **state)
{
    (void)state;
    view_state v = view_at(40.0);
    v.inhibition = false;
    said s = describe(&v);
    assert_non_null(find(&s, "describe.circuit.ssri.uninhibited"));
    assert_non_null(find(&s, "describe.circuit.ketamine.uninhibited"));
    assert_null(find(&s, "describe.circuit.hypothesis"));
    v.t_min = 14.0 * 1440.0; // no burst is spoken of, so nothing that it set off
    s = describe(&v);
    assert_null(find(&s, "describe.growth.elsewhere"));
}

static void a_dose_of_zero_changes_nothing(void **state)
{
    (void)state;
    treatment *was = model;
    model = treatment_create((treatment_inputs){0.0, 0.8});
    assert_non_null(model);
    view_state v = view_at(40.0);
    v.ketamine_mg_per_kg = 0.0;
    said s = describe(&v);
    assert_non_null(find(&s, "describe.circuit.ketamine.none"));
    treatment_destroy(model);
    model = was;
}

static void what_is_picked_is_explained(void **state)
{
    (void)state;
    view_state v = view_at(40.0);
    strcpy(v.pick, "axon.7");
    said s = describe(&v);
    const message *m = find(&s, "describe.circuit.picked");
    assert_non_null(m);
    assert_string_equal(m->args[0].word, "circuit.part.axon.name");
    strcpy(v.pick, "axon.40");
    s = describe(&v);
    assert_null(find(&s, "describe.circuit.picked"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(at_forty_minutes_the_brake_is_off_and_by_how_much),
        cmocka_unit_test(at_two_weeks_the_sides_do_not_differ),
        cmocka_unit_test(a_single_side_is_not_compared_with_the_other),
        cmocka_unit_test(before_the_dose_the_brake_holds),
        cmocka_unit_test(a_block_by_hand_is_said),
        cmocka_unit_test(without_inhibition_no_brake_is_spoken_of_as_taken_off),
        cmocka_unit_test(a_dose_of_zero_changes_nothing),
        cmocka_unit_test(what_is_picked_is_explained),
    };
    return cmocka_run_group_tests(tests, open_model, close_model);
}
