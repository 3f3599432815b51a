// Nothing overlaps and nothing leaves the surface, at every size and text size of the design sheet.
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/state/layout.h"

static const float sizes[][2] = {{640, 360},   {960, 540},   {960, 600},   {1024, 768},
                                 {1280, 720},  {1280, 1024}, {1920, 1080}, {2560, 1080},
                                 {3840, 2160}, {720, 1280},  {8000, 200},  {1, 1}};
enum { SIZES = sizeof sizes / sizeof sizes[0] };

static bool inside(rect inner, rect outer)
{
    const float slack = 0.01f;
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.w <= outer.x + outer.w + slack && inner.y + inner.h <= outer.y + outer.h + slack;
}

static bool overlap(rect a, rect b)
{
    rect i = rect_intersect(a, b);
    return i.w > 0.01f && i.h > 0.01f;
}

static void each_layout(void (*check)(const layout_def *, const app_layout *))
{
    static const float scales[] = {0.8f, 1.0f, 2.0f};
    for (size_t i = 0; i < SIZES; i++)
        for (size_t k = 0; k < 3; k++)
            for (int halves = 0; halves <= VIEW_KETAMINE; halves++)
                for (int card = 0; card < 2; card++) {
                    layout_def def = {.width = sizes[i][0],
                                      .height = sizes[i][1],
                                      .text_scale = scales[k],
                                      .caption_height = 0.05f * sizes[i][1],
                                      .card_width = card ? 340.0f : 0.0f,
                                      .halves = (view_halves)halves};
                    app_layout l = layout_compute(&def);
                    check(&def, &l);
                }
}

static void check_bands(const layout_def *def, const app_layout *l)
{
    rect surface = {0.0f, 0.0f, def->width, def->height};
    if (def->height < 100.0f)
        return; // a surface of a few pixels only must not break
    assert_true(inside(l->top, surface));
    assert_true(inside(l->dock, surface));
    assert_true(inside(l->caption, surface));
    assert_true(inside(l->stage, surface));
    assert_false(overlap(l->top, l->stage));
    assert_false(overlap(l->stage, l->caption));
    assert_false(overlap(l->caption, l->dock));
    assert_true(l->stage.h >= 0.3f * def->height);
}

static void bands_never_overlap(void **state)
{
    (void)state;
    each_layout(check_bands);
}

static void check_halves(const layout_def *def, const app_layout *l)
{
    const rect *left = &l->half[SIDE_SSRI], *right = &l->half[SIDE_KETAMINE];
    assert_false(overlap(*left, *right));
    assert_true(inside(*left, l->stage) || left->w == 0.0f);
    assert_true(inside(*right, l->stage) || right->w == 0.0f);
    if (def->halves == VIEW_SSRI)
        assert_true(right->w == 0.0f && left->w == l->stage.w);
    if (def->halves == VIEW_KETAMINE)
        assert_true(left->w == 0.0f && right->w == l->stage.w);
    if (def->halves == VIEW_BOTH)
        assert_true(l->stacked ? right->y >= left->y + left->h : right->x >= left->x + left->w);
}

static void ssri_comes_first_and_halves_never_overlap(void **state)
{
    (void)state;
    each_layout(check_halves);
}

static void portrait_stacks_the_halves(void **state)
{
    (void)state;
    layout_def def = {.width = 720, .height = 1280, .text_scale = 1.0f};
    assert_true(layout_compute(&def).stacked);
    def = (layout_def){.width = 1280, .height = 720, .text_scale = 1.0f};
    assert_false(layout_compute(&def).stacked);
}

static void an_open_card_narrows_a_wide_stage(void **state)
{
    (void)state;
    layout_def def = {.width = 1920, .height = 1080, .text_scale = 1.0f, .card_width = 340.0f};
    app_layout l = layout_compute(&def);
    assert_false(overlap(l.card, l.stage));
    assert_true(l.card.w > 0.0f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bands_never_overlap),
        cmocka_unit_test(ssri_comes_first_and_halves_never_overlap),
        cmocka_unit_test(portrait_stacks_the_halves),
        cmocka_unit_test(an_open_card_narrows_a_wide_stage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
