// The small parts of base: errors, images, easing, the hash, the text source of the tests.
#include "../check.h"
#include "base/ease.h"
#include "base/error.h"
#include "base/fnv.h"
#include "base/image.h"
#include "base/text_source.h"
#include "base/utf8.h"

#include <errno.h>
#include <string.h>

static void an_error_is_a_formatted_sentence(void **state)
{
    (void)state;
    error e = {0};
    error_set(&e, "%s:%d: no such region", "words.yaml", 7);
    assert_string_equal(e.text, "words.yaml:7: no such region");
    error_set(NULL, "%s", "nobody listens");
}

static void lack_of_memory_is_told_as_what_it_is(void **state)
{
    (void)state;
    error e = {0};
    error_set_memory(&e, "reading %s", "a.yaml");
    assert_string_equal(e.text,
                        "There is not enough memory for reading a.yaml; close other programs and try again.");
    assert_int_equal(e.cause, ERROR_NO_MEMORY);
    error_set(&e, "a.yaml is missing.");
    assert_int_equal(e.cause, ERROR_CAUSE_OTHER);
    char path[600];
    memset(path, 'x', sizeof path - 1);
    path[sizeof path - 1] = '\0';
    error_set_memory(&e, "reading %s", path);
    assert_non_null(
        strstr(e.text, "close other programs and try again.")); // what is to be done is not cut off
    error_set_memory(NULL, "%s", "nobody listens");
}

static void a_long_error_is_cut_on_a_code_point_border(void **state)
{
    (void)state;
    char text[4 * ERROR_TEXT_MAX];
    for (size_t lead = 0; lead < 4; lead++) {
        memset(text, 'a', sizeof text);
        for (size_t i = lead; i + 4 < sizeof text; i += 3)
            memcpy(text + i, "\xE2\x80\x93", 3);
        text[sizeof text - 1] = '\0';
        error e;
        error_set(&e, "%s", text);
        size_t length = strlen(e.text);
        assert_in_range(length, ERROR_TEXT_MAX - 3, ERROR_TEXT_MAX - 1);
        assert_memory_equal(e.text, text, length);
        assert_true(utf8_valid(e.text, length));
    }
}

// A name of a file may hold anything but a slash.
static void an_error_stays_one_line_of_text(void **state)
{
    (void)state;
    error e = {0};
    error_set(&e, "%s is broken.", "caf\xE9\n\x1B[31m\xC3\xB1\xE2\x80\xAE");
    assert_string_equal(e.text, "caf???[31m\xC3\xB1? is broken.");
}

static void an_error_knows_its_cause(void **state)
{
    (void)state;
    error e = {0};
    error_set(&e, "No.");
    error_because(&e, EACCES);
    assert_int_equal(e.cause, ERROR_NOT_ALLOWED);
    error_because(&e, ENOSPC);
    assert_int_equal(e.cause, ERROR_DISK_FULL);
    error_because(&e, EROFS);
    assert_int_equal(e.cause, ERROR_READ_ONLY);
    error_because(&e, ENOTDIR);
    assert_int_equal(e.cause, ERROR_NOT_THERE);
    error_set(&e, "Another one.");
    assert_int_equal(e.cause, ERROR_CAUSE_OTHER);
    error_because(NULL, EACCES); // nobody listens
}

static void a_new_image_is_empty_and_of_the_size_asked_for(void **state)
{
    (void)state;
    static const int channels[] = {1, 3, 4};
    for (size_t c = 0; c < 3; c++) {
        image img;
        assert_true(image_create(&img, 7, 5, channels[c])); // leaves dirty memory behind
        memset(img.data, 255, (size_t)(7 * 5 * channels[c]));
        image_destroy(&img);
        assert_true(image_create(&img, 7, 5, channels[c]));
        assert_int_equal(img.width, 7);
        assert_int_equal(img.height, 5);
        assert_int_equal(img.channels, channels[c]);
        for (int i = 0; i < 7 * 5 * channels[c]; i++)
            assert_int_equal(img.data[i], 0);
        image_destroy(&img);
        assert_null(img.data);
        assert_int_equal(img.width, 0);
        image_destroy(&img); // harmless on an empty one
    }
}

static void impossible_images_are_refused(void **state)
{
    (void)state;
    static const int bad[][3] = {{0, 5, 4},     {5, 0, 4}, {-1, 5, 4}, {5, -1, 4}, {16385, 1, 1},
                                 {1, 16385, 1}, {5, 5, 0}, {5, 5, 2},  {5, 5, 5}};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        image img = {.width = 99};
        assert_false(image_create(&img, bad[i][0], bad[i][1], bad[i][2]));
        assert_null(img.data);
        assert_int_equal(img.width, 0);
    }
}

static void easing_runs_from_0_to_1_and_is_clamped(void **state)
{
    (void)state;
    double (*const curves[])(double) = {ease_in_out, ease_out};
    for (size_t c = 0; c < 2; c++) {
        assert_true(curves[c](0.0) == 0.0 && curves[c](1.0) == 1.0);
        assert_true(curves[c](-3.0) == 0.0 && curves[c](7.0) == 1.0);
        for (double t = 0.0; t < 0.995; t += 0.01)
            assert_true(curves[c](t + 0.01) > curves[c](t));
    }
    check_near(ease_in_out(0.5), 0.5, 1e-15);
    check_near(ease_in_out(0.001) / 0.001, 0.003, 1e-4); // starts at rest
    check_near(ease_out(0.001) / 0.001, 3.0, 0.01);      // starts at full speed
    check_near((1.0 - ease_out(0.999)) / 0.001, 0.0, 1e-4);
    assert_true(clamp(5.0, 0.0, 2.0) == 2.0 && clamp(-5.0, 0.0, 2.0) == 0.0 && clamp(1.0, 0.0, 2.0) == 1.0);
    assert_true(clampf(5.0f, 0.0f, 2.0f) == 2.0f && clampf(-5.0f, 0.0f, 2.0f) == 0.0f);
}

// Test values of the hash's authors (Fowler, Noll, Vo).
static void fnv_has_its_published_values(void **state)
{
    (void)state;
    assert_true(fnv1a64(FNV1A64_START, "", 0) == 0xCBF29CE484222325u);
    assert_true(fnv1a64(FNV1A64_START, "a", 1) == 0xAF63DC4C8601EC8Cu);
    assert_true(fnv1a64(FNV1A64_START, "foobar", 6) == 0x85944171F73967E8u);
    assert_true(fnv1a64(fnv1a64(FNV1A64_START, "foo", 3), "bar", 3) == 0x85944171F73967E8u);
}

static void fnv_by_words_takes_eight_bytes_at_once_and_the_rest_singly(void **state)
{
    (void)state;
    const uint64_t prime = 0x100000001B3u, word = 0x6867666564636261u; // "abcdefgh", the first byte lowest
    uint64_t whole = (FNV1A64_START ^ word) * prime;
    assert_true(fnv1a64_words(FNV1A64_START, "abcdefgh", 8) == whole);
    assert_true(fnv1a64_words(FNV1A64_START, "abcdefghi", 9) == (whole ^ 'i') * prime);
    assert_true(fnv1a64_words(fnv1a64_words(FNV1A64_START, "abcdefgh", 8), "i", 1) == (whole ^ 'i') * prime);
    assert_true(fnv1a64_words(FNV1A64_START, "foobar", 6) == fnv1a64(FNV1A64_START, "foobar", 6));
}

static void block_text_is_as_wide_as_its_code_points(void **state)
{
    (void)state;
    text_source s = text_source_blocks();
    text_metrics m = s.measure(s.ctx,
                               "\xC3\xB1"
                               "a",
                               20.0f, TEXT_REGULAR);
    check_near(m.width, 22.0, 1e-4);
    check_near(m.line, 24.0, 1e-4);
    image img;
    int x = -1, y = -1;
    assert_true(s.raster(s.ctx, "ab", 20.0f, TEXT_REGULAR, &img, &x, &y));
    assert_int_equal(img.width, 22);
    assert_int_equal(img.channels, 1);
    assert_int_equal(img.data[0], 255);
    assert_int_equal(x, 0);
    assert_int_equal(y, img.height);
    image_destroy(&img);
    assert_false(s.raster(s.ctx, "", 20.0f, TEXT_REGULAR, &img, &x, &y));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_error_is_a_formatted_sentence),
        cmocka_unit_test(lack_of_memory_is_told_as_what_it_is),
        cmocka_unit_test(a_long_error_is_cut_on_a_code_point_border),
        cmocka_unit_test(an_error_stays_one_line_of_text),
        cmocka_unit_test(an_error_knows_its_cause),
        cmocka_unit_test(a_new_image_is_empty_and_of_the_size_asked_for),
        cmocka_unit_test(impossible_images_are_refused),
        cmocka_unit_test(easing_runs_from_0_to_1_and_is_clamped),
        cmocka_unit_test(fnv_has_its_published_values),
        cmocka_unit_test(fnv_by_words_takes_eight_bytes_at_once_and_the_rest_singly),
        cmocka_unit_test(block_text_is_as_wide_as_its_code_points),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
