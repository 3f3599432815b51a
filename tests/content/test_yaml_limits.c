// What is looked at before the YAML library sees a text. Nothing here measures time: the library's cost is
// bound by the number of marks and by their nesting, and those are counted.
#include "content/evidence.h"
#include "content/story.h"
#include "content/story_read.h"
#include "content/string_table.h"
#include "content/yaml_limits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MEGABYTE = 1000000 };

// `count` times the same; the caller frees it.
static char *repeated(const char *unit, size_t count)
{
    size_t each = strlen(unit);
    char *text = malloc(each * count + 1);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * each, unit, each);
    text[each * count] = '\0';
    return text;
}

static yaml_limits limits_of(const char *unit, size_t count)
{
    char *text = repeated(unit, count);
    yaml_limits l = yaml_limits_of(text);
    free(text);
    return l;
}

static void assert_within(const char *text)
{
    yaml_limits l = yaml_limits_of(text);
    if (l.reached != YAML_WITHIN)
        fail_msg("limit %d at %d:%d of %.60s", (int)l.reached, l.line, l.column, text);
}

static void brackets_are_followed_no_deeper_than_the_limit(void **state)
{
    (void)state;
    static const char *const units[] = {"[", "{", "[[", "[a: ", "{a: ", "a: [\n", "- [\n"};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        yaml_limits l = limits_of(units[i], MEGABYTE / strlen(units[i]));
        assert_int_equal(l.reached, YAML_TOO_DEEP);
        assert_in_range(l.marks, 1, 4 * YAML_NESTING_MAX); // of a million
    }
    assert_int_equal(limits_of("[", YAML_NESTING_MAX).reached, YAML_WITHIN);
    assert_int_equal(limits_of("[", YAML_NESTING_MAX + 1).reached, YAML_TOO_DEEP);
}

static void lists_on_one_line_are_followed_no_deeper_than_the_limit(void **state)
{
    (void)state;
    static const char *const units[] = {"- ", "? ", ": ", "- ? "};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
        assert_int_equal(limits_of(units[i], MEGABYTE / strlen(units[i])).reached, YAML_TOO_DEEP);
}

static void indentation_is_followed_no_deeper_than_the_limit(void **state)
{
    (void)state;
    char text[80 * 90], *at = text;
    for (int i = 0; i < 80; i++)
        at += sprintf(at, "%*sa:\n", i, "");
    yaml_limits l = yaml_limits_of(text);
    assert_int_equal(l.reached, YAML_TOO_DEEP);
    assert_int_equal(l.line, YAML_NESTING_MAX + 1);
}

// Brackets that quotes close again cannot be told apart without parsing: their number is limited.
static void the_number_of_marks_is_limited(void **state)
{
    (void)state;
    static const char *const units[] = {"[ ']' ", "[]", "a: b\n", "- a\n", "a,", "\n", "&a ", "*a ", "!a "};
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        yaml_limits l = limits_of(units[i], MEGABYTE / strlen(units[i]));
        assert_int_equal(l.reached, YAML_TOO_MANY);
        assert_in_range(l.marks, YAML_MARKS_MAX + 1, YAML_MARKS_MAX + 2);
    }
    assert_int_equal(limits_of("a: b\n", YAML_MARKS_MAX - 1).reached, YAML_WITHIN);
}

static void what_people_write_is_far_below(void **state)
{
    (void)state;
    assert_within("");
    assert_within("steps:\n- id: a\n  spotlight: {half: ssri, x: 0.5}\n  terms: [a, b]\n- id: b\n");
    assert_within("a: |\n  text\n    - - - - - - - -\n  ] } :-) [ :-( {\nb:\n  c:\n    d: e\n");
    char *lists = repeated("a:\n  b: [c, {d: e}]\n  f: 'x'\n", 1000);
    assert_within(lists);
    free(lists);
}

static void assert_left_out(const content_problems *p, int line, int column)
{
    char start[32];
    snprintf(start, sizeof start, "f.yaml:%d:%d: ", line, column);
    assert_int_equal(p->count, 1);
    assert_ptr_equal(strstr(p->text[0], start), p->text[0]);
    assert_non_null(strstr(p->text[0], "the file is left out"));
}

// Each kind of file: a million brackets end at the first one too many, told once, and the library is not
// asked.
static void every_reader_keeps_the_limits(void **state)
{
    (void)state;
    char *deep = repeated("[", MEGABYTE);
    content_problems of_words = {0}, of_cards = {0}, of_story = {0};
    string_table *t = string_table_create();
    assert_false(string_table_add(t, "f.yaml", deep, MEGABYTE, &of_words));
    assert_left_out(&of_words, 1, YAML_NESTING_MAX + 1);
    string_table_destroy(t);
    evidence *e = evidence_create();
    assert_false(evidence_add(e, "f.yaml", deep, MEGABYTE, &of_cards));
    assert_left_out(&of_cards, 1, YAML_NESTING_MAX + 1);
    evidence_destroy(e);
    assert_null(story_open("f.yaml", deep, STORY_BYTES_MAX, NULL, &of_story));
    assert_left_out(&of_story, 1, YAML_NESTING_MAX + 1);
    free(deep);
}

static void a_story_has_a_size_of_its_own(void **state)
{
    (void)state;
    char *blanks = repeated(" ", STORY_BYTES_MAX + 1);
    content_problems p = {0};
    assert_null(story_open("f.yaml", blanks, STORY_BYTES_MAX + 1, NULL, &p));
    assert_int_equal(p.count, 1);
    assert_non_null(strstr(p.text[0], "expected at most 524288"));
    free(blanks);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(brackets_are_followed_no_deeper_than_the_limit),
        cmocka_unit_test(lists_on_one_line_are_followed_no_deeper_than_the_limit),
        cmocka_unit_test(indentation_is_followed_no_deeper_than_the_limit),
        cmocka_unit_test(the_number_of_marks_is_limited),
        cmocka_unit_test(what_people_write_is_far_below),
        cmocka_unit_test(every_reader_keeps_the_limits),
        cmocka_unit_test(a_story_has_a_size_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
