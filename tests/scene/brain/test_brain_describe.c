// The live description of the two brains: every number said is the model's, and nothing is said that the
// model does not hold. Words are not looked at here, only what is said with which numbers.
#include "said.h"

#include "base/random.h"
#include "scene/brain/brain.h"
#include "scene/brain/brain_card.h"
#include "scene/brain/brain_scene.h"

#include <string.h>

static treatment *model(double mg_per_kg, double ssri_target)
{
    treatment *t = treatment_create((treatment_inputs){mg_per_kg, ssri_target});
    assert_non_null(t);
    return t;
}

static said describe(const view_state *v, const treatment *t)
{
    static brain b; // only what set() writes is read; no GPU is needed for words
    brain_class.set(&b, v, t);
    return said_of(&brain_class, &b, v, t);
}

static bool any_begins(const said *s, const char *start)
{
    for (int i = 0; i < s->count; i++)
        if (strncmp(s->m[i].id, start, strlen(start)) == 0)
            return true;
    return false;
}

static void opening_says_what_each_drug_does_at_work(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.8);
    view_state v = view_state_opening();
    said s = describe(&v, t);
    check_near(number(find(&s, "describe.lead_ssri.w"), "count"), 4.0, 0.0);
    check_near(number(find(&s, "describe.lead_ketamine.min"), "count"), 40.0, 0.0);
    assert_false(any_begins(&s, "describe.at")); // no side follows the clock

    double weeks = 4.0 * 7.0 * 24.0 * 60.0;
    const message *ssri = find(&s, "describe.brain.ssri.engaged");
    check_near(number(ssri, "count"), treatment_engaged_count(t, SIDE_SSRI, weeks), 0.0);
    check_near(number(ssri, "percent"), 80.0, 0.0);
    const message *ketamine = find(&s, "describe.brain.ketamine.engaged");
    check_near(number(ketamine, "count"), treatment_engaged_count(t, SIDE_KETAMINE, 40.0), 0.0);
    check_near(number(ketamine, "gain"), treatment_at(t, 40.0).glutamate_gain, 1e-12);
    assert_true(number(ketamine, "count") > 3.0 * number(ssri, "count"));
    treatment_destroy(t);
}

static void before_the_dose_nothing_is_engaged(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.8);
    view_state v = view_state_default(VIEW_BRAIN);
    said s = describe(&v, t);
    assert_non_null(find(&s, "describe.at.before"));
    assert_non_null(find(&s, "describe.brain.ssri.before"));
    assert_non_null(find(&s, "describe.brain.ketamine.before"));
    treatment_destroy(t);
}

static void the_burst_fades_and_from_24_hours_on_is_over(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.8);
    view_state v = view_state_default(VIEW_BRAIN);
    v.t_min = 120.0;
    said s = describe(&v, t);
    check_near(number(find(&s, "describe.brain.ketamine.fading"), "gain"),
               treatment_at(t, 120.0).glutamate_gain, 1e-12);
    check_near(number(find(&s, "describe.brain.ssri.occupied"), "percent"),
               round(100.0 * treatment_at(t, 120.0).ssri_occupancy), 0.0);
    for (double t_min = 24.0 * 60.0; t_min <= COURSE_END_MIN; t_min *= 1.3) {
        v.t_min = t_min;
        s = describe(&v, t);
        assert_non_null(find(&s, "describe.brain.ketamine.over"));
    }
    treatment_destroy(t);
}

// "Just begun" is a matter of hours, also where little is ever occupied.
static void an_ssri_has_just_begun_in_the_first_hours_only(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.05);
    view_state v = view_state_default(VIEW_BRAIN);
    v.t_min = 60.0;
    said s = describe(&v, t);
    assert_non_null(find(&s, "describe.brain.ssri.starting"));
    for (double t_min = 6.0 * 60.0; t_min <= COURSE_END_MIN; t_min *= 2.0) {
        v.t_min = t_min;
        s = describe(&v, t);
        check_near(number(find(&s, "describe.brain.ssri.occupied"), "percent"),
                   round(100.0 * treatment_at(t, t_min).ssri_occupancy), 0.0);
    }
    treatment_destroy(t);
}

// 0.2 mg/kg engages no region even at its peak: until then the infusion runs, afterwards the burst fades.
static void the_burst_fades_only_after_its_peak(void **state)
{
    (void)state;
    treatment *t = model(0.2, 0.8);
    view_state v = view_state_default(VIEW_BRAIN);
    v.t_min = 40.0;
    said s = describe(&v, t);
    check_near(number(find(&s, "describe.brain.ketamine.starting"), "gain"),
               treatment_at(t, 40.0).glutamate_gain, 1e-12);
    v.t_min = 41.0;
    s = describe(&v, t);
    assert_non_null(find(&s, "describe.brain.ketamine.fading"));
    treatment_destroy(t);
}

static void one_shown_half_is_all_that_is_spoken_of(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.8);
    view_state v = view_state_opening();
    v.halves = VIEW_SSRI;
    said s = describe(&v, t);
    assert_true(any_begins(&s, "describe.brain.ssri"));
    assert_false(any_begins(&s, "describe.brain.ketamine") || any_begins(&s, "describe.lead_ketamine"));
    v.halves = VIEW_KETAMINE;
    s = describe(&v, t);
    assert_true(any_begins(&s, "describe.brain.ketamine"));
    assert_false(any_begins(&s, "describe.brain.ssri") || any_begins(&s, "describe.lead_ssri"));
    treatment_destroy(t);
}

static void picked_region_has_its_levels_at_the_shown_moments(void **state)
{
    (void)state;
    treatment *t = model(0.5, 0.8);
    view_state v = view_state_opening();
    for (int r = 0; r < ATLAS_REGIONS; r++) {
        atlas_region_id region = (atlas_region_id)r;
        strcpy(v.pick, atlas_region_get(region)->id);
        said s = describe(&v, t);
        const message *m = find(&s, "describe.brain.picked");
        int node = atlas_node_of(region, ATLAS_RIGHT);
        check_near(number(m, "ssri"), treatment_engagement_node(t, SIDE_SSRI, v.pin_min[SIDE_SSRI], node),
                   1e-12);
        check_near(number(m, "ketamine"), treatment_engagement_node(t, SIDE_KETAMINE, 40.0, node), 1e-12);
    }
    strcpy(v.pick, "no-such-region");
    said s = describe(&v, t);
    assert_null(find(&s, "describe.brain.picked"));
    treatment_destroy(t);
}

static void a_clipped_colour_scale_is_admitted(void **state)
{
    (void)state;
    treatment *half = model(0.5, 0.8), *full = model(1.0, 0.8);
    view_state v = view_state_opening();
    said s = describe(&v, half);
    assert_null(find(&s, "describe.brain.saturated"));
    s = describe(&v, full);
    assert_non_null(find(&s, "describe.brain.saturated"));
    v.halves = VIEW_SSRI; // what is not shown is not clipped
    s = describe(&v, full);
    assert_null(find(&s, "describe.brain.saturated"));
    treatment_destroy(half);
    treatment_destroy(full);
}

static void zero_inputs_leave_both_sides_at_rest(void **state)
{
    (void)state;
    treatment *t = model(0.0, 0.0);
    view_state v = view_state_opening();
    said s = describe(&v, t);
    assert_non_null(find(&s, "describe.brain.ssri.none"));
    assert_non_null(find(&s, "describe.brain.ketamine.none"));
    treatment_destroy(t);
}

static void no_count_is_ever_said_that_is_not_the_models(void **state)
{
    (void)state;
    random_state r = random_make(11, 0);
    for (int i = 0; i < 400; i++) {
        treatment *t = model(random_uniform(&r), 0.9 * random_uniform(&r));
        view_state v = view_state_default(VIEW_BRAIN);
        v.halves = (view_halves)random_below(&r, 3);
        v.t_min = COURSE_END_MIN * pow(random_uniform(&r), 8.0);
        for (int k = 0; k < SIDE_COUNT; k++) {
            v.pinned[k] = random_below(&r, 2);
            v.pin_min[k] = COURSE_END_MIN * pow(random_uniform(&r), 8.0);
        }
        said s = describe(&v, t);
        static const char *const ids[SIDE_COUNT] = {"describe.brain.ssri.engaged",
                                                    "describe.brain.ketamine.engaged"};
        for (int k = 0; k < SIDE_COUNT; k++) {
            const message *m = find(&s, ids[k]);
            double moment = view_moment_min(&v, (side)k);
            if (m)
                check_near(number(m, "count"), treatment_engaged_count(t, (side)k, moment), 0.0);
            else if (view_shows(&v, (side)k))
                assert_int_equal(treatment_engaged_count(t, (side)k, moment), 0);
        }
        treatment_destroy(t);
    }
}

// Words that an installation lost: what stands in for them lasts as long as the card.
static void a_card_without_words_names_its_region(void **state)
{
    (void)state;
    const words none = {NULL, NULL};
    const scene_frame f = {.words = &none};
    const brain_card b = {.region = ATLAS_DLP};
    card_def d = brain_card_def(&f, &b);
    assert_string_equal(d.title, "dlp");
    assert_string_equal(d.what, "dlp");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(opening_says_what_each_drug_does_at_work),
        cmocka_unit_test(before_the_dose_nothing_is_engaged),
        cmocka_unit_test(the_burst_fades_and_from_24_hours_on_is_over),
        cmocka_unit_test(an_ssri_has_just_begun_in_the_first_hours_only),
        cmocka_unit_test(the_burst_fades_only_after_its_peak),
        cmocka_unit_test(one_shown_half_is_all_that_is_spoken_of),
        cmocka_unit_test(picked_region_has_its_levels_at_the_shown_moments),
        cmocka_unit_test(a_clipped_colour_scale_is_admitted),
        cmocka_unit_test(zero_inputs_leave_both_sides_at_rest),
        cmocka_unit_test(a_card_without_words_names_its_region),
        cmocka_unit_test(no_count_is_ever_said_that_is_not_the_models),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
