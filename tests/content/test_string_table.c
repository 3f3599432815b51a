// Words from YAML: what is taken, what is told about mistakes and where, and that any bytes are safe.
#include "content/string_table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static string_table *table;
static content_problems problems;

static int begin(void **state)
{
    (void)state;
    table = string_table_create();
    problems = (content_problems){0};
    return table ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    string_table_destroy(table);
    table = NULL;
    return 0;
}

static bool add(const char *yaml)
{
    return string_table_add(table, "f.yaml", yaml, strlen(yaml), &problems);
}

static void assert_text(const char *id, const char *expected)
{
    const char *text = string_table_find(table, id);
    if (!text)
        fail_msg("no text for %s", id);
    assert_string_equal(text, expected);
}

// The only mistake of a file, word for word with its place.
static void assert_told(const char *yaml, const char *expected)
{
    problems = (content_problems){0};
    assert_false(add(yaml));
    assert_string_equal(problems.text[0], expected);
    assert_int_equal(problems.count, 1);
}

static void nested_maps_spell_ids(void **state)
{
    (void)state;
    assert_true(
        add("clock:\n  play: \"Play\"\n  mark:\n    40min: 40 min\ntime:\n  min: \"{count} minutes\"\n"
            "  min.one: \"{count} minute\"\n"));
    assert_int_equal(string_table_count(table), 4);
    assert_text("clock.play", "Play");
    assert_text("clock.mark.40min", "40 min");
    assert_text("time.min.one", "{count} minute");
    assert_null(string_table_find(table, "clock"));
    assert_null(string_table_find(table, ""));
}

static void files_of_a_language_add_up(void **state)
{
    (void)state;
    assert_true(add("a: x\n"));
    assert_true(add("b: y\n"));
    assert_text("a", "x");
    assert_text("b", "y");
    assert_string_equal(string_table_id_at(table, 1), "b");
    assert_string_equal(string_table_text_at(table, 1), "y");
}

static void texts_keep_their_letters(void **state)
{
    (void)state;
    assert_true(
        add("a: \"\xC2\xB5 \xC2\xB2 \xE2\x80\x93 \\\"q\\\" \\u00f1\"\nb: |\n  one\n  two\n\nc: 'it''s'\n"));
    assert_text("a", "\xC2\xB5 \xC2\xB2 \xE2\x80\x93 \"q\" \xC3\xB1");
    assert_text("b", "one\ntwo"); // without the line end that a block text has
    assert_text("c", "it's");
}

static void line_ends_of_windows_and_a_byte_order_mark_are_harmless(void **state)
{
    (void)state;
    assert_true(add("\xEF\xBB\xBF"
                    "a: x\r\nb:\r\n  c: y\r\n"));
    assert_text("a", "x");
    assert_text("b.c", "y");
}

static void an_empty_file_is_no_mistake(void **state)
{
    (void)state;
    assert_true(add(""));
    assert_true(add("# only a remark\n\n"));
    assert_int_equal(string_table_count(table), 0);
    assert_null(string_table_get(table, "a"));
}

static void mistakes_are_told_with_their_place(void **state)
{
    (void)state;
    assert_told("a: x\nb:\n  c: [1, 2]\n", "f.yaml:3:3: b.c: expected a text or further ids below it");
    assert_told("q: x\nb: *q\n", "f.yaml:2:4: expected a text");
    assert_told("e:\n", "f.yaml:1:1: e: expected a text, not nothing");
    assert_told("f: \"\"\n", "f.yaml:1:1: f: expected a text, not nothing");
    assert_told("G: x\n", "f.yaml:1:1: G: expected an id of a-z, 0-9, '_', '-' and '.', not too long");
    assert_told("h: \"{count\"\n",
                "f.yaml:1:1: h: expected every { to open a {name} and every } to close one");
    assert_told("i: \"count}\"\n",
                "f.yaml:1:1: i: expected every { to open a {name} and every } to close one");
    assert_told("j: \"{}\"\n", "f.yaml:1:1: j: expected every { to open a {name} and every } to close one");
    assert_told("k: \"bell \\a\"\n", "f.yaml:1:4: expected a text without control characters");
    assert_told("l: \"\\u202e\"\n", "f.yaml:1:4: expected a text without control characters");
    assert_told("? [a, b]\n: x\n", "f.yaml:1:4: expected a text");
    assert_told("- a\n- b\n",
                "f.yaml:1:3: expected ids with texts (clock: ... on the first line); the file is left out");
    assert_told("m: x\n---\nn: y\n", "f.yaml:2:1: expected one document; what follows this line is left out");
    assert_null(string_table_find(table, "n"));
}

static void an_id_given_twice_counts_the_first_time(void **state)
{
    (void)state;
    assert_true(add("a:\n  b: x\n"));
    assert_told("a.b: y\n", "f.yaml:1:1: a.b: this id was given before; the first text counts");
    assert_told("c: x\nc: y\n", "f.yaml:2:1: c: this id was given before; the first text counts");
    assert_text("a.b", "x");
    assert_text("c", "x");
}

static void a_slip_loses_one_section_only(void **state)
{
    (void)state;
    assert_told(
        "a:\n  b: x\nc:\n  d: \"no end\n  e: y\nf: z\n",
        "f.yaml:4:6: expected YAML (wrongly indented double-quoted scalar); this section is left out");
    assert_text("a.b", "x");
    assert_text("f", "z");
    assert_null(string_table_find(table, "c.e"));
    assert_told("g: x\n- stray\nh: y\n",
                "f.yaml:2:1: expected a name, a colon and a text; this section is left out");
    assert_text("g", "x");
    assert_text("h", "y");
}

static void each_broken_section_is_told(void **state)
{
    (void)state;
    assert_false(add("a: [\nb: x\nc: {\nd: y\n"));
    assert_int_equal(problems.count, 2);
    assert_int_equal(problems.line[0], 2); // the bracket is missed at the section's end
    assert_int_equal(problems.line[1], 4);
    assert_text("b", "x");
    assert_text("d", "y");
}

static void bytes_that_are_no_text_lose_the_file(void **state)
{
    (void)state;
    assert_told("a: x\nb: \xFF\n",
                "f.yaml:2:4: expected UTF-8 text; a broken character stands here; the file is left out");
    assert_told("a: x\x01\n",
                "f.yaml:1:5: expected text; the control character U+0001 stands here; the file is left out");
    assert_told("a: \xE2\x80\xAEx\n",
                "f.yaml:1:4: expected text; the control character U+202E stands here; the file is left out");
    assert_told("a: 'x''''y'\n",
                "f.yaml:1:9: expected text; four single quotes in a row stand here; the file is left out");
    problems = (content_problems){0};
    assert_false(string_table_add(table, "f.yaml", "a: x\0b: y", 9, &problems));
    assert_string_equal(problems.text[0],
                        "f.yaml:1:1: expected text; there is a zero byte; the file is left out");
    assert_int_equal(string_table_count(table), 0);
}

static void absurd_files_are_refused(void **state)
{
    (void)state;
    size_t big = (1u << 20) + 1;
    char *bytes = malloc(big);
    assert_non_null(bytes);
    memset(bytes, ' ', big);
    assert_false(string_table_add(table, "f.yaml", bytes, big, &problems));
    assert_string_equal(problems.text[0],
                        "f.yaml:1:1: the file has 1048577 bytes, expected at most 1048576; it is left out");
    // A text of 8 KiB is taken, one byte more is not.
    memcpy(bytes, "a: ", 3);
    memset(bytes + 3, 'x', STRING_TEXT_MAX + 1);
    assert_true(string_table_add(table, "f.yaml", bytes, 3 + STRING_TEXT_MAX, NULL));
    bytes[0] = 'b';
    assert_false(string_table_add(table, "f.yaml", bytes, 3 + STRING_TEXT_MAX + 1, NULL));
    // So is an id of 120 letters.
    memset(bytes, 'i', STRING_ID_MAX + 1);
    memcpy(bytes + STRING_ID_MAX, ": x", 3);
    assert_true(string_table_add(table, "f.yaml", bytes, STRING_ID_MAX + 3, NULL));
    memset(bytes, 'i', STRING_ID_MAX + 1);
    memcpy(bytes + STRING_ID_MAX + 1, ": x", 3);
    assert_false(string_table_add(table, "f.yaml", bytes, STRING_ID_MAX + 4, NULL));
    free(bytes);
}

static void absurd_depth_is_refused(void **state)
{
    (void)state;
    static const int depths[] = {20, 40, 100, 5000};
    for (size_t k = 0; k < sizeof depths / sizeof depths[0]; k++) {
        char *text = malloc((size_t)depths[k] * 5 + 8);
        assert_non_null(text);
        char *at = text;
        for (int i = 0; i < depths[k]; i++)
            at += sprintf(at, "%s", i ? "{a: " : "a: ");
        at += sprintf(at, "x");
        for (int i = 1; i < depths[k]; i++)
            *at++ = '}';
        *at = '\0';
        assert_false(add(text));
        free(text);
    }
    assert_int_equal(string_table_count(table), 0);
}

static void many_texts_are_found_again(void **state)
{
    (void)state;
    size_t room = 20000 * 24;
    char *text = malloc(room), id[24], value[24];
    assert_non_null(text);
    for (int part = 0; part < 20; part++) {
        size_t used = 0;
        for (int i = 0; i < 1000; i++)
            used +=
                (size_t)snprintf(text + used, room - used, "id%d: t%d\n", part * 1000 + i, part * 1000 + i);
        assert_true(string_table_add(table, "f.yaml", text, used, &problems));
    }
    for (int i = 0; i < 20000; i++) {
        snprintf(id, sizeof id, "id%d", i);
        snprintf(value, sizeof value, "t%d", i);
        assert_text(id, value);
    }
    assert_told("more: x\n", "f.yaml:1:1: more: too many texts (at most 20000)");
    free(text);
}

static void gaps_are_filled_from_the_fallback(void **state)
{
    (void)state;
    string_table *english = string_table_create();
    assert_non_null(english);
    assert_true(string_table_add(english, "en", "a: one\nb: two\n", 14, NULL));
    assert_true(add("a: uno\nnumber.decimal: \",\"\nhalf: \"{count} d\u00EDas\"\n"));
    words w = string_table_words(table);
    assert_string_equal(words_get(&w, "b"), "b"); // a gap is seen
    string_table_set_fallback(table, english);
    assert_string_equal(words_get(&w, "a"), "uno");
    assert_string_equal(words_get(&w, "b"), "two");
    assert_string_equal(words_get(&w, "c"), "c");
    assert_null(string_table_find(table, "b"));
    message m = message_make("half");
    char out[40];
    message_number(&m, "count", 1.5, 1);
    words_format(&w, &m, out, sizeof out);
    assert_string_equal(out, "1,5 d\u00EDas");
    string_table_destroy(english);
}

// Flips, drops and repeats pieces of sound files: nothing crashes, and what is taken is sound.
static void broken_files_are_safe(void **state)
{
    (void)state;
    static const char source[] = "# r\na:\n  b: \"x {count}\"\n  c: >\n    fold\n    ed\nd: [1, {e: f}]\n"
                                 "g: &h 'i'\nj: *h\n? k\n: l\n%YAML 1.2\n---\nm: \"\\u00e9\"\n";
    const char *given = getenv("NEUROTIDE_TEST_SEED");
    uint64_t seed = given ? strtoull(given, NULL, 10) : 4711u;
    print_message("NEUROTIDE_TEST_SEED=%llu\n", (unsigned long long)seed);
    for (int round = 0; round < 5000; round++) {
        char text[2 * sizeof source];
        size_t length = sizeof source - 1;
        memcpy(text, source, length);
        for (int i = 0; i < 4; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            size_t at = (size_t)(seed >> 33) % length, to = (size_t)(seed >> 13) % length;
            static const char odd[] = "\n \"'{}[]:#&*!%|>-?,\t\\x\xC3";
            if (seed & 1u)
                text[at] = odd[(seed >> 5) % (sizeof odd - 1)];
            else if (at > to) {
                memmove(text + to, text + at, length - at);
                length -= at - to;
            }
        }
        string_table *t = string_table_create();
        content_problems p = {0};
        assert_non_null(t);
        bool well = string_table_add(t, "f.yaml", text, length, &p);
        assert_true(well == (p.count == 0));
        for (size_t i = 0; i < string_table_count(t); i++)
            assert_ptr_equal(string_table_find(t, string_table_id_at(t, i)), string_table_text_at(t, i));
        string_table_destroy(t);
    }
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(nested_maps_spell_ids),
        TEST(files_of_a_language_add_up),
        TEST(texts_keep_their_letters),
        TEST(line_ends_of_windows_and_a_byte_order_mark_are_harmless),
        TEST(an_empty_file_is_no_mistake),
        TEST(mistakes_are_told_with_their_place),
        TEST(an_id_given_twice_counts_the_first_time),
        TEST(a_slip_loses_one_section_only),
        TEST(each_broken_section_is_told),
        TEST(bytes_that_are_no_text_lose_the_file),
        TEST(absurd_files_are_refused),
        TEST(absurd_depth_is_refused),
        TEST(many_texts_are_found_again),
        TEST(gaps_are_filled_from_the_fallback),
        TEST(broken_files_are_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
