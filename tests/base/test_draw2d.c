// The display list: order, clips, alpha, the text pool, and the small geometry under it.
#include "../check.h"
#include "base/draw2d.h"

#include <string.h>

static const colour WHITE = {1.0f, 1.0f, 1.0f, 1.0f};

static void check_rect(rect r, float x, float y, float w, float h)
{
    assert_true(r.x == x && r.y == y && r.w == w && r.h == h);
}

static int set_up(void **state)
{
    static draw2d d;
    d = (draw2d){0};
    draw2d_begin(&d, 800.0f, 600.0f);
    *state = &d;
    return 0;
}

static int tear_down(void **state)
{
    draw2d_destroy(*state);
    return 0;
}

static void commands_keep_their_order_and_their_numbers(void **state)
{
    draw2d *d = *state;
    draw2d_box(d, (rect){1, 2, 3, 4}, 5.0f, WHITE);
    draw2d_frame(d, (rect){1, 2, 30, 40}, 5.0f, 2.0f, WHITE);
    draw2d_shadow(d, (rect){1, 2, 3, 4}, 5.0f, 9.0f, WHITE);
    draw2d_gradient(d, (rect){1, 2, 3, 4}, true, WHITE, colour_hex(0x102030));
    draw2d_line(d, 1, 2, 3, 4, 1.5f, WHITE);
    draw2d_arc(d, 10, 20, 5, 2, 0.5f, 3.0f, WHITE);
    draw2d_triangle(d, 1, 2, 3, 4, 5, 6, WHITE);
    static const draw2d_kind kinds[] = {DRAW2D_BOX,     DRAW2D_BOX, DRAW2D_BOX,     DRAW2D_GRADIENT,
                                        DRAW2D_CAPSULE, DRAW2D_ARC, DRAW2D_TRIANGLE};
    assert_int_equal(d->count, 7);
    for (size_t i = 0; i < d->count; i++)
        assert_int_equal(d->commands[i].kind, kinds[i]);
    check_rect(d->commands[0].box, 1, 2, 3, 4);
    assert_true(d->commands[0].radius == 5.0f);
    assert_true(d->commands[1].fill.a == 0.0f && d->commands[1].line.a == 1.0f); // a rule only
    assert_true(d->commands[1].width == 2.0f);
    assert_true(d->commands[2].soft == 9.0f);
    assert_true(d->commands[3].vertical);
    assert_true(d->commands[4].b[1] == 4.0f && d->commands[4].width == 1.5f);
    assert_true(d->commands[5].b[0] == 0.5f && d->commands[5].b[1] == 3.0f);
    assert_true(d->commands[6].c[0] == 5.0f && d->commands[6].c[1] == 6.0f);
}

static void a_polyline_is_one_capsule_per_segment(void **state)
{
    draw2d *d = *state;
    const float points[] = {0, 0, 10, 0, 10, 10};
    draw2d_polyline(d, points, 3, 1.0f, WHITE);
    assert_int_equal(d->count, 2);
    assert_true(d->commands[1].a[0] == 10.0f && d->commands[1].a[1] == 0.0f && d->commands[1].b[1] == 10.0f);
    draw2d_polyline(d, points, 1, 1.0f, WHITE);
    draw2d_polyline(d, points, 0, 1.0f, WHITE);
    assert_int_equal(d->count, 2);
}

static void a_circle_is_a_box_as_round_as_it_is_wide(void **state)
{
    draw2d *d = *state;
    draw2d_circle(d, 50, 60, 7, WHITE);
    check_rect(d->commands[0].box, 43, 53, 14, 14);
    assert_true(d->commands[0].radius == 7.0f);
}

static void clips_nest_by_intersection(void **state)
{
    draw2d *d = *state;
    draw2d_push_clip(d, (rect){100, 100, 200, 200});
    draw2d_push_clip(d, (rect){250, 50, 200, 100});
    draw2d_box(d, (rect){0, 0, 1, 1}, 0.0f, WHITE);
    check_rect(d->commands[0].clip, 250, 100, 50, 50);
    draw2d_pop_clip(d);
    draw2d_box(d, (rect){0, 0, 1, 1}, 0.0f, WHITE);
    check_rect(d->commands[1].clip, 100, 100, 200, 200);
    draw2d_push_clip(d, (rect){700, 500, 10, 10}); // outside: nothing is left
    draw2d_box(d, (rect){0, 0, 1, 1}, 0.0f, WHITE);
    assert_true(d->commands[2].clip.w == 0.0f && d->commands[2].clip.h == 0.0f);
}

static void the_clip_of_the_whole_surface_cannot_be_popped(void **state)
{
    draw2d *d = *state;
    draw2d_pop_clip(d);
    draw2d_pop_clip(d);
    draw2d_box(d, (rect){0, 0, 1, 1}, 0.0f, WHITE);
    check_rect(d->commands[0].clip, 0, 0, 800, 600);
}

static void clips_deeper_than_16_are_merged_into_the_last(void **state)
{
    draw2d *d = *state;
    for (int i = 0; i < 40; i++)
        draw2d_push_clip(d, (rect){(float)i, 0, 100, 100});
    assert_int_equal(d->clip_depth, 16);
    draw2d_box(d, (rect){0, 0, 1, 1}, 0.0f, WHITE);
    check_rect(d->commands[0].clip, 39, 0, 61, 100);
}

static void alpha_multiplies_every_colour(void **state)
{
    draw2d *d = *state;
    d->alpha = 0.5f;
    draw2d_box(d, (rect){0, 0, 1, 1}, 0.0f, WHITE);
    draw2d_frame(d, (rect){0, 0, 1, 1}, 0.0f, 1.0f, WHITE);
    draw2d_gradient(d, (rect){0, 0, 1, 1}, false, WHITE, WHITE);
    assert_true(d->commands[0].fill.a == 0.5f);
    assert_true(d->commands[1].line.a == 0.5f);
    assert_true(d->commands[2].fill.a == 0.5f && d->commands[2].line.a == 0.5f);
    draw2d_begin(d, 10.0f, 10.0f);
    assert_true(d->alpha == 1.0f);
}

static void text_is_kept_measured_and_set_on_whole_pixels(void **state)
{
    draw2d *d = *state;
    text_source blocks = text_source_blocks();
    char words[] = "abcd";
    float advance = draw2d_text(d, &blocks, words, 10.4f, 20.6f, 20.0f, TEXT_MEDIUM, WHITE);
    words[0] = '?'; // the list has its own copy
    draw2d_text(d, &blocks, "second", 0.0f, 0.0f, 20.0f, TEXT_REGULAR, WHITE);
    assert_int_equal(d->count, 2);
    check_near(advance, 4 * 0.55 * 20.0, 1e-4);
    assert_string_equal(d->text + d->commands[0].text, "abcd");
    assert_string_equal(d->text + d->commands[1].text, "second");
    assert_true(d->commands[0].a[0] == 10.0f && d->commands[0].a[1] == 21.0f);
    assert_true(d->commands[0].box.w == advance);
    check_near(d->commands[0].box.y, 21.0 - 19.0, 1e-4);
    check_near(d->commands[0].box.h, 24.0, 1e-4);
    assert_int_equal(d->commands[0].weight, TEXT_MEDIUM);
}

static void empty_text_draws_nothing(void **state)
{
    draw2d *d = *state;
    text_source blocks = text_source_blocks();
    assert_true(draw2d_text(d, &blocks, "", 0, 0, 20.0f, TEXT_REGULAR, WHITE) == 0.0f);
    assert_true(draw2d_text(d, &blocks, NULL, 0, 0, 20.0f, TEXT_REGULAR, WHITE) == 0.0f);
    assert_int_equal(d->count, 0);
}

static void a_long_list_grows_and_begin_keeps_the_memory(void **state)
{
    draw2d *d = *state;
    text_source blocks = text_source_blocks();
    for (int i = 0; i < 5000; i++) {
        draw2d_box(d, (rect){(float)i, 0, 1, 1}, 0.0f, WHITE);
        draw2d_text(d, &blocks, "some words", 0, 0, 12.0f, TEXT_REGULAR, WHITE);
    }
    assert_int_equal(d->count, 10000);
    assert_true(d->commands[9998].box.x == 4999.0f);
    assert_string_equal(d->text + d->commands[9999].text, "some words");
    size_t capacity = d->capacity, text_capacity = d->text_capacity;
    draw2d_begin(d, 1.0f, 1.0f);
    assert_int_equal(d->count, 0);
    assert_int_equal(d->text_used, 0);
    assert_int_equal(d->capacity, capacity);
    assert_int_equal(d->text_capacity, text_capacity);
}

static void rectangles_contain_their_left_and_top_edge_only(void **state)
{
    (void)state;
    rect r = {10, 20, 5, 5};
    assert_true(rect_contains(r, 10, 20));
    assert_true(rect_contains(r, 14.9f, 24.9f));
    assert_false(rect_contains(r, 15, 22));
    assert_false(rect_contains(r, 12, 25));
    assert_false(rect_contains(r, 9.9f, 22));
    check_rect(rect_inset(r, 1), 11, 21, 3, 3);
    check_rect(rect_inset(r, 4), 14, 24, 0, 0);
    check_rect(rect_intersect(r, (rect){12, 0, 100, 100}), 12, 20, 3, 5);
    assert_true(rect_intersect(r, (rect){50, 50, 1, 1}).w == 0.0f);
}

static void nothing_is_smaller_than_nothing(void **state)
{
    draw2d *d = *state;
    check_rect(rect_of(1, 2, -3, 4), 1, 2, 0, 4);
    check_rect(rect_of(1, 2, 3, -4), 1, 2, 3, 0);
    const rect less = {5, 6, -7, -8};
    draw2d_box(d, less, 0.0f, WHITE);
    draw2d_frame(d, less, 0.0f, 1.0f, WHITE);
    draw2d_shadow(d, less, 0.0f, 1.0f, WHITE);
    draw2d_gradient(d, less, true, WHITE, WHITE);
    draw2d_push_clip(d, less);
    draw2d_box(d, (rect){0, 0, 9, 9}, 0.0f, WHITE);
    for (int i = 0; i < 4; i++)
        check_rect(d->commands[i].box, 5, 6, 0, 0);
    check_rect(d->commands[4].clip, 5, 6, 0, 0);
}

static void colours_mix_and_fade(void **state)
{
    (void)state;
    colour c = colour_hex(0xFF8000);
    assert_true(c.r == 1.0f && c.b == 0.0f && c.a == 1.0f);
    check_near(c.g, 128.0 / 255.0, 1e-6);
    assert_true(colour_alpha(c, 0.25f).a == 0.25f);
    colour half = colour_mix(colour_hex(0x000000), WHITE, 0.5f);
    assert_true(half.r == 0.5f && half.g == 0.5f && half.b == 0.5f && half.a == 1.0f);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(commands_keep_their_order_and_their_numbers),
        TEST(a_polyline_is_one_capsule_per_segment),
        TEST(a_circle_is_a_box_as_round_as_it_is_wide),
        TEST(clips_nest_by_intersection),
        TEST(the_clip_of_the_whole_surface_cannot_be_popped),
        TEST(clips_deeper_than_16_are_merged_into_the_last),
        TEST(alpha_multiplies_every_colour),
        TEST(text_is_kept_measured_and_set_on_whole_pixels),
        TEST(empty_text_draws_nothing),
        TEST(nothing_is_smaller_than_nothing),
        TEST(a_long_list_grows_and_begin_keeps_the_memory),
        cmocka_unit_test(rectangles_contain_their_left_and_top_edge_only),
        cmocka_unit_test(colours_mix_and_fade),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
