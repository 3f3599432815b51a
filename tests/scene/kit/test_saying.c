// What the live descriptions of all magnifications tell of one burst: they agree with each other, and none
// says that it begins, fades or left something when the model does not.
#include "said.h"

#include "scene/brain/brain.h"
#include "scene/circuit/circuit.h"
#include "scene/growth/growth.h"
#include "scene/kit/saying.h"
#include "scene/scenes.h"
#include "scene/synapse/synapse.h"

static const double day = 24.0 * 60.0;
static const scene_class *const speaking[] = {&brain_class, &circuit_class, &synapse_class};
enum { SPEAKING = 3 };

static view_state view_at(double mg_per_kg, double t_min)
{
    view_state v = view_state_default(VIEW_BRAIN);
    v.ketamine_mg_per_kg = mg_per_kg;
    v.t_min = t_min;
    return v;
}

static said describe(const scene_class *c, const view_state *v)
{
    treatment *t = treatment_create((treatment_inputs){v->ketamine_mg_per_kg, v->ssri_target});
    assert_non_null(t);
    said s = said_of(c, NULL, v, t);
    treatment_destroy(t);
    return s;
}

static bool points_to_growth(const scene_class *c, const view_state *v)
{
    said s = describe(c, v);
    return find(&s, "describe.growth.elsewhere");
}

static void growth_is_pointed_to_exactly_where_it_shows_some(void **state)
{
    (void)state;
    int pointed = 0;
    for (int percent = 1; percent <= 100; percent += percent < 30 ? 1 : 10) {
        view_state top = view_at(0.01 * percent, 4.3 * day); // where the model's curve is highest
        top.halves = VIEW_KETAMINE;
        said s = describe(&growth_class, &top);
        bool grows = find(&s, "describe.growth.ketamine_grows") || find(&s, "describe.growth.ketamine_fades");
        view_state v = view_at(0.01 * percent, 2.0 * day);
        for (int k = 0; k < SPEAKING; k++)
            assert_int_equal(points_to_growth(speaking[k], &v), grows);
        pointed += grows;
    }
    assert_in_range(pointed, 15, 30);
}

static void growth_is_not_pointed_to_where_it_is_blocked_or_the_burst_not_over(void **state)
{
    (void)state;
    for (int k = 0; k < SPEAKING; k++) {
        view_state v = view_at(0.5, day);
        assert_true(points_to_growth(speaking[k], &v));
        v.halves = VIEW_SSRI;
        assert_false(points_to_growth(speaking[k], &v));
        v.halves = VIEW_BOTH;
        v.rapamycin = true;
        assert_false(points_to_growth(speaking[k], &v));
        v = view_at(0.5, 0.99 * day);
        assert_false(points_to_growth(speaking[k], &v));
        v = view_at(0.0, day);
        assert_false(points_to_growth(speaking[k], &v));
    }
}

// How many of the magnifications say it.
static int say(double mg_per_kg, double t_min, const char *const ids[SPEAKING])
{
    view_state v = view_at(mg_per_kg, t_min);
    int count = 0;
    for (int k = 0; k < SPEAKING; k++) {
        said s = describe(speaking[k], &v);
        count += find(&s, ids[k]) != NULL;
    }
    return count;
}

static const char *const faint[SPEAKING] = {
    "describe.brain.ketamine.faint", "describe.circuit.ketamine.faint", "describe.synapse.ketamine.faint"};
static const char *const starting[SPEAKING] = {"describe.brain.ketamine.starting",
                                               "describe.circuit.ketamine.starting",
                                               "describe.synapse.ketamine.starting"};
static const char *const over[SPEAKING] = {"describe.brain.ketamine.over", "describe.circuit.ketamine.over",
                                           "describe.synapse.ketamine.over"};
static const char *const gone[SPEAKING] = {"describe.brain.ketamine.over", "describe.circuit.ketamine.gone",
                                           "describe.synapse.ketamine.gone"};

// A burst that never came neither begins nor ends.
static void too_small_an_input_is_said_at_every_moment(void **state)
{
    (void)state;
    for (double t = 1.0; t < 56.0 * day; t *= 2.0) {
        assert_int_equal(say(0.02, t, faint), SPEAKING);
        assert_int_equal(say(0.02, t, starting) + say(0.02, t, over) + say(0.02, t, gone), 0);
    }
    assert_int_equal(say(0.05, 40.0, faint), 0); // release rises by 7 % there
}

static void the_burst_starts_during_the_infusion_and_ends_after_it(void **state)
{
    (void)state;
    assert_int_equal(say(0.5, 1.0, starting), SPEAKING);
    assert_int_equal(say(0.2, 40.0, starting), 1); // its peak, with no region engaged: said by the brain
    assert_int_equal(say(0.2, 41.0, starting), 0);
    for (double t = 1.0; t <= 40.0; t += 1.0)
        assert_int_equal(say(0.2, t, over) + say(0.2, t, gone), 0);
    assert_int_equal(say(0.5, 0.99 * day, over), SPEAKING);
    assert_int_equal(say(0.5, day, gone), SPEAKING);
}

// --- room for the sentences

static void what_finds_no_room_is_left_unsaid(void **state)
{
    (void)state;
    message out[SCENE_SENTENCES + 1] = {{0}};
    saying_list l = {.out = out};
    for (int i = 0; i < SCENE_SENTENCES + 5; i++)
        saying_add(&l, message_make("describe.at.before"));
    assert_int_equal(l.count, SCENE_SENTENCES);
    assert_null(out[SCENE_SENTENCES].id);
    view_state v = view_at(0.5, day);
    treatment *t = treatment_create((treatment_inputs){v.ketamine_mg_per_kg, v.ssri_target});
    assert_non_null(t);
    saying_moment(&l, &v);
    saying_growth(&l, &v, t);
    treatment_destroy(t);
    assert_int_equal(l.count, SCENE_SENTENCES);
    assert_null(out[SCENE_SENTENCES].id);
}

static view_state state_of(const scene_class *c, int bits, double t_min)
{
    static const struct {
        const char *scene, *pick;
    } picks[] = {{"brain", "dlp"}, {"circuit", "raster"}, {"synapse", "sert.0"}, {"growth", "learning"}};
    view_state v = view_state_default(c->view);
    v.t_min = t_min;
    v.halves = bits & 1 ? VIEW_KETAMINE : VIEW_BOTH;
    v.ketamine_mg_per_kg = 1.0;
    v.pinned[SIDE_SSRI] = bits & 2;
    v.pin_min[SIDE_SSRI] = 4.0 * day;
    v.inhibition = !(bits & 4);
    v.stressed = v.true_scale = bits & 8;
    v.mg = !(bits & 16);
    v.rapamycin = bits & 32;
    v.target = bits & 64 ? VIEW_PYRAMIDAL : VIEW_INTERNEURON;
    for (int i = 0; i < 4 && bits & 128; i++)
        if (strcmp(picks[i].scene, c->id) == 0)
            snprintf(v.pick, sizeof v.pick, "%s", picks[i].pick);
    return v;
}

// Whatever is set, pinned and picked: a scene that came to the end of the room could have lost a sentence.
static void no_scene_comes_to_the_end_of_the_room(void **state)
{
    (void)state;
    static const double moments[] = {0.0, 5.0, 40.0, 300.0, 1440.0, 4.3 * 1440.0, 60480.0};
    int all = 0;
    const scene_class *const *table = scenes(&all);
    treatment *t = treatment_create((treatment_inputs){1.0, 0.8});
    assert_non_null(t);
    for (int k = 0; k < all; k++)
        for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++)
            for (int bits = 0; bits < 256; bits++) {
                if (table[k]->view == VIEW_GROWTH && bits & (16 | 64))
                    continue; // says nothing of these, and makes its models for every sentence
                view_state v = state_of(table[k], bits, moments[i]);
                said s = said_of(table[k], NULL, &v, t);
                assert_in_range(s.count, 2, SCENE_SENTENCES - 1);
            }
    treatment_destroy(t);
}

// --- what a scene must say of itself

static void a_scene_that_lacks_something_is_told_at_the_start(void **state)
{
    (void)state;
    error e = {0};
    assert_true(scenes_check(&e));
    scene_class c = circuit_class;
    c.zoom_min = 0.0;
    assert_false(scene_class_check(&c, &e));
    assert_non_null(strstr(e.text, "circuit says nothing usable for zoom_min"));
    c = circuit_class;
    c.zoom_max = 0.0;
    assert_false(scene_class_check(&c, &e));
    c = circuit_class;
    c.restart = NULL;
    assert_false(scene_class_check(&c, &e));
    assert_non_null(strstr(e.text, "restart"));
    c = circuit_class;
    c.describe = NULL;
    assert_false(scene_class_check(&c, NULL));
    c = circuit_class;
    c.zoom_max = 40.0; // no state string could say it
    assert_false(scene_class_check(&c, &e));
    c = circuit_class;
    c.id = "circus";
    assert_false(scene_class_check(&c, &e));
    assert_non_null(strstr(e.text, "circus is not called as its line"));
    c = circuit_class;
    c.view = VIEW_BRAIN;
    assert_false(scene_class_check(&c, &e));
    c.view = VIEW_SCENES;
    assert_false(scene_class_check(&c, &e));
    c = (scene_class){.id = NULL};
    assert_false(scene_class_check(&c, &e));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(growth_is_pointed_to_exactly_where_it_shows_some),
        cmocka_unit_test(growth_is_not_pointed_to_where_it_is_blocked_or_the_burst_not_over),
        cmocka_unit_test(too_small_an_input_is_said_at_every_moment),
        cmocka_unit_test(the_burst_starts_during_the_infusion_and_ends_after_it),
        cmocka_unit_test(what_finds_no_room_is_left_unsaid),
        cmocka_unit_test(no_scene_comes_to_the_end_of_the_room),
        cmocka_unit_test(a_scene_that_lacks_something_is_told_at_the_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
