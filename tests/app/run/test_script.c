// Scripts: the same input at the same time, and mistakes with their line.
#include "app/run/script.h"
#include "app/run/script_read.h"
#include "check.h"

#include <string.h>

static script *read(const char *text)
{
    error e = {0};
    script *s = script_parse("demo.txt", text, strlen(text), &e);
    if (!s)
        fail_msg("%s", e.text);
    return s;
}

static const script_command *next(script *s)
{
    const script_command *c = script_next(s, 1e9);
    assert_non_null(c);
    return c;
}

static void bad(const char *text, const char *says)
{
    error e = {0};
    assert_null(script_parse("demo.txt", text, strlen(text), &e));
    if (!strstr(e.text, says) || strchr(e.text, '\n'))
        fail_msg("\"%s\" does not say \"%s\" in one line", e.text, says);
}

static void commands_come_when_they_are_due(void **state)
{
    (void)state;
    script *s = read("# a demonstration\n\n0.5 key space\r\n+0.25 action clock.play\n1 quit");
    check_near(script_next_time(s), 0.5, 0);
    assert_null(script_next(s, 0.49));
    const script_command *c = script_next(s, 0.5);
    assert_int_equal(c->event.kind, INPUT_KEY_DOWN);
    assert_int_equal(c->event.key, ' ');
    assert_int_equal(next(s)->event.kind, INPUT_KEY_UP);
    check_near(script_next_time(s), 0.75, 1e-12);
    c = next(s);
    assert_int_equal(c->kind, SCRIPT_ACTION);
    assert_string_equal(c->text, "clock.play");
    assert_int_equal(next(s)->kind, SCRIPT_QUIT);
    assert_null(script_next(s, 1e9));
    assert_true(isinf(script_next_time(s)));
    script_destroy(s);
}

static void keys_have_names_and_modifiers(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        int key;
        unsigned mods;
    } keys[] = {{"a", 'a', 0},
                {"?", '?', 0},
                {"+", '+', 0},
                {"ctrl++", '+', MOD_CTRL},
                {"ctrl+c", 'c', MOD_CTRL},
                {"ctrl+shift+tab", KEY_TAB, MOD_CTRL | MOD_SHIFT},
                {"alt+f4", KEY_F4, MOD_ALT},
                {"f12", KEY_F12, 0},
                {"f", 'f', 0},
                {"pagedown", KEY_PAGE_DOWN, 0},
                {"escape", KEY_ESCAPE, 0}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        char line[64];
        snprintf(line, sizeof line, "0 key %s", keys[i].name);
        script *s = read(line);
        const script_command *c = next(s);
        assert_int_equal(c->event.key, keys[i].key);
        assert_int_equal(c->event.mods, keys[i].mods);
        script_destroy(s);
    }
    bad("0 key f13", "a key such as");
    bad("0 key A", "a key such as");
    bad("0 key", "a key such as");
    bad("0 key ctrl+", "a key such as");
}

static void the_pointer_stays_where_it_was_left(void **state)
{
    (void)state;
    script *s = read(
        "0 move 300 200\n0 down\n1 move 320.5 210\n1 up right\n2 wheel -1.5\n3 touch down 5 6\n3 touch up\n"
        "4 pinch 50 60 1.5");
    assert_int_equal(next(s)->event.kind, INPUT_POINTER_MOVE);
    const script_command *c = next(s);
    assert_int_equal(c->event.kind, INPUT_POINTER_DOWN);
    assert_int_equal(c->event.button, BUTTON_LEFT);
    check_near(c->event.x, 300, 0);
    next(s);
    c = next(s);
    assert_int_equal(c->event.kind, INPUT_POINTER_UP);
    assert_int_equal(c->event.button, BUTTON_RIGHT);
    check_near(c->event.x, 320.5, 0);
    c = next(s);
    assert_int_equal(c->event.kind, INPUT_WHEEL);
    check_near(c->event.amount, -1.5, 0);
    check_near(c->event.y, 210, 0);
    c = next(s);
    assert_true(c->event.touch);
    assert_int_equal(c->event.kind, INPUT_POINTER_DOWN);
    assert_int_equal(next(s)->event.kind, INPUT_POINTER_UP);
    c = next(s);
    assert_int_equal(c->event.kind, INPUT_PINCH);
    check_near(c->event.amount, 1.5, 1e-6);
    script_destroy(s);
}

static void blanks_at_the_end_of_a_line_mean_nothing(void **state)
{
    (void)state;
    script *s = read("0 action clock.play \n0 still a picture.png\t \r\n0 quit ");
    assert_string_equal(next(s)->text, "clock.play");
    assert_string_equal(next(s)->text, "a picture.png");
    assert_int_equal(next(s)->kind, SCRIPT_QUIT);
    script_destroy(s);
    bad("0 still  ", "still FILE.png");
}

static void a_mark_at_the_start_means_nothing(void **state)
{
    (void)state;
    script *s = read("\xEF\xBB\xBF"
                     "0 action clock.play\n0 quit\n");
    assert_string_equal(next(s)->text, "clock.play");
    assert_int_equal(next(s)->kind, SCRIPT_QUIT);
    script_destroy(s);
    script_destroy(read("\xEF\xBB\xBF"));
}

static void the_program_is_driven_too(void **state)
{
    (void)state;
    script *s = read("0 size 800x600\n0 still a picture.png\n0 state\n0 describe\n0 click 1 2");
    const script_command *c = next(s);
    assert_int_equal(c->kind, SCRIPT_SIZE);
    assert_int_equal(c->event.width, 800);
    assert_int_equal(c->event.height, 600);
    c = next(s);
    assert_int_equal(c->kind, SCRIPT_STILL);
    assert_string_equal(c->text, "a picture.png");
    assert_int_equal(next(s)->kind, SCRIPT_STATE);
    assert_int_equal(next(s)->kind, SCRIPT_DESCRIBE);
    assert_int_equal(next(s)->event.kind, INPUT_POINTER_MOVE);
    assert_int_equal(next(s)->event.kind, INPUT_POINTER_DOWN);
    assert_int_equal(next(s)->event.kind, INPUT_POINTER_UP);
    script_destroy(s);
}

static void random_input_is_decided_by_its_seed(void **state)
{
    (void)state;
    script *a = read("1 random 1000 seed 42\n+0 quit"), *b = read("1 random 1000 seed 42"),
           *other = read("1 random 1000 seed 43");
    const script_command *said = next(a);
    assert_int_equal(said->kind, SCRIPT_SAY);
    assert_string_equal(said->text, "random: 1000 events, seed 42");
    next(b);
    next(other);
    int different = 0, keys = 0, touches = 0;
    for (int i = 0; i < 1000; i++) {
        const script_command *x = next(a), *y = next(b), *z = next(other);
        assert_int_equal(x->event.kind, y->event.kind);
        assert_int_equal(x->event.key, y->event.key);
        assert_true(x->event.x == y->event.x && x->event.y == y->event.y);
        different += x->event.kind != z->event.kind || x->event.x != z->event.x;
        keys += x->event.kind == INPUT_KEY_DOWN;
        touches += x->event.touch;
        assert_true(x->event.kind != INPUT_CLOSE && x->event.kind != INPUT_RESIZE);
        assert_false(x->event.key == 'q' && x->event.mods & MOD_CTRL); // nothing ends the program
    }
    assert_true(different > 500);
    assert_true(keys > 200);
    assert_true(touches > 200);
    const script_command *end = next(a);
    assert_int_equal(end->kind, SCRIPT_QUIT);
    check_near(end->time_s, 1 + 0.004 * 999, 1e-9);
    script_destroy(a);
    script_destroy(b);
    script_destroy(other);
}

static void mistakes_name_their_line(void **state)
{
    (void)state;
    bad("0 key a\n\n# x\n1 kye b", "demo.txt:4: expected key, move");
    bad("key a", "demo.txt:1: expected a time");
    bad("0", "a command after the time");
    bad("1 state\n0.5 state", "demo.txt:2: expected a time that is not before");
    bad("-1 state", "a time");
    bad("nan state", "a time");
    bad("0 move 1", "move X Y");
    bad("0 move 1 x", "move X Y");
    bad("0 down up", "left, middle");
    bad("0 wheel", "wheel NOTCHES");
    bad("0 wheel 1e9", "wheel NOTCHES");
    bad("0 touch 1 2", "touch down X Y");
    bad("0 pinch 1 2 0", "FACTOR");
    bad("0 size 800", "WIDTHxHEIGHT");
    bad("0 size 0x5", "WIDTHxHEIGHT");
    bad("0 action", "action ID");
    bad("0 still", "still FILE");
    bad("0 random", "random COUNT");
    bad("0 random 10 sead 4", "random COUNT");
    bad("0 random 100000 seed 1\n+1 random 100000 seed 1\n+1 random 100000", "a shorter script");
    bad("0 quit now", "nothing after");
    bad("0 move 1 2 3 4 5 6 7 8 9 10", "fewer words");
    bad("0 action \xFF", "UTF-8");
}

static void bytes_of_any_kind_are_survived(void **state)
{
    (void)state;
    error e = {0};
    assert_null(script_parse("demo.txt", "0 state\0\n0 quit", 15, &e));
    assert_non_null(strstr(e.text, "zero bytes"));
    script *s = script_parse("demo.txt", "", 0, &e);
    assert_non_null(s);
    assert_null(script_next(s, 1e9));
    assert_null(script_next(s, HUGE_VAL)); // after the last there is none, whatever the time
    script_destroy(s);
    static const char letters[] = "0123 .+kmdutwsar\n#xeylvo\xFF";
    char bytes[300];
    unsigned x = 1;
    for (int round = 0; round < 2000; round++) {
        for (size_t i = 0; i < sizeof bytes; i++)
            bytes[i] = letters[((x = x * 1664525u + 1013904223u) >> 16) % (sizeof letters - 1)];
        s = script_parse("demo.txt", bytes, sizeof bytes, &e);
        script_destroy(s);
    }
}

static void a_missing_file_is_a_sentence(void **state)
{
    (void)state;
    error e = {0};
    assert_null(script_load("/nonexistent.txt", &e));
    assert_non_null(strstr(e.text, "/nonexistent.txt"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands_come_when_they_are_due),
        cmocka_unit_test(keys_have_names_and_modifiers),
        cmocka_unit_test(the_pointer_stays_where_it_was_left),
        cmocka_unit_test(blanks_at_the_end_of_a_line_mean_nothing),
        cmocka_unit_test(a_mark_at_the_start_means_nothing),
        cmocka_unit_test(the_program_is_driven_too),
        cmocka_unit_test(random_input_is_decided_by_its_seed),
        cmocka_unit_test(mistakes_name_their_line),
        cmocka_unit_test(bytes_of_any_kind_are_survived),
        cmocka_unit_test(a_missing_file_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
