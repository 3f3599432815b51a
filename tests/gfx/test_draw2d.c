// What arrives on the pixels, on both kinds of context.
#include "fixture.h"

#include <math.h>
#include <string.h>

static void a_cleared_colour_is_read_back_exactly(void **state)
{
    gfx *g = gfx_of(state);
    for (int precise = 0; precise < 2; precise++) {
        gfx_target *t = fixture_target(g, 37, 91, true, precise);
        gfx_begin(g, t, 0, 0);
        gfx_clear(g, colour_hex(0x12AB07));
        gfx_viewport(g, (rect){10, 20, 5, 6});
        gfx_clear(g, colour_hex(0xFF8001));
        image p = fixture_picture(g, t);
        assert_int_equal(pixel(&p, 0, 0), 0x12AB07);
        assert_int_equal(pixel(&p, 10, 20), 0xFF8001);
        assert_int_equal(pixel(&p, 14, 25), 0xFF8001);
        assert_int_equal(pixel(&p, 9, 20), 0x12AB07);
        assert_int_equal(pixel(&p, 15, 25), 0x12AB07);
        assert_int_equal(pixel(&p, 10, 26), 0x12AB07);
        image_destroy(&p);
        gfx_target_destroy(g, t);
    }
}

// --- the display list

typedef struct page {
    gfx *g;
    gfx_target *target;
    draw2d list;
} page;

static page page_begin(gfx *g, int width, int height)
{
    page p = {.g = g, .target = fixture_target(g, width, height, false, false)};
    gfx_begin(g, p.target, 0, 0);
    gfx_clear(g, colour_hex(0x000000));
    draw2d_begin(&p.list, (float)width, (float)height);
    return p;
}

static image page_end(page *p)
{
    int width, height;
    gfx_target_size(p->target, &width, &height);
    gfx_draw2d(p->g, &p->list, width, height);
    image picture = fixture_picture(p->g, p->target);
    draw2d_destroy(&p->list);
    gfx_target_destroy(p->g, p->target);
    return picture;
}

static const colour white = {1.0f, 1.0f, 1.0f, 1.0f};

// Sum of the red channel in pixels' worth of white.
static double painted(const image *p, rect r)
{
    double sum = 0.0;
    for (int y = (int)r.y; y < (int)(r.y + r.h); y++)
        for (int x = (int)r.x; x < (int)(r.x + r.w); x++)
            sum += (double)(pixel(p, x, y) >> 16) / 255.0;
    return sum;
}

static rect all_of(const image *p)
{
    return (rect){0, 0, (float)p->width, (float)p->height};
}

static void a_box_covers_its_pixels_and_no_others(void **state)
{
    page p = page_begin(gfx_of(state), 40, 30);
    draw2d_box(&p.list, (rect){3, 4, 10, 6}, 0, colour_hex(0x40FF20));
    image i = page_end(&p);
    for (int y = 0; y < 30; y++)
        for (int x = 0; x < 40; x++)
            assert_int_equal(pixel(&i, x, y), x >= 3 && x < 13 && y >= 4 && y < 10 ? 0x40FF20u : 0u);
    image_destroy(&i);
}

static void rules_are_whole_pixels_also_off_the_grid(void **state)
{
    for (int radius = 0; radius <= 6; radius += 6) {
        page p = page_begin(gfx_of(state), 60, 60);
        draw2d_frame(&p.list, (rect){10.4f, 9.6f, 40.0f, 40.0f}, (float)radius, 1.2f, white);
        image i = page_end(&p);
        for (int k = 20; k < 40; k++) {
            assert_int_equal(pixel(&i, k, 10), 0xFFFFFF);
            assert_int_equal(pixel(&i, k, 9), 0);
            assert_int_equal(pixel(&i, k, 11), 0);
            assert_int_equal(pixel(&i, k, 49), 0xFFFFFF);
            assert_int_equal(pixel(&i, 10, k), 0xFFFFFF);
            assert_int_equal(pixel(&i, 49, k), 0xFFFFFF);
            assert_int_equal(pixel(&i, 48, k), 0);
        }
        assert_int_equal(pixel(&i, 10, 10), radius ? 0 : 0xFFFFFF);
        image_destroy(&i);
    }
}

static void a_lone_level_rule_is_crisp(void **state)
{
    page p = page_begin(gfx_of(state), 40, 40);
    draw2d_line(&p.list, 5, 10, 35, 10, 1, white);
    draw2d_line(&p.list, 20.2f, 20, 20.2f, 38, 2, white);
    image i = page_end(&p);
    assert_int_equal(pixel(&i, 20, 10), 0xFFFFFF);
    assert_int_equal(pixel(&i, 20, 9), 0);
    assert_int_equal(pixel(&i, 20, 11), 0);
    assert_int_equal(pixel(&i, 19, 30), 0xFFFFFF);
    assert_int_equal(pixel(&i, 20, 30), 0xFFFFFF);
    assert_int_equal(pixel(&i, 18, 30), 0);
    assert_int_equal(pixel(&i, 21, 30), 0);
    image_destroy(&i);
}

static void nothing_is_drawn_outside_the_clip(void **state)
{
    page p = page_begin(gfx_of(state), 80, 60);
    draw2d_push_clip(&p.list, (rect){20, 15, 30, 20});
    draw2d_box(&p.list, (rect){0, 0, 80, 60}, 8, white);
    draw2d_circle(&p.list, 35, 25, 30, white);
    draw2d_line(&p.list, 0, 0, 80, 60, 5, white);
    draw2d_arc(&p.list, 35, 25, 28, 3, 0, 7, white);
    draw2d_triangle(&p.list, 0, 0, 80, 0, 0, 60, white);
    draw2d_gradient(&p.list, (rect){0, 0, 80, 60}, true, white, white);
    text_source blocks = text_source_blocks();
    draw2d_text(&p.list, &blocks, "blocks", 5, 30, 20, TEXT_REGULAR, white);
    draw2d_pop_clip(&p.list);
    image i = page_end(&p);
    for (int y = 0; y < 60; y++)
        for (int x = 0; x < 80; x++)
            assert_int_equal(pixel(&i, x, y), x >= 20 && x < 50 && y >= 15 && y < 35 ? 0xFFFFFFu : 0u);
    image_destroy(&i);
}

// Coverage is area: what the shapes paint adds up to their geometry.
static void shapes_paint_their_area(void **state)
{
    const double pi = 3.14159265358979;
    page p = page_begin(gfx_of(state), 400, 300);
    draw2d_circle(&p.list, 40.3f, 40.7f, 20.4f, white);
    draw2d_line(&p.list, 100, 10, 140, 70, 6, white);
    draw2d_line(&p.list, 160, 10, 190, 75, 0.5f, white);
    draw2d_triangle(&p.list, 210, 10, 280, 40, 220, 75, white);
    draw2d_arc(&p.list, 50, 150, 30, 4, 0.4f, 2.0f, white);
    draw2d_arc(&p.list, 150, 150, 30, 1, 0, 6.3f, white);
    draw2d_box(&p.list, (rect){220, 110, 100, 80}, 16, white);
    draw2d_arc(&p.list, 362, 150, 30, 2, 1, -4.5f, white);
    draw2d_line(&p.list, 20, 220, 380, 290, 3, white);
    draw2d_shadow(&p.list, (rect){320, 30, 50, 50}, 25, 6, white);
    image i = page_end(&p);
    struct {
        rect where;
        double area;
    } expected[] = {
        {{0, 0, 80, 80}, pi * 20.4 * 20.4},
        {{90, 0, 60, 80}, sqrt(40.0 * 40 + 60 * 60) * 6 + pi * 9},
        {{155, 0, 45, 80}, sqrt(30.0 * 30 + 65 * 65) * 0.5},
        {{205, 0, 90, 80}, 0.5 * fabs(70.0 * 65 - 30 * 10)},
        {{0, 105, 100, 100}, 30 * 2.0 * 4},
        {{115, 115, 70, 70}, 2 * pi * 30},
        {{210, 105, 120, 95}, 100 * 80 - (4 - pi) * 16 * 16},
        {{0, 205, 400, 95}, sqrt(360.0 * 360 + 70 * 70) * 3 + pi * 2.25},
        {{310, 20, 70, 70}, pi * 25 * 25},
        {{328, 115, 68, 70}, 30 * 4.5 * 2},
    };
    for (size_t k = 0; k < sizeof expected / sizeof *expected; k++) {
        double got = painted(&i, expected[k].where), want = expected[k].area;
        if (fabs(got - want) > 0.02 * want + 1.0)
            fail_msg("shape %zu paints %.2f px instead of %.2f", k, got, want);
    }
    image_destroy(&i);
}

static void a_see_through_polyline_has_no_beads(void **state)
{
    page p = page_begin(gfx_of(state), 220, 60);
    float points[2 * 51];
    for (int k = 0; k <= 50; k++) {
        points[2 * k] = 10.5f + 4.0f * (float)k;
        points[2 * k + 1] = 30.0f + 0.11f * (float)(k * (k % 3));
    }
    draw2d_polyline(&p.list, points, 51, 6, (colour){1, 1, 1, 0.5f});
    image i = page_end(&p);
    for (int y = 0; y < 60; y++)
        for (int x = 0; x < 220; x++)
            assert_true(pixel(&i, x, y) >> 16 <= 128);
    assert_int_equal(pixel(&i, 14, 30) >> 16, 128); // the first joint
    image_destroy(&i);
}

static void later_commands_cover_earlier_ones(void **state)
{
    page p = page_begin(gfx_of(state), 64, 64);
    text_source blocks = text_source_blocks();
    static const unsigned colours[] = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0x00FFFF, 0xFF00FF};
    for (int k = 0; k < 60; k++) {
        colour c = colour_hex(colours[k % 6]);
        switch (k % 4) {
        case 0:
            draw2d_box(&p.list, (rect){8, 8, 40, 40}, 0, c);
            break;
        case 1:
            draw2d_circle(&p.list, 32, 32, 20, c);
            break;
        case 2:
            draw2d_text(&p.list, &blocks, "ab", 8, 40, 40, TEXT_REGULAR, c);
            break;
        default:
            draw2d_gradient(&p.list, (rect){8, 8, 40, 40}, false, c, c);
            break;
        }
        if (k % 5 == 0)
            draw2d_box(&p.list, (rect){56, 56, 4, 4}, 0, c);
    }
    image i = page_end(&p);
    assert_int_equal(pixel(&i, 30, 30), colours[59 % 6]);
    assert_int_equal(pixel(&i, 57, 57), colours[55 % 6]);
    image_destroy(&i);
}

static void a_gradient_runs_between_its_colours(void **state)
{
    page p = page_begin(gfx_of(state), 256, 40);
    draw2d_push_clip(&p.list, (rect){64, 0, 192, 40});
    draw2d_gradient(&p.list, (rect){0, 0, 256, 40}, false, colour_hex(0x000000), colour_hex(0xFF0000));
    draw2d_pop_clip(&p.list);
    image i = page_end(&p);
    for (int x = 64; x < 256; x++)
        assert_true(abs((int)(pixel(&i, x, 20) >> 16) - x) <= 1);
    assert_int_equal(pixel(&i, 63, 20), 0);
    image_destroy(&i);
}

static void text_lands_on_its_pixels(void **state)
{
    page p = page_begin(gfx_of(state), 100, 60);
    text_source blocks = text_source_blocks();
    // 0.55 em wide and 0.95 em above the baseline, at 20 px to the em.
    draw2d_text(&p.list, &blocks, "ab", 10.3f, 40.4f, 20, TEXT_REGULAR, colour_hex(0x56B4E9));
    image i = page_end(&p);
    for (int y = 0; y < 60; y++)
        for (int x = 0; x < 100; x++)
            assert_int_equal(pixel(&i, x, y), x >= 10 && x < 32 && y >= 21 && y < 40 ? 0x56B4E9u : 0u);
    image_destroy(&i);
}

static void more_text_than_the_atlas_holds_is_all_drawn(void **state)
{
    page p = page_begin(gfx_of(state), 1600, 900);
    text_source blocks = text_source_blocks();
    char text[32];
    // 400 runs of 825 x 190 px are more than eight pages of 2048 x 1024.
    for (int k = 0; k < 400; k++) {
        snprintf(text, sizeof text, "run%06d", k);
        draw2d_push_clip(&p.list, (rect){(float)(k % 40) * 40, (float)(k / 40) * 90, 20, 45});
        draw2d_text(&p.list, &blocks, text, (float)(k % 40) * 40 - 100, (float)(k / 40) * 90 + 100, 200,
                    TEXT_REGULAR, white);
        draw2d_pop_clip(&p.list);
    }
    image i = page_end(&p);
    assert_true(fabs(painted(&i, all_of(&i)) - 400.0 * 20 * 45) < 0.5);
    image_destroy(&i);
    p = page_begin(gfx_of(state), 400, 100);
    for (int k = 0; k < 6000; k++) {
        snprintf(text, sizeof text, "%d", k);
        draw2d_text(&p.list, &blocks, text, (float)(k % 97) * 4, (float)(k / 97) + 20, 12, TEXT_REGULAR,
                    white);
    }
    draw2d_text(&p.list, &blocks,
                "a run far too long for a page of two thousand pixels, but not for a texture", 0, 90, 60,
                TEXT_REGULAR, white);
    i = page_end(&p);
    assert_int_equal(pixel(&i, 0, 80), 0xFFFFFF);
    assert_int_equal(pixel(&i, 399, 80), 0xFFFFFF);
    image_destroy(&i);
}

static void absurd_numbers_are_survived(void **state)
{
    page p = page_begin(gfx_of(state), 64, 64);
    text_source blocks = text_source_blocks();
    const float odd[] = {NAN, INFINITY, -INFINITY, 1e30f, -1e30f, 1e9f, -1.0f, 0.0f};
    for (int k = 0; k < 8; k++)
        for (int m = 0; m < 8; m++) {
            float v = odd[k], w = odd[m];
            draw2d_box(&p.list, (rect){v, w, 10, 10}, v, white);
            draw2d_box(&p.list, (rect){1, 1, fabsf(v), fabsf(w)}, w, (colour){v, w, 0, 0});
            draw2d_frame(&p.list, (rect){1, 1, 20, 20}, v, w, (colour){0, 0, 0, 0});
            draw2d_shadow(&p.list, (rect){1, 1, 20, 20}, v, w, (colour){0, 0, 0, 0});
            draw2d_line(&p.list, v, w, 3, 3, 1, white);
            draw2d_line(&p.list, v, w, w, v, fabsf(v), (colour){0, 0, 0, 0});
            draw2d_arc(&p.list, v, w, v, w, v, w, (colour){0, 0, 0, 0});
            draw2d_arc(&p.list, 1, 2, v, w, v, w, (colour){0, 0, 0, 0});
            draw2d_triangle(&p.list, v, w, 1, 2, w, v, (colour){0, 0, 0, 0});
            draw2d_gradient(&p.list, (rect){v, w, v, w}, true, white, white);
            draw2d_text(&p.list, &blocks, "x", v, w, 12, TEXT_REGULAR, white);
        }
    draw2d_box(&p.list, (rect){0, 0, 64, 64}, 0, colour_hex(0x123456));
    image i = page_end(&p);
    assert_int_equal(pixel(&i, 32, 32), 0x123456);
    image_destroy(&i);
}

#define ON_BOTH(test)                                                                                        \
    {#test " [gl]", test, open_gl, close_any, NULL},                                                         \
    {                                                                                                        \
#test " [es]", test, open_es, close_any, NULL                                                        \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_BOTH(a_cleared_colour_is_read_back_exactly),       ON_BOTH(a_box_covers_its_pixels_and_no_others),
        ON_BOTH(rules_are_whole_pixels_also_off_the_grid),    ON_BOTH(a_lone_level_rule_is_crisp),
        ON_BOTH(nothing_is_drawn_outside_the_clip),           ON_BOTH(shapes_paint_their_area),
        ON_BOTH(a_see_through_polyline_has_no_beads),         ON_BOTH(later_commands_cover_earlier_ones),
        ON_BOTH(a_gradient_runs_between_its_colours),         ON_BOTH(text_lands_on_its_pixels),
        ON_BOTH(more_text_than_the_atlas_holds_is_all_drawn), ON_BOTH(absurd_numbers_are_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
