// Text as the person sees it: every character there, the pen where it should be, sizes that follow.
#include "check.h"
#include "platform/text.h"

#include <SDL2/SDL_ttf.h>
#include <string.h>

static platform_text *text;

static int open_fonts(void **state)
{
    (void)state;
    error e = {0};
    text = platform_text_create(NEUROTIDE_ASSETS_DIR "/fonts", &e);
    if (!text)
        print_error("%s\n", e.text);
    return text ? 0 : 1;
}

static int close_fonts(void **state)
{
    (void)state;
    platform_text_destroy(text);
    return 0;
}

typedef struct drawn {
    image img;
    int x, y; // pen
} drawn;

static drawn draw(const char *utf8, float px)
{
    drawn d = {0};
    text_source s = platform_text_source(text);
    assert_true(s.raster(s.ctx, utf8, px, TEXT_REGULAR, &d.img, &d.x, &d.y));
    return d;
}

static void every_character_of_both_languages_has_a_glyph(void **state)
{
    (void)state;
    assert_true(platform_text_covers(text, "µ ² ³ ⁺ – — “ ” ‘ ’ « » … · × ÷ ± ≤ ≥ → ° % Ca²⁺ Mg²⁺"));
    assert_true(platform_text_covers(text, "áéíóúüñ¿¡ÁÉÍÓÚÜÑ ç ã ö ß å ø ł ž ő"));
    assert_true(platform_text_covers(text, "αβγδεθκλμπσφψω ΑΒΓΔΩ абвгджя АБВГДЖЯ"));
    assert_false(platform_text_covers(text, "\xF0\x93\x80\x80")); // a hieroglyph
}

static void coverage_is_whole_from_nothing_to_full(void **state)
{
    (void)state;
    drawn d = draw("Hamburgefonstiv", 40);
    int full = 0, empty = 0;
    for (int i = 0; i < d.img.width * d.img.height; i++) {
        full += d.img.data[i] == 255;
        empty += d.img.data[i] == 0;
    }
    assert_int_equal(d.img.channels, 1);
    assert_true(full > 500);
    assert_true(empty > 500);
    image_destroy(&d.img);
}

// What stands on the baseline ends there; what hangs below begins above and ends below.
static void the_pen_stands_on_the_baseline(void **state)
{
    (void)state;
    for (int px = 12; px <= 96; px += 7) {
        drawn h = draw("H", (float)px), p = draw("p", (float)px), accent = draw("Á", (float)px);
        check_near(h.img.height, h.y, 1);               // all of it above
        check_relative(h.img.height, 0.727 * px, 0.12); // Inter's capitals are 0.727 em high
        assert_true(p.img.height > p.y);                // some of it below
        assert_true(accent.y > h.y);                    // the accent is above the capitals
        check_near(accent.img.height, accent.y, 1);
        image_destroy(&h.img);
        image_destroy(&p.img);
        image_destroy(&accent.img);
    }
}

// "j" reaches left of the pen: its ink begins before the origin, and what follows stands where it would
// anyway.
static void the_pen_is_left_of_the_ink_by_the_bearing(void **state)
{
    (void)state;
    TTF_Font *font = TTF_OpenFont(NEUROTIDE_ASSETS_DIR "/fonts/Inter-Regular.otf", 400);
    int h_left, j_left, unused;
    assert_int_equal(TTF_GlyphMetrics32(font, 'H', &h_left, &unused, &unused, &unused, &unused), 0);
    assert_int_equal(TTF_GlyphMetrics32(font, 'j', &j_left, &unused, &unused, &unused, &unused), 0);
    TTF_CloseFont(font);
    assert_true(h_left > 3);
    assert_true(j_left < -3); // else this test shows nothing
    drawn h = draw("H", 400), j = draw("j", 400), after = draw("jH", 400);
    check_near(h.x, -h_left, 1);
    check_near(j.x, -j_left, 1);
    check_near(after.x, j.x, 1);
    image_destroy(&h.img);
    image_destroy(&j.img);
    image_destroy(&after.img);
}

// Two accents on a capital rise above the font's ascent and must not push the letter down.
static void tall_accents_leave_the_baseline_alone(void **state)
{
    (void)state;
    for (int px = 16; px <= 200; px += 23) {
        drawn plain = draw("A", (float)px), tall = draw("Ắ", (float)px);
        assert_true(tall.img.height > plain.img.height);
        check_near(tall.img.height, tall.y, 1);
        image_destroy(&plain.img);
        image_destroy(&tall.img);
    }
}

static void width_grows_with_the_size_and_the_text(void **state)
{
    (void)state;
    text_source s = platform_text_source(text);
    float one = s.measure(s.ctx, "40 minutes after the dose", 20, TEXT_REGULAR).width;
    float two = s.measure(s.ctx, "40 minutes after the dose", 40, TEXT_REGULAR).width;
    check_relative(two, 2 * one, 0.05);
    float bold = s.measure(s.ctx, "40 minutes after the dose", 20, TEXT_SEMIBOLD).width;
    assert_true(bold > one);
    check_near(s.measure(s.ctx, "", 20, TEXT_REGULAR).width, 0, 0);
    text_metrics m = s.measure(s.ctx, "x", 100, TEXT_REGULAR);
    check_between(m.ascent, 90, 105);
    check_between(m.descent, 20, 30);
    check_between(m.line, 110, 135);
}

static void asking_again_gives_the_same(void **state)
{
    (void)state;
    text_source s = platform_text_source(text);
    float first = s.measure(s.ctx, "glutamate", 31, TEXT_MEDIUM).width;
    for (int i = 0; i < 10000; i++) { // more texts than are remembered, more sizes than stay open
        char other[16];
        snprintf(other, sizeof other, "%d", i);
        s.measure(s.ctx, other, (float)(8 + i % 60), TEXT_MEDIUM);
    }
    check_near(s.measure(s.ctx, "glutamate", 31, TEXT_MEDIUM).width, first, 0);
    drawn a = draw("Ca²⁺", 33), b = draw("Ca²⁺", 33);
    assert_int_equal(a.img.width, b.img.width);
    assert_memory_equal(a.img.data, b.img.data, (size_t)(a.img.width * a.img.height));
    image_destroy(&a.img);
    image_destroy(&b.img);
}

static void nothing_and_broken_bytes_are_harmless(void **state)
{
    (void)state;
    text_source s = platform_text_source(text);
    image img = {0};
    int x, y;
    assert_false(s.raster(s.ctx, "", 20, TEXT_REGULAR, &img, &x, &y));
    assert_false(s.raster(s.ctx, "   ", 20, TEXT_REGULAR, &img, &x, &y));
    if (s.raster(s.ctx, "a\xFF\xC3", 20, TEXT_REGULAR, &img, &x, &y))
        image_destroy(&img);
    assert_true(s.measure(s.ctx, "x", -5, TEXT_REGULAR).line > 0);
    assert_true(s.measure(s.ctx, "x", 1e9f, TEXT_REGULAR).line > 0);
}

static void a_missing_font_is_one_sentence(void **state)
{
    (void)state;
    error e = {0};
    assert_null(platform_text_create("/nonexistent", &e));
    assert_non_null(strstr(e.text, "fonts-inter"));
    assert_null(strchr(e.text, '\n'));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_character_of_both_languages_has_a_glyph),
        cmocka_unit_test(coverage_is_whole_from_nothing_to_full),
        cmocka_unit_test(the_pen_stands_on_the_baseline),
        cmocka_unit_test(the_pen_is_left_of_the_ink_by_the_bearing),
        cmocka_unit_test(tall_accents_leave_the_baseline_alone),
        cmocka_unit_test(width_grows_with_the_size_and_the_text),
        cmocka_unit_test(asking_again_gives_the_same),
        cmocka_unit_test(nothing_and_broken_bytes_are_harmless),
        cmocka_unit_test(a_missing_font_is_one_sentence),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
