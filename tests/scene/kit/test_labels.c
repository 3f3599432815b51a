// Placement of labels: whatever is asked for, nothing overlaps, and the important ones win.
#include "base/random.h"
#include "scene/kit/labels.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static labels_def def_of(const rect *obstacles, int count)
{
    return (labels_def){.bounds = {10.0f, 20.0f, 780.0f, 560.0f},
                        .obstacles = obstacles,
                        .obstacle_count = count,
                        .middle_x = 400.0f,
                        .gap = 4.0f,
                        .reach = 300.0f,
                        .most = 16};
}

static label label_at(float x, float y, float width, float priority)
{
    return (label){.anchor = {x, y}, .width = width, .height = 24.0f, .priority = priority};
}

static bool overlap(rect a, rect b)
{
    rect both = rect_intersect(a, b);
    return both.w > 0.0f && both.h > 0.0f;
}

static void assert_sound(const label *l, int count, const labels_def *d)
{
    for (int i = 0; i < count; i++) {
        if (!l[i].shown)
            continue;
        rect inside = rect_intersect(l[i].box, d->bounds);
        assert_true(inside.w >= l[i].width - 0.01f && inside.h >= l[i].height - 0.01f);
        assert_true(l[i].leader[2][0] == l[i].anchor[0] && l[i].leader[2][1] == l[i].anchor[1]);
        assert_true(fabsf(l[i].box.y + 0.5f * l[i].box.h - l[i].anchor[1]) <= d->reach + 0.01f);
        for (int k = 0; k < d->obstacle_count; k++)
            assert_false(overlap(l[i].box, d->obstacles[k]));
        for (int k = i + 1; k < count; k++)
            if (l[k].shown)
                assert_false(overlap(l[i].box, l[k].box));
    }
}

static int shown(const label *l, int count)
{
    int n = 0;
    for (int i = 0; i < count; i++)
        n += l[i].shown;
    return n;
}

// Twelve names for one height: those that would have to stand too far from it are left out.
static void no_label_stands_farther_from_its_place_than_it_may(void **state)
{
    (void)state;
    labels_def d = def_of(NULL, 0);
    label l[12];
    for (int i = 0; i < 12; i++)
        l[i] = label_at(250.0f + (float)i, 300.0f + 0.1f * (float)i, 60.0f, (float)i);
    labels_place(l, 12, &d);
    int far_reach = shown(l, 12);
    d.reach = 40.0f;
    labels_place(l, 12, &d);
    assert_sound(l, 12, &d);
    assert_in_range(shown(l, 12), 1, far_reach - 1);
}

// A quiet place may be named: its leader runs in, the text stays out.
static void a_leader_runs_into_a_quiet_place_and_no_text_stands_there(void **state)
{
    (void)state;
    const rect quiet = {150.0f, 200.0f, 640.0f, 120.0f};
    labels_def d = def_of(NULL, 0);
    label l[2] = {label_at(600.0f, 250.0f, 120.0f, 1.0f), label_at(620.0f, 280.0f, 120.0f, 2.0f)};
    d.obstacles = &quiet;
    d.obstacle_count = 1;
    labels_place(l, 2, &d);
    assert_int_equal(shown(l, 2), 0);
    d.obstacle_count = 0;
    d.quiet = &quiet;
    d.quiet_count = 1;
    labels_place(l, 2, &d);
    assert_int_equal(shown(l, 2), 2);
    for (int i = 0; i < 2; i++)
        assert_false(overlap(l[i].box, quiet));
}

static void a_few_far_apart_labels_all_stand_at_the_height_of_what_they_name(void **state)
{
    (void)state;
    label l[4] = {label_at(300.0f, 100.0f, 90.0f, 1.0f), label_at(300.0f, 300.0f, 120.0f, 2.0f),
                  label_at(500.0f, 200.0f, 80.0f, 3.0f), label_at(600.0f, 400.0f, 150.0f, 0.0f)};
    labels_def d = def_of(NULL, 0);
    labels_place(l, 4, &d);
    assert_int_equal(shown(l, 4), 4);
    assert_sound(l, 4, &d);
    for (int i = 0; i < 4; i++) {
        assert_true(fabsf(l[i].box.y + 0.5f * l[i].box.h - l[i].anchor[1]) < 0.01f);
        assert_true(l[i].left == (i < 2));
    }
}

static void crowded_labels_share_the_displacement_in_the_order_of_their_anchors(void **state)
{
    (void)state;
    label l[5];
    for (int i = 0; i < 5; i++)
        l[i] = label_at(300.0f + 5.0f * (float)i, 300.0f + 3.0f * (float)i, 100.0f, (float)i);
    labels_def d = def_of(NULL, 0);
    labels_place(l, 5, &d);
    assert_int_equal(shown(l, 5), 5);
    assert_sound(l, 5, &d);
    float moved = 0.0f;
    for (int i = 0; i < 5; i++) {
        assert_true(i == 0 || l[i].left != l[i - 1].left || l[i].box.y > l[i - 1].box.y);
        moved += l[i].box.y + 0.5f * l[i].box.h - l[i].anchor[1];
    }
    assert_true(fabsf(moved) < 0.1f); // as much upwards as downwards
}

static void nothing_overlaps_among_thousands_of_random_scenes(void **state)
{
    (void)state;
    random_state r = random_make(7, 0);
    int total = 0;
    for (int round = 0; round < 2000; round++) {
        rect obstacles[3];
        for (int i = 0; i < 3; i++)
            obstacles[i] = (rect){(float)(700.0 * random_uniform(&r)), (float)(500.0 * random_uniform(&r)),
                                  (float)(250.0 * random_uniform(&r)), (float)(120.0 * random_uniform(&r))};
        label l[40];
        int count = 1 + (int)random_below(&r, 40);
        for (int i = 0; i < count; i++)
            l[i] = label_at((float)(800.0 * random_uniform(&r)), (float)(600.0 * random_uniform(&r)),
                            (float)(20.0 + 260.0 * random_uniform(&r)), (float)random_uniform(&r));
        labels_def d = def_of(obstacles, 3);
        d.reach = 120.0f;
        labels_place(l, count, &d);
        assert_sound(l, count, &d);
        total += shown(l, count);
    }
    assert_true(total > 4000);
}

static void the_more_important_of_two_that_cannot_both_stand_is_kept(void **state)
{
    (void)state;
    label l[2] = {label_at(300.0f, 25.0f, 200.0f, 1.0f), label_at(310.0f, 26.0f, 200.0f, 2.0f)};
    labels_def d = def_of(NULL, 0);
    d.bounds = (rect){0.0f, 10.0f, 600.0f, 30.0f};
    d.middle_x = 500.0f;
    d.most = 1;
    labels_place(l, 2, &d);
    assert_false(l[0].shown);
    assert_true(l[1].shown);
}

static void a_leader_does_not_run_across_the_picture(void **state)
{
    (void)state;
    // Too wide for the left column, so only the right one is left.
    label l[1] = {label_at(200.0f, 100.0f, 240.0f, 1.0f)};
    labels_def d = def_of(NULL, 0);
    d.bounds = (rect){0.0f, 0.0f, 800.0f, 600.0f};
    labels_place(l, 1, &d);
    assert_true(l[0].shown && !l[0].left);
    d.across = 300.0f;
    labels_place(l, 1, &d);
    assert_false(l[0].shown);
    d.across = 400.0f;
    labels_place(l, 1, &d);
    assert_true(l[0].shown);
}

static void anchors_outside_and_texts_too_wide_are_left_out(void **state)
{
    (void)state;
    label l[2] = {label_at(300.0f, -5.0f, 100.0f, 1.0f), label_at(300.0f, 100.0f, 900.0f, 1.0f)};
    labels_def d = def_of(NULL, 0);
    labels_place(l, 2, &d);
    assert_int_equal(shown(l, 2), 0);
}

static void a_small_turn_moves_labels_only_a_little(void **state)
{
    (void)state;
    label before[6], after[6];
    for (int i = 0; i < 6; i++) {
        before[i] =
            label_at(250.0f + 60.0f * (float)i, 120.0f + 37.0f * (float)(i * i % 7), 110.0f, (float)i);
        after[i] = before[i];
        after[i].anchor[0] += 0.5f;
        after[i].anchor[1] += 0.5f;
    }
    labels_def d = def_of(NULL, 0);
    labels_place(before, 6, &d);
    labels_place(after, 6, &d);
    for (int i = 0; i < 6; i++) {
        assert_true(before[i].shown == after[i].shown);
        assert_true(fabsf(before[i].box.y - after[i].box.y) < 2.0f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_label_stands_farther_from_its_place_than_it_may),
        cmocka_unit_test(a_leader_runs_into_a_quiet_place_and_no_text_stands_there),
        cmocka_unit_test(a_few_far_apart_labels_all_stand_at_the_height_of_what_they_name),
        cmocka_unit_test(crowded_labels_share_the_displacement_in_the_order_of_their_anchors),
        cmocka_unit_test(nothing_overlaps_among_thousands_of_random_scenes),
        cmocka_unit_test(the_more_important_of_two_that_cannot_both_stand_is_kept),
        cmocka_unit_test(a_leader_does_not_run_across_the_picture),
        cmocka_unit_test(anchors_outside_and_texts_too_wide_are_left_out),
        cmocka_unit_test(a_small_turn_moves_labels_only_a_little),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
