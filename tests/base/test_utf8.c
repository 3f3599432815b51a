// Reading UTF-8 that may be broken: nothing is read twice, nothing past the end.
#include "../check.h"
#include "base/utf8.h"

#include <string.h>

static void code_points_of_every_length_are_read(void **state)
{
    (void)state;
    const char *at = "A\xC2\xB5\xE2\x80\x93\xF0\x9F\xA7\xA0"; // A, micro sign, en dash, brain
    assert_int_equal(utf8_next(&at), 'A');
    assert_int_equal(utf8_next(&at), 0xB5);
    assert_int_equal(utf8_next(&at), 0x2013);
    assert_int_equal(utf8_next(&at), 0x1F9E0);
    assert_int_equal(utf8_next(&at), 0);
    assert_int_equal(utf8_next(&at), 0); // stays at the end
}

static void borders_of_the_lengths_are_read(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        uint32_t code_point;
    } cases[] = {
        {"\x7F", 0x7F},           {"\xC2\x80", 0x80},
        {"\xDF\xBF", 0x7FF},      {"\xE0\xA0\x80", 0x800},
        {"\xEF\xBF\xBF", 0xFFFF}, {"\xF0\x90\x80\x80", 0x10000},
        {"\xED\x9F\xBF", 0xD7FF}, {"\xF4\x8F\xBF\xBF", 0x10FFFF},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *at = cases[i].bytes;
        assert_int_equal(utf8_next(&at), cases[i].code_point);
        assert_int_equal(*at, '\0');
        assert_true(utf8_valid(cases[i].bytes, strlen(cases[i].bytes)));
    }
}

static void broken_bytes_become_replacements_one_by_one(void **state)
{
    (void)state;
    static const char *const broken[] = {
        "\x80",             // continuation alone
        "\xC0\xAF",         // overlong slash
        "\xE0\x80\xAF",     // overlong slash
        "\xED\xA0\x80",     // surrogate
        "\xF4\x90\x80\x80", // past U+10FFFF
        "\xFF",             // no lead byte
        "\xE2\x80",         // cut off by the end
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        const char *at = broken[i];
        assert_int_equal(utf8_next(&at), 0xFFFD);
        assert_ptr_equal(at, broken[i] + 1);
        assert_int_equal(utf8_count(broken[i]), strlen(broken[i]));
        assert_false(utf8_valid(broken[i], strlen(broken[i])));
    }
}

static void text_after_a_broken_byte_is_still_read(void **state)
{
    (void)state;
    const char *at = "\xE2\x80"
                     "a\xC3\xB1";
    assert_int_equal(utf8_next(&at), 0xFFFD);
    assert_int_equal(utf8_next(&at), 0xFFFD);
    assert_int_equal(utf8_next(&at), 'a');
    assert_int_equal(utf8_next(&at), 0xF1);
    assert_int_equal(utf8_next(&at), 0);
}

static void counting_counts_code_points(void **state)
{
    (void)state;
    assert_int_equal(utf8_count(""), 0);
    assert_int_equal(utf8_count("Ca\xC2\xB2\xE2\x81\xBA"), 4);
}

static void validity_respects_the_length_and_refuses_nul(void **state)
{
    (void)state;
    assert_true(utf8_valid("", 0));
    assert_true(utf8_valid("abc\xFF", 3));
    assert_false(utf8_valid("\xC3\xB1", 1));
    assert_false(utf8_valid("a\0b", 3));
}

// Every string of up to three bytes from a nasty set: the reader always advances and always ends.
static void any_bytes_are_safe(void **state)
{
    (void)state;
    static const char nasty[] = {'a', '\x80', '\xBF', '\xC2', '\xE0', '\xED', '\xEF', '\xF0', '\xF4', '\xFF'};
    enum { N = sizeof nasty };
    for (int i = 0; i < N * N * N; i++) {
        const char text[4] = {nasty[i % N], nasty[i / N % N], nasty[i / N / N], '\0'};
        const char *at = text;
        size_t count = 0;
        while (utf8_next(&at)) {
            count++;
            assert_in_range(at - text, 1, 3);
        }
        assert_ptr_equal(at, text + 3);
        assert_int_equal(count, utf8_count(text));
    }
}

static void a_name_from_outside_becomes_a_line_of_text(void **state)
{
    (void)state;
    static const char *const names[][2] = {{"", ""},
                                           {"DELL U2720Q", "DELL U2720Q"},
                                           {"Se\xC3\xB1"
                                            "al",
                                            "Se\xC3\xB1"
                                            "al"},
                                           {"a\nb\tc\x7F", "a?b?c?"},
                                           {"\xC2\x85x\xE2\x80\xAEy", "?x?y"},
                                           {"cut\xE2\x80", "cut??"},
                                           {"\xFF\xFE", "??"},
                                           {"\xEF\xBF\xBD", "\xEF\xBF\xBD"}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char text[32];
        strcpy(text, names[i][0]);
        utf8_copy_plain(text, sizeof text, text);
        assert_string_equal(text, names[i][1]);
    }
    char few[6];
    utf8_copy_plain(few, sizeof few, "se\xC3\xB1\xC3\xB1"); // the last one does not fit whole
    assert_string_equal(few, "se\xC3\xB1");
}

static void a_mark_before_a_text_is_passed_over(void **state)
{
    (void)state;
    size_t length = 5;
    assert_string_equal(utf8_after_mark("\xEF\xBB\xBFhi", &length), "hi");
    assert_int_equal(length, 2);
    assert_string_equal(utf8_after_mark("hi", &length), "hi");
    length = 2;
    assert_string_equal(utf8_after_mark("\xEF\xBB", &length), "\xEF\xBB");
    assert_int_equal(length, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(code_points_of_every_length_are_read),
        cmocka_unit_test(borders_of_the_lengths_are_read),
        cmocka_unit_test(broken_bytes_become_replacements_one_by_one),
        cmocka_unit_test(text_after_a_broken_byte_is_still_read),
        cmocka_unit_test(counting_counts_code_points),
        cmocka_unit_test(validity_respects_the_length_and_refuses_nul),
        cmocka_unit_test(any_bytes_are_safe),
        cmocka_unit_test(a_name_from_outside_becomes_a_line_of_text),
        cmocka_unit_test(a_mark_before_a_text_is_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
