// The live description of the growing dendrites: every number said is the model's, and the story of the weeks
// is told as it goes. Words are not looked at here, only what is said with which numbers.
#include "said.h"

#include "scene/growth/growth.h"
#include "scene/growth/growth_scene.h"

#include <string.h>

static const double day = 24.0 * 60.0;

static view_state view_at(double t_min)
{
    view_state v = view_state_default(VIEW_GROWTH);
    v.t_min = t_min;
    return v;
}

// Without a scene, as for the words alone.
static said describe(const view_state *v)
{
    treatment *t = treatment_create((treatment_inputs){v->ketamine_mg_per_kg, v->ssri_target});
    assert_non_null(t);
    said s = said_of(&growth_class, NULL, v, t);
    treatment_destroy(t);
    return s;
}

typedef struct truth {
    double percent; // more than without the drug, on average
    spines_counts counts;
} truth;

static truth model_at(const view_state *v, side s)
{
    plasticity *p = plasticity_create(
        (plasticity_inputs){{v->ketamine_mg_per_kg, v->ssri_target}, v->stressed, v->rapamycin});
    spines *drawn = spines_create(p, v->seed);
    truth t = {.percent = round(100.0 * (plasticity_density(p, s, v->t_min) / plasticity_set_point(p) - 1.0)),
               .counts = spines_counts_at(drawn, s, v->t_min)};
    spines_destroy(drawn);
    plasticity_destroy(p);
    return t;
}

static void before_the_dose_both_stretches_are_alike(void **state)
{
    (void)state;
    view_state v = view_at(0.0);
    said s = describe(&v);
    assert_non_null(find(&s, "describe.at.before"));
    for (int k = 0; k < 2; k++)
        check_near(number(find_nth(&s, "describe.growth.before", k), "count"), 100.0, 0.0);
    assert_int_equal(s.count, 5); // and nothing more is told
}

static void at_24_hours_and_4_days_ketamine_has_grown_and_the_ssri_hardly(void **state)
{
    (void)state;
    static const double moments[] = {1.0, 4.0};
    static const double percent[] = {6.0, 13.0}; // golden values of the model: 1.060 and 1.126
    for (int i = 0; i < 2; i++) {
        view_state v = view_at(moments[i] * day);
        said s = describe(&v);
        const message *grown = find(&s, "describe.growth.extra");
        truth right = model_at(&v, SIDE_KETAMINE);
        check_near(number(grown, "percent"), percent[i], 0.0);
        check_near(number(grown, "percent"), right.percent, 0.0);
        check_near(number(grown, "count"), right.counts.extra, 0.0);
        check_near(number(grown, "there"), right.counts.there, 0.0);
        check_near(number(grown, "without") + number(grown, "count"), number(grown, "there"), 0.0);
        // The stretch on the left is the twin without the drug, whatever chance did to it since.
        check_near(number(find(&s, "describe.growth.usual"), "there"), number(grown, "without"), 0.0);
        assert_non_null(find(&s, "describe.growth.ketamine_first"));
    }
}

static void by_4_weeks_the_left_has_passed_and_the_caption_says_so(void **state)
{
    (void)state;
    view_state v = view_at(28.0 * day);
    said s = describe(&v);
    truth left = model_at(&v, SIDE_SSRI), right = model_at(&v, SIDE_KETAMINE);
    assert_true(left.percent > right.percent);
    check_near(number(find_nth(&s, "describe.growth.extra", 0), "percent"), left.percent, 0.0);
    check_near(number(find_nth(&s, "describe.growth.extra", 0), "count"), left.counts.extra, 0.0);
    check_near(number(find_nth(&s, "describe.growth.extra", 0), "without"),
               number(find_nth(&s, "describe.growth.extra", 1), "without"), 0.0);
    check_near(number(find_nth(&s, "describe.growth.extra", 1), "percent"), right.percent, 0.0);
    assert_non_null(find(&s, "describe.growth.ssri_ahead"));
}

// Each chapter of the story comes once and in this order.
static void the_story_goes_from_nothing_over_ketamine_to_the_ssri(void **state)
{
    (void)state;
    static const char *const chapters[] = {"describe.growth.not_yet", "describe.growth.ketamine_first",
                                           "describe.growth.ssri_follows", "describe.growth.level",
                                           "describe.growth.ssri_ahead"};
    int chapter = 0;
    for (double t = 1.0; t <= 28.0 * day; t *= 1.04) {
        view_state v = view_at(t);
        said s = describe(&v);
        int now = -1;
        for (int i = 0; i < 5; i++)
            if (find(&s, chapters[i]))
                now = i;
        assert_in_range(now, chapter, chapter + 1);
        chapter = now;
    }
    assert_int_equal(chapter, 4);
}

// Spines that never came are not told as gone.
static void only_the_ssri_has_grown_where_ketamine_never_did(void **state)
{
    (void)state;
    static const struct {
        double mg_per_kg, t_days;
        bool rapamycin;
    } cases[] = {{0.0, 56.0, false}, {0.1, 12.0, false}, {0.1, 56.0, false}, {0.5, 56.0, true}};
    for (int i = 0; i < 4; i++) {
        view_state v = view_at(cases[i].t_days * day);
        v.ketamine_mg_per_kg = cases[i].mg_per_kg;
        v.rapamycin = cases[i].rapamycin;
        said s = describe(&v);
        assert_non_null(find(&s, "describe.growth.ssri_only"));
    }
    view_state v = view_at(56.0 * day);
    said s = describe(&v);
    assert_non_null(find(&s, "describe.growth.ssri_alone"));
}

static void growth_fades_where_it_was_and_is_not_promised_where_none_comes(void **state)
{
    (void)state;
    view_state v = view_at(56.0 * day);
    v.ssri_target = 0.0;
    said s = describe(&v);
    assert_non_null(find(&s, "describe.growth.faded"));
    v.halves = VIEW_KETAMINE;
    s = describe(&v);
    assert_non_null(find(&s, "describe.growth.faded"));
    v = view_at(4.0 * day);
    v.ssri_target = 0.0;
    v.ketamine_mg_per_kg = 0.1;
    s = describe(&v);
    assert_non_null(find(&s, "describe.growth.nothing"));
}

static void one_half_alone_tells_its_own_story(void **state)
{
    (void)state;
    view_state v = view_at(2.0 * day);
    v.halves = VIEW_KETAMINE;
    said s = describe(&v);
    assert_null(find(&s, "describe.lead_ssri.plain"));
    assert_non_null(find(&s, "describe.growth.ketamine_grows"));
    v.t_min = 14.0 * day;
    s = describe(&v);
    assert_non_null(find(&s, "describe.growth.ketamine_fades"));
    v.halves = VIEW_SSRI;
    v.t_min = 42.0 * day;
    s = describe(&v);
    assert_null(find(&s, "describe.lead_ketamine.plain"));
    assert_non_null(find(&s, "describe.growth.ssri_grows"));
}

static void rapamycin_and_stress_are_said(void **state)
{
    (void)state;
    view_state v = view_at(4.0 * day);
    v.rapamycin = true;
    v.stressed = true;
    said s = describe(&v);
    assert_non_null(find(&s, "describe.growth.rapamycin"));
    check_near(number(find(&s, "describe.growth.stressed"), "count"), 85.0, 0.0);
    assert_null(find(&s, "describe.growth.extra"));
    assert_non_null(find(&s, "describe.growth.not_yet")); // the SSRI's is to come
    v.halves = VIEW_SSRI;                                 // rapamycin does nothing there in this model
    s = describe(&v);
    assert_null(find(&s, "describe.growth.rapamycin"));
}

static void inputs_of_zero_are_said(void **state)
{
    (void)state;
    view_state v = view_at(4.0 * day);
    v.ketamine_mg_per_kg = 0.0;
    v.ssri_target = 0.0;
    said s = describe(&v);
    assert_non_null(find_nth(&s, "describe.growth.none", 1));
    assert_null(find(&s, "describe.growth.extra"));
}

// Ketamine's spines at 40 min are not "gone": they have not come yet.
static void sides_at_different_moments_are_not_compared(void **state)
{
    (void)state;
    static const char *const comparing[] = {
        "describe.growth.nothing",        "describe.growth.not_yet",      "describe.growth.faded",
        "describe.growth.ketamine_first", "describe.growth.ssri_follows", "describe.growth.level",
        "describe.growth.ssri_ahead",     "describe.growth.ssri_alone",   "describe.growth.ssri_only"};
    view_state v = view_at(0.0);
    v.pinned[SIDE_SSRI] = v.pinned[SIDE_KETAMINE] = true;
    v.pin_min[SIDE_SSRI] = 28.0 * day;
    for (double t = 40.0; t < 56.0 * day; t *= 3.0) {
        v.pin_min[SIDE_KETAMINE] = t;
        said s = describe(&v);
        for (size_t i = 0; i < sizeof comparing / sizeof comparing[0]; i++)
            assert_null(find(&s, comparing[i]));
    }
}

// As from the opening picture: what a person might take for "nothing" is only too early.
static void a_side_shown_before_its_growth_says_so(void **state)
{
    (void)state;
    view_state v = view_at(0.0);
    v.pinned[SIDE_SSRI] = v.pinned[SIDE_KETAMINE] = true;
    v.pin_min[SIDE_SSRI] = 28.0 * day;
    v.pin_min[SIDE_KETAMINE] = 40.0;
    said s = describe(&v);
    assert_non_null(find(&s, "describe.growth.ketamine_early"));
    v.pin_min[SIDE_KETAMINE] = 4.0 * day;
    s = describe(&v);
    assert_null(find(&s, "describe.growth.ketamine_early"));
    assert_null(find(&s, "describe.growth.ssri_early"));
    v.pin_min[SIDE_SSRI] = 40.0;
    s = describe(&v);
    assert_non_null(find(&s, "describe.growth.ssri_early"));
    v.rapamycin = true; // then ketamine's never comes
    v.pin_min[SIDE_SSRI] = 28.0 * day;
    v.pin_min[SIDE_KETAMINE] = 40.0;
    s = describe(&v);
    assert_null(find(&s, "describe.growth.ketamine_early"));
}

static void pinned_sides_are_described_at_their_moments(void **state)
{
    (void)state;
    view_state v = view_at(0.0);
    v.pinned[SIDE_SSRI] = v.pinned[SIDE_KETAMINE] = true;
    v.pin_min[SIDE_SSRI] = 42.0 * day;
    v.pin_min[SIDE_KETAMINE] = 4.0 * day;
    said s = describe(&v);
    check_near(number(find(&s, "describe.lead_ssri.w"), "count"), 6.0, 0.0);
    check_near(number(find(&s, "describe.lead_ketamine.d"), "count"), 4.0, 0.0);
    assert_null(find(&s, "describe.at.before"));
}

static const char *word(const message *m, const char *name)
{
    assert_non_null(m);
    for (int i = 0; i < m->arg_count; i++)
        if (strcmp(m->args[i].name, name) == 0)
            return m->args[i].word;
    fail_msg("%s has no {%s}", m->id, name);
    return NULL;
}

static void what_is_picked_is_said_with_its_state_on_both_sides(void **state)
{
    (void)state;
    view_state v = view_at(4.0 * day);
    plasticity *p = plasticity_create(plasticity_inputs_default());
    spines *drawn = spines_create(p, v.seed);
    int count = 0, place = -1;
    const spine *all = spines_of(drawn, SIDE_KETAMINE, &count);
    for (int i = 0; i < count; i++)
        if (spine_is_extra(&all[i], v.t_min))
            place = all[i].site;
    assert_true(place >= 0);
    spines_destroy(drawn);
    plasticity_destroy(p);
    snprintf(v.pick, sizeof v.pick, "spine.%d", place);
    said s = describe(&v);
    const message *m = find(&s, "describe.growth.picked_spine");
    assert_string_equal(word(m, "ssri"), "growth.kind.empty");
    assert_string_equal(word(m, "ketamine"), "growth.kind.extra");

    // The toy is told against its own run before the dose only.
    snprintf(v.pick, sizeof v.pick, "learning");
    v.halves = VIEW_KETAMINE;
    s = describe(&v);
    m = find(&s, "describe.growth.picked_learning_ketamine");
    check_near(number(m, "before"), 22.0, 0.0);
    assert_true(number(m, "ketamine") < 22.0);
    v.t_min = 40.0; // while the drug acts
    s = describe(&v);
    assert_true(number(find(&s, "describe.growth.picked_learning_ketamine"), "ketamine") > 25.0);

    snprintf(v.pick, sizeof v.pick, "density");
    s = describe(&v);
    assert_string_equal(word(find(&s, "describe.growth.picked"), "part"), "growth.part.density");
    snprintf(v.pick, sizeof v.pick, "amy"); // of another scene
    s = describe(&v);
    assert_null(find(&s, "describe.growth.picked"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(before_the_dose_both_stretches_are_alike),
        cmocka_unit_test(at_24_hours_and_4_days_ketamine_has_grown_and_the_ssri_hardly),
        cmocka_unit_test(by_4_weeks_the_left_has_passed_and_the_caption_says_so),
        cmocka_unit_test(the_story_goes_from_nothing_over_ketamine_to_the_ssri),
        cmocka_unit_test(only_the_ssri_has_grown_where_ketamine_never_did),
        cmocka_unit_test(growth_fades_where_it_was_and_is_not_promised_where_none_comes),
        cmocka_unit_test(one_half_alone_tells_its_own_story),
        cmocka_unit_test(rapamycin_and_stress_are_said),
        cmocka_unit_test(inputs_of_zero_are_said),
        cmocka_unit_test(what_is_picked_is_said_with_its_state_on_both_sides),
        cmocka_unit_test(sides_at_different_moments_are_not_compared),
        cmocka_unit_test(a_side_shown_before_its_growth_says_so),
        cmocka_unit_test(pinned_sides_are_described_at_their_moments),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
