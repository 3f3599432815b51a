// Packing of text runs, without GL: pages are byte arrays.
#include "fixture.h"
#include "gfx/text_atlas.h"

#include <string.h>

typedef struct pages {
    uint8_t *pixels[TEXT_PAGES_MAX];
    int width[TEXT_PAGES_MAX], height[TEXT_PAGES_MAX];
    int alive, uploads;
    int refuse_after; // pages that can be had
} pages;

static bool create(void *ctx, int index, int width, int height)
{
    pages *p = ctx;
    if (index >= p->refuse_after)
        return false;
    p->pixels[index] = calloc((size_t)width, (size_t)height);
    p->width[index] = width;
    p->height[index] = height;
    p->alive++;
    return p->pixels[index] != NULL;
}

static void destroy(void *ctx, int index)
{
    pages *p = ctx;
    free(p->pixels[index]);
    p->pixels[index] = NULL;
    p->alive--;
}

// Fails where a run would cover another.
static void upload(void *ctx, int index, int x, int y, const image *coverage)
{
    pages *p = ctx;
    p->uploads++;
    assert_true(x >= 0 && y >= 0 && x + coverage->width <= p->width[index] &&
                y + coverage->height <= p->height[index]);
    for (int row = 0; row < coverage->height; row++)
        for (int column = 0; column < coverage->width; column++) {
            uint8_t *at =
                &p->pixels[index][(size_t)(y + row) * (size_t)p->width[index] + (size_t)(x + column)];
            assert_int_equal(*at, 0);
            *at = coverage->data[row * coverage->width + column];
        }
}

static text_atlas open_atlas(pages *p, int side_max)
{
    *p = (pages){.refuse_after = TEXT_PAGES_MAX};
    text_source blocks = text_source_blocks();
    text_pages textures = {p, create, destroy, upload};
    text_atlas a;
    assert_true(text_atlas_create(&a, &blocks, &textures, side_max));
    return a;
}

static void a_run_is_rasterised_once(void **state)
{
    (void)state;
    pages p;
    text_atlas a = open_atlas(&p, 4096);
    text_run first, again, other;
    assert_int_equal(text_atlas_find(&a, "dose", 16, TEXT_REGULAR, &first), TEXT_FOUND);
    assert_int_equal(text_atlas_find(&a, "dose", 16.3f, TEXT_REGULAR, &again), TEXT_FOUND);
    assert_int_equal(p.uploads, 1);
    assert_int_equal(first.x, again.x);
    assert_int_equal(first.w, 35);
    assert_int_equal(first.pen_y, 15);
    static const struct {
        const char *text;
        float px;
        text_weight weight;
    } others[] = {{"dosf", 16, TEXT_REGULAR}, {"dose", 17, TEXT_REGULAR}, {"dose", 16, TEXT_MEDIUM}};
    for (int k = 0; k < 3; k++) {
        assert_int_equal(text_atlas_find(&a, others[k].text, others[k].px, others[k].weight, &other),
                         TEXT_FOUND);
        assert_int_equal(p.uploads, 2 + k);
    }
    text_atlas_destroy(&a);
    assert_int_equal(p.alive, 0);
}

static void runs_never_overlap_and_a_full_atlas_starts_anew(void **state)
{
    (void)state;
    pages p;
    text_atlas a = open_atlas(&p, 4096);
    text_run run;
    char text[40];
    int resets = 0;
    for (int k = 0; k < 9000; k++) {
        snprintf(text, sizeof text, "%d%.*s", k, k % 23, "abcdefghijklmnopqrstuvwxyz");
        float px = (float)(10 + k % 50);
        if (text_atlas_find(&a, text, px, TEXT_REGULAR, &run) == TEXT_FULL) {
            text_atlas_reset(&a);
            assert_int_equal(p.alive, 0);
            assert_int_equal(text_atlas_find(&a, text, px, TEXT_REGULAR, &run), TEXT_FOUND);
            resets++;
        }
        assert_true(run.page >= 0);
    }
    assert_true(resets > 0);
    text_atlas_destroy(&a);
    assert_int_equal(p.alive, 0);
}

static void a_long_run_gets_a_page_of_its_own(void **state)
{
    (void)state;
    pages p;
    text_atlas a = open_atlas(&p, 4096);
    text_run run;
    char text[128];
    memset(text, 'w', sizeof text);
    text[100] = '\0';
    text_atlas_find(&a, "short", 16, TEXT_REGULAR, &run);
    assert_int_equal(text_atlas_find(&a, text, 60, TEXT_REGULAR, &run), TEXT_FOUND);
    assert_int_equal(run.page, 1);
    assert_int_equal(run.w, 3300);
    // Longer than any texture: nothing is drawn, the rest goes on.
    assert_int_equal(text_atlas_find(&a, text, 120, TEXT_REGULAR, &run), TEXT_FOUND);
    assert_int_equal(run.page, -1);
    assert_int_equal(text_atlas_find(&a, "on", 16, TEXT_REGULAR, &run), TEXT_FOUND);
    assert_int_equal(run.page, 0);
    assert_int_equal(text_atlas_find(&a, "on", -5, TEXT_REGULAR, &run), TEXT_FOUND);
    assert_int_equal(run.page, -1);
    text_atlas_destroy(&a);
    assert_int_equal(p.alive, 0);
}

static void without_textures_text_is_left_out(void **state)
{
    (void)state;
    pages p;
    text_atlas a = open_atlas(&p, 4096);
    p.refuse_after = 0;
    text_run run;
    assert_int_equal(text_atlas_find(&a, "dose", 16, TEXT_REGULAR, &run), TEXT_FOUND);
    assert_int_equal(run.page, -1);
    text_atlas_destroy(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_is_rasterised_once),
        cmocka_unit_test(runs_never_overlap_and_a_full_atlas_starts_anew),
        cmocka_unit_test(a_long_run_gets_a_page_of_its_own),
        cmocka_unit_test(without_textures_text_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
