// The live description of the two synapses: every number said is the model's, true even where the picture
// exaggerates.
#include "said.h"

#include "scene/synapse/synapse.h"
#include "scene/synapse/synapse_names.h"

#include <math.h>
#include <string.h>

static said describe(const view_state *v, const treatment *t)
{
    return said_of(&synapse_class, NULL, v, t);
}

static treatment *model(double mg_per_kg, double ssri_target)
{
    treatment *t = treatment_create((treatment_inputs){mg_per_kg, ssri_target});
    assert_non_null(t);
    return t;
}

static view_state at(double t_min)
{
    view_state v = view_state_default(VIEW_SYNAPSE);
    v.t_min = t_min;
    return v;
}

static const double day = 24.0 * 60.0;

static void before_the_dose_nothing_is_plugged(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.8);
    view_state v = at(0.0);
    said s = describe(&v, t);
    assert_non_null(find(&s, "describe.synapse.ssri.before"));
    assert_non_null(find(&s, "describe.synapse.ketamine.before"));
    assert_null(find(&s, "describe.synapse.hypothesis_seen"));
    v.mg = false; // then nothing bars the pores
    s = describe(&v, t);
    assert_non_null(find(&s, "describe.synapse.ketamine.before_no_mg"));
    assert_null(find(&s, "describe.synapse.ketamine.before"));
    treatment_destroy(t);
}

// docs/models.md: b_I 0.3873, G 1.740 at 40 min of 0.5 mg/kg.
static void at_40_min_the_brake_is_plugged_by_the_models_share(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.8);
    for (int seen = 0; seen < 2; seen++) {
        view_state v = at(40.0);
        v.true_scale = !seen;
        said s = describe(&v, t);
        const message *m = find(&s, "describe.synapse.ketamine.brake");
        check_near(number(m, "percent"), 39.0, 1e-9);
        check_near(number(m, "gain"), 1.740, 0.005);
        // True numbers beside an exaggerated picture: said.
        assert_non_null(find(&s, seen ? "describe.synapse.hypothesis_seen" : "describe.synapse.hypothesis"));
    }
    view_state v = at(40.0);
    v.target = VIEW_PYRAMIDAL;
    said s = describe(&v, t);
    check_near(number(find(&s, "describe.synapse.ketamine.pyramidal"), "percent"), 13.0, 1e-9);
    assert_non_null(find(&s, "describe.synapse.more_plugs"));
    v.true_scale = true;
    s = describe(&v, t);
    assert_null(find(&s, "describe.synapse.more_plugs"));
    treatment_destroy(t);
}

static void after_a_day_the_burst_is_over_and_at_2_h_it_is_not(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.8);
    view_state v = at(120.0);
    said s = describe(&v, t);
    assert_non_null(find(&s, "describe.synapse.ketamine.brake"));
    v = at(day);
    s = describe(&v, t);
    assert_non_null(find(&s, "describe.synapse.ketamine.gone"));
    treatment_destroy(t);
}

// Mean life 25 ms / (1 - occupancy): 125 ms at 80 %.
static void at_4_weeks_serotonin_stays_five_times_as_long(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.8);
    view_state v = at(28.0 * day);
    said s = describe(&v, t);
    const message *m = find(&s, "describe.synapse.ssri.plugged");
    check_near(number(m, "percent"), 80.0, 1e-9);
    check_near(number(m, "life"), 125.0, 1.0);
    check_near(number(m, "rest"), 25.0, 1e-9);
    treatment_destroy(t);
}

// "The first pumps" is a matter of hours, also where few are ever plugged.
static void a_low_occupancy_is_a_beginning_in_the_first_hours_only(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.03);
    view_state v = at(60.0);
    said s = describe(&v, t);
    assert_non_null(find(&s, "describe.synapse.ssri.starting"));
    v = at(6.0 * 60.0);
    s = describe(&v, t);
    assert_null(find(&s, "describe.synapse.ssri.starting"));
    v = at(56.0 * day);
    s = describe(&v, t);
    check_near(number(find(&s, "describe.synapse.ssri.plugged"), "percent"), 3.0, 1e-9);
    treatment_destroy(t);
}

static void without_a_drug_nothing_is_said_to_be_plugged(void **state)
{
    (void)state;
    treatment *t = model(0.0, 0.0);
    view_state v = at(40.0);
    said s = describe(&v, t);
    assert_non_null(find(&s, "describe.synapse.ssri.none"));
    assert_non_null(find(&s, "describe.synapse.ketamine.none"));
    treatment_destroy(t);
}

static void a_half_that_is_not_shown_is_not_described(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.8);
    view_state v = at(40.0);
    v.halves = VIEW_SSRI;
    said s = describe(&v, t);
    assert_null(find(&s, "describe.synapse.ketamine.brake"));
    assert_null(find(&s, "describe.synapse.hypothesis_seen"));
    treatment_destroy(t);
}

static void what_is_picked_is_explained(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.8);
    view_state v = at(40.0);
    strcpy(v.pick, "nmda.3");
    said s = describe(&v, t);
    const message *m = find(&s, "describe.synapse.picked");
    assert_non_null(m);
    assert_string_equal(m->args[0].word, "synapse.part.nmda.name");
    strcpy(v.pick, "nmda.99");
    s = describe(&v, t);
    assert_null(find(&s, "describe.synapse.picked"));
    treatment_destroy(t);
}

static void keyboard_steps_through_every_part_and_back(void **state)
{
    (void)state;
    const char *now = synapse_class.pick_step(NULL, "", 1), *first = now;
    for (int i = 0; i < SYNAPSE_NAMES; i++) {
        synapse_choice c;
        assert_true(synapse_choice_read(now, &c));
        assert_int_equal(c.name, i);
        assert_int_equal(c.number, -1);
        now = synapse_class.pick_step(NULL, now, 1);
    }
    assert_string_equal(now, first);
    assert_string_equal(synapse_class.pick_step(NULL, synapse_class.pick_step(NULL, now, -1), 1), now);
}

static void ids_read_back_as_what_was_written(void **state)
{
    (void)state;
    for (int n = 0; n < SYNAPSE_NAMES; n++)
        for (int i = -1; i < SYNAPSE_SERTS; i++) {
            char id[SYNAPSE_ID_MAX];
            synapse_choice c = {(synapse_name)n, i}, back;
            if (i >= 0 && synapse_machine_index(c.name, i) < 0)
                continue;
            synapse_choice_write(c, id, sizeof id);
            assert_true(synapse_choice_read(id, &back));
            assert_int_equal(back.name, n);
            assert_int_equal(back.number, i);
        }
    synapse_choice c;
    static const char *const wrong[] = {"",        "nmd",     "nmda.",       "nmda.0",
                                        "nmda.16", "nmda.1x", "glutamate.1", "nmda.-1"};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_false(synapse_choice_read(wrong[i], &c));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(before_the_dose_nothing_is_plugged),
        cmocka_unit_test(at_40_min_the_brake_is_plugged_by_the_models_share),
        cmocka_unit_test(after_a_day_the_burst_is_over_and_at_2_h_it_is_not),
        cmocka_unit_test(at_4_weeks_serotonin_stays_five_times_as_long),
        cmocka_unit_test(a_low_occupancy_is_a_beginning_in_the_first_hours_only),
        cmocka_unit_test(without_a_drug_nothing_is_said_to_be_plugged),
        cmocka_unit_test(a_half_that_is_not_shown_is_not_described),
        cmocka_unit_test(what_is_picked_is_explained),
        cmocka_unit_test(keyboard_steps_through_every_part_and_back),
        cmocka_unit_test(ids_read_back_as_what_was_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
