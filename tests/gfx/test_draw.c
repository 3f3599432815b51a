// What arrives on the pixels, on both kinds of context.
#include "fixture.h"

#include <epoxy/gl.h>
#include <math.h>

static int open_gl(void **state)
{
    *state = fixture_open(false);
    return 0;
}

static int open_es(void **state)
{
    *state = fixture_open(true);
    return 0;
}

static int close_any(void **state)
{
    fixture *f = *state;
    assert_int_equal(glGetError(), GL_NO_ERROR);
    fixture_close(f);
    return 0;
}

static void a_cleared_colour_is_read_back_exactly(void **state)
{
    gfx *g = ((fixture *)*state)->g;
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

static void a_box_covers_its_pixels_and_no_others(void **state)
{
    page p = page_begin(((fixture *)*state)->g, 40, 30);
    draw2d_box(&p.list, (rect){3, 4, 10, 6}, 0, colour_hex(0x40FF20));
    draw2d_frame(&p.list, (rect){20, 4, 10, 10}, 0, 1, colour_hex(0xFFFFFF));
    image i = page_end(&p);
    assert_int_equal(pixel(&i, 3, 4), 0x40FF20);
    assert_int_equal(pixel(&i, 12, 9), 0x40FF20);
    assert_int_equal(pixel(&i, 2, 4), 0);
    assert_int_equal(pixel(&i, 13, 9), 0);
    assert_int_equal(pixel(&i, 12, 10), 0);
    assert_int_equal(pixel(&i, 3, 3), 0);
    for (int k = 20; k < 30; k++) {
        assert_int_equal(pixel(&i, k, 4), 0xFFFFFF);
        assert_int_equal(pixel(&i, k, 13), 0xFFFFFF);
        assert_int_equal(pixel(&i, 29, k - 16), 0xFFFFFF);
    }
    assert_int_equal(pixel(&i, 21, 5), 0);
    assert_int_equal(pixel(&i, 28, 12), 0);
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
        ON_BOTH(a_cleared_colour_is_read_back_exactly),
        ON_BOTH(a_box_covers_its_pixels_and_no_others),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
