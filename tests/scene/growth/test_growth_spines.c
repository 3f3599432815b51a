// The drawn spines: what stands where follows from seed, inputs and moment alone; births and losses take
// their time on the screen; spines stand on the shafts.
#include "check.h"

#include "scene/growth/growth_spine.h"
#include "scene/growth/growth_state.h"
#include "scene/growth/growth_tissue.h"
#include "view/view_clock.h"

#include <stdlib.h>
#include <string.h>

static const double day = 24.0 * 60.0;

typedef struct rig {
    growth_state state;
    treatment *t;
} rig;

static rig *rig_open(void)
{
    rig *r = calloc(1, sizeof *r);
    assert_non_null(r);
    assert_true(growth_state_create(&r->state));
    r->t = treatment_create(treatment_inputs_default());
    assert_non_null(r->t);
    return r;
}

static void rig_close(rig *r)
{
    growth_state_destroy(&r->state);
    treatment_destroy(r->t);
    free(r);
}

static view_state show(rig *r, double t_min)
{
    view_state v = view_state_default(VIEW_GROWTH);
    v.t_min = t_min;
    growth_state_set(&r->state, &v, r->t);
    return v;
}

static int drawn(const growth_half *h, bool extra)
{
    int n = 0;
    for (int i = 0; i < SPINES_SITES; i++)
        n += h->goal[i].there > 0.0f && (!extra || h->goal[i].extra > 0.0f);
    return n;
}

static void what_is_drawn_is_what_is_counted(void **state)
{
    (void)state;
    rig *r = rig_open();
    for (double t = 1.0; t < 56.0 * day; t *= 1.3) {
        show(r, t);
        for (int s = 0; s < SIDE_COUNT; s++) {
            const growth_half *h = &r->state.half[s];
            assert_int_equal(drawn(h, false), h->counts.there);
            assert_int_equal(drawn(h, true), h->counts.extra);
            assert_int_equal(h->before, 100);
        }
    }
    rig_close(r);
}

static void scrubbing_back_shows_the_same_spines(void **state)
{
    (void)state;
    rig *r = rig_open();
    show(r, 4.0 * day);
    growth_half first = r->state.half[SIDE_KETAMINE];
    show(r, 30.0 * day);
    assert_memory_not_equal(first.goal, r->state.half[SIDE_KETAMINE].goal, sizeof first.goal);
    show(r, 40.0);
    show(r, 4.0 * day);
    assert_memory_equal(first.goal, r->state.half[SIDE_KETAMINE].goal, sizeof first.goal);
    rig_close(r);
}

static void both_sides_begin_alike_and_share_their_usual_turnover(void **state)
{
    (void)state;
    rig *r = rig_open();
    show(r, 0.0);
    assert_memory_equal(r->state.half[0].goal, r->state.half[1].goal, sizeof r->state.half[0].goal);
    show(r, 40.0);
    assert_memory_equal(r->state.half[0].goal, r->state.half[1].goal, sizeof r->state.half[0].goal);
    rig_close(r);
}

static void the_first_view_stands_at_once_and_needs_no_settling(void **state)
{
    (void)state;
    rig *r = rig_open();
    show(r, 4.0 * day);
    for (int s = 0; s < SIDE_COUNT; s++)
        assert_memory_equal(r->state.half[s].goal, r->state.half[s].shown, sizeof r->state.half[s].goal);
    assert_false(growth_state_settle(&r->state, 1.0 / 60.0));
    rig_close(r);
}

static void a_birth_takes_half_a_second_or_more_and_all_comes_to_rest(void **state)
{
    (void)state;
    rig *r = rig_open();
    show(r, 0.0);
    show(r, 4.0 * day);
    const growth_half *h = &r->state.half[SIDE_KETAMINE];
    int place = 0;
    while (h->goal[place].extra <= 0.0f || h->shown[place].there > 0.0f)
        place++;
    double seconds = 0.0, last = 0.0;
    while (h->shown[place].there < 1.0f && seconds < 10.0) {
        assert_true(growth_state_settle(&r->state, 1.0 / 60.0));
        assert_true((double)h->shown[place].there >= last); // it only grows
        assert_true((double)h->shown[place].there - last < 0.1);
        last = (double)h->shown[place].there;
        seconds += 1.0 / 60.0;
    }
    check_between(seconds, 0.5, 1.0);
    while (growth_state_settle(&r->state, 1.0 / 60.0) && seconds < 10.0)
        seconds += 1.0 / 60.0;
    check_between(seconds, 0.5, 3.0);
    for (int s = 0; s < SIDE_COUNT; s++)
        for (int i = 0; i < SPINES_SITES; i++) {
            const growth_spine *goal = &r->state.half[s].goal[i], *shown = &r->state.half[s].shown[i];
            assert_true(goal->there == shown->there);
            if (goal->there > 0.0f)
                assert_memory_equal(goal, shown, sizeof *goal);
        }
    rig_close(r);
}

static void rings_fade_with_age_and_thin_spines_become_mushrooms(void **state)
{
    (void)state;
    rig *r = rig_open();
    int extras = 0, rings = 0;
    for (double t = day; t < 56.0 * day; t += day) {
        show(r, t);
        for (int s = 0; s < SIDE_COUNT; s++)
            for (int i = 0; i < SPINES_SITES; i++) {
                const growth_spine *x = &r->state.half[s].goal[i];
                double age = t - x->birth_min;
                if (x->there <= 0.0f)
                    continue;
                assert_true(x->maturity == (age < 0.5 * day ? 0.0f : age > 4.0 * day ? 1.0f : x->maturity));
                assert_true(x->extra > 0.0f || x->ring == 0.0f);
                extras += x->extra > 0.0f;
                rings += x->ring > 0.0f;
                if (x->extra > 0.0f && age < day)
                    assert_true(x->ring == 1.0f);
                if (age > 12.0 * day)
                    assert_true(x->ring == 0.0f);
            }
    }
    assert_true(rings > 100 && rings < extras);
    rig_close(r);
}

static void curves_are_the_models_and_begin_at_one(void **state)
{
    (void)state;
    rig *r = rig_open();
    view_state v = show(r, 4.0 * day);
    (void)v;
    for (int s = 0; s < SIDE_COUNT; s++) {
        const growth_half *h = &r->state.half[s];
        check_near((double)h->average[0], 1.0, 1e-6);
        check_near((double)h->scatter[0], 0.0, 1e-6);
        check_near((double)h->stretch[0], 1.0, 1e-6);
        for (int i = 0; i < GROWTH_POINTS; i++) {
            double t = view_time_of_axis((double)i / (GROWTH_POINTS - 1));
            check_near((double)h->average[i], plasticity_density(r->state.plasticity, (side)s, t), 1e-6);
            assert_true(h->average[i] + h->scatter[i] <= r->state.top + 1e-6f);
        }
    }
    // The learning toy is compared with itself before the dose only.
    check_near(r->state.half[SIDE_KETAMINE].learning.trials_to_90_before, 21.85, 0.05);
    rig_close(r);
}

static void another_start_or_rapamycin_changes_the_spines(void **state)
{
    (void)state;
    rig *r = rig_open();
    view_state v = show(r, 4.0 * day);
    int extra = r->state.half[SIDE_KETAMINE].counts.extra;
    assert_true(extra > 5);
    v.rapamycin = true;
    growth_state_set(&r->state, &v, r->t);
    assert_int_equal(r->state.half[SIDE_KETAMINE].counts.extra, 0);
    v.rapamycin = false;
    v.stressed = true;
    growth_state_set(&r->state, &v, r->t);
    assert_int_equal(r->state.half[SIDE_KETAMINE].before, 85);
    v.stressed = false;
    growth_state_set(&r->state, &v, r->t);
    assert_int_equal(r->state.half[SIDE_KETAMINE].counts.extra, extra);
    rig_close(r);
}

// --- where they stand

static double length(const float v[3])
{
    return sqrt((double)v[0] * (double)v[0] + (double)v[1] * (double)v[1] + (double)v[2] * (double)v[2]);
}

static void spines_stand_on_the_skin_and_point_away_from_it(void **state)
{
    (void)state;
    growth_tissue *t = calloc(1, sizeof *t);
    assert_non_null(t);
    for (uint32_t seed = 0; seed < 20; seed++) {
        growth_tissue_make(t, seed);
        for (int i = 0; i < GROWTH_SITES; i++) {
            const growth_place *p = &t->place[i];
            check_near(length(p->axis), 1.0, 1e-4);
            check_near(length(p->side), 1.0, 1e-4);
            double nearest = INFINITY, outwards = 0.0;
            for (int k = 0; k < GROWTH_SHAFTS; k++)
                for (int j = 0; j < TUBE_SAMPLES; j++) {
                    const float *at = t->shaft[k].at[j];
                    float off[3] = {p->base[0] - at[0], p->base[1] - at[1], p->base[2] - at[2]};
                    double d = fabs(length(off) - 0.96 * (double)t->shaft[k].radius[j]);
                    if (d < nearest) {
                        nearest = d;
                        outwards = (double)(off[0] * p->axis[0] + off[1] * p->axis[1] + off[2] * p->axis[2]);
                    }
                }
            check_near(nearest, 0.0, 0.05);
            assert_true(outwards > 0.0);
            assert_true(fabs((double)p->base[1]) < (double)GROWTH_FADE_TO_UM);
        }
    }
    free(t);
}

static void other_seeds_give_other_places_on_the_same_shafts(void **state)
{
    (void)state;
    growth_tissue *a = calloc(2, sizeof *a), *b = a + 1;
    assert_non_null(a);
    growth_tissue_make(a, 7);
    growth_tissue_make(b, 7);
    assert_memory_equal(a->place, b->place, sizeof a->place);
    growth_tissue_make(b, 8);
    assert_memory_equal(a->shaft, b->shaft, sizeof a->shaft);
    assert_memory_not_equal(a->place, b->place, sizeof a->place);
    free(a);
}

static void a_grown_spine_has_a_neck_and_a_broader_head_a_young_one_is_thin(void **state)
{
    (void)state;
    growth_spine_mesh m;
    assert_true(growth_spine_make(&m, 26, 18));
    float neck = INFINITY, head = 0.0f, thin = 0.0f;
    for (size_t i = 0; i < m.vertex_count; i++) {
        const growth_spine_vertex *v = &m.vertices[i];
        check_near(hypot((double)v->mushroom[2], (double)v->mushroom[3]), 1.0, 1e-4);
        check_near(hypot((double)v->thin[2], (double)v->thin[3]), 1.0, 1e-4);
        if (v->mushroom[0] > 0.4f && v->mushroom[0] < 0.8f)
            neck = fminf(neck, v->mushroom[1]);
        if (v->mushroom[0] > 1.0f)
            head = fmaxf(head, v->mushroom[1]);
        if (v->thin[0] > 0.3f)
            thin = fmaxf(thin, v->thin[1]);
    }
    assert_true(head > 2.5f * neck);
    assert_true(thin < 0.5f * head);
    for (size_t i = 0; i < m.index_count; i++)
        assert_true(m.indices[i] < m.vertex_count);
    growth_spine_free(&m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_drawn_is_what_is_counted),
        cmocka_unit_test(scrubbing_back_shows_the_same_spines),
        cmocka_unit_test(both_sides_begin_alike_and_share_their_usual_turnover),
        cmocka_unit_test(the_first_view_stands_at_once_and_needs_no_settling),
        cmocka_unit_test(a_birth_takes_half_a_second_or_more_and_all_comes_to_rest),
        cmocka_unit_test(rings_fade_with_age_and_thin_spines_become_mushrooms),
        cmocka_unit_test(curves_are_the_models_and_begin_at_one),
        cmocka_unit_test(another_start_or_rapamycin_changes_the_spines),
        cmocka_unit_test(spines_stand_on_the_skin_and_point_away_from_it),
        cmocka_unit_test(other_seeds_give_other_places_on_the_same_shafts),
        cmocka_unit_test(a_grown_spine_has_a_neck_and_a_broader_head_a_young_one_is_thin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
