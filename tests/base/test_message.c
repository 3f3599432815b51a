// Words by id and arguments: filling in, plurals, the language's decimal mark, cutting on code-point borders.
#include "../check.h"
#include "base/message.h"
#include "base/utf8.h"

#include <string.h>

typedef struct entry {
    const char *id, *text;
} entry;

// `ctx` is an array of entries ended by an id of NULL.
static const char *look_up(void *ctx, const char *id)
{
    for (const entry *e = ctx; e->id; e++)
        if (strcmp(e->id, id) == 0)
            return e->text;
    return NULL;
}

static const char *format(entry *table, const message *m)
{
    static char out[256];
    words w = {.ctx = table, .get = look_up};
    size_t length = words_format(&w, m, out, sizeof out);
    assert_int_equal(length, strlen(out));
    return out;
}

static entry english[] = {
    {"hello", "Hello"},
    {"level", "{region} on the {side} is at {value}."},
    {"nodes", "{count} nodes are engaged"},
    {"nodes.one", "{count} node is engaged"},
    {"side.left", "left"},
    {"plain", "a {b c} {unknown} { d"},
    {"twice", "{x}{x}"},
    {"dash", "caf\xC3\xA9 \xE2\x80\x93 {x}{y}"},
    {NULL, NULL},
};

static entry spanish[] = {{"number.decimal", ","}, {"value", "{x}"}, {NULL, NULL}};

static void text_without_arguments_comes_as_it_is(void **state)
{
    (void)state;
    message m = message_make("hello");
    assert_string_equal(format(english, &m), "Hello");
}

static void arguments_of_all_kinds_are_filled_in(void **state)
{
    (void)state;
    message m = message_make("level");
    message_number(&m, "value", 0.7459, 2);
    message_word(&m, "side", "side.left");
    message_text(&m, "region", "Insula");
    assert_string_equal(format(english, &m), "Insula on the left is at 0.75.");
}

static void unknown_ids_and_names_are_seen_and_never_crash(void **state)
{
    (void)state;
    words none = {.ctx = NULL, .get = NULL};
    assert_string_equal(words_get(&none, "no.such"), "no.such");
    assert_string_equal(words_get_or(&none, "no.such", "otherwise"), "otherwise");
    assert_string_equal(words_get_or(&(words){english, look_up}, "hello", "otherwise"), "Hello");
    message m = message_make("no.such");
    assert_string_equal(format(english, &m), "no.such");
    m = message_make("plain");
    assert_string_equal(format(english, &m), "a {b c} {unknown} { d");
    m = message_make("level");
    message_word(&m, "side", "side.up");
    assert_string_equal(format(english, &m), "{region} on the side.up is at {value}.");
    m = message_make(NULL);
    assert_string_equal(format(english, &m), "");
}

static void an_argument_may_stand_twice(void **state)
{
    (void)state;
    message m = message_make("twice");
    message_text(&m, "x", "ab");
    assert_string_equal(format(english, &m), "abab");
}

// What an argument brings in is text, not a template.
static void braces_in_arguments_are_left_alone(void **state)
{
    (void)state;
    message m = message_make("twice");
    message_text(&m, "x", "{x}");
    assert_string_equal(format(english, &m), "{x}{x}");
}

static void exactly_one_takes_the_singular(void **state)
{
    (void)state;
    static const struct {
        double count;
        int decimals;
        const char *text;
    } cases[] = {
        {0.0, 0, "0 nodes are engaged"},
        {1.0, 0, "1 node is engaged"},
        {2.0, 0, "2 nodes are engaged"},
        {1.0, 1, "1.0 nodes are engaged"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        message m = message_make("nodes");
        message_number(&m, "count", cases[i].count, cases[i].decimals);
        assert_string_equal(format(english, &m), cases[i].text);
    }
}

static void one_without_a_singular_text_takes_the_plain_one(void **state)
{
    (void)state;
    entry table[] = {{"nodes", "{count} nodos"}, {NULL, NULL}};
    message m = message_make("nodes");
    message_number(&m, "count", 1.0, 0);
    assert_string_equal(format(table, &m), "1 nodos");
}

static void decimal_mark_and_minus_are_the_languages_own(void **state)
{
    (void)state;
    message m = message_make("value");
    message_number(&m, "x", -1234.5678, 2);
    assert_string_equal(format(spanish, &m), "\xE2\x88\x92"
                                             "1234,57");
    entry plain[] = {{"value", "{x}"}, {NULL, NULL}};
    assert_string_equal(format(plain, &m), "\xE2\x88\x92"
                                           "1234.57");
}

static void a_number_that_rounds_to_zero_has_no_minus(void **state)
{
    (void)state;
    static const struct {
        double number;
        int decimals;
        const char *text;
    } cases[] = {{-0.004, 2, "0,00"},
                 {-0.0, 0, "0"},
                 {-0.4, 0, "0"},
                 {-0.6, 0,
                  "\xE2\x88\x92"
                  "1"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        message m = message_make("value");
        message_number(&m, "x", cases[i].number, cases[i].decimals);
        assert_string_equal(format(spanish, &m), cases[i].text);
    }
}

static void more_arguments_than_fit_are_dropped(void **state)
{
    (void)state;
    message m = message_make("twice");
    for (int i = 0; i < MESSAGE_ARGS; i++)
        message_text(&m, "y", "no");
    message_text(&m, "x", "ab");
    message_number(&m, "x", 1.0, 0);
    message_word(&m, "x", "hello");
    assert_int_equal(m.arg_count, MESSAGE_ARGS);
    assert_string_equal(format(english, &m), "{x}{x}");
}

static void a_long_text_is_cut_on_a_code_point_border(void **state)
{
    (void)state;
    words w = {.ctx = english, .get = look_up};
    message m = message_make("dash");
    message_text(&m, "x", "\xF0\x9F\xA7\xA0");
    message_text(&m, "y", " brain"); // would fit where the code point before it does not
    const char *whole = "caf\xC3\xA9 \xE2\x80\x93 \xF0\x9F\xA7\xA0 brain";
    char out[64];
    for (size_t capacity = 1; capacity < sizeof out; capacity++) {
        memset(out, '#', sizeof out);
        size_t length = words_format(&w, &m, out, capacity);
        assert_true(length < capacity);
        assert_int_equal(strlen(out), length);
        assert_memory_equal(out, whole, length);
        assert_true(utf8_valid(out, length));
        if (capacity > strlen(whole))
            assert_string_equal(out, whole);
        else
            assert_true(length + 4 >= capacity); // no more than a partial code point is lost
        for (size_t i = capacity; i < sizeof out; i++)
            assert_int_equal(out[i], '#');
    }
    assert_int_equal(words_format(&w, &m, out, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_without_arguments_comes_as_it_is),
        cmocka_unit_test(arguments_of_all_kinds_are_filled_in),
        cmocka_unit_test(unknown_ids_and_names_are_seen_and_never_crash),
        cmocka_unit_test(an_argument_may_stand_twice),
        cmocka_unit_test(braces_in_arguments_are_left_alone),
        cmocka_unit_test(exactly_one_takes_the_singular),
        cmocka_unit_test(one_without_a_singular_text_takes_the_plain_one),
        cmocka_unit_test(decimal_mark_and_minus_are_the_languages_own),
        cmocka_unit_test(a_number_that_rounds_to_zero_has_no_minus),
        cmocka_unit_test(more_arguments_than_fit_are_dropped),
        cmocka_unit_test(a_long_text_is_cut_on_a_code_point_border),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
