#include "rig.h"

#include <math.h>

// The block font: every code point is 0.55 em wide, lines are 1.2 em apart. At 20 px a character is 11 px.
enum { PX = 20, CELL = 11 };

typedef struct set {
    draw2d draw;
    text_source text;
    int ellipses;
    typeset t;
} set;

static int start(void **state)
{
    set *s = calloc(1, sizeof *s);
    assert_non_null(s);
    s->text = text_source_blocks();
    s->t = (typeset){.draw = &s->draw, .text = &s->text, .ellipses = &s->ellipses};
    draw2d_begin(&s->draw, 2000.0f, 1000.0f);
    *state = s;
    return 0;
}

static int stop(void **state)
{
    set *s = *state;
    draw2d_destroy(&s->draw);
    free(s);
    return 0;
}

// The lines of a paragraph of `columns` characters, joined with "|".
static const char *wrapped(set *s, int columns, const char *text, ui_align align)
{
    static char out[2048];
    out[0] = '\0';
    draw2d_begin(&s->draw, 2000.0f, 1000.0f);
    rect box = {0.0f, 0.0f, (float)(columns * CELL), 0.0f};
    float height = typeset_paragraph(&s->t, box, text, (float)PX, TEXT_REGULAR, align, (colour){0});
    float measured = typeset_paragraph_height(&s->t, box.w, text, (float)PX, TEXT_REGULAR);
    assert_true(fabsf(height - measured) < 0.01f);
    for (size_t i = 0; i < s->draw.count; i++) {
        assert_true(s->draw.commands[i].box.w <= box.w + 0.5f);
        strcat(out, i ? "|" : "");
        strcat(out, s->draw.text + s->draw.commands[i].text);
    }
    return out;
}

static void words_wrap_at_spaces(void **state)
{
    assert_string_equal(wrapped(*state, 12, "one two three four five six", UI_LEFT),
                        "one two|three four|five six");
    assert_string_equal(wrapped(*state, 40, "short", UI_LEFT), "short");
    assert_string_equal(wrapped(*state, 40, "ends in spaces   ", UI_RIGHT), "ends in spaces");
    assert_string_equal(wrapped(*state, 9, "one   two      three", UI_LEFT), "one   two|three");
}

static void a_line_end_starts_a_new_line(void **state)
{
    assert_string_equal(wrapped(*state, 20, "first\nsecond line", UI_LEFT), "first|second line");
    set *s = *state;
    float two = typeset_paragraph_height(&s->t, 500.0f, "a\nb", (float)PX, TEXT_REGULAR);
    float three = typeset_paragraph_height(&s->t, 500.0f, "a\n\nb", (float)PX, TEXT_REGULAR);
    assert_true(fabsf(two - 48.0f) < 0.01f && fabsf(three - 72.0f) < 0.01f);
}

static void number_and_unit_stay_together(void **state)
{
    // No-break space, narrow no-break space, thin space.
    assert_string_equal(wrapped(*state, 10, "dose of 40\u00A0min", UI_LEFT), "dose of|40\u00A0min");
    assert_string_equal(wrapped(*state, 10, "dose of 40\u202Fmin", UI_LEFT), "dose of|40\u202Fmin");
    assert_string_equal(wrapped(*state, 10, "dose of 40\u2009min", UI_LEFT), "dose of|40\u2009min");
    assert_string_equal(wrapped(*state, 10, "dose of 40 min", UI_LEFT), "dose of 40|min");
}

static void hyphens_break_between_letters_only(void **state)
{
    assert_string_equal(wrapped(*state, 8, "self-guided", UI_LEFT), "self-|guided");
    assert_string_equal(wrapped(*state, 8, "from -12.5", UI_LEFT), "from|-12.5");
    assert_string_equal(wrapped(*state, 4, "ab -cd", UI_LEFT), "ab|-cd");
    assert_string_equal(wrapped(*state, 6, "in 2–4 weeks", UI_LEFT), "in 2–4|weeks");
}

static void long_words_are_broken(void **state)
{
    assert_string_equal(wrapped(*state, 5, "abcdefghijkl", UI_LEFT), "abcde|fghij|kl");
    assert_string_equal(wrapped(*state, 5, "ab abcdefgh", UI_LEFT), "ab|abcde|fgh");
    // Code points, never bytes, and accents stay with their letter.
    assert_string_equal(wrapped(*state, 3, "äöüßéñ", UI_LEFT), "äöü|ßéñ");
    assert_string_equal(wrapped(*state, 2, "xe\u0301y", UI_LEFT), "x|e\u0301|y");
}

// The pieces of the stretches, as the text that stands in them would be, joined with "|".
static void stretches_are_found_where_they_stand(void **state)
{
    set *s = *state;
    // as three lines: "one two", "three four", "five six"
    static const char text[] = "one two three four five six";
    const text_span spans[] = {{4, 9}, {14, 4}, {24, 3}}; // "two three", "four", "six"
    text_piece p[8];
    rect box = {100.0f, 50.0f, 12.0f * CELL, 0.0f};
    int count = typeset_pieces(&s->t, box, text, (float)PX, TEXT_REGULAR, spans, 3, p, 8);
    float line = typeset_line_height(&s->t, (float)PX);
    static const struct {
        int span, line, column, letters;
    } want[] = {{0, 0, 4, 3}, {0, 1, 0, 5}, {1, 1, 6, 4}, {2, 2, 5, 3}};
    assert_int_equal(count, 4);
    for (int i = 0; i < count; i++) {
        assert_int_equal(p[i].span, want[i].span);
        assert_true(fabsf(p[i].box.x - 100.0f - (float)(want[i].column * CELL)) < 0.01f);
        assert_true(fabsf(p[i].box.y - 50.0f - (float)want[i].line * line) < 0.01f);
        assert_true(fabsf(p[i].box.w - (float)(want[i].letters * CELL)) < 0.01f);
    }
    assert_int_equal(typeset_pieces(&s->t, box, text, (float)PX, TEXT_REGULAR, spans, 3, p, 2), 2);
    assert_int_equal(typeset_pieces(&s->t, box, "", (float)PX, TEXT_REGULAR, spans, 3, p, 8), 0);
}

static void a_box_without_width_ends(void **state)
{
    set *s = *state;
    typeset_paragraph(&s->t, (rect){0}, "ab cd", (float)PX, TEXT_REGULAR, UI_LEFT, (colour){0});
    assert_int_equal(s->draw.count, 4); // one character a line, nothing lost
}

static void no_short_word_is_left_alone(void **state)
{
    assert_string_equal(wrapped(*state, 22, "four five three words a", UI_LEFT), "four five three|words a");
}

static void centred_lines_are_alike(void **state)
{
    assert_string_equal(wrapped(*state, 24, "aaaa bbbb cccc dddd eeee ff", UI_CENTRE),
                        "aaaa bbbb cccc|dddd eeee ff");
}

static void a_very_long_text_is_set_whole(void **state)
{
    set *s = *state;
    char text[9000];
    for (size_t i = 0; i < sizeof text - 1; i++)
        text[i] = i % 7 == 6 ? ' ' : 'x';
    text[sizeof text - 1] = '\0';
    draw2d_begin(&s->draw, 2000.0f, 1000.0f);
    typeset_paragraph(&s->t, (rect){0.0f, 0.0f, 100000.0f, 0.0f}, text, (float)PX, TEXT_REGULAR, UI_LEFT,
                      (colour){0});
    size_t letters = 0;
    for (size_t i = 0; i < s->draw.count; i++) {
        for (const char *c = s->draw.text + s->draw.commands[i].text; *c; c++)
            letters += *c == 'x';
    }
    size_t wanted = 0;
    for (const char *c = text; *c; c++)
        wanted += *c == 'x';
    assert_int_equal(letters, wanted);
}

static void a_line_shrinks_before_it_is_cut(void **state)
{
    set *s = *state;
    rect box = {10.0f, 10.0f, 100.0f, 40.0f};
    float width = typeset_line(&s->t, box, "ten chars!", (float)PX, TEXT_REGULAR, UI_LEFT, (colour){0});
    assert_true(width <= 100.5f);
    assert_true(s->draw.commands[0].text_px < 20.0f && s->draw.commands[0].text_px >= 12.0f);
    assert_int_equal(s->ellipses, 0);
    typeset_line(&s->t, box, "far too long for a hundred px", (float)PX, TEXT_REGULAR, UI_LEFT, (colour){0});
    assert_int_equal(s->ellipses, 1);
    const char *cut = s->draw.text + s->draw.commands[1].text;
    assert_true(strlen(cut) > 3 && strcmp(cut + strlen(cut) - 3, "…") == 0);
    assert_true(s->draw.commands[1].box.w <= 100.5f && s->draw.commands[1].text_px == 12.0f);
}

static void a_line_is_centred_in_its_box(void **state)
{
    set *s = *state;
    rect box = {100.0f, 50.0f, 200.0f, 60.0f};
    typeset_line(&s->t, box, "abcd", (float)PX, TEXT_REGULAR, UI_CENTRE, (colour){0});
    rect at = s->draw.commands[0].box;
    assert_true(fabsf(at.x + 0.5f * at.w - 200.0f) <= 0.5f);
    assert_true(fabsf(at.y + 0.5f * at.h - 80.0f) <= 0.5f);
    typeset_line(&s->t, box, "abcd", (float)PX, TEXT_REGULAR, UI_RIGHT, (colour){0});
    at = s->draw.commands[1].box;
    assert_true(fabsf(at.x + at.w - 300.0f) <= 0.5f);
}

// A font whose digits differ: "1" is half as wide as the others.
static text_metrics uneven(void *ctx, const char *utf8, float px, text_weight weight)
{
    (void)ctx;
    (void)weight;
    float width = 0.0f;
    for (; *utf8; utf8++)
        width += *utf8 == '1' ? 0.25f * px : 0.5f * px;
    return (text_metrics){.width = width, .ascent = px, .descent = 0.2f * px, .line = 1.2f * px};
}

static void figures_do_not_jitter(void **state)
{
    set *s = *state;
    s->text.measure = uneven;
    float a = typeset_figures_width(&s->t, "11.1 mg", 20.0f, TEXT_REGULAR);
    float b = typeset_figures_width(&s->t, "48.9 mg", 20.0f, TEXT_REGULAR);
    assert_true(a == b);
    float drawn = typeset_figures(&s->t, 0.0f, 0.0f, "11.1 mg", 20.0f, TEXT_REGULAR, (colour){0});
    assert_true(drawn == a);
}

static void broken_bytes_are_harmless(void **state)
{
    set *s = *state;
    const char broken[] = "ok \xFF\xC3 \xE2\x82 end";
    typeset_line(&s->t, (rect){0.0f, 0.0f, 40.0f, 20.0f}, broken, (float)PX, TEXT_REGULAR, UI_LEFT,
                 (colour){0});
    typeset_paragraph(&s->t, (rect){0.0f, 0.0f, 40.0f, 0.0f}, broken, (float)PX, TEXT_REGULAR, UI_LEFT,
                      (colour){0});
    assert_true(typeset_line(&s->t, (rect){0}, NULL, (float)PX, TEXT_REGULAR, UI_LEFT, (colour){0}) == 0.0f);
    assert_true(typeset_width(&s->t, NULL, (float)PX, TEXT_REGULAR) == 0.0f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_wrap_at_spaces, start, stop),
        cmocka_unit_test_setup_teardown(a_line_end_starts_a_new_line, start, stop),
        cmocka_unit_test_setup_teardown(number_and_unit_stay_together, start, stop),
        cmocka_unit_test_setup_teardown(hyphens_break_between_letters_only, start, stop),
        cmocka_unit_test_setup_teardown(long_words_are_broken, start, stop),
        cmocka_unit_test_setup_teardown(stretches_are_found_where_they_stand, start, stop),
        cmocka_unit_test_setup_teardown(a_box_without_width_ends, start, stop),
        cmocka_unit_test_setup_teardown(no_short_word_is_left_alone, start, stop),
        cmocka_unit_test_setup_teardown(centred_lines_are_alike, start, stop),
        cmocka_unit_test_setup_teardown(a_very_long_text_is_set_whole, start, stop),
        cmocka_unit_test_setup_teardown(a_line_shrinks_before_it_is_cut, start, stop),
        cmocka_unit_test_setup_teardown(a_line_is_centred_in_its_box, start, stop),
        cmocka_unit_test_setup_teardown(figures_do_not_jitter, start, stop),
        cmocka_unit_test_setup_teardown(broken_bytes_are_harmless, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
